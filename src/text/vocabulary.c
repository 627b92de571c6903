/* SPDX-License-Identifier: MIT */
#include "text/vocabulary.h"

#include "text/elision.h"

#include <string.h>

#define FIRST_WORDS 1024u

lede_status vocabulary_init(lede_vocabulary *v, const lede_allocator *allocator,
                            const language_pack *pack, size_t limit, uint64_t seed) {
    *v = (lede_vocabulary){
        .allocator = allocator, .pack = pack, .limit = limit, .seed = seed};
    if (pack == NULL) {
        return LEDE_OK;
    }
    size_t first = limit < FIRST_WORDS ? limit : FIRST_WORDS;
    return map_init(&v->index, allocator, first) ? LEDE_OK : LEDE_NO_MEMORY;
}

static void release_words(lede_vocabulary *v) {
    stemmer_close(v->stemmer);
    map_free(&v->index, v->allocator);
    VEC_FREE(&v->words, v->allocator);
    VEC_FREE(&v->keys, v->allocator);
    v->stemmer = NULL;
}

void vocabulary_release(lede_vocabulary *v) {
    release_words(v);
    while (v->parts != NULL) {
        lede_vocabulary *part = v->parts;
        v->parts = part->next;
        release_words(part);
        memory_free(part->allocator, part, sizeof *part);
    }
}

/* ---- Parts ------------------------------------------------------------- */

static lede_vocabulary *add_part(lede_vocabulary *v, const language_pack *pack) {
    lede_vocabulary *part = memory_allocate(v->allocator, sizeof *part);
    if (part == NULL) {
        return NULL;
    }
    if (vocabulary_init(part, v->allocator, pack, 0, v->seed) != LEDE_OK) {
        memory_free(v->allocator, part, sizeof *part);
        return NULL;
    }
    part->next = v->parts;
    v->parts = part;
    return part;
}

bool vocabulary_choose(lede_vocabulary *v, const language_pack *pack,
                       lede_vocabulary **part) {
    *part = v != NULL && v->pack == pack ? v : NULL;
    if (v == NULL || v->pack != NULL) {
        return true;
    }
    size_t others = 0;
    lede_vocabulary *found = NULL;
    for (lede_vocabulary *p = v->parts; p != NULL; p = p->next) {
        found = p->pack == pack ? p : found;
        others += p->pack != pack ? p->words.count : 0;
    }
    found = found != NULL ? found : add_part(v, pack);
    if (found == NULL) {
        return false;
    }
    found->limit = v->limit - others;
    *part = found;
    return true;
}

lede_vocabulary_stats vocabulary_measure(const lede_vocabulary *v) {
    lede_vocabulary_stats stats = {v->words.count, v->stem_calls, v->limit};
    for (const lede_vocabulary *p = v->parts; p != NULL; p = p->next) {
        stats.words += p->words.count;
        stats.stem_calls += p->stem_calls;
    }
    return stats;
}

/* What the lists say; most languages elide nothing. */
static inline uint32_t list_flags(const language_pack *pack, const char *key, size_t n) {
    return pack->elides ? elision_flags(pack, key, n) : pack_word_flags(pack, key, n);
}

/* ---- Words ------------------------------------------------------------- */

static inline uint32_t find(const lede_vocabulary *v, const char *key, size_t n,
                            uint64_t hash, size_t *slot) {
    const map *m = &v->index;
    uint32_t tag = map_tag(hash);
    size_t s = map_first(m, hash);
    for (; m->slots[s].index != MAP_NONE; s = map_next(m, s)) {
        const vocabulary_word *w = &v->words.items[m->slots[s].index];
        if (m->slots[s].hash == tag && w->key_length == n &&
            memcmp(v->keys.items + w->key, key, n) == 0) {
            return m->slots[s].index;
        }
    }
    *slot = s;
    return LEDE_NONE;
}

/* Is there room in the key store, whose offsets are 32 bits wide? */
static bool has_offset(const lede_vocabulary *v, size_t n) {
    return n <= UINT32_MAX - v->keys.count;
}

/* Appends bytes to the key store; false: no memory. */
static bool store(lede_vocabulary *v, const char *bytes, size_t n, uint32_t *begin) {
    if (!VEC_RESERVE(&v->keys, v->allocator, n)) {
        return false;
    }
    *begin = (uint32_t)v->keys.count;
    if (n > 0) {
        memcpy(v->keys.items + v->keys.count, bytes, n);
    }
    v->keys.count += n;
    return true;
}

static bool add_word(lede_vocabulary *v, const char *key, size_t n, uint64_t hash,
                     uint32_t *number) {
    size_t slot = 0;
    uint32_t begin = 0;
    if (v->words.count >= v->limit || !has_offset(v, n)) {
        return true;
    }
    if (!map_reserve(&v->index, v->allocator) ||
        !VEC_RESERVE(&v->words, v->allocator, 1) || !store(v, key, n, &begin)) {
        return false;
    }
    find(v, key, n, hash, &slot); /* reserving may have moved the slots */
    *number = (uint32_t)v->words.count;
    v->words.items[v->words.count++] =
        (vocabulary_word){begin, (uint32_t)n, LEDE_NONE, 0, list_flags(v->pack, key, n)};
    map_put(&v->index, slot, hash, *number);
    return true;
}

bool vocabulary_meet(lede_vocabulary *v, const char *key, size_t n, uint64_t hash,
                     uint32_t *number) {
    size_t slot = 0;
    *number = find(v, key, n, hash, &slot);
    return *number != LEDE_NONE || add_word(v, key, n, hash, number);
}

uint32_t vocabulary_flags(const lede_vocabulary *v, uint32_t number, const char *key,
                          size_t n) {
    return number != LEDE_NONE ? v->words.items[number].flags
                               : list_flags(v->pack, key, n);
}

static bool open_stemmer(lede_vocabulary *v) {
    if (v->stemmer == NULL && v->pack->info.stemmer != NULL) {
        v->stemmer = stemmer_open(v->pack->info.stemmer);
        return v->stemmer != NULL;
    }
    return true;
}

static bool compute_stem(lede_vocabulary *v, vocabulary_form word,
                         vocabulary_form *stem) {
    *stem = word;
    if (!open_stemmer(v)) {
        return false;
    }
    if (v->stemmer == NULL) {
        return true;
    }
    v->stem_calls++;
    return stemmer_stem(v->stemmer, word.bytes, word.n, &stem->bytes, &stem->n);
}

bool vocabulary_stem(lede_vocabulary *v, uint32_t number, vocabulary_form word,
                     vocabulary_form *stem) {
    if (number == LEDE_NONE) {
        return compute_stem(v, word, stem);
    }
    vocabulary_word *w = &v->words.items[number];
    if (w->stem == LEDE_NONE) {
        uint32_t begin = 0;
        if (!compute_stem(v, word, stem)) {
            return false;
        }
        if (!has_offset(v, stem->n)) {
            return true;
        }
        if (!store(v, stem->bytes, stem->n, &begin)) {
            return false;
        }
        w->stem = begin;
        w->stem_length = (uint32_t)stem->n;
    }
    *stem = (vocabulary_form){v->keys.items + w->stem, w->stem_length};
    return true;
}
