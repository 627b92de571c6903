/* SPDX-License-Identifier: MIT */
/*
 * The tree of all sequences that are repeated and differ in what follows: each is an
 * interval of the suffixes in order (Abouelhoda, Kurtz and Ohlebusch 2004).
 */
#ifndef LEDE_REPEAT_INTERVALS_H
#define LEDE_REPEAT_INTERVALS_H

#include "base/vec.h"
#include "repeat/suffix_array.h"

#define INTERVAL_NONE UINT32_MAX

/* The suffixes first to last begin with the same `length` symbols and no others do. */
typedef struct interval {
    uint32_t first; /* ranks */
    uint32_t last;
    uint32_t length; /* at least 1 */
    uint32_t parent; /* the next larger interval, of fewer symbols; INTERVAL_NONE */
} interval;

typedef struct intervals {
    const lede_allocator *allocator;
    symbol_text text;
    uint32_t *suffixes; /* by rank */
    uint32_t *ranks;    /* by where they begin */
    uint32_t *shared;   /* symbols in common with the suffix before */
    uint32_t *leaves;   /* by rank: the smallest interval that the suffix is in */
    uint32_t *homes;    /* by rank: the one interval that is found there */
    VEC_OF(interval) items;
} intervals;

/* False: no memory; intervals_close() is due anyway. */
bool intervals_open(intervals *t, const symbol_text *text,
                    const lede_allocator *allocator);
void intervals_close(intervals *t);

/* The interval from rank first to rank last, which there must be. */
uint32_t intervals_find(const intervals *t, uint32_t first, uint32_t last);

/*
 * Where all that interval i stands for has the same symbol before it: the interval of
 * that, as often and a symbol longer. INTERVAL_NONE: it has different ones, or stands at
 * the beginning.
 */
uint32_t intervals_before(const intervals *t, uint32_t i);

#endif
