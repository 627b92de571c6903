/* SPDX-License-Identifier: MIT */
/* Against sorting by insertion. */
#include "repeat/told_pairs.h"

#include "support/drying.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define MOST 2500u

static lede_told_twice pair_of(uint32_t shared, uint32_t smaller, uint32_t first,
                               uint32_t second) {
    return (lede_told_twice){
        .first = first, .second = second, .shared = shared, .smaller = smaller};
}

static void expect_before(lede_told_twice a, lede_told_twice b) {
    assert_true(told_is_better(&a, &b));
    assert_false(told_is_better(&b, &a));
    assert_false(told_is_better(&a, &a));
}

static void order(void **state) {
    expect_before(pair_of(5, 9, 8, 9), pair_of(5, 10, 1, 2)); /* containment */
    expect_before(pair_of(6, 7, 8, 9), pair_of(7, 9, 1, 2));
    expect_before(pair_of(8, 10, 8, 9), pair_of(4, 5, 1, 2)); /* as much, more shared */
    expect_before(pair_of(4, 6, 1, 9), pair_of(4, 6, 2, 3));  /* first */
    expect_before(pair_of(4, 6, 1, 3), pair_of(4, 6, 1, 9));  /* second */
    /* No rounding, and no product of 32 bits. */
    expect_before(pair_of(4000000000u, 4000000001u, 8, 9),
                  pair_of(3999999999u, 4000000000u, 1, 2));
}

static lede_told_twice random_pair(uint64_t *random, uint32_t second) {
    uint32_t smaller = 6 + (uint32_t)(next_random(random) % 5);
    uint32_t shared = 4 + (uint32_t)(next_random(random) % (smaller - 3));
    return pair_of(shared, smaller, (uint32_t)(next_random(random) % (second + 1)),
                   second);
}

static void check(uint32_t count, uint64_t *random) {
    static lede_told_twice all[MOST];
    told_pairs t = {.more = false};
    for (uint32_t n = 0; n < count; n++) {
        lede_told_twice pair = random_pair(random, n);
        uint32_t at = n;
        for (; at > 0 && told_is_better(&pair, &all[at - 1]); at--) {
            all[at] = all[at - 1];
        }
        all[at] = pair;
        assert_true(told_keep(&t, &pair, &memory_default));
    }
    uint32_t kept = count < LEDE_REPEAT_PHRASES ? count : LEDE_REPEAT_PHRASES;
    assert_int_equal(t.items.count, kept);
    assert_int_equal(t.more, count > kept);
    told_sort(&t, told_is_earlier);
    for (uint32_t i = 1; i < kept; i++) {
        assert_true(told_is_earlier(&t.items.items[i - 1], &t.items.items[i]));
    }
    told_sort(&t, told_is_better);
    for (uint32_t i = 0; i < kept; i++) {
        assert_memory_equal(&t.items.items[i], &all[i], sizeof *all);
    }
    told_free(&t, &memory_default);
}

static void best_of_all(void **state) {
    uint64_t random = 3;
    for (uint32_t count = 0; count < 40; count++) {
        check(count, &random);
    }
    check(LEDE_REPEAT_PHRASES - 1, &random);
    check(LEDE_REPEAT_PHRASES, &random);
    check(LEDE_REPEAT_PHRASES + 1, &random);
    check(MOST, &random);
}

static void no_memory(void **state) {
    bool done = false;
    size_t failed = 0;
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        told_pairs t = {.more = false};
        drying_init(&memory, fail_at, false);
        done = true;
        for (uint32_t i = 0; i < 100 && done; i++) {
            lede_told_twice pair = pair_of(4, 6, i, i + 1);
            done = told_keep(&t, &pair, &memory.allocator);
        }
        failed += !done;
        told_free(&t, &memory.allocator);
        drying_expect_balance(&memory);
        assert_true(fail_at < 50);
    }
    assert_true(failed >= 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order),
        cmocka_unit_test(best_of_all),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
