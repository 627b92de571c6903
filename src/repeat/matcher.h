/* SPDX-License-Identifier: MIT */
/* Which of some sequences of classes stand at a place. */
#ifndef LEDE_REPEAT_MATCHER_H
#define LEDE_REPEAT_MATCHER_H

#include "base/vec.h"

/* Classes of words. */
typedef struct class_run {
    const uint32_t *classes;
    uint32_t count; /* at least 1 */
    uint32_t item;  /* a number of the caller's */
} class_run;

typedef struct matcher {
    const lede_allocator *allocator;
    VEC_OF(class_run) runs;
    VEC_OF(uint32_t) classes; /* of all runs, one after the other */
} matcher;

/* m is zeroed by the caller but for its allocator. The runs are copied. False: no
 * memory. */
bool matcher_add(matcher *m, const uint32_t *classes, uint32_t count, uint32_t item);
/* Once all are added. */
void matcher_ready(matcher *m);
void matcher_free(matcher *m);

/*
 * Goes on from one run that the given classes begin with to the next longer one: *low
 * and *high are 0 and runs.count at first, *depth 0. Returns the run, NULL: there is no
 * other. Each step halves what is left, so a place costs no more than its longest match.
 */
typedef struct match {
    const uint32_t *classes;
    uint32_t count;
    size_t low;
    size_t high;
    uint32_t depth;
} match;
match match_begin(const matcher *m, const uint32_t *classes, uint32_t count);
const class_run *match_next(const matcher *m, match *at);

#endif
