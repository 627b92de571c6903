/* SPDX-License-Identifier: MIT */
/* Where sequences stand, in the order of the text. */
#ifndef LEDE_REPEAT_WALK_H
#define LEDE_REPEAT_WALK_H

#include "repeat/sequences.h"

/* The items (numbers of the caller's) that the intervals stand for. */
typedef struct walk {
    const intervals *t;
    uint32_t *items;  /* by interval; WALK_NONE: none */
    uint32_t *larger; /* by interval: itself if it has an item, or the next larger that
                         has one; INTERVAL_NONE */
} walk;

#define WALK_NONE UINT32_MAX

/* No item yet. False: no memory; walk_close() is due anyway. */
bool walk_open(walk *w, const intervals *t);
void walk_close(walk *w);

/* Once all items are set: finds the ways. */
void walk_ready(walk *w);

/* The first interval with an item that place p is in, that of most symbols; and the next
 * one. INTERVAL_NONE: there is none. */
static inline uint32_t walk_first(const walk *w, uint32_t p) {
    uint32_t leaf = w->t->leaves[w->t->ranks[p]];
    return leaf != INTERVAL_NONE ? w->larger[leaf] : INTERVAL_NONE;
}
static inline uint32_t walk_next(const walk *w, uint32_t i) {
    uint32_t parent = w->t->items.items[i].parent;
    return parent != INTERVAL_NONE ? w->larger[parent] : INTERVAL_NONE;
}

#endif
