/* SPDX-License-Identifier: MIT */
#include "text/stems.h"

#include "base/hash.h"
#include "text/form.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

/* ---- Letters ----------------------------------------------------------- */

static uint32_t letters_of(const char *key, size_t n) {
    uint32_t letters = 0;
    for (size_t at = 0; at < n;) {
        unicode_class class = tables_class_of(utf8_next(key, &at));
        letters += class >= UC_LETTER_LOWER && class <= UC_LETTER;
    }
    return letters;
}

/* Short ASCII keys, which most are, are counted in their lanes. */
static inline void count_letters(const build *b, uint32_t term) {
    lede_term *t = &b->d->terms.items[term];
    key_lanes key = b->lanes.items[term];
    if (((key.low | key.high) & LANES_TOP) == 0) {
        uint32_t behind = key.high != 0 ? lanes_sum(lanes_letters(key.high)) : 0;
        t->letters = (uint16_t)(lanes_sum(lanes_letters(key.low)) + behind);
        return;
    }
    uint32_t letters =
        letters_of(b->d->keys.items + t->key.begin, t->key.end - t->key.begin);
    t->letters = letters < UINT16_MAX ? (uint16_t)letters : UINT16_MAX;
}

/* ---- Numbers of stems -------------------------------------------------- */

/*
 * A stem's number in the document is found by its form or, with a vocabulary that
 * keeps words, in the vocabulary's record of the stem. The same form must not get
 * a number in both ways: whoever comes by the record for the first time asks for
 * the form, and forms without a record are numbered before all others or after a
 * look for one.
 */
typedef struct stems {
    build *b;
    map index; /* form -> number */
    bool has_stemmer;
} stems;

static bool same_form(const lede_document *d, uint32_t stem, vocabulary_form form) {
    lede_span s = d->stems.items[stem];
    return s.end - s.begin == form.n &&
           memcmp(d->keys.items + s.begin, form.bytes, form.n) == 0;
}

/* The number of a form, or LEDE_NONE; *slot: where it would stand. */
static uint32_t find_form(const stems *s, vocabulary_form form, uint32_t tag,
                          size_t *slot) {
    const map *m = &s->index;
    *slot = map_first(m, (uint64_t)tag << 32);
    for (; m->slots[*slot].index != MAP_NONE; *slot = map_next(m, *slot)) {
        uint32_t stem = m->slots[*slot].index;
        if (m->slots[*slot].hash == tag && same_form(s->b->d, stem, form)) {
            return stem;
        }
    }
    return LEDE_NONE;
}

/* The stems have room: they are no more than the terms. Most are the front of a
 * key and need no bytes of their own. LEDE_NONE: no memory. */
static uint32_t push_form(lede_document *d, uint32_t begin, size_t n) {
    d->stems.items[d->stems.count] = (lede_span){begin, begin + (uint32_t)n};
    return (uint32_t)d->stems.count++;
}

/* form must not point into the document's keys unless it is the front of key. */
static uint32_t add_form(lede_document *d, lede_span key, vocabulary_form form,
                         bool is_front) {
    if (is_front) {
        return push_form(d, key.begin, form.n);
    }
    uint32_t begin = (uint32_t)d->keys.count;
    if (form.n > UINT32_MAX - d->keys.count ||
        !VEC_RESERVE(&d->keys, d->allocator, form.n)) {
        return LEDE_NONE;
    }
    if (form.n > 0) {
        memcpy(d->keys.items + begin, form.bytes, form.n);
    }
    d->keys.count += form.n;
    return push_form(d, begin, form.n);
}

static inline bool is_front(const lede_document *d, lede_span key, vocabulary_form form) {
    const char *bytes = d->keys.items + key.begin;
    size_t same = 0;
    while (same < form.n && same < key.end - key.begin &&
           bytes[same] == form.bytes[same]) {
        same++;
    }
    return same == form.n;
}

