/* SPDX-License-Identifier: MIT */
/* What the diversity of a text's parts is made of: each word asks where the same word
 * stood before. */
#ifndef LEDE_MEASURE_WORD_ORDER_H
#define LEDE_MEASURE_WORD_ORDER_H

#include "measure/diversity.h"

#define WORD_ORDER_SPAN 100u /* words of a segment (MSTTR) and of a window (MATTR) */

/* Of a term. */
typedef struct word_use {
    uint32_t last;  /* 1 + the step at which it was met last; 0: not yet */
    uint32_t count; /* of it in the text */
} word_use;

/* The factors of MTLD in one direction. What is left at the end is part of one. */
typedef struct word_factors {
    uint64_t whole;
    uint64_t rest_words;
    uint64_t rest_types;
} word_factors;

typedef struct word_order {
    uint64_t segment_types; /* the sum over whole segments */
    uint64_t window_types;  /* and over all windows */
    word_factors forward;
    word_factors backward;
} word_order;

/* uses: of each term, zeros; afterwards their counts. */
word_order word_order_of(const diversity_words *words, word_use *uses);

#endif
