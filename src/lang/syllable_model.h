/* SPDX-License-Identifier: MIT */
/*
 * Syllables of a word by learnt weights. Vowels may be nuclei of syllables, and a few
 * consonants between consonants. The weights of the letters around such a letter, seen
 * through several windows, are added up: above 0 it is a nucleus. Words that the
 * weights get wrong are listed by fingerprint.
 */
#ifndef LEDE_LANG_SYLLABLE_MODEL_H
#define LEDE_LANG_SYLLABLE_MODEL_H

#include "lang/syllable_forms.h"

#include <stdbool.h>
#include <stddef.h>

#define SYLLABLE_WORD 64u  /* letters that are looked at together */
#define SYLLABLE_BEFORE 6u /* letters that windows can see before the middle one */
#define SYLLABLE_AFTER 5u
#define SYLLABLE_BITS 5u    /* of a letter's code; 0: no letter */
#define SYLLABLE_MIDDLE 25u /* SYLLABLE_AFTER * SYLLABLE_BITS */
#define SYLLABLE_WINDOWS 11u
#define SYLLABLE_WEIGHT_BITS 15u
#define SYLLABLE_WEIGHTS (1u << SYLLABLE_WEIGHT_BITS)
#define SYLLABLE_VOWEL 24u        /* vowels have codes from here on */
#define SYLLABLE_SPELLED 5u       /* longest word without a vowel that is spelled out */
#define SYLLABLE_PRINT 20u        /* bits of a fingerprint */
#define SYLLABLE_PRINTS_BEHIND 3u /* zeros behind the last of them */

/* Which bits of the letters around count, and how they become a place. */
typedef struct syllable_window {
    uint64_t mask;
    uint64_t factor;
} syllable_window;

typedef struct syllable_model {
    /* By byte. Letters of a kind share upper bits; 16 to 19 may be nuclei too, but
     * not beside a vowel. */
    uint8_t codes[256];
    uint8_t spelled[32]; /* syllables of the letter's name */
    syllable_window windows[SYLLABLE_WINDOWS];
    const int8_t *weights; /* SYLLABLE_WEIGHTS of them */
    /* Listed words by the upper bits of their hash, then fingerprint: its lower
     * bits in prints, its upper 4 bits above the 4 of the count in counts. */
    uint64_t hash_factor;
    uint32_t bucket_shift;
    uint32_t listed; /* words */
    const uint16_t *buckets;
    const uint16_t *prints;
    const uint8_t *counts;
    const syllable_form *beginnings;
    const syllable_form *endings; /* by bucket: those of i begin at ending_first[i] */
    const syllable_fold *folds;
    uint32_t beginning_count, ending_count, fold_count;
    uint16_t ending_first[SYLLABLE_BUCKETS + 1];
} syllable_model;

/* A walk over the letters that may be nuclei; starts as {word, n}, n at most
 * SYLLABLE_WORD. around: codes of the letters seen from letter number `next` - 1. */
typedef struct syllable_walk {
    const char *word;
    size_t n;
    size_t next;
    uint64_t around;
} syllable_walk;

/* False: no further one. */
bool syllable_walk_next(const syllable_model *m, syllable_walk *walk);

static inline uint32_t syllable_place(const syllable_window *w, uint64_t around) {
    return (uint32_t)(((around & w->mask) * w->factor) >> (64 - SYLLABLE_WEIGHT_BITS));
}

/* Above 0: the middle one of the letters around is a nucleus. Most of the work is done
 * here. */
int syllable_model_score(const syllable_model *m, uint64_t around);

uint64_t syllable_model_hash(const syllable_model *m, const char *word, size_t n);

/* A bit for each letter of a word of at most SYLLABLE_WORD that is a nucleus. */
uint64_t syllable_model_nuclei(const syllable_model *m, const char *word, size_t n);

/* Syllables of the letters' names. */
uint32_t syllable_model_spelled(const syllable_model *m, const char *word, size_t n);

/* What the list says of a word; 0: it is not there. */
uint32_t syllable_model_listed(const syllable_model *m, const char *word, size_t n);

/* At least 1; 0 when there is anything but letters a-z in it, or nothing. Without a
 * vowel and not listed, a short word is spelled out, letter by letter. */
uint32_t syllable_model_count(const syllable_model *m, const char *word, size_t n);

/* The same of a word of letters a-z alone. */
uint32_t syllable_model_of_letters(const syllable_model *m, const char *word, size_t n);

#endif
