/* SPDX-License-Identifier: MIT */
/* Counts over a range of sentences. */
#ifndef LEDE_MEASURE_COUNTS_H
#define LEDE_MEASURE_COUNTS_H

#include "measure/tally.h"

typedef struct counter {
    const lede_metrics *m;
    tally *tallies;  /* of each term */
    uint32_t *range; /* of each term: the last range that it was met in */
    uint32_t ranges; /* counted so far */
} counter;

/* For m's facts and lists. False: no memory; counter_close() is due anyway. */
bool counter_open(counter *c, const lede_metrics *m);
void counter_close(counter *c);

/* All of the sentences [first, first + n) that count. */
void counter_count(counter *c, uint32_t first, uint32_t n, lede_counts *counts);

/* The sums of one sentence; nothing distinct. */
void counter_sum(const counter *c, uint32_t sentence, lede_counts *counts);

#endif
