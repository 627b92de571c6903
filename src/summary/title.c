/* SPDX-License-Identifier: MIT */
#include "summary/title.h"

#include "base/error.h"
#include "base/hash.h"

#include <string.h>

static bool is_content(const lede_document *d, const lede_word *w) {
    return w->kind != LEDE_WORD_MARK &&
           (d->terms.items[w->term].flags & (LEDE_TERM_STOP | LEDE_TERM_LEXICAL)) ==
               LEDE_TERM_LEXICAL;
}

static void add_stem(const vectors *v, uint32_t stem, double *dense) {
    if (stem < v->stems && v->rows_with[stem] > 0) {
        dense[stem] += v->isf[stem];
    }
}

static void read_heading(const lede_document *d, const vectors *v, double *dense) {
    uint32_t i = 0;
    while (i < d->sentences.count && d->sentences.items[i].role != LEDE_ROLE_HEADING) {
        i++;
    }
    if (i == d->sentences.count) {
        return;
    }
    const lede_sentence *s = &d->sentences.items[i];
    for (uint32_t w = s->first_word; w < s->first_word + s->word_count; w++) {
        if (!is_content(d, &d->words.items[w])) {
            continue;
        }
        const lede_term *t = &d->terms.items[d->words.items[w].term];
        add_stem(v, t->stem, dense);
        for (uint32_t p = 0; p < t->part_count; p++) {
            const lede_term *part = &d->terms.items[d->parts.items[t->first_part + p]];
            if (vectors_count_part(part)) {
                add_stem(v, part->stem, dense);
            }
        }
    }
}

/* ---- A title from outside ---------------------------------------------- */

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

/* A title from outside, looked up in the stems of the document. */
typedef struct matcher {
    const lede_document *d;
    const lede_document *title;
    const vectors *v;
    map stems;
    double *dense;
} matcher;

static void match_stem(const matcher *m, uint32_t stem) {
    lede_span form = m->title->stems.items[stem];
    const char *bytes = m->title->keys.items + form.begin;
    add_stem(m->v, find_stem(m->d, &m->stems, bytes, form.end - form.begin), m->dense);
}

static void match_title(const matcher *m) {
    const lede_document *title = m->title;
    for (size_t i = 0; i < title->words.count; i++) {
        if (!is_content(title, &title->words.items[i])) {
            continue;
        }
        const lede_term *t = &title->terms.items[title->words.items[i].term];
        match_stem(m, t->stem);
        for (uint32_t p = 0; p < t->part_count; p++) {
            const lede_term *part =
                &title->terms.items[title->parts.items[t->first_part + p]];
            if (vectors_count_part(part)) {
                match_stem(m, part->stem);
            }
        }
    }
}

/* The title is read as a document of its own, in the same language: its words
 * are cut and stemmed exactly as those of the text. */
static lede_status read_given(matcher *m, const lede_summary_options *options,
                              lede_error *error) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    read.language = m->d->facts.language;
    read.allocator = m->v->allocator;
    read.hash_seed = m->d->seed;
    lede_document title = {.allocator = m->v->allocator};
    lede_status status =
        document_build(&title, options->title, options->title_length, &read, error);
    if (status == LEDE_OK && !index_stems(m->d, m->v->allocator, &m->stems)) {
        status = error_no_memory(error);
    }
    if (status == LEDE_OK) {
        m->title = &title;
        match_title(m);
        m->title = NULL;
    }
    map_free(&m->stems, m->v->allocator);
    document_free(&title);
    return status;
}

lede_status title_read(const lede_document *d, const lede_summary_options *options,
                       const vectors *v, double *dense, lede_error *error) {
    if (options->no_title) {
        return LEDE_OK;
    }
    if (options->title == NULL) {
        read_heading(d, v, dense);
        return LEDE_OK;
    }
    matcher m = {.d = d, .v = v, .dense = dense};
    return read_given(&m, options, error);
}
