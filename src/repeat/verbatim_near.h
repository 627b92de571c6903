/* SPDX-License-Identifier: MIT */
/* The passage of the sources that is nearest to what none of them has. */
#ifndef LEDE_REPEAT_VERBATIM_NEAR_H
#define LEDE_REPEAT_VERBATIM_NEAR_H

#include "repeat/verbatim_work.h"

/* What a word counts: the rarer in the sources, the more; at least 1. */
uint32_t verbatim_weight(const verbatim_index *x, uint32_t number);

/* The stretch of a source that has most of at most LEDE_QUOTES_COMPARED tokens; empty, if
 * no source has any of them. At most about twice as long. False: no memory. */
bool verbatim_window(verbatim_work *w, const verbatim_extent *e, verbatim_place *p);

/* Tokens that both have side by side. */
typedef struct verbatim_block {
    uint32_t source;
    uint32_t passage; /* tokens of the source */
    uint32_t summary;
    uint32_t length;
} verbatim_block;

typedef struct verbatim_blocks {
    uint32_t count;
    uint32_t matched; /* tokens of all blocks */
    uint64_t weight;
    verbatim_block items[LEDE_QUOTES_COMPARED];
} verbatim_blocks;

/* Which tokens of a window are those of the extent, in the same order; none, if nothing
 * is alike. In verbatim_align.c. False: no memory. */
bool verbatim_align(verbatim_work *w, const verbatim_extent *e, const verbatim_place *p,
                    verbatim_blocks *out);

/* The extent as a few long runs of any sources, one behind the other, with next to
 * nothing between them; none, if it is not so. In verbatim_merged.c. */
void verbatim_cover(const verbatim_work *w, const verbatim_extent *e,
                    verbatim_blocks *out);

#endif
