/* SPDX-License-Identifier: MIT */
#include "repeat/best.h"

#include "unit/repeat/repeat_support.h"

#define MOST 64u

/* By what the numbers stand for, then by themselves. */
static bool is_less(const void *context, uint32_t a, uint32_t b) {
    const uint32_t *values = context;
    return values[a] != values[b] ? values[a] < values[b] : a < b;
}

static void check(const uint32_t *values, uint32_t count, uint32_t most) {
    uint32_t items[MOST];
    best b = {.items = items, .most = most, .before = is_less, .context = values};
    for (uint32_t i = 0; i < count; i++) {
        best_offer(&b, i);
    }
    best_sort(&b);
    assert_int_equal(b.count, count < most ? count : most);
    assert_int_equal(b.more, count > most);
    for (uint32_t i = 0; i < b.count; i++) { /* so many come before it */
        uint32_t before = 0;
        for (uint32_t k = 0; k < count; k++) {
            before += is_less(values, k, items[i]);
        }
        assert_int_equal(before, i);
    }
}

static void random_numbers(void **state) {
    uint32_t values[2 * MOST];
    uint64_t random = 1;
    for (uint32_t round = 0; round < 2000; round++) {
        uint32_t count = (uint32_t)(next_random(&random) % (2 * MOST));
        uint64_t different = 1 + next_random(&random) % 50;
        for (uint32_t i = 0; i < count; i++) {
            values[i] = (uint32_t)(next_random(&random) % different);
        }
        check(values, count, (uint32_t)(next_random(&random) % (MOST + 1)));
    }
}

static void sorted_numbers(void **state) {
    uint32_t up[2 * MOST], down[2 * MOST];
    for (uint32_t i = 0; i < 2 * MOST; i++) {
        up[i] = i;
        down[i] = 2 * MOST - i;
    }
    for (uint32_t most = 0; most <= MOST; most++) {
        check(up, 2 * MOST, most);
        check(down, 2 * MOST, most);
        check(up, most, most);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_numbers),
        cmocka_unit_test(sorted_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
