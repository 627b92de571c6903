/* SPDX-License-Identifier: MIT */
#include "repeat/shared.h"

#include <stdlib.h>

/* A passage, and what it is ranked by. */
typedef struct ranked {
    uint64_t weight; /* words that only one of the files needs */
    uint32_t file;   /* of the first place */
    uint32_t offset;
    uint32_t words;
    uint32_t passage;
} ranked;

typedef VEC_OF(ranked) ranked_list;
typedef VEC_OF(lede_shared_passage) passage_list;
typedef VEC_OF(lede_shared_place) place_list;

/* No two are equal: of one place and length there is one passage. */
static int by_rank(const void *left, const void *right) {
    const ranked *a = left, *b = right;
    if (a->weight != b->weight) {
        return a->weight > b->weight ? -1 : 1;
    }
    if (a->file != b->file) {
        return a->file < b->file ? -1 : 1;
    }
    if (a->offset != b->offset) {
        return a->offset < b->offset ? -1 : 1;
    }
    return a->words != b->words ? (a->words > b->words ? -1 : 1) : 0;
}

static ranked rank_of(const shared_passages *p, uint32_t number) {
    const shared_passage *x = &p->items.items[number];
    const lede_shared_place *first = &p->places.items[x->first].place;
    return (ranked){(uint64_t)x->words * (x->files - 1), first->file, first->begin.offset,
                    x->words, number};
}

typedef struct lister {
    const lede_allocator *allocator;
    const shared_passages *from;
    ranked_list order;
    passage_list list;
    place_list places;
} lister;

static bool sort_passages(lister *l) {
    size_t count = l->from->items.count;
    ranked_list *order = &l->order;
    if (!VEC_RESERVE(order, l->allocator, count)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        order->items[order->count++] = rank_of(l->from, i);
    }
    if (count > 0) {
        qsort(order->items, count, sizeof *order->items, by_rank);
    }
    order->count = count < LEDE_SHARED_PASSAGES ? count : LEDE_SHARED_PASSAGES;
    return true;
}

static bool make_room(lister *l) {
    size_t places = 0;
    for (size_t i = 0; i < l->order.count; i++) {
        places += l->from->items.items[l->order.items[i].passage].places;
    }
    return VEC_RESERVE(&l->list, l->allocator, l->order.count) &&
           VEC_RESERVE(&l->places, l->allocator, places);
}

static void fill(lister *l) {
    for (size_t i = 0; i < l->order.count; i++) {
        const shared_passage *x = &l->from->items.items[l->order.items[i].passage];
        l->list.items[l->list.count++] =
            (lede_shared_passage){.words = x->words,
                                  .files = x->files,
                                  .text = x->text,
                                  .first_place = (uint32_t)l->places.count,
                                  .place_count = x->places,
                                  .sentence = x->sentence,
                                  .cut = x->cut};
        for (uint32_t k = x->first; k != LEDE_NONE; k = l->from->places.items[k].next) {
            l->places.items[l->places.count++] = l->from->places.items[k].place;
        }
    }
}

bool shared_list(lede_shared *s) {
    lister l = {.allocator = s->allocator, .from = &s->passages};
    bool fine = sort_passages(&l) && make_room(&l);
    if (fine) {
        fill(&l);
        VEC_FREE(&s->list, s->allocator);
        VEC_FREE(&s->places, s->allocator);
        s->list.items = l.list.items;
        s->list.count = l.list.count;
        s->list.capacity = l.list.capacity;
        s->places.items = l.places.items;
        s->places.count = l.places.count;
        s->places.capacity = l.places.capacity;
    } else {
        VEC_FREE(&l.list, s->allocator);
        VEC_FREE(&l.places, s->allocator);
    }
    VEC_FREE(&l.order, s->allocator);
    return fine;
}
