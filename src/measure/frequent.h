/* SPDX-License-Identifier: MIT */
/* Which words were found most often. */
#ifndef LEDE_MEASURE_FREQUENT_H
#define LEDE_MEASURE_FREQUENT_H

#include "measure/metrics.h"

#define FREQUENT_MOST 5u

typedef struct frequent_term {
    uint32_t term;  /* index */
    uint32_t count; /* in the body */
} frequent_term;

/* The most frequent first, of equally frequent ones the one that stands first. */
typedef struct frequent {
    frequent_term terms[FREQUENT_MOST];
    size_t count;
} frequent;

/* Of the hits of one kind that m kept, the word that each begins with. */
frequent frequent_find(const lede_metrics *m, lede_hit_kind kind);

#endif
