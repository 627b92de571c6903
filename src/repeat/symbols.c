/* SPDX-License-Identifier: MIT */
#include "repeat/symbols.h"

#include <string.h>

#define NO_SYMBOL UINT32_MAX
#define PAIRS_PER_WORD 4u /* so that few meet by chance */

typedef struct maker {
    symbols *y;
    const stream *s;
    const lede_allocator *allocator;
    uint8_t *pairs; /* by hash: how often two words stand side by side, up to 2 */
    unsigned shift;
    size_t pair_count;
    uint32_t *symbol_of; /* of each class; NO_SYMBOL: none yet */
} maker;

/* ---- Which words stand beside another twice ------------------------------------------
 */

/* No seed: words that meet by chance are kept for nothing, and that is all. */
static inline size_t slot_of(const maker *m, uint32_t a, uint32_t b) {
    return (size_t)((a * UINT32_C(0x9E3779B1) ^ b * UINT32_C(0x85EBCA77)) >> m->shift);
}

static inline size_t slot_before(const maker *m, uint32_t i) {
    return slot_of(m, m->s->classes.items[i - 1], m->s->classes.items[i]);
}

/* Are word i and the one before it neighbours in a sequence that could be repeated? */
static inline bool is_joined(const maker *m, uint32_t i) {
    const uint8_t *flags = m->s->flags.items;
    return (flags[i] & (STREAM_BREAK | STREAM_AGAIN)) == STREAM_AGAIN &&
           (flags[i - 1] & STREAM_AGAIN) != 0;
}

static void count_pairs(maker *m) {
    uint8_t *pairs = m->pairs;
    for (uint32_t i = 1, count = (uint32_t)m->s->words.count; i < count; i++) {
        if (is_joined(m, i)) {
            size_t slot = slot_before(m, i);
            pairs[slot] = (uint8_t)(pairs[slot] + (pairs[slot] < 2));
        }
    }
}

/* Is word i repeated together with the one before it? */
static inline bool is_paired(const maker *m, uint32_t i) {
    return is_joined(m, i) && m->pairs[slot_before(m, i)] > 1;
}

/* ---- Symbols ---------------------------------------------------------------------- */

/* There is room for it. */
static uint32_t new_symbol(symbols *y, uint32_t class, unsigned bits) {
    y->classes.items[y->classes.count++] = (uint8_t)bits;
    y->class_of.items[y->class_of.count++] = class;
    return (uint32_t)y->classes.count - 1;
}

static void add_item(symbols *y, uint32_t symbol, uint32_t at) {
    y->items.items[y->items.count++] = symbol;
    y->at.items[y->at.count++] = at;
}

static unsigned bits_of(const maker *m, uint32_t class) {
    unsigned kind = m->s->folds->kinds[class], bits = 0;
    bits |= (kind & FOLD_CONTENT) != 0 ? SYMBOL_CONTENT : 0u;
    bits |= (kind & FOLD_OPENS) != 0 ? SYMBOL_OPENS : 0u;
    bits |= (kind & FOLD_NOT_FIRST) != 0 ? SYMBOL_NOT_FIRST : 0u;
    bits |= (kind & FOLD_NOT_LAST) != 0 ? SYMBOL_NOT_LAST : 0u;
    return bits;
}

static void add_word(maker *m, uint32_t i) {
    uint32_t class = stream_class(m->s, i), *symbol = &m->symbol_of[class];
    if (*symbol == NO_SYMBOL) {
        *symbol = new_symbol(m->y, class, bits_of(m, class));
    }
    add_item(m->y, *symbol, i);
}

static bool make_room(maker *m, size_t more) {
    symbols *y = m->y;
    return VEC_RESERVE(&y->items, m->allocator, more) &&
           VEC_RESERVE(&y->at, m->allocator, more) &&
           VEC_RESERVE(&y->classes, m->allocator, more) &&
           VEC_RESERVE(&y->class_of, m->allocator, more);
}

