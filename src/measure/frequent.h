/* SPDX-License-Identifier: MIT */
/* Which words of a kind weigh most in a text. */
#ifndef LEDE_MEASURE_FREQUENT_H
#define LEDE_MEASURE_FREQUENT_H

#include <lede/types.h>

#include <stdbool.h>

#define FREQUENT_MOST 8u

struct lede_metrics;

typedef struct frequent_word {
    uint32_t term;  /* index */
    uint32_t word;  /* index of the first of them */
    uint32_t count; /* hits */
} frequent_word;

/* The heaviest first, of equally heavy ones the one that stands first. */
typedef struct frequent {
    frequent_word words[FREQUENT_MOST];
    size_t count;
    bool more; /* there are other hits */
} frequent;

/*
 * Of the hits of one kind that m kept, the word that each begins with. The most
 * frequent weigh most; of hard words, each time, those of the most syllables. False: no
 * memory.
 */
bool frequent_find(const struct lede_metrics *m, lede_hit_kind kind, frequent *out);

/* Is a hit worth naming? Not if it is a hard word that every pupil knows. */
bool frequent_is_named(const struct lede_metrics *m, const lede_hit *hit);

#endif
