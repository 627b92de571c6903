/* SPDX-License-Identifier: MIT */
/*
 * What a word adds to the counts, side by side in a few numbers, so that a sentence is
 * counted by adding these up.
 */
#ifndef LEDE_MEASURE_TALLY_H
#define LEDE_MEASURE_TALLY_H

#include "measure/metrics.h"

/* 0 to 5: four counts of 16 bits each; 6: the square of the letters in 48 bits, and
 * whether it is a character rather than a word; 7: nothing, so that a tally is a cache
 * line. */
#define TALLY_LANES 8u

/* Words whose counts of at most 255 fit into 16 bits together. */
#define TALLY_WORDS 256u

typedef struct tally {
    uint64_t lanes[TALLY_LANES];
} tally;

/* Of each term, for m's facts and lists. */
void tally_terms(const lede_metrics *m, tally *of_terms);

/* The counts of a range of sentences as they come, until tally_end(). */
typedef struct tally_sum {
    const lede_document *d;
    const tally *of_terms;
    lede_counts *counts;
    tally sum;      /* of words that are not in the counts yet */
    uint32_t words; /* their number */
} tally_sum;

tally_sum tally_begin(const lede_document *d, const tally *of_terms, lede_counts *counts);
/* Adds what the words and marks of a sentence are, but for what is visible, distinct, or
 * no count. */
void tally_sentence(tally_sum *t, const lede_sentence *s);
void tally_end(tally_sum *t);

/* The sum over entries of the word array, at most TALLY_WORDS, of which marks add
 * nothing. */
tally tally_words(const tally *of_terms, const lede_word *first, const lede_word *end);

/* The members of lede_counts that words add to, by number. */
extern const size_t tally_fields; /* at most TALLY_FIELDS_MAX */
#define TALLY_FIELDS_MAX 28u
uint64_t *tally_member(lede_counts *counts, size_t i);
uint64_t tally_count(const tally *t, size_t i);

#endif