/* By its form. */
static inline lede_status number_form(stems *s, uint32_t term, vocabulary_form form,
                                      uint64_t hash) {
    lede_document *d = s->b->d;
    lede_term *t = &d->terms.items[term];
    size_t slot = 0;
    if (!map_reserve(&s->index, d->allocator)) {
        return LEDE_NO_MEMORY;
    }
    t->stem = find_form(s, form, map_tag(hash), &slot);
    if (t->stem == LEDE_NONE) {
        t->stem = add_form(d, t->key, form, is_front(d, t->key, form));
        if (t->stem == LEDE_NONE) {
            return LEDE_NO_MEMORY;
        }
        map_put(&s->index, slot, hash, t->stem);
    }
    return LEDE_OK;
}

/* The number of a record that has none in this document yet; LEDE_NONE: no memory. */
static uint32_t number_of(stems *s, lede_span key, uint32_t record, bool is_front) {
    lede_document *d = s->b->d;
    const lede_vocabulary *v = s->b->vocabulary;
    const vocabulary_stem *stem = &v->stems.items[record];
    size_t slot = map_first(&s->index, (uint64_t)stem->tag << 32);
    if (s->index.slots[slot].index != MAP_NONE) {
        uint32_t number = find_form(s, vocabulary_form_of(v, record), stem->tag, &slot);
        if (number != LEDE_NONE) {
            return number;
        }
    }
    return is_front ? push_form(d, key.begin, stem->length)
                    : add_form(d, key, vocabulary_form_of(v, record), false);
}

/* By the vocabulary's record, which keeps the number for the next term. */
static inline lede_status number_record(stems *s, uint32_t term, uint32_t record,
                                        bool is_front) {
    const lede_vocabulary *v = s->b->vocabulary;
    lede_term *t = &s->b->d->terms.items[term];
    vocabulary_stem *stem = &v->stems.items[record];
    if (stem->document != v->document) {
        stem->number = number_of(s, t->key, record, is_front);
        if (stem->number == LEDE_NONE) {
            return LEDE_NO_MEMORY;
        }
        stem->document = v->document;
    }
    t->stem = stem->number;
    return LEDE_OK;
}

/* ---- Stems ------------------------------------------------------------- */

/* A word that a stemmer can shorten. */
static inline bool is_stemmed(const stems *s, const lede_term *t) {
    return s->has_stemmer &&
           (t->flags & (LEDE_TERM_LEXICAL | LEDE_TERM_DOTTED)) == LEDE_TERM_LEXICAL;
}

static size_t copy_key(const char *from, uint32_t n, bool hyphens, char *to) {
    size_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (hyphens || from[i] != '-') {
            to[kept++] = from[i];
        }
    }
    return kept;
}

/* The key without what no stemmer takes; of a compound without hyphens, so that
 * "e-mail" is "email". What is no front of the key is a copy, since numbering it
 * may move the keys. False: no memory. */
static inline bool read_form(build *b, const lede_term *t, vocabulary_form *form) {
    uint32_t n = t->key.end - t->key.begin;
    const char *from = b->d->keys.items + t->key.begin;
    *form = (vocabulary_form){from, n};
    if (t->part_count > 0 || (t->flags & LEDE_TERM_ELIDED) != 0) {
        if (!VEC_RESERVE(&b->scratch, b->allocator, n)) {
            return false;
        }
        char *to = b->scratch.items;
        *form = (vocabulary_form){to, copy_key(from, n, t->part_count == 0, to)};
    }
    form_strip(t->flags, form);
    return true;
}

/* Numbers and dotted words, and words of a language without a stemmer. */
static lede_status number_unstemmed(stems *s, uint32_t term) {
    build *b = s->b;
    const lede_term *t = &b->d->terms.items[term];
    vocabulary_form form;
    if (!read_form(b, t, &form)) {
        return LEDE_NO_MEMORY;
    }
    count_letters(b, term);
    return number_form(s, term, form,
                       hash_bytes(form.bytes, form.n, b->vocabulary->seed));
}

