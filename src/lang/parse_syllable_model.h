/* SPDX-License-Identifier: MIT */
/* stopwords/<code>/syllables.model -> the tables of a syllable model. */
#ifndef LEDE_LANG_PARSE_SYLLABLE_MODEL_H
#define LEDE_LANG_PARSE_SYLLABLE_MODEL_H

#include "base/vec.h"
#include "lang/syllable_model.h"

#include <lede/types.h>

#define SYLLABLE_LISTED 15u /* most syllables of a listed word */

/* A listed word; its letters are the file's. */
typedef struct syllable_listed {
    const char *word;
    uint32_t length;
    uint32_t line;
    uint64_t hash;
    uint32_t count;
    bool by_hand; /* of section [words] */
} syllable_listed;

typedef struct syllable_builder {
    const lede_allocator *allocator;
    syllable_model model; /* pointers are set by syllable_finish() */
    uint32_t windows;     /* those that were named; the others see nothing */
    VEC_OF(int8_t) weights;
    VEC_OF(syllable_form) beginnings;
    VEC_OF(syllable_form) endings;
    VEC_OF(syllable_fold) folds;
    VEC_OF(syllable_listed) listed;
    VEC_OF(uint16_t) buckets;
    VEC_OF(uint16_t) prints;
    VEC_OF(uint8_t) counts;
} syllable_builder;

/*
 * Reads a model. Sections, in any order:
 *   [letters]     "a 28": its code, which says whether it may be a nucleus
 *   [spelled]     "w 3": syllables of the letter's name; 1 when not named
 *   [folds]       a letter and the letter of a-z that it stands for
 *   [beginnings]  "d' 0", [endings] "'s 0", "ch+'s 1", "0+th 0": forms with an
 *                 apostrophe or 0 (any digit), and their syllables; what is before +
 *                 must stand there and is counted with the rest. The first that fits
 *                 counts.
 *   [windows]     "24^431": letters before and behind the middle one, nearest to ^:
 *                 upper 2, 3, 4 or all 5 bits of the code for 1 to 4. At most
 *                 SYLLABLE_WINDOWS.
 *   [seed]        a number that makes all fingerprints differ
 *   [weights]     -127 to 127 each; those that are missing are 0
 *   [words], [exceptions]  "word 3": 1 to SYLLABLE_LISTED syllables
 * bytes must stay until syllable_finish(). Errors: LEDE_BAD_DATA with line and
 * column, LEDE_NO_MEMORY.
 */
lede_status parse_syllable_model(syllable_builder *b, const char *bytes, size_t n,
                                 lede_error *error);

/* Makes b->model of what was read; it points into the builder. Errors: LEDE_BAD_DATA
 * (with the line of a word that stands twice or has another's fingerprint). */
lede_status syllable_finish(syllable_builder *b, lede_error *error);

/* The hash factor that belongs to a seed. */
uint64_t syllable_factor(uint64_t seed);

void syllable_free(syllable_builder *b);

#endif
