/* SPDX-License-Identifier: MIT */
/* Date stamps that page templates leave in an article's text. */
#ifndef LEDE_MARKUP_STAMP_H
#define LEDE_MARKUP_STAMP_H

#include <lede/types.h>

/*
 * How many bytes at the front of a line are a date stamp: an optional label
 * ("date", "Published:", from the languages' lists), a date in figures, an
 * optional time. Without a label only an ISO date counts. Something must tell
 * the stamp from a sentence that begins with a date: it stands alone on its
 * line, or an upper-case letter, a digit or a quote opens the text behind it.
 * 0: no stamp.
 */
uint32_t stamp_length(const char *line, uint32_t n);

#endif