/* ---- Runs -------------------------------------------------------------------------- */

static bool may_open(unsigned kind) {
    return (kind & (FOLD_CONTENT | FOLD_NOT_FIRST)) == FOLD_CONTENT ||
           (kind & FOLD_OPENS) != 0;
}

static bool may_end(unsigned kind) {
    return (kind & (FOLD_CONTENT | FOLD_NOT_LAST)) == FOLD_CONTENT;
}

static unsigned kind_at(const maker *m, uint32_t i) {
    return m->s->folds->kinds[m->s->classes.items[i]];
}

/* Words at its ends that are no edge are left out, and most runs are nothing else: "of
 * the". False: what is left holds neither a phrase nor a formula. */
static bool trim(const maker *m, uint32_t *begin, uint32_t *end) {
    uint32_t content = 0;
    while (*begin < *end && !may_open(kind_at(m, *begin))) {
        ++*begin;
    }
    while (*end > *begin && !may_end(kind_at(m, *end - 1))) {
        --*end;
    }
    for (uint32_t i = *begin; i < *end; i++) {
        content += (kind_at(m, i) & FOLD_CONTENT) != 0;
    }
    return content >= 2 || (content == 1 && *end - *begin >= FORMULA_WORDS);
}

static bool add_run(maker *m, uint32_t begin, uint32_t end) {
    if (!trim(m, &begin, &end)) {
        return true;
    }
    if (!make_room(m, (size_t)end - begin + 1)) {
        return false;
    }
    if (m->y->items.count > 0) {
        add_item(m->y, new_symbol(m->y, LEDE_NONE, 0), LEDE_NONE);
    }
    for (uint32_t i = begin; i < end; i++) {
        add_word(m, i);
    }
    return true;
}

static bool make(maker *m) {
    uint32_t count = (uint32_t)m->s->words.count, begin = 0;
    if (!make_room(m, count / 8)) {
        return false;
    }
    for (uint32_t i = 1; i <= count; i++) {
        if (i < count && is_paired(m, i)) {
            continue;
        }
        if (i - begin > 1 && !add_run(m, begin, i)) {
            return false;
        }
        begin = i;
    }
    m->y->text = (symbol_text){m->y->items.items, (uint32_t)m->y->items.count,
                               (uint32_t)m->y->classes.count};
    return true;
}

/* ---- All of it ----------------------------------------------------------------------
 */

static bool allocate(maker *m) {
    size_t classes = (size_t)m->s->folds->terms + 1;
    m->pair_count = 64;
    for (m->shift = 26; m->pair_count < PAIRS_PER_WORD * m->s->words.count;
         m->pair_count *= 2) {
        m->shift--;
    }
    m->pairs = memory_allocate(m->allocator, m->pair_count);
    m->symbol_of = memory_allocate(m->allocator, classes * sizeof *m->symbol_of);
    if (m->pairs == NULL || m->symbol_of == NULL) {
        return false;
    }
    memset(m->pairs, 0, m->pair_count);
    memset(m->symbol_of, 0xFF, classes * sizeof *m->symbol_of);
    return true;
}

bool symbols_read(symbols *y, const stream *s, const lede_allocator *allocator) {
    *y = (symbols){.text = {NULL, 0, 0}};
    maker m = {.y = y, .s = s, .allocator = allocator};
    bool fine = allocate(&m);
    if (fine) {
        count_pairs(&m);
        fine = make(&m);
    }
    memory_free(allocator, m.pairs, m.pair_count);
    memory_free(allocator, m.symbol_of,
                ((size_t)s->folds->terms + 1) * sizeof *m.symbol_of);
    return fine;
}

void symbols_free(symbols *y, const lede_allocator *allocator) {
    VEC_FREE(&y->items, allocator);
    VEC_FREE(&y->at, allocator);
    VEC_FREE(&y->classes, allocator);
    VEC_FREE(&y->class_of, allocator);
}
