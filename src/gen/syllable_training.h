/* SPDX-License-Identifier: MIT */
/* Learns the weights of a syllable model from words and their counts alone: which
 * letters are the nuclei is found out on the way. */
#ifndef LEDE_GEN_SYLLABLE_TRAINING_H
#define LEDE_GEN_SYLLABLE_TRAINING_H

#include "lang/parse_syllable_model.h"

#define TRAINING_FOLDS 10u
#define TRAINING_CANDIDATES 24u /* words with more of them teach nothing */

typedef struct training_word {
    const char *text;
    uint32_t n;
    uint32_t legal; /* a bit for each count that a pronunciation has */
    uint32_t first; /* of the pronunciation listed first */
    uint32_t candidate_begin;
    uint16_t candidate_count;
    uint8_t fold;
} training_word;

typedef struct training_set {
    VEC_OF(training_word) words;
    uint32_t *places; /* of each candidate, a weight of each window */
    float *beliefs;   /* of each candidate, what is believed before any learning */
    uint32_t *order;  /* scratch: words as they are gone through */
} training_set;

/* Reads lines "word<TAB>counts", counts like 3 or 3/2; words that are not of
 * letters a-z are left out. Returns NULL, or what is wrong in *line. */
const char *training_read(training_set *set, const char *bytes, size_t n, uint32_t *line);

/* Sees the words through the windows of a model. False: no memory. */
bool training_prepare(training_set *set, const syllable_model *m);

/* Learns from all words but those of one fold (TRAINING_FOLDS: of all). False: no
 * memory. */
bool training_learn(const training_set *set, uint32_t left_out,
                    int8_t weights[SYLLABLE_WEIGHTS]);

void training_free(training_set *set);

#endif
