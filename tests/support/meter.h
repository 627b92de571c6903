/* SPDX-License-Identifier: MIT */
/* An allocator that knows how much is taken, now and at most. */
#ifndef LEDE_TESTS_SUPPORT_METER_H
#define LEDE_TESTS_SUPPORT_METER_H

#include "base/memory.h"

typedef struct meter {
    size_t live;  /* bytes */
    size_t peak;  /* bytes, old and new block of a move counted together */
    size_t calls; /* that ask for memory */
    lede_allocator allocator;
} meter;

static inline void *meter_resize(void *ctx, void *old, size_t old_size, size_t n) {
    meter *m = ctx;
    if (n > 0) {
        m->calls++;
        m->peak = m->live + n > m->peak ? m->live + n : m->peak;
    }
    void *block = memory_default.resize(memory_default.ctx, old, old_size, n);
    if (block != NULL || n == 0) {
        m->live += n;
        m->live -= old_size;
    }
    return block;
}

static inline void meter_init(meter *m) {
    *m = (meter){.allocator = {meter_resize, m}};
}

#endif
