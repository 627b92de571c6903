/* SPDX-License-Identifier: MIT */
/* On which lists is a word? Asked once for each distinct word. */
#ifndef LEDE_LANG_WORD_LISTS_H
#define LEDE_LANG_WORD_LISTS_H

#include "lang/list_tables.h"
#include "lang/pack.h"

typedef enum word_list {
    WORD_LIST_DALE_3000 = 1 << 0,   /* Dale 1948: familiar to pupils of grade four */
    WORD_LIST_SPACHE_1974 = 1 << 1, /* Spache, revised */
    WORD_LIST_PREPOSITION = 1 << 2,
    WORD_LIST_PRONOUN = 1 << 3,
    WORD_LIST_CONJUNCTION = 1 << 4,
    WORD_LIST_ARTICLE = 1 << 5,
    WORD_LIST_TO_BE = 1 << 6,
    WORD_LIST_AUXILIARY = 1 << 7,
    WORD_LIST_HEDGE = 1 << 8,
    WORD_LIST_TRANSITION = 1 << 9,
    WORD_LIST_PARTICIPLE = 1 << 10,
    WORD_LIST_NOMINALISATION = 1 << 11,
    WORD_LIST_ADVERB = 1 << 12,
    WORD_LIST_PLAIN = 1 << 13, /* not counted by O'Hayre's formula */
    WORD_LIST_INTENSIFIER = 1 << 14,
    WORD_LIST_WORDY = 1 << 15,         /* longer than a word of the same meaning */
    WORD_LIST_SUBORDINATING = 1 << 16, /* conjunctions of clauses; also CONJUNCTION */
    WORD_LIST_INTERROGATIVE = 1 << 17,
    WORD_LIST_PASSIVE = 1 << 18,     /* forms that make a passive with a participle */
    WORD_LIST_COMPARABLE = 1 << 19,  /* adjectives that take "-er", "-est" */
    WORD_LIST_PHRASE_HEAD = 1 << 20, /* the first word of a phrase */
    /* Of the search for passives: docs/style-lists.md. */
    WORD_LIST_BETWEEN = 1 << 21,
    WORD_LIST_CLUSTER = 1 << 22,        /* [clause-final] */
    WORD_LIST_PERFECT = 1 << 23,        /* beside a participle: no passive */
    WORD_LIST_INFINITIVE = 1 << 24,     /* participles that are infinitives too */
    WORD_LIST_NO_INFINITIVE = 1 << 25,  /* [passive] that takes none */
    WORD_LIST_POSSESSIVE_TOO = 1 << 26, /* forms of "to be": "sein", "zijn" */
    WORD_LIST_RELATIVE = 1 << 27        /* begin a clause without a comma */
} word_list;

/* Lists that only take words off others; beyond the public bits. */
#define LIST_NOT_ADVERB (UINT32_C(1) << 28)
#define LIST_NOT_NOMINALISATION (UINT32_C(1) << 29)
#define LIST_NOT_PARTICIPLE (UINT32_C(1) << 30)
#define LIST_NOT_COMPOUND (UINT32_C(1) << 31)
#define LIST_HIDDEN UINT32_C(0xF0000000)

/* Those with the authors' rules of inflection. */
#define WORD_LIST_FAMILIAR ((uint32_t)(WORD_LIST_DALE_3000 | WORD_LIST_SPACHE_1974))

/* Every list that a folded word is on: as written, by its ending ("-tion"), behind an
 * elided word ("d'une", where the language elides), and for the familiar ones by
 * the rules of lang/familiar.h. */
uint32_t word_lists_of(const language_pack *pack, const char *key, size_t n);

/* The same of a word of letters a-z alone, faster. */
uint32_t word_lists_of_letters(const language_pack *pack, const char *key, size_t n);

/* The lists that have the word as written, LIST_HIDDEN ones too, and no others; of a
 * language, and of any tables. */
uint32_t word_lists_exact(const language_pack *pack, const char *key, size_t n);
uint32_t word_lists_in(const list_tables *t, const char *key, size_t n);

/* The lists of these tables that its ending puts a word on; lists: those it is on as
 * written. n > 0. */
uint32_t word_lists_by_suffix(const list_tables *t, const char *key, size_t n,
                              uint32_t lists);

/* Of the wanted familiar lists, none of which has the word as written, those that have
 * it by the rules. */
uint32_t word_lists_familiar(const language_pack *pack, const char *key, size_t n,
                             uint32_t wanted);

/* The lists that the language has at all. */
uint32_t word_lists_known(const language_pack *pack);

/* Zeros: unknown. */
list_speed word_lists_speed(const language_pack *pack);

#define WORD_LIST_PHRASE_WORDS 8u  /* of the longest phrase */
#define WORD_LIST_PHRASE_BYTES 64u /* with its spaces */

/* The words from which on a phrase is looked for: the folded key of the i-th, false
 * where there is none (the end of the sentence, a mark between the words). */
typedef struct phrase_words {
    bool (*word)(void *context, uint32_t i, const char **key, size_t *n);
    void *context;
} phrase_words;

/* How many words the longest phrase has that begins with word 0, and in *lists the
 * lists it is on; 0: none. Only worth asking of a word that is a PHRASE_HEAD. */
uint32_t word_lists_phrase(const language_pack *pack, const phrase_words *words,
                           uint32_t *lists);

#endif
