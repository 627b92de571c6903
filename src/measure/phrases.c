/* SPDX-License-Identifier: MIT */
#include "measure/phrases.h"

#include <string.h>

typedef struct slice {
    const char *bytes;
    uint32_t n;
} slice;

/* ---- Two words ------------------------------------------------------------------ */

static uint32_t hash_of(slice word) {
    return phrases_hash(word.bytes, word.n);
}

static uint32_t hash_pair(uint32_t first, uint32_t second) {
    uint32_t h = (first ^ (second << 7 | second >> 25)) * 0x9E3779B1u;
    return h ^ h >> 16;
}

/* The word of a phrase that begins at `at`. */
static slice word_of(const list_tables *t, const list_phrase *phrase, uint32_t at) {
    const char *key = t->strings + phrase->key;
    uint32_t end = at;
    while (end < phrase->length && key[end] != ' ') {
        end++;
    }
    return (slice){key + at, end - at};
}

/* Does the phrase begin with these two? */
static bool begins_with(const list_tables *t, const list_phrase *phrase, slice first,
                        slice second) {
    const char *key = t->strings + phrase->key;
    uint32_t n = first.n + 1 + second.n;
    return phrase->length >= n && key[first.n] == ' ' &&
           (phrase->length == n || key[n] == ' ') &&
           memcmp(key, first.bytes, first.n) == 0 &&
           memcmp(key + first.n + 1, second.bytes, second.n) == 0;
}

/* The slot of the two words, or a free one. */
static uint32_t find_slot(const phrases *p, slice first, slice second, uint32_t hash) {
    const list_phrase *all = p->tables->phrases;
    uint32_t s = hash & p->mask;
    while (p->slots[s] != 0 &&
           !begins_with(p->tables, &all[p->slots[s] - 1], first, second)) {
        s = (s + 1) & p->mask;
    }
    return s;
}

/* ---- The index ------------------------------------------------------------------- */

static void see(phrase_words_seen *seen, uint32_t hash) {
    seen->bits[(hash >> 22) / 64] |= UINT64_C(1) << (hash >> 22) % 64;
}

static void add_phrase(phrases *p, uint32_t index) {
    const list_tables *t = p->tables;
    slice first = word_of(t, &t->phrases[index], 0);
    slice second = word_of(t, &t->phrases[index], first.n + 1);
    uint32_t a = hash_of(first), b = hash_of(second);
    uint32_t s = find_slot(p, first, second, hash_pair(a, b));
    p->slots[s] = p->slots[s] == 0 ? (uint16_t)(index + 1) : p->slots[s];
    see(&p->heads, a);
    see(&p->seconds, b);
}

bool phrases_open(phrases *p, const lede_document *d, const lede_allocator *allocator,
                  uint32_t list) {
    const list_tables *t = d->pack->lists;
    uint32_t slots = 2;
    *p = (phrases){.d = d, .list = list};
    if (t == NULL || t->phrase_count == 0 || t->phrase_count >= UINT16_MAX) {
        return true;
    }
    while (slots < 2 * t->phrase_count) {
        slots *= 2;
    }
    p->slots = memory_allocate(allocator, slots * sizeof *p->slots);
    if (p->slots == NULL) {
        return false;
    }
    memset(p->slots, 0, slots * sizeof *p->slots);
    p->mask = slots - 1;
    p->tables = t;
    for (uint32_t i = 0; i < t->phrase_count; i++) {
        if ((t->phrases[i].lists & list) != 0) {
            add_phrase(p, i);
        }
    }
    return true;
}

void phrases_free(phrases *p, const lede_allocator *allocator) {
    size_t bytes = p->slots != NULL ? ((size_t)p->mask + 1) * sizeof *p->slots : 0;
    memory_free(allocator, p->slots, bytes);
    *p = (phrases){.d = p->d};
}

/* ---- Looking up -------------------------------------------------------------------- */

/* Of a word: the term of a mark is no index. */
static slice key_at(const lede_document *d, uint32_t i) {
    lede_span key = d->terms.items[d->words.items[i].term].key;
    return (slice){d->keys.items + key.begin, key.end - key.begin};
}

/* Are the entries from i on, up to `end`, the words of the phrase? The first two are. */
static bool matches(const phrases *p, const list_phrase *phrase, uint32_t i,
                    uint32_t end) {
    uint32_t at = key_at(p->d, i).n + 1 + key_at(p->d, i + 1).n + 1;
    if (phrase->words > end - i) {
        return false;
    }
    for (uint32_t word = i + 2; word < i + phrase->words; word++) {
        if (p->d->words.items[word].kind != LEDE_WORD_WORD) {
            return false;
        }
        slice wanted = word_of(p->tables, phrase, at), found = key_at(p->d, word);
        if (wanted.n != found.n || memcmp(wanted.bytes, found.bytes, found.n) != 0) {
            return false;
        }
        at += wanted.n + 1;
    }
    return true;
}

uint32_t phrases_find(const phrases *p, uint32_t i, uint32_t end) {
    slice first = key_at(p->d, i), second = key_at(p->d, i + 1);
    const list_tables *t = p->tables;
    uint32_t words = 0;
    if (t == NULL || first.n == 0) {
        return 0;
    }
    uint32_t hash = hash_pair(hash_of(first), hash_of(second));
    uint32_t at = p->slots[find_slot(p, first, second, hash)];
    /* Those that begin with the same two words stand together. */
    for (; at > 0 && at <= t->phrase_count &&
           begins_with(t, &t->phrases[at - 1], first, second);
         at++) {
        const list_phrase *phrase = &t->phrases[at - 1];
        if ((phrase->lists & p->list) != 0 && phrase->words > words &&
            matches(p, phrase, i, end)) {
            words = phrase->words;
        }
    }
    return words;
}
