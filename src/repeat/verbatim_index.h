/* SPDX-License-Identifier: MIT */
/*
 * The rows of all sources and of the summary, one behind the other, with their suffixes
 * in order: how many words from each of the summary on stand side by side in a source,
 * and where.
 */
#ifndef LEDE_REPEAT_VERBATIM_INDEX_H
#define LEDE_REPEAT_VERBATIM_INDEX_H

#include "repeat/verbatim_row.h"

/* The longest run of tokens from one of the summary on that a source has. */
typedef struct verbatim_match {
    uint32_t length; /* 0: no source has the word */
    uint32_t at;     /* token of the index */
} verbatim_match;

/* A sentence of a source, as tokens of the index. */
typedef struct verbatim_sentence {
    uint32_t begin;
    uint32_t end;
} verbatim_sentence;

typedef struct verbatim_index {
    const lede_allocator *allocator;
    const verbatim_row *sources;
    uint32_t source_count;
    const verbatim_row *summary;
    uint64_t seed;
    uint32_t *symbols; /* tokens of the sources, each with one behind that equals none,
                          then those of the summary */
    uint32_t *suffixes;
    uint32_t *ranks;
    uint32_t *shared;
    verbatim_match *matches; /* of each token of the summary */
    uint32_t *bases;         /* where each source begins, and the summary */
    uint32_t *counts;        /* of each number, how often sources have it */
    uint32_t count;
    uint32_t numbers;
    map by_words; /* sentences, each once */
    VEC_OF(verbatim_sentence) sentences;
} verbatim_index;

/* x is filled; verbatim_index_free() is due even after a failure. numbers: that words can
 * have. The rows must not move. False: no memory, or more tokens than can be numbered. */
bool verbatim_index_make(verbatim_index *x, uint32_t numbers);
void verbatim_index_free(verbatim_index *x);

static inline uint32_t verbatim_index_summary(const verbatim_index *x) {
    return x->bases[x->source_count];
}

/* The source of a token, and in *token its place there. */
uint32_t verbatim_index_source(const verbatim_index *x, uint32_t at, uint32_t *token);

/* The first sentence of the sources that has just the summary's tokens [begin, end);
 * UINT32_MAX: there is none. */
uint32_t verbatim_index_sentence(const verbatim_index *x, uint32_t begin, uint32_t end);

/* Some of the places where sources have `length` tokens of the summary from `token` on,
 * at most `most`, ascending: all of them, if they are fewer. Returns their number: 0 only
 * if there is none. */
uint32_t verbatim_index_places(const verbatim_index *x, uint32_t token, uint32_t length,
                               uint32_t *places, uint32_t most);

#endif
