/* SPDX-License-Identifier: MIT */
/*
 * Which repeated sequences of words may be phrases: complete at both edges, and no part
 * of a longer one that is repeated as often.
 */
#ifndef LEDE_REPEAT_SEQUENCES_H
#define LEDE_REPEAT_SEQUENCES_H

#include "repeat/intervals.h"

/* Bits of what a symbol may do. */
#define SYMBOL_CONTENT 0x01u   /* be an edge of a phrase */
#define SYMBOL_OPENS 0x02u     /* open a formula, if it opens no phrase */
#define SYMBOL_NOT_FIRST 0x04u /* of content: open none */
#define SYMBOL_NOT_LAST 0x08u  /* of content: end none */

#define FORMULA_WORDS 4u /* at least, with one of content */

typedef enum sequence_kind {
    SEQUENCE_PHRASE, /* at least two words of content, one at each edge */
    SEQUENCE_FORMULA /* content at its end: "with or without" and a word */
} sequence_kind;

typedef struct sequence {
    uint32_t place;    /* in the text, of the first time */
    uint32_t length;   /* words */
    uint32_t interval; /* of the tree: where all its places are */
    uint32_t count;    /* times, left to right and without overlap */
    uint32_t covered;  /* of its words, those that a longer one of as many places has */
    sequence_kind kind;
} sequence;

typedef struct sequences {
    VEC_OF(sequence) items; /* by the first place, then the longest first */
    bool capped; /* of some only the first SEQUENCES_ALL words were looked at */
} sequences;

#define SEQUENCES_ALL 32u /* words: so long ones are always counted */

/*
 * All that are there twice without overlap and in no longer one of as many places, with
 * overlap. classes: SYMBOL_... of each symbol; what stands once in the text is in no
 * sequence. Work and memory are linear: sequences of more than SEQUENCES_ALL words
 * are looked at, the longest first, as long as all their places together are not more
 * than SEQUENCES_ALL times the length of the text. False: no memory; sequences_free()
 * is due anyway.
 */
bool sequences_find(const intervals *t, const uint8_t *classes, sequences *out);

/* The same, of which each is finished at one of its places at least. Where it is not,
 * words are taken off its end, SEQUENCE_ENDS at most; else it is none. Of longer ones
 * than `most` words their beginnings. */
#define SEQUENCE_ENDS 4u
typedef bool is_finished(const void *context, uint32_t place, uint32_t length);
typedef struct sequence_rules {
    is_finished *finished; /* NULL: all are */
    const void *context;
    uint32_t most;
} sequence_rules;
bool sequences_find_by(const intervals *t, const uint8_t *classes,
                       const sequence_rules *rules, sequences *out);
void sequences_free(sequences *c, const lede_allocator *allocator);

#endif
