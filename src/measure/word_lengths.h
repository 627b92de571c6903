/* SPDX-License-Identifier: MIT */
/* How long the words of one sentence are. */
#ifndef LEDE_MEASURE_WORD_LENGTHS_H
#define LEDE_MEASURE_WORD_LENGTHS_H

#include "measure/metrics.h"

/* Sums over its words, as the counts of the text have them. */
typedef struct word_lengths {
    uint64_t words;
    uint64_t syllables; /* 0: the language has no rules for them */
    uint64_t letters;
} word_lengths;

word_lengths word_lengths_of(const lede_metrics *m, uint32_t sentence);

#define WORD_LENGTHS_MOST 8u

/* Its words of more than six letters, which make it hard in any language with letters:
 * places in the word array, the longest first, of equally long ones the one that stands
 * first, each word once. Their number. */
size_t word_lengths_longest(const lede_metrics *m, uint32_t sentence,
                            uint32_t words[WORD_LENGTHS_MOST]);

#endif
