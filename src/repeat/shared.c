/* SPDX-License-Identifier: MIT */
#include "repeat/shared.h"

#include <string.h>

/* On 32-bit machines no more than there can be. */
static size_t size_of(uint64_t bytes) {
    return bytes < SIZE_MAX ? (size_t)bytes : SIZE_MAX;
}

void shared_open(lede_shared *s, const lede_allocator *allocator,
                 const lede_shared_options *options) {
    uint64_t found = options->max_bytes / 4;
    *s = (lede_shared){.allocator = allocator, .most_work = SHARED_WORK};
    shared_store_init(&s->store, allocator, size_of(options->max_bytes - found),
                      options->min_words, options->hash_seed);
    shared_passages_init(&s->passages, allocator, size_of(found));
    s->facts.first_compared = LEDE_NONE;
}

void shared_free(lede_shared *s) {
    shared_store_free(&s->store);
    shared_passages_free(&s->passages);
    VEC_FREE(&s->list, s->allocator);
    VEC_FREE(&s->places, s->allocator);
}

/* ---- Adding ------------------------------------------------------------------ */

/* What is needed while a document is added. */
typedef struct adding {
    const lede_document *d;
    shared_text text;
    uint64_t *hashes; /* of windows, by their first word; others 0 */
    shared_runs runs;
    passages_room room;
} adding;

static size_t hash_bytes_of(const adding *a) {
    return a->text.words.count * sizeof *a->hashes; /* the row takes more */
}

static bool hash_windows(const lede_shared *s, adding *a) {
    const uint32_t *words = a->text.words.items;
    shared_roll roll = {0, 0};
    uint64_t hash = 0;
    a->hashes = memory_allocate(s->allocator, hash_bytes_of(a));
    if (a->hashes == NULL) {
        return false;
    }
    memset(a->hashes, 0, hash_bytes_of(a));
    for (size_t i = 0; i < a->text.words.count; i++) {
        if (shared_roll_on(&roll, &s->store.hash, words, i, &hash)) {
            a->hashes[i + 1 - s->store.hash.window] = hash;
        }
    }
    return true;
}

/* What does not fit ends all keeping. */
static bool keep(lede_shared *s, const adding *a) {
    if (!s->store.keys.adds || shared_store_add(&s->store, a->d, &a->text, a->hashes)) {
        return true;
    }
    s->store.keys.adds = !s->store.quota.refused;
    return s->store.quota.refused;
}

static void count(lede_shared *s, const adding *a) {
    uint32_t file = s->facts.files++;
    if (!s->store.keys.adds && s->facts.first_compared == LEDE_NONE) {
        s->facts.first_compared = file;
        s->facts.capped |= LEDE_SHARED_CAPPED_MEMORY;
    }
    bool places_cut = a->runs.pairs_cut || s->passages.places_cut;
    s->facts.capped |= s->passages.items_cut ? LEDE_SHARED_CAPPED_PASSAGES : 0u;
    s->facts.capped |= places_cut ? LEDE_SHARED_CAPPED_PLACES : 0u;
    s->facts.capped |= a->runs.work_cut ? LEDE_SHARED_CAPPED_WORK : 0u;
}

static bool add(lede_shared *s, adding *a) {
    if (!shared_text_read(&a->text, a->d, &s->store.keys) || !hash_windows(s, a) ||
        !shared_runs_find(&a->runs, &s->store, &a->text, a->hashes) ||
        !shared_passages_reserve(&s->passages, &s->store, &a->text, &a->runs, &a->room) ||
        !keep(s, a)) {
        return false;
    }
    const passages_source from = {&s->store, a->d, &a->text, s->facts.files, a->room};
    shared_passages_add(&s->passages, &from, &a->runs);
    count(s, a);
    return true;
}

bool shared_add(lede_shared *s, const lede_document *d) {
    adding a = {.d = d,
                .text.allocator = s->allocator,
                .runs.allocator = s->allocator,
                .runs.most_work = s->most_work};
    bool fine = add(s, &a);
    memory_free(s->allocator, a.hashes, hash_bytes_of(&a));
    shared_runs_free(&a.runs);
    shared_text_free(&a.text);
    return fine;
}

lede_shared_facts shared_measure(const lede_shared *s) {
    lede_shared_facts facts = s->facts;
    facts.passages = s->passages.items.count;
    facts.bytes = s->store.quota.used + s->passages.quota.used;
    facts.capped |=
        facts.passages > LEDE_SHARED_PASSAGES ? LEDE_SHARED_CAPPED_PASSAGES : 0u;
    return facts;
}
