/* SPDX-License-Identifier: MIT */
/* The words of a builder, sorted by their bytes. */
#include "text/background_builder.h"
#include "text/background_layout.h"

/* ---- Order ------------------------------------------------------------------- */

/* A word with its first bytes, which decide most comparisons: words lie far apart. */
typedef struct place {
    uint64_t front; /* eight bytes, the first one highest, zeros behind */
    uint32_t word;
} place;

typedef struct sorter {
    const lede_background_builder *b;
    size_t count;
    place *items; /* count */
    place *spare; /* count */
} sorter;

static uint64_t front_of(const char *key, size_t n) {
    uint64_t front = 0;
    for (size_t i = 0; i < sizeof front; i++) {
        front = front << 8 | (i < n ? (unsigned char)key[i] : 0u);
    }
    return front;
}

static bool stands_before(const lede_background_builder *b, const place *left,
                          const place *right) {
    if (left->front != right->front) {
        return left->front < right->front;
    }
    const counted_word *l = &b->words.items[left->word];
    const counted_word *r = &b->words.items[right->word];
    return background_compare(b->keys.items + l->key, l->length, b->keys.items + r->key,
                              r->length) < 0;
}

/* Two sorted runs, [at, middle) and [middle, end), into one. */
static void merge_runs(const sorter *s, size_t at, size_t middle, size_t end) {
    size_t left = at, right = middle;
    for (; at < end; at++) {
        bool takes_left =
            right == end ||
            (left < middle && !stands_before(s->b, &s->items[right], &s->items[left]));
        s->spare[at] = s->items[takes_left ? left++ : right++];
    }
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

static void sort_places(sorter *s) {
    for (size_t width = 1; width < s->count; width *= 2) {
        for (size_t at = 0; at < s->count; at += 2 * width) {
            merge_runs(s, at, least(at + width, s->count),
                       least(at + 2 * width, s->count));
        }
        place *sorted = s->spare;
        s->spare = s->items;
        s->items = sorted;
    }
}

static void fill_places(sorter *s) {
    for (uint32_t i = 0; i < s->count; i++) {
        const counted_word *w = &s->b->words.items[i];
        s->items[i] = (place){front_of(s->b->keys.items + w->key, w->length), i};
    }
}

/* ---- Words ------------------------------------------------------------------- */

typedef struct walk {
    const sorter *sorted;
    size_t at;
} walk;

static void begin_walk(void *ctx) {
    ((walk *)ctx)->at = 0;
}

static bool next_of_walk(void *ctx, background_word *word) {
    walk *w = ctx;
    if (w->at == w->sorted->count) {
        return false;
    }
    const lede_background_builder *b = w->sorted->b;
    const counted_word *c = &b->words.items[w->sorted->items[w->at++].word];
    *word = (background_word){b->keys.items + c->key, c->length, c->documents,
                              c->occurrences};
    return true;
}

static lede_status write_sorted(sorter *s, lede_sink sink, lede_error *error) {
    walk w = {s, 0};
    background_words words = {begin_walk, next_of_walk, &w};
    fill_places(s);
    sort_places(s);
    return background_write_file(&words, &s->b->facts, s->b->allocator, sink, error);
}

lede_status background_builder_write(const lede_background_builder *b, lede_sink sink,
                                     lede_error *error) {
    sorter s = {.b = b, .count = b->words.count};
    size_t bytes = 0;
    if (!size_multiply(s.count + 1, sizeof(place), &bytes)) {
        return error_no_memory(error);
    }
    s.items = memory_allocate(b->allocator, bytes);
    s.spare = memory_allocate(b->allocator, bytes);
    lede_status status = s.items != NULL && s.spare != NULL
                             ? write_sorted(&s, sink, error)
                             : error_no_memory(error);
    memory_free(b->allocator, s.items, bytes);
    memory_free(b->allocator, s.spare, bytes);
    return status;
}
