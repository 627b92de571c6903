/* SPDX-License-Identifier: MIT */
/* The begin of a text in so many columns of a terminal. */
#ifndef LEDE_RENDER_EXCERPT_H
#define LEDE_RENDER_EXCERPT_H

#include "base/out.h"

#include <stdbool.h>

/*
 * Valid UTF-8 on one line: white space is one space, controls and the like are
 * visible escapes. What does not fit is cut between two grapheme clusters, and an
 * ellipsis (ascii: three full stops) stands for it within the columns.
 */
void excerpt_write(out *o, const char *text, size_t n, size_t columns, bool ascii);

/* The columns that all of it takes; more than `most`: any number above it. */
size_t excerpt_columns(const char *text, size_t n, size_t most);
/* The end of the white space at a byte: that byte, if there is none. */
size_t excerpt_white_end(const char *text, size_t n, size_t at);
/* The same of what is no white space. */
size_t excerpt_word_end(const char *text, size_t n, size_t at);

/* Lines that an excerpt may take, each behind so many spaces. */
typedef struct excerpt_lines {
    size_t most;
    size_t indent;
    size_t columns; /* of each, the indent not counted */
    bool ascii;
    bool begun; /* the indent of the first one is there already */
} excerpt_lines;

/* The same in several lines, each with its end: divided at white space, or within a
 * word that is longer than a line. Only the last may be cut. */
void excerpt_write_lines(out *o, const char *text, size_t n, const excerpt_lines *lines);

#endif
