/* SPDX-License-Identifier: MIT */
/* Phrases that are part of each other: the dearest leads, the others are its variants. */
#include "repeat/listed.h"

#include "repeat/best.h"

#include <string.h>

#define NEST_WORDS 1024u /* of a phrase, in which others are looked for */
#define NEST_STEPS 32u   /* phrases looked at for each word of the text */

typedef struct families {
    listed *l;
    uint64_t steps;  /* left */
    uint32_t n;      /* items */
    size_t row;      /* words of a row */
    uint64_t *nests; /* n rows of bits: which items are nested with it, either way */
    uint32_t *order; /* the dearest first; then places in the new order */
} families;

static const found_phrase *found_of(const listed *l, uint32_t item) {
    return &l->p->found.items[l->items.items[item].found];
}

static void set_nested(families *f, uint32_t a, uint32_t b) {
    f->nests[a * f->row + b / 64] |= UINT64_C(1) << b % 64;
}

static void see_nested(families *f, uint32_t item, uint32_t place, uint32_t found) {
    const found_phrase *in = found_of(f->l, item);
    uint32_t other = f->l->number_of[found];
    bool inside = place + f->l->p->found.items[found].words <= in->place + in->words;
    if (inside && other != LEDE_NONE) {
        set_nested(f, item, other);
        set_nested(f, other, item);
    }
}

/* All that stand in the first place of the item. What repeats itself over and over has so
 * many that only the first are looked at. */
static void find_nests(families *f, uint32_t item) {
    const repeated *p = f->l->p;
    const found_phrase *in = found_of(f->l, item);
    uint32_t words = in->words < NEST_WORDS ? in->words : NEST_WORDS;
    for (uint32_t place = in->place; place < in->place + words; place++) {
        for (uint32_t i = walk_first(&p->walk, place); i != INTERVAL_NONE;
             i = walk_next(&p->walk, i)) {
            if (f->steps == 0) {
                f->l->w->r->facts.capped |= LEDE_CAPPED_LENGTH;
                return;
            }
            f->steps--;
            see_nested(f, item, place, p->walk.items[i]);
        }
    }
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

static void lead(families *f, uint32_t leader, uint32_t other) {
    listed_phrase *item = &f->l->items.items[other];
    if (item->leader == LEDE_NONE && may_lead(f, leader, other)) {
        item->leader = leader;
    }
}

static void lead_nested(families *f, uint32_t leader) {
    const uint64_t *row = f->nests + leader * f->row;
    for (size_t word = 0; word < f->row; word++) {
        uint32_t item = (uint32_t)word * 64;
        for (uint64_t bits = row[word]; bits != 0; bits >>= 1, item++) {
            if ((bits & 1) != 0) {
                lead(f, leader, item);
            }
        }
    }
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
        if (items[leader].leader == LEDE_NONE) {
            items[leader].leader = leader;
            lead_nested(f, leader);
        }
    }
}

/* Where each leader goes: behind the families of those before it. */
static void find_leaders_places(families *f) {
    const listed_phrase *items = f->l->items.items;
    uint32_t place = 0;
    memset(f->order, 0, f->n * sizeof *f->order);
    for (uint32_t i = 0; i < f->n; i++) {
        f->order[items[i].leader]++;
    }
    for (uint32_t i = 0; i < f->n; i++) {
        uint32_t members = f->order[i];
        f->order[i] = place;
        place += members;
    }
}

/* used: by leader, places taken; all 0. */
static void gather_into(const families *f, listed_phrase *next, uint32_t *used) {
    listed_phrase *items = f->l->items.items;
    for (uint32_t i = 0; i < f->n; i++) {
        uint32_t leader = items[i].leader, first = f->order[leader];
        uint32_t place = leader == i ? first : first + ++used[leader];
        next[place] = items[i];
        next[place].leader = first;
    }
    memcpy(items, next, f->n * sizeof *next);
}

/* Each leader with its variants behind it, these as they rank. */
static bool gather(families *f) {
    const lede_allocator *allocator = f->l->w->allocator;
    size_t bytes = f->n * sizeof(listed_phrase), counts = f->n * sizeof(uint32_t);
    listed_phrase *next = memory_allocate(allocator, bytes);
    uint32_t *used = memory_allocate(allocator, counts);
    bool fine = next != NULL && used != NULL;
    if (fine) {
        memset(used, 0, counts);
        find_leaders_places(f);
        gather_into(f, next, used);
    }
    memory_free(allocator, used, counts);
    memory_free(allocator, next, bytes);
    return fine;
}

bool listed_families(listed *l) {
    families f = {.l = l, .n = (uint32_t)l->items.count};
    const lede_allocator *allocator = l->w->allocator;
    if (f.n < 2) {
        return true;
    }
    f.steps = (uint64_t)l->p->symbols.text.count * NEST_STEPS;
    f.row = ((size_t)f.n + 63) / 64;
    size_t bytes = f.row * f.n * sizeof *f.nests;
    f.nests = memory_allocate(allocator, bytes);
    f.order = memory_allocate(allocator, f.n * sizeof *f.order);
    bool fine = f.nests != NULL && f.order != NULL;
    if (fine) {
        memset(f.nests, 0, bytes);
        for (uint32_t i = 0; i < f.n; i++) {
            find_nests(&f, i);
        }
        choose_leaders(&f);
        fine = gather(&f);
    }
    memory_free(allocator, f.nests, bytes);
    memory_free(allocator, f.order, f.n * sizeof *f.order);
    return fine;
}
