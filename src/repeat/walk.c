/* SPDX-License-Identifier: MIT */
#include "repeat/walk.h"

#include <string.h>

#define UNKNOWN (UINT32_MAX - 1)

static size_t size_of(const walk *w) {
    return (w->t->items.count + 1) * sizeof(uint32_t);
}

bool walk_open(walk *w, const intervals *t) {
    *w = (walk){.t = t};
    w->items = memory_allocate(t->allocator, size_of(w));
    w->larger = memory_allocate(t->allocator, size_of(w));
    if (w->items == NULL || w->larger == NULL) {
        return false;
    }
    memset(w->items, 0xFF, size_of(w));
    return true;
}

void walk_close(walk *w) {
    if (w->t != NULL) {
        memory_free(w->t->allocator, w->items, size_of(w));
        memory_free(w->t->allocator, w->larger, size_of(w));
    }
}

/* From interval i up to the first that is known or has an item; then all on the way know
 * it, so that no way is gone twice. */
static void find_larger(walk *w, uint32_t i) {
    uint32_t end = i, found = INTERVAL_NONE;
    while (end != INTERVAL_NONE && w->larger[end] == UNKNOWN &&
           w->items[end] == WALK_NONE) {
        end = w->t->items.items[end].parent;
    }
    if (end != INTERVAL_NONE) {
        found = w->items[end] != WALK_NONE ? end : w->larger[end];
    }
    for (; i != end; i = w->t->items.items[i].parent) {
        w->larger[i] = found;
    }
    if (end != INTERVAL_NONE) {
        w->larger[end] = found;
    }
}

void walk_ready(walk *w) {
    for (uint32_t i = 0; i < w->t->items.count; i++) {
        w->larger[i] = UNKNOWN;
    }
    for (uint32_t i = 0; i < w->t->items.count; i++) {
        if (w->larger[i] == UNKNOWN) {
            find_larger(w, i);
        }
    }
}
