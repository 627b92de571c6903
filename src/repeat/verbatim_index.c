/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_index.h"

#include "base/hash.h"
#include "repeat/suffix_array.h"

#include <stdlib.h>

/* ---- The symbols ------------------------------------------------------------------ */

static bool count_tokens(verbatim_index *x, size_t *total) {
    bool fine = true;
    *total = x->summary->numbers.count;
    for (uint32_t i = 0; i < x->source_count; i++) {
        fine = fine && size_add(*total, x->sources[i].numbers.count + 1, total);
    }
    return fine && *total < UINT32_MAX - x->numbers - x->source_count;
}

static uint32_t *allocate(const verbatim_index *x, size_t count) {
    size_t bytes = 0;
    return size_multiply(count, sizeof(uint32_t), &bytes)
               ? memory_allocate(x->allocator, bytes)
               : NULL;
}

static void release(const verbatim_index *x, uint32_t *items, size_t count) {
    memory_free(x->allocator, items, count * sizeof *items);
}

/* Arrays of one entry at least: none of them is NULL. */
static bool make_room(verbatim_index *x) {
    size_t total = 0, matches = x->summary->numbers.count + 1;
    if (!count_tokens(x, &total)) {
        return false;
    }
    x->count = (uint32_t)total;
    x->symbols = allocate(x, total + 1);
    x->suffixes = allocate(x, total + 1);
    x->ranks = allocate(x, total + 1);
    x->shared = allocate(x, total + 1);
    x->bases = allocate(x, (size_t)x->source_count + 1);
    x->counts = allocate(x, (size_t)x->numbers + 1);
    x->matches = memory_allocate(x->allocator, matches * sizeof *x->matches);
    return x->symbols != NULL && x->suffixes != NULL && x->ranks != NULL &&
           x->shared != NULL && x->bases != NULL && x->counts != NULL &&
           x->matches != NULL;
}

static uint32_t put_row(verbatim_index *x, const verbatim_row *row, uint32_t at) {
    for (size_t i = 0; i < row->numbers.count; i++) {
        x->symbols[at++] = row->numbers.items[i];
    }
    return at;
}

static void put_symbols(verbatim_index *x) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < x->source_count; i++) {
        x->bases[i] = at;
        at = put_row(x, &x->sources[i], at);
        x->symbols[at++] = x->numbers + i; /* equals no other */
    }
    x->bases[x->source_count] = at;
    (void)put_row(x, x->summary, at);
    memset(x->counts, 0, ((size_t)x->numbers + 1) * sizeof *x->counts);
    for (uint32_t i = 0; i < at; i++) {
        x->counts[x->symbols[i] < x->numbers ? x->symbols[i] : x->numbers]++;
    }
}

/* ---- Matches ---------------------------------------------------------------------- */

/* What lies between a suffix of the summary and the nearest one of a source in the order
 * is all that both share. */
typedef struct neighbour {
    uint32_t at;
    uint32_t length;
} neighbour;

static void meet(verbatim_index *x, uint32_t suffix, neighbour *near) {
    uint32_t base = verbatim_index_summary(x);
    if (suffix < base) {
        *near = (neighbour){suffix, UINT32_MAX};
        return;
    }
    verbatim_match *m = &x->matches[suffix - base];
    bool longer = near->length > m->length;
    if (longer || (near->length == m->length && near->length > 0 && near->at < m->at)) {
        *m = (verbatim_match){near->length, near->at};
    }
}

static void find_matches(verbatim_index *x) {
    neighbour near = {0, 0};
    for (size_t i = 0; i < x->summary->numbers.count; i++) {
        x->matches[i] = (verbatim_match){0, 0};
    }
    for (uint32_t i = 0; i < x->count; i++) {
        near.length = x->shared[i] < near.length ? x->shared[i] : near.length;
        meet(x, x->suffixes[i], &near);
    }
    near = (neighbour){0, 0};
    for (uint32_t i = x->count; i > 0; i--) {
        meet(x, x->suffixes[i - 1], &near);
        near.length = x->shared[i - 1] < near.length ? x->shared[i - 1] : near.length;
    }
}

/* ---- Sentences -------------------------------------------------------------------- */

static uint64_t hash_of(const verbatim_index *x, uint32_t begin, uint32_t end) {
    return hash_bytes((const char *)(x->symbols + begin),
                      (end - begin) * sizeof *x->symbols, x->seed);
}

