/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/vec.h"
#include "unit/base/base_support.h"

typedef struct record {
    uint32_t number;
    char letter;
} record;

typedef VEC_OF(record) records;

static record record_of(size_t i) {
    return (record){(uint32_t)(i * 7), (char)('a' + i % 26)};
}

static bool append(records *v, const lede_allocator *allocator) {
    if (!VEC_RESERVE(v, allocator, 1)) {
        return false;
    }
    v->items[v->count] = record_of(v->count);
    v->count++;
    return true;
}

static void assert_holds(const records *v, size_t count) {
    assert_int_equal(v->count, count);
    assert_true(v->capacity >= count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(v->items[i].number, record_of(i).number);
        assert_int_equal(v->items[i].letter, record_of(i).letter);
    }
}

static void assert_nothing_left(const counting *c) {
    assert_int_equal(c->live_blocks, 0);
    assert_int_equal(c->live_bytes, 0);
    assert_int_equal(c->wrong_sizes, 0);
}

static void grows_by_half_and_keeps_items(void **state) {
    counting c;
    counting_init(&c, NEVER);
    records v = {0};
    for (size_t i = 0; i < 10000; i++) {
        size_t before = v.capacity;
        assert_true(append(&v, &c.allocator));
        assert_true(v.capacity == before || before == 0 ||
                    v.capacity == before + before / 2);
    }
    assert_holds(&v, 10000);
    assert_in_range(c.calls, 1, 25);
    VEC_FREE(&v, &c.allocator);
    assert_null(v.items);
    assert_int_equal(v.count + v.capacity, 0);
    assert_nothing_left(&c);
}

static void reserve_of_many_is_one_call(void **state) {
    counting c;
    counting_init(&c, NEVER);
    records v = {0};
    size_t none = 0;
    assert_true(VEC_RESERVE(&v, &c.allocator, none));
    assert_int_equal(c.calls, 0);
    assert_true(VEC_RESERVE(&v, &c.allocator, 1000));
    assert_int_equal(c.calls, 1);
    assert_true(v.capacity >= 1000);
    assert_true(VEC_RESERVE(&v, &c.allocator, 1000));
    assert_int_equal(c.calls, 1);
    VEC_FREE(&v, &c.allocator);
    assert_nothing_left(&c);
}

static void sizes_that_wrap_are_refused(void **state) {
    counting c;
    counting_init(&c, NEVER);
    records v = {0};
    assert_true(append(&v, &c.allocator));
    assert_false(VEC_RESERVE(&v, &c.allocator, SIZE_MAX));
    assert_false(VEC_RESERVE(&v, &c.allocator, SIZE_MAX - 1));
    assert_false(VEC_RESERVE(&v, &c.allocator, SIZE_MAX / sizeof(record)));
    assert_int_equal(c.calls, 1);
    assert_holds(&v, 1);
    VEC_FREE(&v, &c.allocator);
    assert_nothing_left(&c);
}

static void trim_gives_back_the_rest(void **state) {
    counting c;
    counting_init(&c, NEVER);
    records v = {0};
    for (size_t i = 0; i < 100; i++) {
        assert_true(append(&v, &c.allocator));
    }
    VEC_TRIM(&v, &c.allocator);
    assert_int_equal(v.capacity, 100);
    assert_int_equal(c.live_bytes, 100 * sizeof(record));
    size_t calls = c.calls;
    VEC_TRIM(&v, &c.allocator);
    assert_int_equal(c.calls, calls);
    assert_holds(&v, 100);

    v.count = 0;
    VEC_TRIM(&v, &c.allocator);
    assert_null(v.items);
    assert_int_equal(v.capacity, 0);
    VEC_TRIM(&v, &c.allocator);
    assert_nothing_left(&c);
}

static void failed_trim_changes_nothing(void **state) {
    counting c;
    counting_init(&c, 2);
    records v = {0};
    for (size_t i = 0; i < 5; i++) {
        assert_true(append(&v, &c.allocator));
    }
    size_t capacity = v.capacity;
    VEC_TRIM(&v, &c.allocator);
    assert_int_equal(v.capacity, capacity);
    assert_holds(&v, 5);
    VEC_FREE(&v, &c.allocator);
    assert_nothing_left(&c);
}

/* A refused growth leaves the vector as it was, and the next one succeeds. */
static void survives_each_failing_call(void **state) {
    size_t fail_at = 0;
    bool refused = true;
    while (refused) {
        counting c;
        counting_init(&c, ++fail_at);
        records v = {0};
        refused = false;
        while (v.count < 500) {
            size_t count = v.count;
            if (!append(&v, &c.allocator)) {
                refused = true;
                assert_holds(&v, count);
            }
        }
        assert_holds(&v, 500);
        VEC_FREE(&v, &c.allocator);
        assert_nothing_left(&c);
    }
    assert_true(fail_at > 5);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows_by_half_and_keeps_items),
        cmocka_unit_test(reserve_of_many_is_one_call),
        cmocka_unit_test(sizes_that_wrap_are_refused),
        cmocka_unit_test(trim_gives_back_the_rest),
        cmocka_unit_test(failed_trim_changes_nothing),
        cmocka_unit_test(survives_each_failing_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
