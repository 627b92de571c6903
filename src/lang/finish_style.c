/* SPDX-License-Identifier: MIT */
/* What was read of a language's word lists -> the tables that are asked. */
#include "base/error.h"
#include "lang/keys.h"
#include "lang/list_filter.h"
#include "lang/list_lines.h"
#include "lang/list_rules.h"
#include "lang/parse_shapes.h"
#include "lang/parse_style.h"
#include "lang/word_lists.h"

#include <stdlib.h>
#include <string.h>

/* qsort has no context: the entries carry a pointer to their key. */
typedef struct sortable {
    const char *key;
    uint32_t offset;
    uint32_t lists;
    uint16_t length;
    uint16_t words;
} sortable;

static int compare_entries(const void *a, const void *b) {
    const sortable *x = a, *y = b;
    int order = list_compare(x->key, x->length, y->key, y->length);
    return order != 0 ? order : (x->offset > y->offset) - (x->offset < y->offset);
}

/* Entries with the same key become one. False: one list has it twice. */
static bool merge(sortable *s, size_t *count, size_t *wrong) {
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        sortable *last = kept > 0 ? &s[kept - 1] : NULL;
        if (last != NULL &&
            list_compare(last->key, last->length, s[i].key, s[i].length) == 0) {
            /* A class may be given twice: [subordinating] is [conjunction] too. */
            const uint32_t shared =
                (uint32_t)(WORD_LIST_PHRASE_HEAD | WORD_LIST_CONJUNCTION);
            *wrong = i;
            if ((last->lists & s[i].lists & ~shared) != 0) {
                return false;
            }
            last->lists |= s[i].lists;
        } else {
            s[kept++] = s[i];
        }
    }
    *count = kept;
    return true;
}

static lede_status sort_entries(sortable *s, size_t *count, lede_error *error) {
    size_t wrong = 0;
    qsort(s, *count, sizeof *s, compare_entries);
    if (!merge(s, count, &wrong)) {
        return error_set(error, LEDE_BAD_DATA, "\"%.*s\" stands twice on one list",
                         (int)s[wrong].length, s[wrong].key);
    }
    return LEDE_OK;
}

static lede_status finish_words(style_builder *b, sortable *s, lede_error *error) {
    const char *strings = b->strings.items;
    for (size_t i = 0; i < b->words.count; i++) {
        list_word w = b->words.items[i];
        s[i] = (sortable){strings + w.key, w.key, w.lists, w.length, 1};
    }
    lede_status status = sort_entries(s, &b->words.count, error);
    for (size_t i = 0; status == LEDE_OK && i < b->words.count; i++) {
        b->words.items[i] = (list_word){s[i].offset, s[i].lists, s[i].length};
    }
    return status;
}

static lede_status finish_phrases(style_builder *b, sortable *s, lede_error *error) {
    const char *strings = b->strings.items;
    for (size_t i = 0; i < b->phrases.count; i++) {
        list_phrase p = b->phrases.items[i];
        s[i] = (sortable){strings + p.key, p.key, p.lists, p.length, p.words};
    }
    lede_status status = sort_entries(s, &b->phrases.count, error);
    for (size_t i = 0; status == LEDE_OK && i < b->phrases.count; i++) {
        b->phrases.items[i] =
            (list_phrase){s[i].offset, s[i].lists, s[i].length, s[i].words};
    }
    return status;
}

/* Twice as many slots as words: walks stay short. */
static lede_status fill_slots(style_builder *b, uint32_t *mask, lede_error *error) {
    *mask = 1;
    while (*mask < 2 * b->words.count) {
        *mask = *mask * 2 + 1;
    }
    if (b->words.count >= UINT16_MAX) {
        return error_set(error, LEDE_TOO_LARGE, "too many words in a language");
    }
    if (!VEC_RESERVE(&b->slots, b->allocator, (size_t)*mask + 1)) {
        return error_no_memory(error);
    }
    b->slots.count = (size_t)*mask + 1;
    memset(b->slots.items, 0, b->slots.count * sizeof *b->slots.items);
    for (size_t i = 0; i < b->words.count; i++) {
        list_word w = b->words.items[i];
        uint32_t s = pack_first_slot(b->strings.items + w.key, w.length, *mask);
        while (b->slots.items[s] != 0) {
            s = (s + 1) & *mask;
        }
        b->slots.items[s] = (uint16_t)(i + 1);
    }
    return LEDE_OK;
}

