/* SPDX-License-Identifier: MIT */
#include "repeat/intervals.h"

static size_t bytes_of(const intervals *t) {
    return ((size_t)t->text.count + 1) * sizeof(uint32_t);
}

/* ---- The tree ---------------------------------------------------------------- */

/* The intervals that further suffixes may belong to, each inside the one before. */
typedef VEC_OF(uint32_t) open_intervals;

static uint32_t innermost(const open_intervals *open) {
    return open->count > 0 ? open->items[open->count - 1] : INTERVAL_NONE;
}

static uint32_t length_of(const intervals *t, uint32_t i) {
    return i != INTERVAL_NONE ? t->items.items[i].length : 0;
}

static uint32_t shared_at(const intervals *t, uint32_t rank) {
    return rank < t->text.count ? t->shared[rank] : 0;
}

/* By its first suffix, or by its last where what follows has more in common with it than
 * what comes before. No two intervals have the same home. */
static uint32_t home_of(const intervals *t, uint32_t first, uint32_t last) {
    return t->shared[first] >= shared_at(t, last + 1) ? first : last;
}

/* Ends at the suffix before `rank`, whose neighbours share `length` symbols, all that has
 * more. Returns the last that ended and has no parent yet; *first: its first. */
static uint32_t end_intervals(intervals *t, open_intervals *open, uint32_t rank,
                              uint32_t *first) {
    uint32_t length = shared_at(t, rank), child = INTERVAL_NONE;
    while (length_of(t, innermost(open)) > length) {
        child = innermost(open);
        open->count--;
        interval *ended = &t->items.items[child];
        ended->last = rank - 1;
        *first = ended->first;
        t->homes[home_of(t, ended->first, ended->last)] = child;
        if (length_of(t, innermost(open)) >= length) {
            ended->parent = innermost(open);
            child = INTERVAL_NONE;
        }
    }
    return child;
}

static bool begin_interval(intervals *t, open_intervals *open, interval begun,
                           uint32_t child) {
    uint32_t number = (uint32_t)t->items.count;
    if (!VEC_RESERVE(open, t->allocator, 1) || !VEC_RESERVE(&t->items, t->allocator, 1)) {
        return false;
    }
    open->items[open->count++] = number;
    t->items.items[t->items.count++] = begun;
    if (child != INTERVAL_NONE) {
        t->items.items[child].parent = number;
    }
    return true;
}

/* What the suffixes rank - 1 and rank share begins and ends intervals. */
static bool read_neighbours(intervals *t, open_intervals *open, uint32_t rank) {
    uint32_t length = shared_at(t, rank), first = rank - 1;
    uint32_t before = innermost(open);
    uint32_t child = end_intervals(t, open, rank, &first);
    if (length > length_of(t, innermost(open)) &&
        !begin_interval(t, open, (interval){first, 0, length, INTERVAL_NONE}, child)) {
        return false;
    }
    /* The smallest that has it is the one of more symbols, before it or behind it. */
    t->leaves[rank - 1] = length >= t->shared[rank - 1] ? innermost(open) : before;
    return true;
}

static bool build_tree(intervals *t) {
    open_intervals open = {NULL, 0, 0};
    bool fine = true;
    for (uint32_t rank = 1; fine && rank <= t->text.count; rank++) {
        fine = read_neighbours(t, &open, rank);
    }
    VEC_FREE(&open, t->allocator);
    return fine;
}

bool intervals_open(intervals *t, const symbol_text *text,
                    const lede_allocator *allocator) {
    *t = (intervals){.allocator = allocator, .text = *text};
    uint32_t **arrays[] = {&t->suffixes, &t->ranks, &t->shared, &t->leaves, &t->homes};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        *arrays[i] = memory_allocate(allocator, bytes_of(t));
        if (*arrays[i] == NULL) {
            return false;
        }
    }
    if (!suffix_array_sort(text, allocator, t->suffixes)) {
        return false;
    }
    suffix_array_compare(text, t->suffixes, t->ranks, t->shared);
    return build_tree(t);
}

void intervals_close(intervals *t) {
    uint32_t *arrays[] = {t->suffixes, t->ranks, t->shared, t->leaves, t->homes};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) {
        memory_free(t->allocator, arrays[i], arrays[i] != NULL ? bytes_of(t) : 0);
    }
    VEC_FREE(&t->items, t->allocator);
}

/* ---- Looking up -------------------------------------------------------------- */

uint32_t intervals_find(const intervals *t, uint32_t first, uint32_t last) {
    return t->homes[home_of(t, first, last)];
}

/* What stands before the suffixes of an interval does not change their order, so that
 * with the same symbol before them they are an interval again. */
uint32_t intervals_before(const intervals *t, uint32_t i) {
    const interval *v = &t->items.items[i];
    uint32_t first = t->suffixes[v->first], last = t->suffixes[v->last];
    if (first == 0 || last == 0 || t->text.items[first - 1] != t->text.items[last - 1]) {
        return INTERVAL_NONE;
    }
    uint32_t begin = t->ranks[first - 1], end = t->ranks[last - 1];
    return end - begin == v->last - v->first ? intervals_find(t, begin, end)
                                             : INTERVAL_NONE;
}
