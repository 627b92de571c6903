/* SPDX-License-Identifier: MIT */
/* Background files for tests, sound ones and, a piece at a time, others. */
#ifndef LEDE_TESTS_SUPPORT_BACKGROUND_WRITER_H
#define LEDE_TESTS_SUPPORT_BACKGROUND_WRITER_H

#include "base/crc32c.h"
#include "support/texts.h"
#include "text/background.h"
#include "text/background_layout.h"
#include "unicode/properties.h"

typedef struct background_entry {
    const char *key;
    size_t n;
    uint64_t documents;
    uint64_t occurrences;
} background_entry;

#define BACKGROUND_ENTRY(key, documents, occurrences)                                    \
    { key, sizeof(key) - 1, documents, occurrences }

/* ---- Pieces -------------------------------------------------------------------- */

static inline void background_set(char *at, uint64_t number, unsigned bytes) {
    for (unsigned i = 0; i < bytes; i++) {
        at[i] = (char)(unsigned char)(number >> 8 * i & 0xFF);
    }
}

static inline void background_put_count(text_buffer *t, uint64_t count) {
    for (; count >= 0x80; count >>= 7) {
        text_add(t, &(char){(char)(unsigned char)(count | 0x80)}, 1);
    }
    text_add(t, &(char){(char)count}, 1);
}

/* An entry that shares so many bytes with the one before; counts are due behind it. */
static inline void background_put_word(text_buffer *t, size_t shared, const char *key,
                                       size_t n) {
    char head[BACKGROUND_AT_REST] = {(char)(unsigned char)shared,
                                     (char)(unsigned char)(n - shared)};
    text_add(t, head, sizeof head);
    text_add(t, key + shared, n - shared);
}

/* ---- Whole files ----------------------------------------------------------------- */

/* The head of an empty file. */
static inline void background_begin(text_buffer *t) {
    char head[BACKGROUND_HEAD + 1] = BACKGROUND_MAGIC; /* no words are read as well */
    background_set(head + BACKGROUND_AT_FORMAT, BACKGROUND_FORMAT, 2);
    background_set(head + BACKGROUND_AT_TOKENIZER, BACKGROUND_TOKENIZER, 2);
    background_set(head + BACKGROUND_AT_FOLD, BACKGROUND_FOLD, 2);
    background_set(head + BACKGROUND_AT_STEM, BACKGROUND_STEM_NONE, 2);
    memcpy(head + BACKGROUND_AT_UNICODE, UNICODE_VERSION_TEXT,
           sizeof UNICODE_VERSION_TEXT);
    memcpy(head + BACKGROUND_AT_LANGUAGE, "en", 2);
    background_set(head + BACKGROUND_AT_LEAST, 1, 8);
    text_add(t, head, sizeof head);
    t->n = BACKGROUND_HEAD;
}

/* Checksums anew, after a change; of a head that speaks of bytes that are not there
 * its own only. */
static inline void background_seal(text_buffer *t) {
    char *head = t->bytes;
    uint64_t size = background_u64(head + BACKGROUND_AT_SIZE);
    if (size <= t->n - BACKGROUND_HEAD) {
        const char *words = head + BACKGROUND_HEAD, *index = words + size;
        size_t rest = t->n - BACKGROUND_HEAD - (size_t)size;
        background_set(head + BACKGROUND_AT_WORDS_SUM, crc32c_of(words, (size_t)size), 4);
        background_set(head + BACKGROUND_AT_INDEX_SUM, crc32c_of(index, rest), 4);
    }
    background_set(head + BACKGROUND_AT_HEAD_SUM, crc32c_of(head, BACKGROUND_AT_HEAD_SUM),
                   4);
}

static inline void background_set_u64(text_buffer *t, size_t at, uint64_t number) {
    background_set(t->bytes + at, number, 8);
    background_seal(t);
}

static inline size_t background_shared(const background_entry *a,
                                       const background_entry *b) {
    size_t n = 0;
    while (n < a->n && n < b->n && a->key[n] == b->key[n]) {
        n++;
    }
    return n;
}