static void set_bit(style_builder *b, uint32_t bit) {
    uint8_t *byte = &b->filter.items[bit / 8];
    *byte = (uint8_t)(*byte | 1u << bit % 8);
}

static lede_status fill_filter(style_builder *b, uint32_t *shift, lede_error *error) {
    size_t bytes = 1;
    for (*shift = 61; bytes * 8 < b->words.count * LIST_FILTER_BITS; bytes *= 2) {
        --*shift;
    }
    if (!VEC_RESERVE(&b->filter, b->allocator, bytes)) {
        return error_no_memory(error);
    }
    b->filter.count = bytes;
    memset(b->filter.items, 0, bytes);
    for (size_t i = 0; i < b->words.count; i++) {
        const char *key = b->strings.items + b->words.items[i].key;
        size_t n = b->words.items[i].length;
        uint64_t front = list_front(key, n);
        set_bit(b, list_filter_bit(front, n, key[n - 1], *shift));
        if (n >= LIST_FRONT) {
            set_bit(b, list_filter_bit(front, 0, '\0', *shift));
        }
    }
    return LEDE_OK;
}

/* Where an entry with this tail stands among those of its table. */
static size_t bucket_of(uint64_t tail) {
    return (tail >> 56) % LIST_BUCKETS;
}

/* first[] of a table whose entries are counted in first[1...]. */
static void add_up(list_index *index, size_t begin) {
    index->first[0] = (uint8_t)begin;
    for (size_t i = 0; i < LIST_BUCKETS; i++) {
        index->first[i + 1] = (uint8_t)(index->first[i + 1] + index->first[i]);
    }
}

/* By bucket; those of one bucket as written. */
static lede_status sort_suffixes(style_builder *b, list_tables *out, lede_error *error) {
    size_t n = b->suffixes.count, at = 0;
    list_suffix *sorted = memory_allocate(b->allocator, n * sizeof *sorted);
    if (sorted == NULL && n > 0) {
        return error_no_memory(error);
    }
    for (size_t bucket = 0; bucket < LIST_BUCKETS; bucket++) {
        for (size_t i = 0; i < n; i++) {
            if (bucket_of(b->suffixes.items[i].tail) == bucket) {
                out->suffix_index.first[bucket + 1]++;
                sorted[at++] = b->suffixes.items[i];
            }
        }
    }
    add_up(&out->suffix_index, 0);
    for (size_t i = 0; i < n; i++) {
        b->suffixes.items[i] = sorted[i];
    }
    memory_free(b->allocator, sorted, n * sizeof *sorted);
    return LEDE_OK;
}

/* The rules of a kind, by bucket, from sorted[at] on. */
static size_t take_rules(const style_builder *b, list_rule_kind kind, list_index *index,
                         list_rule *sorted) {
    size_t at = 0;
    for (size_t bucket = 0; bucket < LIST_BUCKETS; bucket++) {
        for (size_t i = 0; i < b->rules.count; i++) {
            const list_rule *r = &b->rules.items[i];
            if (r->kind == kind && bucket_of(r->tail) == bucket) {
                index->first[bucket + 1]++;
                sorted[at++] = *r;
            }
        }
    }
    return at;
}

/* How many rules from this one on end in its suffix. */
static uint8_t count_alike(const list_rule *rule, size_t count) {
    uint8_t alike = 1;
    while (alike < count && rule->suffix_length <= sizeof rule->tail &&
           list_ends(rule[alike].tail, rule->tail, rule->tail_shift)) {
        alike++;
    }
    return alike;
}

