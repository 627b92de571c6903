/* SPDX-License-Identifier: MIT */
/* The stems of words apart from any document, kept as words are met. */
#ifndef LEDE_TEXT_VOCABULARY_H
#define LEDE_TEXT_VOCABULARY_H

#include "base/map.h"
#include "base/vec.h"
#include "lang/stem.h"
#include "lang/word_facts.h"
#include "text/lanes.h"

/* Half a cache line, and all that a document asks of a word it meets again: of a
 * large vocabulary most words are far from the processor. */
typedef struct vocabulary_word {
    key_lanes lanes;     /* of its key */
    uint32_t key;        /* of a key longer than its lanes: offset into keys */
    uint32_t key_length; /* bytes */
    uint32_t stem;       /* index; LEDE_NONE until somebody asked */
    uint16_t letters;    /* as in lede_term; known with the stem */
    bool is_front;       /* the stem is the front of the key */
} vocabulary_word;

/* A stem that words share, and its number in the document being read, so that
 * nobody has to look at its bytes again. */
typedef struct vocabulary_stem {
    uint32_t form; /* offset into keys */
    uint32_t length;
    uint32_t tag;      /* of its hash, as in maps */
    uint32_t document; /* the one that number belongs to */
    uint32_t number;
} vocabulary_stem;

struct lede_vocabulary {
    const lede_allocator *allocator;
    const language_pack *pack; /* NULL: of every language, it keeps parts only */
    stemmer *stemmer;          /* NULL until the first stem, or when there is none */
    uint64_t seed;
    size_t limit; /* words; 0: keeps nothing */
    uint64_t stem_calls;
    map index; /* key -> word */
    VEC_OF(vocabulary_word) words;
    VEC_OF(word_facts) facts; /* of the first words, as far as somebody asked */
    map forms;                /* form -> stem */
    VEC_OF(vocabulary_stem) stems;
    VEC_OF(char) keys;
    uint32_t document;             /* counts those that were read with it; may wrap */
    struct lede_vocabulary *parts; /* one for each language met */
    struct lede_vocabulary *next;  /* of a part: the one after it */
};

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

/* From here on no stem has a number: another document is being read. */
void vocabulary_open_document(lede_vocabulary *v);

/* A folded key of n bytes; bytes is read only if it is longer than its lanes. */
typedef struct vocabulary_key {
    key_lanes lanes;
    const char *bytes;
    uint32_t n;
    uint64_t hash; /* hash_bytes(bytes, n, v->seed) */
} vocabulary_key;

/* The word's number, or LEDE_NONE when the vocabulary is full. False: no memory. */
bool vocabulary_meet(lede_vocabulary *v, const vocabulary_key *key, uint32_t *number);

typedef struct vocabulary_form {
    const char *bytes;
    size_t n;
} vocabulary_form;

/* The form of record `stem`; valid until the next word or stem is added. */
vocabulary_form vocabulary_form_of(const lede_vocabulary *v, uint32_t stem);

/* What the stemmer makes of a form; valid until the next call. False: no memory. */
bool vocabulary_compute_stem(lede_vocabulary *v, vocabulary_form word,
                             vocabulary_form *stem);

/* The stem of word `number`, whose form is `word`, computed when it is the first
 * time; LEDE_NONE when there is no room for it. False: no memory. */
bool vocabulary_stem_of(lede_vocabulary *v, uint32_t number, vocabulary_form word,
                        uint32_t *stem);

/* The stem of this form that some word has, or LEDE_NONE; hash_bytes() with v->seed. */
uint32_t vocabulary_find_stem(const lede_vocabulary *v, vocabulary_form form,
                              uint64_t hash);

#endif
