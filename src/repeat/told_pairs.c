/* SPDX-License-Identifier: MIT */
#include "repeat/told_pairs.h"

bool told_is_earlier(const lede_told_twice *a, const lede_told_twice *b) {
    return a->first != b->first ? a->first < b->first : a->second < b->second;
}

bool told_is_better(const lede_told_twice *a, const lede_told_twice *b) {
    uint64_t x = (uint64_t)a->shared * b->smaller, y = (uint64_t)b->shared * a->smaller;
    if (x != y) {
        return x > y;
    }
    return a->shared != b->shared ? a->shared > b->shared : told_is_earlier(a, b);
}

/* ---- A heap: none comes behind the one on top ---------------------------------- */

static void sift_down(lede_told_twice *items, size_t count, size_t at,
                      told_order before) {
    lede_told_twice item = items[at];
    for (size_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
        child += child + 1 < count && before(&items[child], &items[child + 1]);
        if (!before(&item, &items[child])) {
            break;
        }
        items[at] = items[child];
        at = child;
    }
    items[at] = item;
}

static void sift_up(lede_told_twice *items, size_t at, told_order before) {
    lede_told_twice item = items[at];
    while (at > 0 && before(&items[(at - 1) / 2], &item)) {
        items[at] = items[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    items[at] = item;
}

bool told_keep(told_pairs *t, const lede_told_twice *pair,
               const lede_allocator *allocator) {
    if (t->items.count < LEDE_REPEAT_PHRASES) {
        if (!VEC_RESERVE(&t->items, allocator, 1)) {
            return false;
        }
        t->items.items[t->items.count] = *pair;
        sift_up(t->items.items, t->items.count++, told_is_better);
        return true;
    }
    t->more = true;
    if (told_is_better(pair, t->items.items)) {
        t->items.items[0] = *pair;
        sift_down(t->items.items, t->items.count, 0, told_is_better);
    }
    return true;
}

void told_sort(told_pairs *t, told_order before) {
    lede_told_twice *items = t->items.items;
    for (size_t i = t->items.count / 2; i-- > 0;) {
        sift_down(items, t->items.count, i, before);
    }
    for (size_t left = t->items.count; left > 1; left--) {
        lede_told_twice last = items[0];
        items[0] = items[left - 1];
        items[left - 1] = last;
        sift_down(items, left - 1, 0, before);
    }
}

void told_free(told_pairs *t, const lede_allocator *allocator) {
    VEC_FREE(&t->items, allocator);
}
