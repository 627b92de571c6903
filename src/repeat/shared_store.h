/* SPDX-License-Identifier: MIT */
/*
 * What is kept of documents that may be gone: their words as numbers, where each of them
 * stands, and where to find a row of them again.
 */
#ifndef LEDE_REPEAT_SHARED_STORE_H
#define LEDE_REPEAT_SHARED_STORE_H

#include "repeat/shared_hash.h"
#include "repeat/shared_index.h"

/*
 * Of equal windows, and of equal short sentences, the first of each file is put into the
 * index, of so many files. All windows are, each as long as the shortest run: only each
 * k-th would do for windows that are shorter by k - 1 words, but so short ones stand in
 * many files by chance, and then a bounded chain of them loses runs. A window of the full
 * length that stands in so many files is a passage by itself.
 */
#define SHARED_CHAIN 4u

#define SHARED_STRIDE 64u /* words from one place that is kept in full to the next */

typedef struct shared_mark {
    lede_place place; /* where the word before ends */
    uint32_t step;    /* where in steps the word's own begin */
} shared_mark;

typedef struct shared_store {
    quota quota;
    shared_keys keys;
    shared_hash hash;
    VEC_OF(uint32_t) words;    /* as in shared_text, but for SHARED_EDGE_KEPT */
    VEC_OF(uint32_t) files;    /* where the words of each begin, at its edge */
    VEC_OF(uint8_t) steps;     /* from place to place in the source, two for each word */
    VEC_OF(shared_mark) marks; /* of words 0, SHARED_STRIDE, ... */
    shared_index windows;
    shared_index sentences; /* of fewer words than a window, but enough for one */
} shared_store;

/* Must not move afterwards. window: words of a run at least. */
void shared_store_init(shared_store *s, const lede_allocator *allocator, size_t limit,
                       uint32_t window, uint64_t seed);
void shared_store_free(shared_store *s);

/*
 * Keeps a document of which t is the row. hashes: of its windows, by the word that each
 * begins with. False: no memory, and as before; quota.refused tells whose.
 */
bool shared_store_add(shared_store *s, const lede_document *d, const shared_text *t,
                      const uint64_t *hashes);

/* Words of the sentence that begins at words[at], if there are at most `most`, else 0. */
uint32_t shared_sentence_words(const uint32_t *words, size_t at, uint32_t most);

/* The file that the word is in. */
uint32_t shared_store_file(const shared_store *s, uint32_t word);

/* From the first of some words to the last, at the edges of sentences all of these. */
void shared_store_place(const shared_store *s, uint32_t word, uint32_t count,
                        lede_shared_place *out);

#endif
