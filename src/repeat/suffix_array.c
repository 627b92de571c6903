/* SPDX-License-Identifier: MIT */
#include "repeat/suffix_array.h"

#include <string.h>

/*
 * A suffix is of type S if it comes before the one that begins a symbol later, else of
 * type L. One of type S behind one of type L is a minimum. When the minima are in order,
 * a walk up puts each L behind its successor, and a walk down each S before it. Minima
 * are put in order by their stretches, each up to the next minimum: walks sort these
 * in the same way, equal ones get the same name, and the names in the order of the text
 * are a sequence of at most half the length, which is sorted first. What is behind the
 * end counts as a symbol smaller than all, and as a minimum.
 */

#define NOWHERE UINT32_MAX
#define LEVELS 32u /* each at most half as long as the one before */

typedef struct level {
    symbol_text text;
    uint32_t *suffixes;
    uint32_t *buckets; /* for each symbol a place in suffixes */
    uint64_t *is_s;    /* a bit for each suffix */
    uint32_t *minima;  /* in the order of the text */
    uint32_t minimum_count;
    uint32_t *names; /* the text of the next level */
    uint32_t *order; /* of the minima, by their numbers: its suffixes */
} level;

/* ---- Types ------------------------------------------------------------------- */

static inline bool is_s(const level *l, uint32_t i) {
    return (l->is_s[i / 64] >> i % 64 & 1u) != 0;
}

static inline bool is_minimum(const level *l, uint32_t i) {
    return i > 0 && is_s(l, i) && !is_s(l, i - 1);
}

/* The last suffix is of type L, for what is behind the end is smaller. */
static void find_types(level *l) {
    const uint32_t *t = l->text.items;
    bool s = false;
    l->minimum_count = 0;
    for (uint32_t i = l->text.count - 1; i-- > 0;) {
        bool next = s;
        s = t[i] < t[i + 1] || (t[i] == t[i + 1] && next);
        l->is_s[i / 64] |= (uint64_t)s << i % 64;
        l->minimum_count += next && !s;
    }
}

static void list_minima(level *l) {
    uint32_t n = 0;
    for (uint32_t i = 1; i < l->text.count; i++) {
        if (is_minimum(l, i)) {
            l->minima[n++] = i;
        }
    }
}

/* ---- Walks ------------------------------------------------------------------- */

/* Where the bucket of each symbol begins or, with ends, where the next begins. */
static void find_buckets(level *l, bool ends) {
    uint32_t sum = 0;
    memset(l->buckets, 0, l->text.symbols * sizeof *l->buckets);
    for (uint32_t i = 0; i < l->text.count; i++) {
        l->buckets[l->text.items[i]]++;
    }
    for (uint32_t c = 0; c < l->text.symbols; c++) {
        uint32_t size = l->buckets[c];
        l->buckets[c] = ends ? sum + size : sum;
        sum += size;
    }
}

static void clear(level *l) {
    for (uint32_t i = 0; i < l->text.count; i++) {
        l->suffixes[i] = NOWHERE;
    }
}

static inline void put_first(level *l, uint32_t suffix) {
    l->suffixes[l->buckets[l->text.items[suffix]]++] = suffix;
}

static inline void put_last(level *l, uint32_t suffix) {
    l->suffixes[--l->buckets[l->text.items[suffix]]] = suffix;
}

/* From minima at the ends of their buckets, all others at NOWHERE. */
static void induce(level *l) {
    uint32_t n = l->text.count;
    find_buckets(l, false);
    put_first(l, n - 1);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t suffix = l->suffixes[i];
        if (suffix != NOWHERE && suffix > 0 && !is_s(l, suffix - 1)) {
            put_first(l, suffix - 1);
        }
    }
    find_buckets(l, true);
    for (uint32_t i = n; i-- > 0;) {
        uint32_t suffix = l->suffixes[i];
        if (suffix != NOWHERE && suffix > 0 && is_s(l, suffix - 1)) {
            put_last(l, suffix - 1);
        }
    }
}

/* ---- Down: names ------------------------------------------------------------- */

/* Do the stretches from two minima on have the same symbols and types? */
static bool same_stretch(const level *l, uint32_t a, uint32_t b) {
    const uint32_t *t = l->text.items;
    uint32_t n = l->text.count;
    for (uint32_t i = 0;; i++) {
        if (a + i == n || b + i == n || t[a + i] != t[b + i] ||
            is_s(l, a + i) != is_s(l, b + i)) {
            return false;
        }
        if (i > 0 && is_minimum(l, a + i)) {
            return true; /* of the other too: its types are the same */
        }
    }
}

/* Names the minima by their stretches. Two never stand side by side, so that a name
 * has a place at half the minimum's, in what is not needed of suffixes. Returns the
 * number of names. */
