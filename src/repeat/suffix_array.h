/* SPDX-License-Identifier: MIT */
/*
 * The suffixes of a sequence of numbers in their order, and how much neighbours share:
 * all that repeats stands side by side.
 */
#ifndef LEDE_REPEAT_SUFFIX_ARRAY_H
#define LEDE_REPEAT_SUFFIX_ARRAY_H

#include "base/memory.h"

/* A sequence, of symbols below `symbols`. What ends before another that begins with it
 * comes before it. */
typedef struct symbol_text {
    const uint32_t *items;
    uint32_t count;   /* below UINT32_MAX */
    uint32_t symbols; /* of the order of count, since there is an array of them */
} symbol_text;

/*
 * suffixes[0 .. count): where the suffixes begin, ascending. Linear in count and
 * symbols: suffixes sorted by induction (Nong, Zhang and Chan 2011, SA-IS). False: no
 * memory.
 */
bool suffix_array_sort(const symbol_text *text, const lede_allocator *allocator,
                       uint32_t *suffixes);

/*
 * shared[i]: how many symbols suffixes[i] has in common with suffixes[i - 1];
 * shared[0] is 0. ranks[p]: where in suffixes the one from p on stands. Linear: Kasai
 * and others 2001.
 */
void suffix_array_compare(const symbol_text *text, const uint32_t *suffixes,
                          uint32_t *ranks, uint32_t *shared);

#endif
