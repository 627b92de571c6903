/* SPDX-License-Identifier: MIT */
/* Who wrote an article, at its head and at its end. */
#ifndef LEDE_TEXT_BYLINE_H
#define LEDE_TEXT_BYLINE_H

#include "text/document.h"

/*
 * Where a byline ends that begins at entry `at`, the first of a sentence; `at`: there is
 * none. end: of the block. "By Jane Roe, Staff Writer", its full stop and a sentence of
 * the office behind it ("Washington Post Foreign Service."). Scraped pages have full
 * stops where lines ended: "By . Jane Roe ."
 */
uint32_t byline_end(const lede_document *d, uint32_t at, uint32_t end);

/* Is a sentence, entries [at, end), such as "Tom Poe contributed to this report."? */
bool byline_is_contribution(const lede_document *d, uint32_t at, uint32_t end);

#endif