static uint32_t name_minima(level *l) {
    uint32_t sorted = 0, names = 0, before = NOWHERE, n = l->text.count;
    for (uint32_t i = 0; i < n; i++) {
        if (is_minimum(l, l->suffixes[i])) {
            l->suffixes[sorted++] = l->suffixes[i];
        }
    }
    uint32_t *by_place = l->suffixes + sorted; /* sorted is at most n / 2 */
    for (uint32_t i = sorted; i < n; i++) {
        l->suffixes[i] = NOWHERE;
    }
    for (uint32_t i = 0; i < sorted; i++) {
        uint32_t minimum = l->suffixes[i];
        names += before == NOWHERE || !same_stretch(l, before, minimum);
        by_place[(minimum - 1) / 2] = names - 1;
        before = minimum;
    }
    for (uint32_t i = 0; i < l->minimum_count; i++) {
        l->names[i] = by_place[(l->minima[i] - 1) / 2];
    }
    return names;
}

static uint32_t sort_stretches(level *l) {
    clear(l);
    find_buckets(l, true);
    for (uint32_t i = 0; i < l->minimum_count; i++) {
        put_last(l, l->minima[i]);
    }
    induce(l);
    return name_minima(l);
}

/* ---- Up ---------------------------------------------------------------------- */

static void sort_suffixes(level *l) {
    clear(l);
    find_buckets(l, true);
    for (uint32_t i = l->minimum_count; i-- > 0;) {
        put_last(l, l->minima[l->order[i]]);
    }
    induce(l);
}

/* ---- Levels ------------------------------------------------------------------ */

static bool allocate(uint32_t **out, const lede_allocator *allocator, uint32_t count) {
    size_t bytes = 0;
    *out = size_multiply((size_t)count + 1, sizeof **out, &bytes)
               ? memory_allocate(allocator, bytes)
               : NULL;
    return *out != NULL;
}

static size_t bits_size(uint32_t count) {
    return ((size_t)count / 64 + 1) * sizeof(uint64_t);
}

static void release(uint32_t *items, const lede_allocator *allocator, uint32_t count) {
    memory_free(allocator, items, ((size_t)count + 1) * sizeof *items);
}

/* All but suffixes. False: no memory; level_close() is due anyway. */
static bool level_open(level *l, const lede_allocator *allocator) {
    l->is_s = memory_allocate(allocator, bits_size(l->text.count));
    if (l->is_s == NULL || !allocate(&l->buckets, allocator, l->text.symbols)) {
        return false;
    }
    memset(l->is_s, 0, bits_size(l->text.count));
    find_types(l);
    if (!allocate(&l->minima, allocator, l->minimum_count) ||
        !allocate(&l->names, allocator, l->minimum_count) ||
        !allocate(&l->order, allocator, l->minimum_count)) {
        return false;
    }
    list_minima(l);
    return true;
}

static void level_close(level *l, const lede_allocator *allocator) {
    memory_free(allocator, l->is_s, bits_size(l->text.count));
    release(l->buckets, allocator, l->text.symbols);
    release(l->minima, allocator, l->minimum_count);
    release(l->names, allocator, l->minimum_count);
    release(l->order, allocator, l->minimum_count);
}

/* The names as they are sort the minima if no two have the same. */
static bool is_settled(level *l, uint32_t names) {
    for (uint32_t i = 0; names == l->minimum_count && i < names; i++) {
        l->order[l->names[i]] = i;
    }
    return names == l->minimum_count;
}

/* Opens levels until one is settled. False: no memory. *depth: those to close. */
static bool go_down(level *levels, const lede_allocator *allocator, uint32_t *depth) {
    for (;;) {
        level *l = &levels[(*depth)++];
        if (!level_open(l, allocator)) {
            return false;
        }
        uint32_t names = sort_stretches(l);
        if (is_settled(l, names)) {
            return true;
        }
        symbol_text text = {l->names, l->minimum_count, names};
        l[1] = (level){.text = text, .suffixes = l->order};
    }
}

bool suffix_array_sort(const symbol_text *text, const lede_allocator *allocator,
                       uint32_t *suffixes) {
    level levels[LEVELS];
    uint32_t depth = 0;
    if (text->count == 0) {
        return true;
    }
    if (text->count == 1) {
        suffixes[0] = 0;
        return true;
    }
    levels[0] = (level){.text = *text, .suffixes = suffixes};
    bool done = go_down(levels, allocator, &depth);
    while (depth > 0) {
        level *l = &levels[--depth];
        if (done) {
            sort_suffixes(l);
        }
        level_close(l, allocator);
    }
    return done;
}

/* ---- Neighbours -------------------------------------------------------------- */

/* Without its first symbol a suffix shares one less with the one before it, at least. */
void suffix_array_compare(const symbol_text *text, const uint32_t *suffixes,
                          uint32_t *ranks, uint32_t *shared) {
    const uint32_t *t = text->items;
    uint32_t n = text->count, common = 0;
    for (uint32_t i = 0; i < n; i++) {
        ranks[suffixes[i]] = i;
    }
    for (uint32_t p = 0; p < n; p++) {
        if (ranks[p] == 0) {
            shared[0] = common = 0;
            continue;
        }
        uint32_t other = suffixes[ranks[p] - 1];
        while (p + common < n && other + common < n &&
               t[p + common] == t[other + common]) {
            common++;
        }
        shared[ranks[p]] = common;
        common -= common > 0;
    }
}
