/* SPDX-License-Identifier: MIT */
/* Counting code points and UTF-16 units over a piece of a source. */
#ifndef LEDE_MARKUP_STRIDE_H
#define LEDE_MARKUP_STRIDE_H

#include "markup/source.h"

/* Bytes between two marks of a source. */
#define SOURCE_STRIDE 128u

/* Counts on from a mark up to the first sequence that begins at or behind
 * `stop` (at most the size). A bad sequence is one code point. */
source_mark stride_count(const source *s, source_mark from, uint32_t stop);

#endif
