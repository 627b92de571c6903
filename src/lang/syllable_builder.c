/* SPDX-License-Identifier: MIT */
/* What parse_syllable_model() read -> tables that the model points to. */
#include "lang/parse_syllable_model.h"

#include "base/error.h"
#include "base/lanes.h"

#include <stdlib.h>
#include <string.h>

#define BUCKET_WORDS 6u /* listed words in a bucket, at most on average */

static lede_status fail(lede_error *error, uint32_t line, const char *why) {
    error_set(error, LEDE_BAD_DATA, "%s", why);
    error_place(error, 0, line, 1);
    return LEDE_BAD_DATA;
}

static int compare_listed(const void *a, const void *b) {
    const syllable_listed *x = a, *y = b;
    int order = (x->hash > y->hash) - (x->hash < y->hash);
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

/* The part of a hash that tells listed words from each other. */
static uint64_t print_of(const syllable_builder *b, const syllable_listed *l) {
    return l->hash >> (b->model.bucket_shift - SYLLABLE_PRINT);
}

static lede_status check_distinct(const syllable_builder *b, lede_error *error) {
    for (size_t i = 1; i < b->listed.count; i++) {
        const syllable_listed *x = &b->listed.items[i - 1], *y = &b->listed.items[i];
        if (x->hash == y->hash && x->length == y->length &&
            memcmp(x->word, y->word, x->length) == 0) {
            return fail(error, y->line, "a word stands twice");
        }
        if (print_of(b, x) == print_of(b, y) && x->count != y->count) {
            return fail(error, y->line,
                        "a word has another's fingerprint: change [seed]");
        }
    }
    return LEDE_OK;
}

static void fill_tables(syllable_builder *b, size_t buckets) {
    size_t next = 0;
    for (size_t i = 0; i < b->listed.count; i++) {
        const syllable_listed *l = &b->listed.items[i];
        uint64_t print = print_of(b, l);
        for (; next <= l->hash >> b->model.bucket_shift; next++) {
            b->buckets.items[next] = (uint16_t)i;
        }
        b->prints.items[i] = (uint16_t)print;
        b->counts.items[i] = (uint8_t)((print >> 16 & 15) << 4 | l->count);
    }
    for (; next <= buckets; next++) {
        b->buckets.items[next] = (uint16_t)b->listed.count;
    }
    for (size_t i = 0; i < SYLLABLE_PRINTS_BEHIND; i++) {
        b->prints.items[b->listed.count + i] = 0;
    }
}

static lede_status make_tables(syllable_builder *b, lede_error *error) {
    size_t buckets = 2, count = b->listed.count;
    b->model.bucket_shift = 63;
    for (; buckets * BUCKET_WORDS < count; buckets *= 2) {
        b->model.bucket_shift--;
    }
    for (size_t i = 0; i < count; i++) {
        syllable_listed *l = &b->listed.items[i];
        l->hash = syllable_model_hash(&b->model, l->word, l->length);
    }
    if (count > 1) {
        qsort(b->listed.items, count, sizeof *b->listed.items, compare_listed);
    }
    lede_status status = check_distinct(b, error);
    if (status != LEDE_OK) {
        return status;
    }
    b->buckets.count = b->prints.count = b->counts.count = 0;
    if (!VEC_RESERVE(&b->buckets, b->allocator, buckets + 1) ||
        !VEC_RESERVE(&b->prints, b->allocator, count + SYLLABLE_PRINTS_BEHIND) ||
        !VEC_RESERVE(&b->counts, b->allocator, count + 1)) {
        return error_no_memory(error);
    }
    fill_tables(b, buckets);
    b->buckets.count = buckets + 1;
    b->prints.count = b->counts.count = count;
    return LEDE_OK;
}

static lede_status check_whole(syllable_builder *b, lede_error *error) {
    for (size_t letter = 'a'; letter <= 'z'; letter++) {
        if (b->model.codes[letter] == 0) {
            return fail(error, 0, "a letter has no code");
        }
    }
    if (b->windows == 0) {
        return fail(error, 0, "there is no window");
    }
    if (b->listed.count >= UINT16_MAX || b->endings.count > UINT16_MAX) {
        return fail(error, 0, "there are too many words or endings");
    }
    if (!VEC_RESERVE(&b->weights, b->allocator, SYLLABLE_WEIGHTS - b->weights.count)) {
        return error_no_memory(error);
    }
    while (b->weights.count < SYLLABLE_WEIGHTS) {
        b->weights.items[b->weights.count++] = 0;
    }
    return LEDE_OK;
}

/* By bucket of their last byte; those of one bucket as written. */
static lede_status sort_endings(syllable_builder *b, lede_error *error) {
    size_t n = b->endings.count, at = 0;
    syllable_form *sorted = memory_allocate(b->allocator, n * sizeof *sorted);
    if (sorted == NULL && n > 0) {
        return error_no_memory(error);
    }
    for (size_t bucket = 0; bucket < SYLLABLE_BUCKETS; bucket++) {
        b->model.ending_first[bucket] = (uint16_t)at;
        for (size_t i = 0; i < n; i++) {
            syllable_form f = b->endings.items[i];
            if ((unsigned char)f.text[f.length - 1] % SYLLABLE_BUCKETS == bucket) {
                f.tail = lanes_tail(f.text, f.length);
                f.tail_shift = (uint8_t)(f.length < 8 ? 64 - 8 * f.length : 0);
                sorted[at++] = f;
            }
        }
    }
    b->model.ending_first[SYLLABLE_BUCKETS] = (uint16_t)at;
    for (size_t i = 0; i < n; i++) {
        b->endings.items[i] = sorted[i];
    }
    memory_free(b->allocator, sorted, n * sizeof *sorted);
    return LEDE_OK;
}

lede_status syllable_finish(syllable_builder *b, lede_error *error) {
    syllable_model *m = &b->model;
    lede_status status = check_whole(b, error);
    if (status == LEDE_OK) {
        status = make_tables(b, error);
    }
    if (status == LEDE_OK) {
        status = sort_endings(b, error);
    }
    m->weights = b->weights.items;
    m->listed = (uint32_t)b->listed.count;
    m->buckets = b->buckets.items;
    m->prints = b->prints.items;
    m->counts = b->counts.items;
    m->beginnings = b->beginnings.items;
    m->beginning_count = (uint32_t)b->beginnings.count;
    m->endings = b->endings.items;
    m->ending_count = (uint32_t)b->endings.count;
    m->folds = b->folds.items;
    m->fold_count = (uint32_t)b->folds.count;
    return status;
}

void syllable_free(syllable_builder *b) {
    VEC_FREE(&b->weights, b->allocator);
    VEC_FREE(&b->beginnings, b->allocator);
    VEC_FREE(&b->endings, b->allocator);
    VEC_FREE(&b->folds, b->allocator);
    VEC_FREE(&b->listed, b->allocator);
    VEC_FREE(&b->buckets, b->allocator);
    VEC_FREE(&b->prints, b->allocator);
    VEC_FREE(&b->counts, b->allocator);
}