/* A word that the vocabulary has no room for; its stem may be there all the same. */
static lede_status number_stemmed(stems *s, uint32_t term) {
    build *b = s->b;
    vocabulary_form form, stem;
    if (!read_form(b, &b->d->terms.items[term], &form) ||
        !vocabulary_compute_stem(b->vocabulary, form, &stem)) {
        return LEDE_NO_MEMORY;
    }
    count_letters(b, term);
    uint64_t hash = hash_bytes(stem.bytes, stem.n, b->vocabulary->seed);
    uint32_t record = b->vocabulary->stems.count > 0
                          ? vocabulary_find_stem(b->vocabulary, stem, hash)
                          : LEDE_NONE;
    if (record == LEDE_NONE) {
        return number_form(s, term, stem, hash);
    }
    return number_record(s, term, record,
                         is_front(b->d, b->d->terms.items[term].key, stem));
}

/* ---- Words that a vocabulary keeps ------------------------------------- */

/* What the vocabulary did not know yet of one of its words. False: no memory. */
static bool complete_word(build *b, uint32_t term, uint32_t number) {
    lede_vocabulary *v = b->vocabulary;
    lede_term *t = &b->d->terms.items[term];
    vocabulary_form form;
    uint32_t record = LEDE_NONE;
    if (!read_form(b, t, &form) || !vocabulary_stem_of(v, number, form, &record)) {
        return false;
    }
    if (record != LEDE_NONE) {
        count_letters(b, term);
        v->words.items[number].letters = t->letters;
        v->words.items[number].is_front =
            is_front(b->d, t->key, vocabulary_form_of(v, record));
    }
    return true;
}

static lede_status number_word(stems *s, uint32_t term, uint32_t number) {
    const lede_vocabulary *v = s->b->vocabulary;
    if (number == LEDE_NONE) {
        return number_stemmed(s, term);
    }
    if (v->words.items[number].stem == LEDE_NONE && !complete_word(s->b, term, number)) {
        return LEDE_NO_MEMORY;
    }
    const vocabulary_word *w = &v->words.items[number];
    if (w->stem == LEDE_NONE) {
        return number_stemmed(s, term);
    }
    s->b->d->terms.items[term].letters = w->letters;
    return number_record(s, term, w->stem, w->is_front);
}

/* So many that what is fetched for the last has come when the first is done. */
#define BATCH 16u

/* Words that are looked up side by side, since each lookup waits for memory. */
typedef struct batch {
    uint32_t terms[BATCH];
    uint64_t hashes[BATCH];
    uint32_t numbers[BATCH]; /* in the vocabulary */
    uint32_t count;
} batch;

/* Hints: fetch the slot that vocabulary_meet() will look at and, when that has had
 * time to come, the word, and then what is known of the word's stem. */
static inline void expect_slot(const lede_vocabulary *v, uint64_t hash) {
    memory_prefetch(&v->index.slots[map_first(&v->index, hash)]);
}

static inline uint32_t expect_word(const lede_vocabulary *v, uint64_t hash) {
    uint32_t number = v->index.slots[map_first(&v->index, hash)].index;
    if (number != MAP_NONE) {
        memory_prefetch(&v->words.items[number]);
    }
    return number;
}

static inline void expect_stem(const lede_vocabulary *v, uint32_t number) {
    if (number != LEDE_NONE && v->words.items[number].stem != LEDE_NONE) {
        memory_prefetch(&v->stems.items[v->words.items[number].stem]);
    }
}

static uint64_t hash_of(const build *b, uint32_t term, hash_factors factors) {
    key_lanes key = b->lanes.items[term];
    lede_span span = b->d->terms.items[term].key;
    return key.high == LANES_LONG
               ? key.low
               : hash_lanes(key.low, key.high ^ (span.end - span.begin), factors);
}

/* Is it the word that stands in the first slot, as most are? */
static inline bool is_word(const lede_vocabulary *v, uint32_t number, key_lanes key) {
    return number != MAP_NONE && key.high != LANES_LONG &&
           v->words.items[number].lanes.low == key.low &&
           v->words.items[number].lanes.high == key.high;
}

static bool meet_word(build *b, uint32_t term, uint64_t hash, uint32_t *number) {
    lede_span key = b->d->terms.items[term].key;
    vocabulary_key asked = {b->lanes.items[term], b->d->keys.items + key.begin,
                            key.end - key.begin, hash};
    return vocabulary_meet(b->vocabulary, &asked, number);
}

