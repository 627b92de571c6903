/* SPDX-License-Identifier: MIT */
/* How varied the words of a text are. */
#ifndef LEDE_MEASURE_DIVERSITY_H
#define LEDE_MEASURE_DIVERSITY_H

#include <lede/types.h>

#include <stdbool.h>

#define DIVERSITY_WORDS (UINT32_MAX / 2) /* at most; more would take 8 GiB */

/* The words of a text in their order. */
typedef struct diversity_words {
    const uint32_t *terms; /* of each word its type */
    size_t count;          /* of words; at most DIVERSITY_WORDS */
    size_t term_count;     /* all types are below it; some may not occur */
} diversity_words;

typedef struct diversity {
    lede_value values[LEDE_DIVERSITY_COUNT]; /* by lede_diversity */
    uint64_t types;                          /* that occur */
    uint64_t hapaxes;                        /* that occur once */
} diversity;

/*
 * All measures, in time linear in the words and terms. A measure that a text is too
 * short for has no value: those of a hundred words (MSTTR, MATTR) and of 42 (HD-D) below
 * these, and those that would divide by zero, as Dugast's U where no word comes twice.
 * False: no memory, or too many words.
 */
bool diversity_measure(const diversity_words *words, const lede_allocator *allocator,
                       diversity *out);

#endif
