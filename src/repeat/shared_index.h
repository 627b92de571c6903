/* SPDX-License-Identifier: MIT */
/*
 * Hashes -> places in a row of words; several places of one hash, in the order in which
 * they were put in. Five bytes a slot: hashes are not kept, so the owner tells by the
 * words what he found, and fills a larger index anew when one is full.
 */
#ifndef LEDE_REPEAT_SHARED_INDEX_H
#define LEDE_REPEAT_SHARED_INDEX_H

#include "base/memory.h"

typedef struct shared_index {
    uint32_t *places; /* of each slot */
    uint8_t *tags;    /* some bits of its hash; 0: free. Behind the places. */
    size_t slots;
    size_t count;
} shared_index;

/* Slots for `count` and half as many again; not filled. False: no memory. */
bool shared_index_open(shared_index *x, const lede_allocator *allocator, size_t count);
void shared_index_free(shared_index *x, const lede_allocator *allocator);

/* Do that many more fit, so that a third of the slots stays free? */
static inline bool shared_index_fits(const shared_index *x, size_t more) {
    return more <= x->slots && x->count + more <= x->slots / 3 * 2;
}

/* A look at the places of a hash. */
typedef struct shared_walk {
    size_t slot;
    uint8_t tag;
} shared_walk;

static inline size_t shared_index_home(const shared_index *x, uint64_t hash) {
    return (size_t)((hash >> 32) * (uint64_t)x->slots >> 32);
}

/* There must be slots. */
static inline shared_walk shared_index_walk(const shared_index *x, uint64_t hash) {
    uint8_t tag = (uint8_t)hash;
    return (shared_walk){shared_index_home(x, hash), tag != 0 ? tag : 1};
}

/* The next place that may be of the hash; false: there is none. */
static inline bool shared_walk_next(shared_walk *w, const shared_index *x,
                                    uint32_t *place) {
    for (uint8_t tag = x->tags[w->slot]; tag != 0; tag = x->tags[w->slot]) {
        *place = x->places[w->slot];
        w->slot = w->slot + 1 < x->slots ? w->slot + 1 : 0;
        if (tag == w->tag) {
            return true;
        }
    }
    return false;
}

/* It must fit. */
void shared_index_put(shared_index *x, uint64_t hash, uint32_t place);

#endif
