/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "unit/base/base_support.h"

static void default_allocator_allocates_moves_and_frees(void **state) {
    const lede_allocator *a = &memory_default;
    unsigned char *block = a->resize(a->ctx, NULL, 0, 10);
    assert_non_null(block);
    for (unsigned char i = 0; i < 10; i++) {
        block[i] = i;
    }
    block = a->resize(a->ctx, block, 10, 100000);
    assert_non_null(block);
    for (unsigned char i = 0; i < 10; i++) {
        assert_int_equal(block[i], i);
    }
    block = a->resize(a->ctx, block, 100000, 3);
    assert_non_null(block);
    assert_int_equal(block[2], 2);
    assert_null(a->resize(a->ctx, block, 3, 0));
    assert_null(a->resize(a->ctx, NULL, 0, 0));
}

static void null_means_the_default(void **state) {
    counting c;
    counting_init(&c, NEVER);
    assert_ptr_equal(memory_or_default(NULL), &memory_default);
    assert_ptr_equal(memory_or_default(&c.allocator), &c.allocator);
}

static void nothing_is_asked_for_nothing(void **state) {
    counting c;
    counting_init(&c, NEVER);
    assert_null(memory_allocate(&c.allocator, 0));
    memory_free(&c.allocator, NULL, 0);
    assert_int_equal(c.calls, 0);
}

static void free_hands_back_the_size(void **state) {
    counting c;
    counting_init(&c, 2);
    void *block = memory_allocate(&c.allocator, 17);
    assert_non_null(block);
    assert_null(memory_allocate(&c.allocator, 17));
    assert_int_equal(c.live_bytes, 17);
    memory_free(&c.allocator, block, 17);
    assert_int_equal(c.live_blocks, 0);
    assert_int_equal(c.wrong_sizes, 0);
}

static void sums_do_not_wrap(void **state) {
    size_t out = 7;
    assert_true(size_add(2, 3, &out));
    assert_int_equal(out, 5);
    assert_true(size_add(SIZE_MAX - 1, 1, &out));
    assert_true(out == SIZE_MAX);
    assert_true(size_add(0, SIZE_MAX, &out));
    out = 7;
    assert_false(size_add(SIZE_MAX, 1, &out));
    assert_false(size_add(SIZE_MAX, SIZE_MAX, &out));
    assert_int_equal(out, 7);
}

static void products_do_not_wrap(void **state) {
    size_t out = 7;
    assert_true(size_multiply(0, SIZE_MAX, &out));
    assert_int_equal(out, 0);
    assert_true(size_multiply(SIZE_MAX, 0, &out));
    assert_int_equal(out, 0);
    assert_true(size_multiply(SIZE_MAX / 3, 3, &out));
    assert_true(out == SIZE_MAX / 3 * 3);
    assert_true(size_multiply(SIZE_MAX, 1, &out));
    out = 7;
    assert_false(size_multiply(SIZE_MAX / 3 + 1, 3, &out));
    assert_false(size_multiply(2, SIZE_MAX / 2 + 1, &out));
    assert_int_equal(out, 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(default_allocator_allocates_moves_and_frees),
        cmocka_unit_test(null_means_the_default),
        cmocka_unit_test(nothing_is_asked_for_nothing),
        cmocka_unit_test(free_hands_back_the_size),
        cmocka_unit_test(sums_do_not_wrap),
        cmocka_unit_test(products_do_not_wrap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