/* Their numbers in the vocabulary; fetches what it knows of their stems. */
static bool meet_batch(build *b, batch *words) {
    lede_vocabulary *v = b->vocabulary;
    for (uint32_t i = 0; i < words->count; i++) {
        words->numbers[i] = expect_word(v, words->hashes[i]);
    }
    for (uint32_t i = 0; i < words->count; i++) {
        uint32_t term = words->terms[i];
        if (!is_word(v, words->numbers[i], b->lanes.items[term]) &&
            !meet_word(b, term, words->hashes[i], &words->numbers[i])) {
            return false;
        }
        expect_stem(v, words->numbers[i]);
    }
    return true;
}

static lede_status number_batch(stems *s, batch *words) {
    lede_status status = meet_batch(s->b, words) ? LEDE_OK : LEDE_NO_MEMORY;
    for (uint32_t i = 0; i < words->count && status == LEDE_OK; i++) {
        status = number_word(s, words->terms[i], words->numbers[i]);
    }
    words->count = 0;
    return status;
}

static lede_status number_words(stems *s) {
    const build *b = s->b;
    const hash_factors factors = hash_factors_of(b->vocabulary->seed);
    lede_status status = LEDE_OK;
    batch words = {.count = 0};
    for (uint32_t i = 0; i < b->d->terms.count && status == LEDE_OK; i++) {
        if (b->d->terms.items[i].stem != LEDE_NONE) {
            continue; /* numbered by its form */
        }
        uint64_t hash = hash_of(b, i, factors);
        expect_slot(b->vocabulary, hash);
        words.terms[words.count] = i;
        words.hashes[words.count++] = hash;
        if (words.count == BATCH) {
            status = number_batch(s, &words);
        }
    }
    return status == LEDE_OK ? number_batch(s, &words) : status;
}

/* ---- All of them ------------------------------------------------------- */

static lede_status number_all_unstemmed(stems *s) {
    const build *b = s->b;
    lede_status status = LEDE_OK;
    for (uint32_t i = 0; i < b->d->terms.count && status == LEDE_OK; i++) {
        if (!is_stemmed(s, &b->d->terms.items[i])) {
            status = number_unstemmed(s, i);
        }
    }
    return status;
}

static lede_status number_all_stemmed(stems *s) {
    const build *b = s->b;
    lede_status status = LEDE_OK;
    for (uint32_t i = 0; i < b->d->terms.count && status == LEDE_OK; i++) {
        if (b->d->terms.items[i].stem == LEDE_NONE) {
            status = number_stemmed(s, i);
        }
    }
    return status;
}

/* Without stems: each word is its own. */
static lede_status number_keys(build *b) {
    lede_document *d = b->d;
    if (!VEC_RESERVE(&d->stems, b->allocator, d->terms.count)) {
        return LEDE_NO_MEMORY;
    }
    for (uint32_t i = 0; i < d->terms.count; i++) {
        count_letters(b, i);
        d->terms.items[i].stem = i;
        d->stems.items[i] = d->terms.items[i].key;
    }
    d->stems.count = d->terms.count;
    return LEDE_OK;
}

/* A vocabulary that keeps words leaves few forms to the index. */
#define FORMS_BESIDE_WORDS 8u

lede_status stems_number(build *b) {
    if (b->d->no_stems) {
        return number_keys(b);
    }
    stems s = {.b = b, .has_stemmer = b->vocabulary->pack->info.stemmer != NULL};
    lede_document *d = b->d;
    bool keeps = b->vocabulary->limit > 0;
    size_t forms = keeps ? d->terms.count / FORMS_BESIDE_WORDS : d->terms.count;
    b->scratch.count = 0;
    vocabulary_open_document(b->vocabulary);
    /* Stems are fewer than words, if not by much where words are few. */
    if (!map_init(&s.index, b->allocator, forms) ||
        !VEC_RESERVE(&d->stems, b->allocator, d->terms.count)) {
        map_free(&s.index, b->allocator);
        return LEDE_NO_MEMORY;
    }
    lede_status status = number_all_unstemmed(&s);
    if (status == LEDE_OK) {
        status = keeps ? number_words(&s) : number_all_stemmed(&s);
    }
    map_free(&s.index, b->allocator);
    return status;
}
