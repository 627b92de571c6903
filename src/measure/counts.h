/* SPDX-License-Identifier: MIT */
/* Counts over a range of sentences. */
#ifndef LEDE_MEASURE_COUNTS_H
#define LEDE_MEASURE_COUNTS_H

#include "measure/metrics.h"

/* Of the terms of a range; all are 0 between two calls. */
typedef struct counter {
    const lede_metrics *m;
    uint32_t *frequency; /* of each term */
    uint32_t *met;       /* terms of the range, as they come */
    size_t met_count;
} counter;

/* False: no memory; counter_close() is due anyway. */
bool counter_open(counter *c, const lede_metrics *m);
void counter_close(counter *c);

/* The sentences [first, first + n) that count. */
void counter_count(counter *c, uint32_t first, uint32_t n, lede_counts *counts);

/* The same; the frequencies stay for the caller to read until counter_clear(). */
void counter_begin(counter *c, uint32_t first, uint32_t n, lede_counts *counts);
void counter_clear(counter *c);

#endif
