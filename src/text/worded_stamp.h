/* SPDX-License-Identifier: MIT */
/* Date stamps with words in them, which take a tokenizer to be seen. */
#ifndef LEDE_TEXT_WORDED_STAMP_H
#define LEDE_TEXT_WORDED_STAMP_H

#include "text/document.h"

/*
 * Where a date stamp ends that begins at entry `at`, the first of a sentence; `at`:
 * there is none. end: of the block. A label of the lists, then a date with its year, and
 * nothing more up to a full stop, a bar or the end: "Last updated at 3:31 PM on 19th July
 * 2011.", "PUBLISHED: . 12:44 EST, 3 June 2013 . |".
 */
uint32_t worded_stamp_end(const lede_document *d, uint32_t at, uint32_t end);

#endif
