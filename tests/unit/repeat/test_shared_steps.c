/* SPDX-License-Identifier: MIT */
#include "repeat/shared_steps.h"

#include "support/drying.h"

static void same_place(const lede_place *found, const lede_place *wanted) {
    assert_int_equal(found->offset, wanted->offset);
    assert_int_equal(found->line, wanted->line);
    assert_int_equal(found->column, wanted->column);
    assert_int_equal(found->utf16_column, wanted->utf16_column);
}

/* There and back; returns the bytes it takes. */
static size_t check(lede_place from, lede_place to) {
    uint8_t bytes[SHARED_STEP_BYTES + 1];
    memset(bytes, 0xAA, sizeof bytes);
    uint8_t *end = shared_step_write(bytes, &from, &to);
    size_t n = (size_t)(end - bytes);
    assert_true(n <= SHARED_STEP_BYTES);
    assert_int_equal(*end, 0xAA);
    assert_ptr_equal(shared_step_read(bytes, &from), end);
    same_place(&from, &to);
    return n;
}

static void sizes(void **state) {
    lede_place from = {100, 7, 5, 6};
    assert_int_equal(check(from, from), 1);
    assert_int_equal(check(from, (lede_place){131, 7, 36, 37}), 1);
    assert_int_equal(check(from, (lede_place){132, 7, 37, 38}), 2);
    assert_int_equal(check(from, (lede_place){110, 7, 10, 11}), 2); /* Cyrillic */
    assert_int_equal(check(from, (lede_place){108, 7, 7, 10}), 3);  /* emoji */
    assert_int_equal(check(from, (lede_place){101, 8, 1, 1}), 4);   /* a line end */
    assert_int_equal(check(from, (lede_place){101, 8, 5, 6}), 4);   /* same columns */
    assert_int_equal(check(SHARED_ORIGIN,
                           (lede_place){UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}),
                     20);
    assert_int_equal(check(SHARED_ORIGIN, (lede_place){3, 1, 1, 1}), 2); /* a BOM */
}

static void ascii_is_a_byte(void **state) {
    for (uint32_t n = 0; n < 32; n++) {
        lede_place place = {5, 2, 3, 3};
        uint8_t step = shared_step_ascii(n);
        assert_ptr_equal(shared_step_read(&step, &place), &step + 1);
        same_place(&place, &(lede_place){5 + n, 2, 3 + n, 3 + n});
    }
}

/* Any number of bits each. */
static uint32_t any(uint64_t *seed) {
    return (uint32_t)(next_random(seed) >> (32 + next_random(seed) % 32));
}

static void random_places(void **state) {
    uint64_t seed = 1;
    for (size_t i = 0; i < 100000; i++) {
        lede_place from = {any(&seed), any(&seed), any(&seed), any(&seed)};
        lede_place to = {any(&seed), any(&seed), any(&seed), any(&seed)};
        to.line = i % 3 == 0 ? to.line : from.line;
        if (to.offset < from.offset || to.line < from.line ||
            (to.line == from.line &&
             (to.column < from.column || to.utf16_column < from.utf16_column))) {
            continue;
        }
        check(from, to);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes),
        cmocka_unit_test(ascii_is_a_byte),
        cmocka_unit_test(random_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
