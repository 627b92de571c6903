/* SPDX-License-Identifier: MIT */
/* The lines of a visible text, and whether a line end is a space. */
#ifndef LEDE_MARKUP_LINES_H
#define LEDE_MARKUP_LINES_H

#include <lede/types.h>

#include <stdbool.h>

typedef struct text_line {
    lede_span span; /* without white space at either end */
    uint32_t next;  /* begin of the next line; the text's size for the last */
    bool hard;      /* FF or U+2029 ends it: a paragraph ends here */
} text_line;

/* The line that begins at `at` < n. Line ends: LF, CR LF, CR, VT, FF, NEL,
 * U+2028, U+2029. text is valid UTF-8. */
text_line line_read(const char *text, uint32_t n, uint32_t at);

/* The width, in code points, at which the lines look wrapped by hand: the 90th
 * percentile of their lengths, when there are at least 4 that are not empty, none over
 * 100 code points, and the median is over 45 and at least 70 % of that. Else 0. */
uint32_t lines_wrap_width(const char *text, uint32_t n);

#endif
