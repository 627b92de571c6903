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

#endif
