/* SPDX-License-Identifier: MIT */
/* The first few of many numbers, by an order of the caller's. */
#ifndef LEDE_REPEAT_BEST_H
#define LEDE_REPEAT_BEST_H

#include "base/memory.h"

/* Does a come before b? Never both of different numbers. */
typedef bool best_before(const void *context, uint32_t a, uint32_t b);

typedef struct best {
    uint32_t *items; /* of room for `most` */
    uint32_t count;
    uint32_t most;
    bool more; /* some were left out */
    best_before *before;
    const void *context;
} best;

void best_offer(best *b, uint32_t item);
/* Brings the items into the order; nothing may be offered afterwards. */
void best_sort(best *b);

#endif