/* The slot of the sentence that has these tokens of the index, or the free one. */
static size_t find_slot(const verbatim_index *x, uint32_t begin, uint32_t end,
                        uint64_t hash) {
    size_t s = map_first(&x->by_words, hash);
    for (; x->by_words.slots[s].index != MAP_NONE; s = map_next(&x->by_words, s)) {
        const verbatim_sentence *known = &x->sentences.items[x->by_words.slots[s].index];
        if (x->by_words.slots[s].hash == map_tag(hash) &&
            known->end - known->begin == end - begin &&
            memcmp(x->symbols + known->begin, x->symbols + begin,
                   (end - begin) * sizeof *x->symbols) == 0) {
            break;
        }
    }
    return s;
}

static bool add_sentence(verbatim_index *x, uint32_t begin, uint32_t end) {
    if (begin == end) {
        return true;
    }
    if (!map_reserve(&x->by_words, x->allocator) ||
        !VEC_RESERVE(&x->sentences, x->allocator, 1)) {
        return false;
    }
    uint64_t hash = hash_of(x, begin, end);
    size_t s = find_slot(x, begin, end, hash);
    if (x->by_words.slots[s].index == MAP_NONE) {
        map_put(&x->by_words, s, hash, (uint32_t)x->sentences.count);
        x->sentences.items[x->sentences.count++] = (verbatim_sentence){begin, end};
    }
    return true;
}

static bool add_sentences(verbatim_index *x) {
    bool fine = true;
    for (uint32_t i = 0; i < x->source_count; i++) {
        const verbatim_row *row = &x->sources[i];
        for (size_t s = 0; fine && s + 1 < row->sentences.count; s++) {
            fine = add_sentence(x, x->bases[i] + row->sentences.items[s],
                                x->bases[i] + row->sentences.items[s + 1]);
        }
    }
    return fine;
}

uint32_t verbatim_index_sentence(const verbatim_index *x, uint32_t begin, uint32_t end) {
    uint32_t base = verbatim_index_summary(x);
    if (x->by_words.slots == NULL) {
        return UINT32_MAX;
    }
    size_t s =
        find_slot(x, base + begin, base + end, hash_of(x, base + begin, base + end));
    uint32_t found = x->by_words.slots[s].index;
    return found != MAP_NONE ? x->sentences.items[found].begin : UINT32_MAX;
}

/* ---- The index -------------------------------------------------------------------- */

bool verbatim_index_make(verbatim_index *x, uint32_t numbers) {
    x->numbers = numbers;
    if (!make_room(x)) {
        return false;
    }
    put_symbols(x);
    symbol_text text = {x->symbols, x->count, numbers + x->source_count + 1};
    if (x->count > 0) {
        if (!suffix_array_sort(&text, x->allocator, x->suffixes)) {
            return false;
        }
        suffix_array_compare(&text, x->suffixes, x->ranks, x->shared);
    }
    find_matches(x);
    return add_sentences(x);
}

void verbatim_index_free(verbatim_index *x) {
    size_t total = (size_t)x->count + 1;
    release(x, x->symbols, total);
    release(x, x->suffixes, total);
    release(x, x->ranks, total);
    release(x, x->shared, total);
    release(x, x->bases, (size_t)x->source_count + 1);
    release(x, x->counts, (size_t)x->numbers + 1);
    memory_free(x->allocator, x->matches,
                (x->summary->numbers.count + 1) * sizeof *x->matches);
    map_free(&x->by_words, x->allocator);
    VEC_FREE(&x->sentences, x->allocator);
}

/* ---- Asking ----------------------------------------------------------------------- */

uint32_t verbatim_index_source(const verbatim_index *x, uint32_t at, uint32_t *token) {
    uint32_t low = 0, high = x->source_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (x->bases[middle] <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    *token = at - x->bases[low];
    return low;
}

static int ascending(const void *a, const void *b) {
    uint32_t first = *(const uint32_t *)a, second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

/* Suffixes of the summary stand among those of sources: so many are looked at. */
#define STEPS 4u

uint32_t verbatim_index_places(const verbatim_index *x, uint32_t token, uint32_t length,
                               uint32_t *places, uint32_t most) {
    uint32_t base = verbatim_index_summary(x), count = 0, steps = 0;
    uint32_t rank = x->ranks[base + token];
    for (uint32_t i = rank; i > 0 && x->shared[i] >= length && count < most / 2 + 1 &&
                            steps++ < STEPS * most;
         i--) {
        places[count] = x->suffixes[i - 1];
        count += x->suffixes[i - 1] < base;
    }
    steps = 0;
    for (uint32_t i = rank + 1;
         i < x->count && x->shared[i] >= length && count < most && steps++ < STEPS * most;
         i++) {
        places[count] = x->suffixes[i];
        count += x->suffixes[i] < base;
    }
    if (count == 0 && x->matches[token].length >= length) {
        places[count++] = x->matches[token].at;
    }
    qsort(places, count, sizeof *places, ascending);
    return count;
}
