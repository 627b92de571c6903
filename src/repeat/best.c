/* SPDX-License-Identifier: MIT */
/* A heap with the last of the kept items on top. */
#include "repeat/best.h"

static bool comes_before(const best *b, uint32_t i, uint32_t j) {
    return b->before(b->context, b->items[i], b->items[j]);
}

static void swap(best *b, uint32_t i, uint32_t j) {
    uint32_t item = b->items[i];
    b->items[i] = b->items[j];
    b->items[j] = item;
}

static void sink(best *b, uint32_t i, uint32_t count) {
    while (2 * i + 1 < count) {
        uint32_t last = 2 * i + 1;
        if (last + 1 < count && comes_before(b, last, last + 1)) {
            last++;
        }
        if (!comes_before(b, i, last)) {
            return;
        }
        swap(b, i, last);
        i = last;
    }
}

static void rise(best *b, uint32_t i) {
    while (i > 0 && comes_before(b, (i - 1) / 2, i)) {
        swap(b, i, (i - 1) / 2);
        i = (i - 1) / 2;
    }
}

void best_offer(best *b, uint32_t item) {
    if (b->count < b->most) {
        b->items[b->count] = item;
        rise(b, b->count++);
        return;
    }
    b->more = true;
    if (b->most > 0 && b->before(b->context, item, b->items[0])) {
        b->items[0] = item;
        sink(b, 0, b->count);
    }
}

void best_sort(best *b) {
    for (uint32_t count = b->count; count > 1; count--) {
        swap(b, 0, count - 1);
        sink(b, 0, count - 1);
    }
}
