/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "unit/base/base_support.h"

#include <stdalign.h>

#define MIB ((size_t)1 << 20)

static void assert_nothing_left(const counting *c) {
    assert_int_equal(c->live_blocks, 0);
    assert_int_equal(c->live_bytes, 0);
    assert_int_equal(c->wrong_sizes, 0);
}

static void assert_aligned(const void *block) {
    assert_non_null(block);
    assert_int_equal((uintptr_t)block % alignof(max_align_t), 0);
}

static void takes_no_memory_at_first(void **state) {
    counting c;
    counting_init(&c, NEVER);
    arena a;
    arena_init(&a, &c.allocator);
    arena_free(&a);
    arena_free(&a);
    assert_int_equal(c.calls, 0);
}

/* Every block is filled with its own number; none may touch another. */
static void blocks_are_aligned_and_apart(void **state) {
    enum { BLOCKS = 3000 };
    static unsigned char *blocks[BLOCKS];
    counting c;
    counting_init(&c, NEVER);
    arena a;
    arena_init(&a, &c.allocator);
    for (size_t i = 0; i < BLOCKS; i++) {
        blocks[i] = arena_allocate(&a, i);
        assert_aligned(blocks[i]);
        memset(blocks[i], (int)(i & 0xFF), i);
    }
    for (size_t i = 0; i < BLOCKS; i++) {
        for (size_t k = 0; k < i; k++) {
            assert_true(blocks[i][k] == (i & 0xFF));
        }
    }
    arena_free(&a);
    assert_nothing_left(&c);
}

static void empty_blocks_are_valid_and_distinct(void **state) {
    counting c;
    counting_init(&c, NEVER);
    arena a;
    arena_init(&a, &c.allocator);
    void *first = arena_allocate(&a, 0);
    void *second = arena_allocate(&a, 0);
    assert_aligned(first);
    assert_aligned(second);
    assert_ptr_not_equal(first, second);
    assert_aligned(arena_zeroed(&a, 0, 8));
    arena_free(&a);
    assert_nothing_left(&c);
}

static void chunks_double_up_to_a_limit(void **state) {
    counting c;
    counting_init(&c, NEVER);
    arena a;
    arena_init(&a, &c.allocator);
    size_t expected = 4096, total = 0, seen = 0;
    while (total < 8 * MIB) {
        assert_non_null(arena_allocate(&a, 64));
        if (c.calls == seen) {
            continue;
        }
        seen = c.calls;
        assert_int_equal(c.live_bytes - total, expected);
        total = c.live_bytes;
        expected = expected < MIB ? expected * 2 : MIB;
    }
    arena_free(&a);
    assert_nothing_left(&c);
}

/* The free rest of the newest chunk is not lost to a large block. */
static void large_blocks_get_their_own_chunk(void **state) {
    counting c;
    counting_init(&c, NEVER);
    arena a;
    arena_init(&a, &c.allocator);
    assert_non_null(arena_allocate(&a, 16));
    char *large = arena_allocate(&a, 3 * MIB);
    assert_aligned(large);
    memset(large, 1, 3 * MIB);
    assert_int_equal(c.calls, 2);
    assert_in_range(c.live_bytes, 3 * MIB, 3 * MIB + 4096 + 64);
    assert_non_null(arena_allocate(&a, 2000));
    assert_int_equal(c.calls, 2);
    arena_free(&a);
    assert_nothing_left(&c);

    assert_aligned(arena_allocate(&a, 2 * MIB)); /* as the first block, too */
    assert_non_null(arena_allocate(&a, 16));
    arena_free(&a);
    assert_nothing_left(&c);
}

static void zeroed_is_zero(void **state) {
    counting c;
    counting_init(&c, NEVER);
    arena a;
    arena_init(&a, &c.allocator);
    for (size_t n = 1; n < 300; n++) {
        const unsigned char *block = arena_zeroed(&a, n, 3);
        assert_aligned(block);
        for (size_t i = 0; i < 3 * n; i++) {
            assert_true(block[i] == 0);
        }
    }
    arena_free(&a);
    assert_nothing_left(&c);
}

static void copy_ends_in_nul(void **state) {
    counting c;
    counting_init(&c, NEVER);
    arena a;
    arena_init(&a, &c.allocator);
    const char bytes[] = {'a', '\0', 'b'};
    const char *copy = arena_copy(&a, bytes, sizeof bytes);
    assert_non_null(copy);
    assert_memory_equal(copy, "a\0b", 4);
    copy = arena_copy(&a, NULL, 0);
    assert_non_null(copy);
    assert_int_equal(copy[0], 0);
    arena_free(&a);
    assert_nothing_left(&c);
}

static void sizes_that_wrap_are_refused(void **state) {
    counting c;
    counting_init(&c, NEVER);
    arena a;
    arena_init(&a, &c.allocator);
    for (size_t less = 0; less < 40; less++) {
        assert_null(arena_allocate(&a, SIZE_MAX - less));
    }
    assert_null(arena_zeroed(&a, SIZE_MAX / 2, 3));
    assert_null(arena_copy(&a, "", SIZE_MAX));
    assert_int_equal(c.live_blocks, 0);
    arena_free(&a);
    assert_nothing_left(&c);
}

/* A refused block leaves the arena usable and its older blocks untouched. */
static void survives_each_failing_call(void **state) {
    size_t fail_at = 0;
    bool refused = true;
    while (refused) {
        counting c;
        counting_init(&c, ++fail_at);
        arena a;
        arena_init(&a, &c.allocator);
        char *previous = NULL;
        refused = false;
        for (size_t n = 1; n < 3 * MIB; n += n / 4 + 1) {
            char *block = arena_copy(&a, "", 0);
            char *large = arena_allocate(&a, n);
            refused = refused || block == NULL || large == NULL;
            if (large != NULL) {
                memset(large, 'x', n);
                previous = large;
            }
            assert_true(previous == NULL || previous[0] == 'x');
        }
        arena_free(&a);
        assert_nothing_left(&c);
    }
    assert_true(fail_at > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_no_memory_at_first),
        cmocka_unit_test(blocks_are_aligned_and_apart),
        cmocka_unit_test(empty_blocks_are_valid_and_distinct),
        cmocka_unit_test(chunks_double_up_to_a_limit),
        cmocka_unit_test(large_blocks_get_their_own_chunk),
        cmocka_unit_test(zeroed_is_zero),
        cmocka_unit_test(copy_ends_in_nul),
        cmocka_unit_test(sizes_that_wrap_are_refused),
        cmocka_unit_test(survives_each_failing_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
