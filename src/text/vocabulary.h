/* SPDX-License-Identifier: MIT */
/* What is known of words apart from any document, kept as words are met. */
#ifndef LEDE_TEXT_VOCABULARY_H
#define LEDE_TEXT_VOCABULARY_H

#include "base/map.h"
#include "base/vec.h"
#include "lang/pack.h"
#include "lang/stem.h"

typedef struct vocabulary_word {
    uint32_t key; /* offset into keys */
    uint32_t key_length;
    uint32_t stem; /* offset into keys; LEDE_NONE until somebody asked */
    uint32_t stem_length;
    uint32_t flags; /* list membership */
} vocabulary_word;

struct lede_vocabulary {
    const lede_allocator *allocator;
    const language_pack *pack; /* NULL: of every language, it keeps parts only */
    stemmer *stemmer;          /* NULL until the first stem, or when there is none */
    uint64_t seed;
    size_t limit;
    uint64_t stem_calls;
    map index;
    VEC_OF(vocabulary_word) words;
    VEC_OF(char) keys;
    struct lede_vocabulary *parts; /* one for each language met */
    struct lede_vocabulary *next;  /* of a part: the one after it */
};

typedef struct lede_vocabulary lede_vocabulary;

/* pack NULL: of every language, with one limit for all of them together. */
lede_status vocabulary_init(lede_vocabulary *v, const lede_allocator *allocator,
                            const language_pack *pack, size_t limit, uint64_t seed);
void vocabulary_release(lede_vocabulary *v);

/* The vocabulary to read a text of pack with: v itself, or v's part for that
 * language, made when it is the first such text; *part is NULL when v is NULL
 * or of another language. A part's words stay below what the others left of the
 * limit, as long as no other part is filled. False: no memory. */
bool vocabulary_choose(lede_vocabulary *v, const language_pack *pack,
                       lede_vocabulary **part);

lede_vocabulary_stats vocabulary_measure(const lede_vocabulary *v);

/* The word's number, or LEDE_NONE when the vocabulary is full. False: no
 * memory. hash is hash_bytes(key, n, v->seed). */
bool vocabulary_meet(lede_vocabulary *v, const char *key, size_t n, uint64_t hash,
                     uint32_t *number);

/* List flags of a word, and elision_flags(): of number if it is one, else computed
 * from key. */
uint32_t vocabulary_flags(const lede_vocabulary *v, uint32_t number, const char *key,
                          size_t n);

typedef struct vocabulary_form {
    const char *bytes;
    size_t n;
} vocabulary_form;

/* The stem of word, which is computed once per number; valid until the next
 * call. False: no memory. */
bool vocabulary_stem(lede_vocabulary *v, uint32_t number, vocabulary_form word,
                     vocabulary_form *stem);

#endif