/* A word that has not an ending has none that ends so. */
static void link_rules(list_rule *sorted, const list_index *index) {
    for (size_t bucket = 0; bucket < LIST_BUCKETS; bucket++) {
        size_t end = index->first[bucket + 1];
        for (size_t i = index->first[bucket]; i < end; i++) {
            sorted[i].next = count_alike(&sorted[i], end - i);
        }
    }
}

static lede_status sort_rules(style_builder *b, list_tables *out, lede_error *error) {
    size_t n = b->rules.count, at = 0;
    list_rule *sorted = memory_allocate(b->allocator, n * sizeof *sorted);
    if (sorted == NULL && n > 0) {
        return error_no_memory(error);
    }
    for (size_t kind = 0; n > 0 && kind < LIST_RULE_KINDS; kind++) {
        list_index *index = &out->rule_index[kind];
        size_t taken = take_rules(b, (list_rule_kind)kind, index, sorted + at);
        add_up(index, at);
        link_rules(sorted, index);
        at += taken;
    }
    for (size_t i = 0; i < n; i++) {
        b->rules.items[i] = sorted[i];
    }
    memory_free(b->allocator, sorted, n * sizeof *sorted);
    return LEDE_OK;
}

static lede_status index_endings(style_builder *b, list_tables *out, lede_error *error) {
    if (b->rules.count > UINT8_MAX || b->suffixes.count > UINT8_MAX) {
        return error_set(error, LEDE_TOO_LARGE, "more than 255 rules or endings");
    }
    lede_status status = sort_suffixes(b, out, error);
    return status == LEDE_OK ? sort_rules(b, out, error) : status;
}

static uint32_t known_lists(const style_builder *b) {
    uint32_t known = 0;
    for (size_t i = 0; i < b->words.count; i++) {
        known |= b->words.items[i].lists;
    }
    for (size_t i = 0; i < b->phrases.count; i++) {
        known |= b->phrases.items[i].lists;
    }
    for (size_t i = 0; i < b->suffixes.count; i++) {
        known |= b->suffixes.items[i].lists;
    }
    for (size_t i = 0; i < b->shapes.count; i++) {
        bool prefix = b->shapes.items[i].end == 0;
        known |= prefix ? 0 : b->shapes.items[i].lists;
    }
    return known & ~LIST_HIDDEN;
}

static lede_status sort_all(style_builder *b, lede_error *error) {
    size_t most = b->words.count > b->phrases.count ? b->words.count : b->phrases.count;
    if (most == 0) {
        return LEDE_OK;
    }
    sortable *s = memory_allocate(b->allocator, most * sizeof *s);
    if (s == NULL) {
        return error_no_memory(error);
    }
    lede_status status = finish_words(b, s, error);
    if (status == LEDE_OK) {
        status = finish_phrases(b, s, error);
    }
    memory_free(b->allocator, s, most * sizeof *s);
    return status;
}

lede_status parse_style_finish(style_builder *b, list_tables *out, lede_error *error) {
    *out = (list_tables){0};
    lede_status status = sort_all(b, error);
    if (status == LEDE_OK) {
        status = fill_slots(b, &out->slot_mask, error);
    }
    if (status == LEDE_OK) {
        status = fill_filter(b, &out->filter_shift, error);
    }
    if (status == LEDE_OK) {
        status = index_endings(b, out, error);
    }
    if (status == LEDE_OK) {
        status = parse_shapes_finish(b, &out->shape_index, error);
    }
    if (status != LEDE_OK) {
        return status;
    }
    out->strings = b->strings.items;
    out->words = b->words.items;
    out->slots = b->slots.items;
    out->filter = b->filter.items;
    out->phrases = b->phrases.items;
    out->suffixes = b->suffixes.items;
    out->rules = b->rules.items;
    out->shapes = b->shapes.items;
    out->word_count = (uint32_t)b->words.count;
    out->phrase_count = (uint32_t)b->phrases.count;
    out->suffix_count = (uint32_t)b->suffixes.count;
    out->rule_count = (uint32_t)b->rules.count;
    out->shape_count = (uint32_t)b->shapes.count;
    out->known = known_lists(b);
    out->flags = b->flags;
    out->speed = b->speed;
    return LEDE_OK;
}
