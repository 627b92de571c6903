/* SPDX-License-Identifier: MIT */
/* Which words were found most often. */
#ifndef LEDE_MEASURE_FREQUENT_H
#define LEDE_MEASURE_FREQUENT_H

#include "measure/metrics.h"

typedef struct frequent_term {
    uint32_t term; /* index */
    uint32_t count;
} frequent_term;

/* Of the hits of one kind that m kept, the words of the first entry of each: at most
 * `most` of them, the most frequent first, of equally frequent ones the one that
 * stands first. False: no memory. */
bool frequent_find(const lede_metrics *m, lede_hit_kind kind, frequent_term *terms,
                   size_t most, size_t *count);

#endif
