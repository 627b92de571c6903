/* SPDX-License-Identifier: MIT */
/* An allocator that runs dry. */
#ifndef LEDE_TESTS_SUPPORT_DRYING_H
#define LEDE_TESTS_SUPPORT_DRYING_H

#include "unit/base/base_support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Counts and checks as the one below does; with `for_good`, after one refusal
 * there is no more memory at all. */
typedef struct drying {
    counting below;
    bool for_good;
    lede_allocator allocator;
} drying;

static inline void *drying_resize(void *ctx, void *old, size_t old_size, size_t n) {
    drying *d = ctx;
    if (d->for_good && n > 0 && d->below.calls >= d->below.fail_at) {
        d->below.fail_at = d->below.calls + 1;
    }
    return d->below.allocator.resize(d->below.allocator.ctx, old, old_size, n);
}

static inline void drying_init(drying *d, size_t fail_at, bool for_good) {
    counting_init(&d->below, fail_at);
    d->for_good = for_good;
    d->allocator = (lede_allocator){drying_resize, d};
}

static inline void drying_expect_balance(const drying *memory) {
    assert_int_equal(memory->below.live_blocks, 0);
    assert_int_equal(memory->below.live_bytes, 0);
    assert_int_equal(memory->below.wrong_sizes, 0);
}

#endif
