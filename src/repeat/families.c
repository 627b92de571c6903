/* SPDX-License-Identifier: MIT */
/* Phrases that are part of each other: the dearest leads, the others are its variants. */
#include "repeat/listed.h"

#include "repeat/best.h"

#include <string.h>

#define NEST_WORDS 1024u /* of a phrase, in which others are looked for */

typedef struct families {
    listed *l;
    uint32_t n;     /* items */
    uint8_t *nests; /* n * n: is the second part of the first? */
    uint32_t *order;
} families;

static const found_phrase *found_of(const listed *l, uint32_t item) {
    return &l->p->found.items[l->items.items[item].found];
}

/* All that stand in the first place of the item. */
static void find_nests(families *f, uint32_t item) {
    const repeated *p = f->l->p;
    const found_phrase *in = found_of(f->l, item);
    uint32_t end = in->place + in->words;
    uint32_t last = in->words < NEST_WORDS ? end : in->place + NEST_WORDS;
    for (uint32_t place = in->place; place < last; place++) {
        for (uint32_t i = walk_first(&p->walk, place); i != INTERVAL_NONE;
             i = walk_next(&p->walk, i)) {
            uint32_t found = p->walk.items[i], other = f->l->number_of[found];
            bool inside = place + p->found.items[found].words <= end;
            if (inside && other != LEDE_NONE) {
                f->nests[(size_t)item * f->n + other] = 1;
            }
        }
    }
}

static bool are_nested(const families *f, uint32_t a, uint32_t b) {
    return f->nests[(size_t)a * f->n + b] != 0 || f->nests[(size_t)b * f->n + a] != 0;
}

/* What no writer should miss is not put below what may be passed over. */
static bool may_lead(const families *f, uint32_t leader, uint32_t other) {
    const found_phrase *a = found_of(f->l, leader), *b = found_of(f->l, other);
    return a->accepted == b->accepted && a->group <= b->group;
}

/* Dearest first; of equals, as they rank. */
static bool costs_more(const void *context, uint32_t a, uint32_t b) {
    const families *f = context;
    uint32_t x = repeated_cost(found_of(f->l, a)), y = repeated_cost(found_of(f->l, b));
    return x != y ? x > y : a < b;
}

static void choose_leaders(families *f) {
    best b = {.items = f->order, .most = f->n, .before = costs_more, .context = f};
    listed_phrase *items = f->l->items.items;
    for (uint32_t i = 0; i < f->n; i++) {
        items[i].leader = LEDE_NONE;
        best_offer(&b, i);
    }
    best_sort(&b);
    for (uint32_t i = 0; i < f->n; i++) {
        uint32_t leader = f->order[i];
        if (items[leader].leader != LEDE_NONE) {
            continue;
        }
        items[leader].leader = leader;
        for (uint32_t k = 0; k < f->n; k++) {
            if (items[k].leader == LEDE_NONE && are_nested(f, leader, k) &&
                may_lead(f, leader, k)) {
                items[k].leader = leader;
            }
        }
    }
}

/* Each leader with its variants behind it. */
static bool gather(families *f) {
    listed *l = f->l;
    VEC_OF(listed_phrase) next = {NULL, 0, 0};
    if (!VEC_RESERVE(&next, l->w->allocator, f->n)) {
        return false;
    }
    for (uint32_t i = 0; i < f->n; i++) {
        if (l->items.items[i].leader != i) {
            continue;
        }
        uint32_t leader = (uint32_t)next.count;
        next.items[next.count++] = l->items.items[i];
        for (uint32_t k = 0; k < f->n; k++) {
            if (k != i && l->items.items[k].leader == i) {
                next.items[next.count++] = l->items.items[k];
            }
        }
        for (uint32_t k = leader; k < next.count; k++) {
            next.items[k].leader = leader;
        }
    }
    memcpy(l->items.items, next.items, f->n * sizeof *next.items);
    VEC_FREE(&next, l->w->allocator);
    return true;
}

bool listed_families(listed *l) {
    families f = {.l = l, .n = (uint32_t)l->items.count};
    const lede_allocator *allocator = l->w->allocator;
    if (f.n < 2) {
        return true;
    }
    size_t square = (size_t)f.n * f.n;
    f.nests = memory_allocate(allocator, square);
    f.order = memory_allocate(allocator, f.n * sizeof *f.order);
    bool fine = f.nests != NULL && f.order != NULL;
    if (fine) {
        memset(f.nests, 0, square);
        for (uint32_t i = 0; i < f.n; i++) {
            find_nests(&f, i);
        }
        choose_leaders(&f);
        fine = gather(&f);
    }
    memory_free(allocator, f.nests, square);
    memory_free(allocator, f.order, f.n * sizeof *f.order);
    return fine;
}
