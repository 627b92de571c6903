/* SPDX-License-Identifier: MIT */
/* Pieces of a text within a line for people. */
#ifndef LEDE_RENDER_SHOWN_H
#define LEDE_RENDER_SHOWN_H

#include "render/phrase.h"
#include "text/document.h"

/* The begin of what stands there, safe to show. */
void shown_put_excerpt(phrase *p, const lede_document *document, lede_span span,
                       size_t columns);
/* The same of any bytes, which must be UTF-8. */
void shown_put_bytes(phrase *p, const char *bytes, size_t n, size_t columns);
/* "37:5", of an offset in the visible text. */
void shown_put_place(phrase *p, const lede_document *document, uint32_t offset);
/* From the begin of one entry of the word array to the end of another. */
lede_span shown_words(const lede_document *document, uint32_t first, uint32_t last);

#endif
