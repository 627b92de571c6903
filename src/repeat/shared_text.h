/* SPDX-License-Identifier: MIT */
/*
 * A document as a row of numbers, of which equal words have equal ones whatever document
 * they are in. Only words of body sentences that are no code or metadata.
 */
#ifndef LEDE_REPEAT_SHARED_TEXT_H
#define LEDE_REPEAT_SHARED_TEXT_H

#include "base/map.h"
#include "base/quota.h"
#include "text/document.h"

/* ---- Entries of a row -------------------------------------------------------- */

#define SHARED_FIRST 0x80000000u    /* the first word of a sentence; an edge */
#define SHARED_WINDOW 0x40000000u   /* kept: the words from here on are in an index */
#define SHARED_SENTENCE 0x20000000u /* kept: the sentence from here on is */
#define SHARED_HALF 0x10000000u     /* a character of a script without spaces */
#define SHARED_NUMBER 0x0FFFFFFFu

/* Numbers of what is no word known. An edge stands before, between and behind stretches,
 * and equals none of another row: whoever compares stops there by himself. */
#define SHARED_EDGE_KEPT 0x0FFFFFFFu
#define SHARED_EDGE 0x0FFFFFFEu
#define SHARED_UNKNOWN 0x0FFFFFFDu
#define SHARED_NUMBERS SHARED_UNKNOWN /* that words can have */

#define SHARED_FILE SHARED_HALF /* of an edge that is kept: a file begins behind it */

static inline bool shared_is_edge(uint32_t entry) {
    return (entry & SHARED_NUMBER) >= SHARED_EDGE;
}

static inline bool shared_is_equal(uint32_t a, uint32_t b) {
    return ((a ^ b) & SHARED_NUMBER) == 0;
}

/* ---- Numbers of words -------------------------------------------------------- */

typedef struct shared_keys {
    quota *quota; /* that its memory counts against */
    uint64_t seed;
    uint64_t mask; /* bits of hashes in use: all; in tests few, so that they collide */
    bool adds;     /* words that are new; false once the quota has refused one */
    map index;
    VEC_OF(char) bytes;
    VEC_OF(uint32_t) ends; /* of each key */
} shared_keys;

void shared_keys_free(shared_keys *k);

/* ---- The row ----------------------------------------------------------------- */

typedef struct shared_text {
    VEC_OF(uint32_t) words;    /* what is compared of a block is a stretch */
    VEC_OF(lede_span) extents; /* text of each: at the edges of a sentence all of it */
    const lede_allocator *allocator;
} shared_text;

/*
 * t is zeroed by the caller but for its allocator; shared_text_free() is due even after a
 * failure. Words that are new and not added are SHARED_UNKNOWN. False: no memory.
 */
bool shared_text_read(shared_text *t, const lede_document *d, shared_keys *keys);
void shared_text_free(shared_text *t);

#endif
