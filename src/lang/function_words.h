/* SPDX-License-Identifier: MIT */
/*
 * The function words of all languages in one table, so that a word of a text is
 * looked up once however many languages there are. Beside the packs it holds
 * neutral languages: those without lists, known only so that they are not taken
 * for a relative.
 */
#ifndef LEDE_LANG_FUNCTION_WORDS_H
#define LEDE_LANG_FUNCTION_WORDS_H

#include "base/hash.h"
#include "lang/pack.h"

#include <string.h>

/* Languages that can be told apart: one for each bit of a set. */
#define FUNCTION_LANGUAGES 64u
#define FUNCTION_SETS 2048u    /* sets at most */
#define FUNCTION_WORDS 32768u  /* words at most */
#define FUNCTION_WORD_BYTES 48 /* of the longest; longer ones are left out */

/* A folded word of letters alone. */
typedef struct function_word {
    uint32_t key; /* offset into the table's strings */
    uint16_t set; /* index: which languages have it */
    uint8_t length;
    uint8_t weight; /* 2; 1 when it is a single letter, which says less */
} function_word;

typedef struct function_table {
    const char *strings;
    const function_word *words;
    uint32_t word_count;
    const uint16_t *slots; /* hash of the key -> index of its word + 1, 0: free */
    uint32_t slot_mask;    /* slots - 1; at most half of them are taken */
    const uint64_t *sets;  /* distinct; bit i: language i */
    uint32_t set_count;
    /* Of each language its scripts. The packs come first, in their order. */
    const unicode_script (*scripts)[PACK_SCRIPTS];
    uint32_t language_count;
} function_table;

/* The table compiled in. */
const function_table *function_words(void);

/* hash: hash_bytes(key, n, 0). NULL: no language has the word. */
static inline const function_word *
function_words_find(const function_table *t, const char *key, size_t n, uint64_t hash) {
    uint32_t s = (uint32_t)hash & t->slot_mask;
    for (; t->slots[s] != 0; s = (s + 1) & t->slot_mask) {
        const function_word *w = &t->words[t->slots[s] - 1];
        if (w->length == n && memcmp(t->strings + w->key, key, n) == 0) {
            return w;
        }
    }
    return NULL;
}

#endif
