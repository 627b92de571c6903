/* SPDX-License-Identifier: MIT */
#include "summary/asked.h"

#include "base/error.h"
#include "base/hash.h"

#include <string.h>

bool asked_is_content(const lede_document *d, const lede_word *w) {
    return w->kind != LEDE_WORD_MARK &&
           (d->terms.items[w->term].flags & (LEDE_TERM_STOP | LEDE_TERM_LEXICAL)) ==
               LEDE_TERM_LEXICAL;
}

/* Stem form -> number, over the stems of the document. */
static bool index_stems(const lede_document *d, const lede_allocator *allocator, map *m) {
    if (!map_init(m, allocator, d->stems.count)) {
        return false;
    }
    for (uint32_t i = 0; i < d->stems.count; i++) {
        lede_span s = d->stems.items[i];
        uint64_t hash = hash_bytes(d->keys.items + s.begin, s.end - s.begin, d->seed);
        size_t slot = map_first(m, hash);
        while (m->slots[slot].index != MAP_NONE) {
            slot = map_next(m, slot);
        }
        map_put(m, slot, hash, i);
    }
    return true;
}

static uint32_t find_stem(const lede_document *d, const map *m, const char *form,
                          size_t n) {
    uint64_t hash = hash_bytes(form, n, d->seed);
    for (size_t s = map_first(m, hash); m->slots[s].index != MAP_NONE;
         s = map_next(m, s)) {
        lede_span span = d->stems.items[m->slots[s].index];
        if (m->slots[s].hash == map_tag(hash) && span.end - span.begin == n &&
            memcmp(d->keys.items + span.begin, form, n) == 0) {
            return m->slots[s].index;
        }
    }
    return LEDE_NONE;
}

typedef struct matcher {
    const lede_document *d;
    const lede_document *words; /* those from outside */
    const vectors *v;
    map stems;
    double *dense;
    uint32_t found;
} matcher;

static bool match_stem(const matcher *m, uint32_t stem) {
    lede_span form = m->words->stems.items[stem];
    const char *bytes = m->words->keys.items + form.begin;
    uint32_t own = find_stem(m->d, &m->stems, bytes, form.end - form.begin);
    return asked_add(m->v, own, m->dense);
}

static void match_word(matcher *m, const lede_term *t) {
    const lede_document *words = m->words;
    bool found = match_stem(m, t->stem);
    for (uint32_t p = 0; p < t->part_count; p++) {
        const lede_term *part =
            &words->terms.items[words->parts.items[t->first_part + p]];
        found = (vectors_count_part(part) && match_stem(m, part->stem)) || found;
    }
    m->found += found;
}

static void match_words(matcher *m) {
    for (size_t i = 0; i < m->words->words.count; i++) {
        const lede_word *w = &m->words->words.items[i];
        if (asked_is_content(m->words, w)) {
            match_word(m, &m->words->terms.items[w->term]);
        }
    }
}

/* They are read as a document of their own, in the same language: cut and stemmed
 * exactly as those of the text. */
lede_status asked_read(asked *words, const lede_document *d, const vectors *v,
                       double *dense, lede_error *error) {
    matcher m = {.d = d, .v = v};
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    m.dense = dense;
    read.language = d->facts.language;
    read.hygiene = LEDE_HYGIENE_OFF;
    read.allocator = v->allocator;
    read.hash_seed = d->seed;
    lede_document own = {.allocator = v->allocator};
    lede_status status = document_build(&own, words->text, words->length, &read, error);
    if (status == LEDE_OK && !index_stems(d, v->allocator, &m.stems)) {
        status = error_no_memory(error);
    }
    if (status == LEDE_OK) {
        m.words = &own;
        match_words(&m);
        m.words = NULL;
    }
    words->found = m.found;
    map_free(&m.stems, v->allocator);
    document_free(&own);
    return status;
}
