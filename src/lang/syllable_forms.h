/* SPDX-License-Identifier: MIT */
/* What a syllable model knows beside its weights: forms and letters that stand for
 * others. */
#ifndef LEDE_LANG_SYLLABLE_FORMS_H
#define LEDE_LANG_SYLLABLE_FORMS_H

#include <stdint.h>

#define SYLLABLE_FORM 12u    /* bytes of a form */
#define SYLLABLE_BUCKETS 32u /* of endings, by their last byte */

/* A part of a word that counts for itself: with an apostrophe, or behind a digit. */
typedef struct syllable_form {
    uint64_t tail; /* of an ending: lanes_tail() of it */
    char text[SYLLABLE_FORM];
    uint8_t length;
    uint8_t kept; /* so many bytes of it still belong to the rest of the word */
    uint8_t count;
    uint8_t tail_shift; /* bits of a lane that are no part of the ending */
} syllable_form;

/* A letter that stands for another: U+00F8 for o. */
typedef struct syllable_fold {
    uint32_t code;
    char letter;
} syllable_fold;

#endif
