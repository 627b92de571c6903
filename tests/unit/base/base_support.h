/* SPDX-License-Identifier: MIT */
/* What several tests of base/ need: an allocator that counts, checks and fails on
 * demand, and random numbers that are the same on every run. */
#ifndef LEDE_TESTS_BASE_SUPPORT_H
#define LEDE_TESTS_BASE_SUPPORT_H

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define NEVER SIZE_MAX

typedef struct counting {
    size_t calls;       /* that ask for memory */
    size_t fail_at;     /* this call, counted from 1, gets none; NEVER */
    size_t live_blocks; /* not freed yet */
    size_t live_bytes;
    size_t wrong_sizes; /* calls whose old_size was not the block's */
    lede_allocator allocator;
} counting;

/* Stands before each block and remembers its size. */
typedef union counting_head {
    size_t size;
    max_align_t align;
} counting_head;

static inline void counting_forget(counting *c, counting_head *head, size_t old_size) {
    c->wrong_sizes += head->size != old_size;
    c->live_bytes -= head->size;
    c->live_blocks--;
}

/* Always moves, so that a pointer kept over a resize is found out. */
static inline void *counting_resize(void *ctx, void *old, size_t old_size, size_t n) {
    counting *c = ctx;
    counting_head *before = old == NULL ? NULL : (counting_head *)old - 1;
    counting_head *after = NULL;
    if (n > SIZE_MAX / 2) {
        return NULL;
    }
    if (n > 0) {
        c->calls++;
        after = c->calls == c->fail_at ? NULL : malloc(sizeof *after + n);
        if (after == NULL) {
            return NULL;
        }
        after->size = n;
        memset(after + 1, 0xA5, n);
        c->live_bytes += n;
        c->live_blocks++;
    }
    if (before != NULL) {
        if (after != NULL) {
            memcpy(after + 1, old, n < before->size ? n : before->size);
        }
        counting_forget(c, before, old_size);
        free(before);
    } else {
        c->wrong_sizes += old_size != 0;
    }
    return after == NULL ? NULL : after + 1;
}

static inline void counting_init(counting *c, size_t fail_at) {
    *c = (counting){0, fail_at, 0, 0, 0, {counting_resize, c}};
}

/* splitmix64 (Vigna 2015) */
static inline uint64_t next_random(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static inline double from_bits(uint64_t bits) {
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

#endif
