/* SPDX-License-Identifier: MIT */
/*
 * What a word adds to the counts, side by side in a few numbers, so that a sentence is
 * counted by adding these up.
 */
#ifndef LEDE_MEASURE_TALLY_H
#define LEDE_MEASURE_TALLY_H

#include "measure/metrics.h"

/* 0 to 5: four counts of 16 bits each; 6: the square of the
 * letters in 48 bits, and whether it is a character rather than a word. */
#define TALLY_LANES 7u

typedef struct tally {
    uint64_t lanes[TALLY_LANES];
} tally;

/* Of each term, for m's facts and lists. */
void tally_terms(const lede_metrics *m, tally *of_terms);

/* Adds what the words and marks of a sentence are to the counts, but for what is
 * visible, distinct, or no count. */
void tally_sentence(const lede_document *d, const tally *of_terms, const lede_sentence *s,
                    lede_counts *counts);

#endif
