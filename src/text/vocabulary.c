/* SPDX-License-Identifier: MIT */
#include "text/vocabulary.h"

#include "base/hash.h"

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
    VEC_FREE(&v->facts, v->allocator);
    map_free(&v->forms, v->allocator);
    VEC_FREE(&v->stems, v->allocator);
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

/* ---- Words ------------------------------------------------------------- */

static bool is_key(const lede_vocabulary *v, const vocabulary_word *w,
                   const vocabulary_key *key) {
    return w->lanes.low == key->lanes.low && w->lanes.high == key->lanes.high &&
           (key->n <= LANES_BYTES ||
            (w->key_length == key->n &&
             memcmp(v->keys.items + w->key, key->bytes, key->n) == 0));
}

static uint32_t find(const lede_vocabulary *v, const vocabulary_key *key) {
    const map *m = &v->index;
    uint32_t tag = map_tag(key->hash);
    for (size_t s = map_first(m, key->hash); m->slots[s].index != MAP_NONE;
         s = map_next(m, s)) {
        uint32_t number = m->slots[s].index;
        if (m->slots[s].hash == tag && is_key(v, &v->words.items[number], key)) {
            return number;
        }
    }
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

static size_t free_slot(const map *m, uint64_t hash) {
    size_t s = map_first(m, hash);
    while (m->slots[s].index != MAP_NONE) {
        s = map_next(m, s);
    }
    return s;
}

static bool add_word(lede_vocabulary *v, const vocabulary_key *key, uint32_t *number) {
    uint32_t begin = 0;
    size_t stored = key->n > LANES_BYTES ? key->n : 0;
    if (v->words.count >= v->limit || !has_offset(v, stored)) {
        return true;
    }
    if (!map_reserve(&v->index, v->allocator) ||
        !VEC_RESERVE(&v->words, v->allocator, 1) ||
        !store(v, key->bytes, stored, &begin)) {
        return false;
    }
    *number = (uint32_t)v->words.count;
    v->words.items[v->words.count++] =
        (vocabulary_word){key->lanes, begin, key->n, LEDE_NONE, 0, false};
    map_put(&v->index, free_slot(&v->index, key->hash), key->hash, *number);
    return true;
}

bool vocabulary_meet(lede_vocabulary *v, const vocabulary_key *key, uint32_t *number) {
    *number = find(v, key);
    return *number != LEDE_NONE || add_word(v, key, number);
}

/* ---- Stems ------------------------------------------------------------- */

static bool open_stemmer(lede_vocabulary *v) {
    if (v->stemmer == NULL && v->pack->info.stemmer != NULL) {
        v->stemmer = stemmer_open(v->pack->info.stemmer);
        return v->stemmer != NULL;
    }
    return true;
}

bool vocabulary_compute_stem(lede_vocabulary *v, vocabulary_form word,
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

/* There are no bytes at all as long as every form is that of a filler, which folds to
 * nothing. */
vocabulary_form vocabulary_form_of(const lede_vocabulary *v, uint32_t stem) {
    const vocabulary_stem *s = &v->stems.items[stem];
    return (vocabulary_form){s->length > 0 ? v->keys.items + s->form : "", s->length};
}

static bool is_form(const lede_vocabulary *v, uint32_t stem, vocabulary_form form) {
    vocabulary_form known = vocabulary_form_of(v, stem);
    return known.n == form.n && memcmp(known.bytes, form.bytes, form.n) == 0;
}

uint32_t vocabulary_find_stem(const lede_vocabulary *v, vocabulary_form form,
                              uint64_t hash) {
    const map *m = &v->forms;
    uint32_t tag = map_tag(hash);
    for (size_t s = m->slots != NULL ? map_first(m, hash) : 0;
         m->slots != NULL && m->slots[s].index != MAP_NONE; s = map_next(m, s)) {
        if (m->slots[s].hash == tag && is_form(v, m->slots[s].index, form)) {
            return m->slots[s].index;
        }
    }
    return LEDE_NONE;
}

/* LEDE_NONE: no room. False: no memory. */
static bool keep_stem(lede_vocabulary *v, vocabulary_form form, uint32_t *stem) {
    uint64_t hash = hash_bytes(form.bytes, form.n, v->seed);
    uint32_t begin = 0;
    *stem = vocabulary_find_stem(v, form, hash);
    if (*stem != LEDE_NONE || !has_offset(v, form.n)) {
        return true;
    }
    if (!map_reserve(&v->forms, v->allocator) ||
        !VEC_RESERVE(&v->stems, v->allocator, 1) ||
        !store(v, form.bytes, form.n, &begin)) {
        return false;
    }
    *stem = (uint32_t)v->stems.count;
    v->stems.items[v->stems.count++] =
        (vocabulary_stem){begin, (uint32_t)form.n, map_tag(hash), 0, 0};
    map_put(&v->forms, free_slot(&v->forms, hash), hash, *stem);
    return true;
}

bool vocabulary_stem_of(lede_vocabulary *v, uint32_t number, vocabulary_form word,
                        uint32_t *stem) {
    vocabulary_word *w = &v->words.items[number];
    vocabulary_form form;
    *stem = w->stem;
    if (w->stem != LEDE_NONE) {
        return true;
    }
    if (!vocabulary_compute_stem(v, word, &form) || !keep_stem(v, form, stem)) {
        return false;
    }
    w->stem = *stem;
    return true;
}

void vocabulary_open_document(lede_vocabulary *v) {
    v->document++;
    if (v->document != 0) {
        return;
    }
    for (size_t i = 0; i < v->stems.count; i++) {
        v->stems.items[i].document = 0;
    }
    v->document = 1;
}
