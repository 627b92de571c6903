/* SPDX-License-Identifier: MIT */
/* Phrases of one list of a language in the words of a document. Many of the words that
 * begin one are among the most frequent of all ("in", "as"), so what stands behind them
 * is looked at first. */
#ifndef LEDE_MEASURE_PHRASES_H
#define LEDE_MEASURE_PHRASES_H

#include "lang/list_tables.h"
#include "text/document.h"

#define PHRASES_BITS 1024u

/* Words by their hashes: what is not in it is none of them. */
typedef struct phrase_words_seen {
    uint64_t bits[PHRASES_BITS / 64];
} phrase_words_seen;

typedef struct phrases {
    const lede_document *d;
    const list_tables *tables; /* NULL: the language has no phrases */
    uint32_t list;             /* word_list bit */
    uint32_t mask;             /* slots - 1; at most half of them are taken */
    uint16_t *slots;           /* hash of two words -> 1 + the first phrase; 0: free */
    phrase_words_seen heads;   /* their first words */
    phrase_words_seen seconds;
} phrases;

/* phrases_free() is due even after a failure. False: no memory. */
bool phrases_open(phrases *p, const lede_document *d, const lede_allocator *allocator,
                  uint32_t list);
void phrases_free(phrases *p, const lede_allocator *allocator);

/* Length, first and last byte: enough, for what is found is compared. n > 0. */
static inline uint32_t phrases_hash(const char *key, size_t n) {
    return (uint32_t)n * 0x9E3779B1u + (uint32_t)(unsigned char)key[0] * 0x85EBCA6Bu +
           (uint32_t)(unsigned char)key[n - 1] * 0xC2B2AE35u;
}

static inline bool phrases_seen(const phrase_words_seen *seen, const lede_document *d,
                                uint32_t term) {
    lede_span key = d->terms.items[term].key;
    if (key.end == key.begin) {
        return false;
    }
    uint32_t h = phrases_hash(d->keys.items + key.begin, key.end - key.begin) >> 22;
    return (seen->bits[h / 64] >> h % 64 & 1) != 0;
}

/* May a phrase begin with this term? */
static inline bool phrases_have_head(const phrases *p, uint32_t term) {
    return phrases_seen(&p->heads, p->d, term);
}

/* For phrases_at(), which has seen that the two entries from i on are words. */
uint32_t phrases_find(const phrases *p, uint32_t i, uint32_t end);

/* The words of the longest phrase that begins with entry i, a word, and ends before
 * `end`, a place in the word array; no mark stands in it. 0: there is none, as most often
 * the next entry shows. */
static inline uint32_t phrases_at(const phrases *p, uint32_t i, uint32_t end) {
    const lede_word *next = &p->d->words.items[i] + 1;
    return i + 1 < end && next->kind == LEDE_WORD_WORD &&
                   phrases_seen(&p->seconds, p->d, next->term)
               ? phrases_find(p, i, end)
               : 0;
}

#endif