static inline void background_put_words(text_buffer *t, text_buffer *index,
                                        const background_entry *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t shared = 0;
        if (i % BACKGROUND_BLOCK == 0) {
            char offset[BACKGROUND_OFFSET_SIZE];
            background_set(offset, t->n, sizeof offset);
            text_add(index, offset, sizeof offset);
        } else {
            shared = background_shared(&words[i - 1], &words[i]);
        }
        background_put_word(t, shared, words[i].key, words[i].n);
        background_put_count(t, words[i].documents);
        background_put_count(t, words[i].occurrences);
    }
}

/* Words ascending by bytes. As many documents as the word of most of them has, and no
 * token but those of the words; other totals go to their places behind it
 * (background_set_u64). */
static inline text_buffer background_write(const background_entry *words, size_t count) {
    text_buffer t = {0}, index = {0};
    uint64_t documents = 0, occurrences = 0;
    background_begin(&t);
    background_put_words(&t, &index, words, count);
    for (size_t i = 0; i < count; i++) {
        documents = words[i].documents > documents ? words[i].documents : documents;
        occurrences += words[i].occurrences;
    }
    background_set(t.bytes + BACKGROUND_AT_DOCUMENTS, documents, 8);
    background_set(t.bytes + BACKGROUND_AT_TOKENS, occurrences, 8);
    background_set(t.bytes + BACKGROUND_AT_WORDS, count, 8);
    background_set(t.bytes + BACKGROUND_AT_OCCURRENCES, occurrences, 8);
    background_set(t.bytes + BACKGROUND_AT_SIZE, t.n - BACKGROUND_HEAD, 8);
    text_add(&t, index.bytes, index.n);
    text_free(&index);
    background_seal(&t);
    text_fit(&t);
    return t;
}

/* ---- Back again ------------------------------------------------------------------ */

/* What an accepted file holds, read from its beginning to its end. */
typedef struct background_list {
    background_entry *items;
    char *keys; /* BACKGROUND_KEY_MAX bytes for each */
    size_t count;
} background_list;

static inline const char *background_take_count(const char *at, uint64_t *count) {
    *count = 0;
    for (unsigned shift = 0;; shift += 7) {
        unsigned byte = (unsigned char)*at++;
        *count |= (uint64_t)(byte & 0x7Fu) << shift;
        if (byte < 0x80) {
            return at;
        }
    }
}

static inline background_list background_list_of(const text_buffer *t) {
    const char *at = t->bytes + BACKGROUND_HEAD;
    size_t count = (size_t)background_u64(t->bytes + BACKGROUND_AT_WORDS);
    background_list list = {malloc((count + 1) * sizeof(background_entry)),
                            malloc((count + 1) * BACKGROUND_KEY_MAX), count};
    if (list.items == NULL || list.keys == NULL) {
        abort();
    }
    for (size_t i = 0; i < count; i++) {
        char *key = list.keys + i * BACKGROUND_KEY_MAX;
        size_t shared = (unsigned char)at[BACKGROUND_AT_SHARED];
        size_t length = (unsigned char)at[BACKGROUND_AT_LENGTH];
        if (shared > 0) {
            memcpy(key, key - BACKGROUND_KEY_MAX, shared);
        }
        memcpy(key + shared, at + BACKGROUND_AT_REST, length);
        list.items[i] = (background_entry){key, shared + length, 0, 0};
        at = background_take_count(at + BACKGROUND_AT_REST + length,
                                   &list.items[i].documents);
        at = background_take_count(at, &list.items[i].occurrences);
    }
    return list;
}

static inline void background_list_free(background_list *list) {
    free(list->items);
    free(list->keys);
}

/* The same words and totals written anew. */
static inline text_buffer background_write_again(const text_buffer *t,
                                                 const background_list *list) {
    text_buffer again = background_write(list->items, list->count);
    memcpy(again.bytes + BACKGROUND_AT_LANGUAGE, t->bytes + BACKGROUND_AT_LANGUAGE,
           BACKGROUND_AT_WORDS - BACKGROUND_AT_LANGUAGE);
    memcpy(again.bytes + BACKGROUND_AT_LEAST, t->bytes + BACKGROUND_AT_LEAST,
           BACKGROUND_AT_SIZE - BACKGROUND_AT_LEAST);
    background_seal(&again);
    return again;
}

#endif
