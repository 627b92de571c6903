/* SPDX-License-Identifier: MIT */
/* Several finished documents as one, for who weighs their sentences together. */
#ifndef LEDE_SUMMARY_JOIN_H
#define LEDE_SUMMARY_JOIN_H

#include "text/document.h"

/*
 * d: the texts one after the other, a blank line between, with blocks, words and
 * sentences; the first sentence of each document in d->starts. Terms are joined by their
 * key within a language, since a stop word of one may be none in another; stems by their
 * form, so that a name is one in all languages. The language is that of most words, of
 * equal ones that of the earlier document. What nobody asks who weighs sentences is left
 * out: source, map, ledger, boundaries.
 *
 * d is zeroed by the caller but for its allocator; document_free() is due even after a
 * failure. count is over 0. Linear in the documents. Errors: LEDE_TOO_LARGE,
 * LEDE_NO_MEMORY.
 */
lede_status join_documents(lede_document *d, const lede_document *const *documents,
                           size_t count, lede_error *error);

#endif
