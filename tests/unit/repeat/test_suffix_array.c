/* SPDX-License-Identifier: MIT */
#include "repeat/suffix_array.h"

#include "support/drying.h"
#include "support/meter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define MOST 600u

/* ---- The judge: every pair compared -------------------------------------------- */

static uint32_t common_of(const symbol_text *t, uint32_t a, uint32_t b) {
    uint32_t n = 0;
    while (a + n < t->count && b + n < t->count && t->items[a + n] == t->items[b + n]) {
        n++;
    }
    return n;
}

static bool is_before(const symbol_text *t, uint32_t a, uint32_t b) {
    uint32_t n = common_of(t, a, b);
    return a + n == t->count || (b + n < t->count && t->items[a + n] < t->items[b + n]);
}

static void check(const uint32_t *items, uint32_t count, uint32_t symbols) {
    static uint32_t suffixes[MOST], ranks[MOST], shared[MOST];
    symbol_text t = {items, count, symbols};
    meter m;
    bool seen[MOST] = {false};
    meter_init(&m);
    assert_true(suffix_array_sort(&t, &m.allocator, suffixes));
    assert_int_equal(m.live, 0);
    suffix_array_compare(&t, suffixes, ranks, shared);
    for (uint32_t i = 0; i < count; i++) {
        assert_true(suffixes[i] < count && !seen[suffixes[i]]);
        seen[suffixes[i]] = true;
        assert_int_equal(ranks[suffixes[i]], i);
        assert_int_equal(shared[i],
                         i > 0 ? common_of(&t, suffixes[i - 1], suffixes[i]) : 0);
        assert_true(i == 0 || is_before(&t, suffixes[i - 1], suffixes[i]));
    }
}

static void check_letters(const char *letters) {
    uint32_t items[MOST], n = 0;
    for (; letters[n] != '\0'; n++) {
        items[n] = (uint32_t)(letters[n] - 'a');
    }
    check(items, n, 26);
}

/* ---- Texts ---------------------------------------------------------------------- */

static void small_texts(void **state) {
    static const char *const texts[] = {
        "",
        "a",
        "aa",
        "ab",
        "ba",
        "aaa",
        "banana",
        "zyxabc",
        "mississippi",
        "abababab",
        "babababa",
        "cabbagecabbage",
        "abaababaabaab",
        "aabaabaabaab",
        "immissiissippi",
        "edcbaedcba",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        check_letters(texts[i]);
    }
}

/* Every text of up to nine symbols, of up to three kinds. */
static void all_short_texts(void **state) {
    uint32_t items[9];
    for (uint32_t kinds = 1; kinds <= 3; kinds++) {
        for (uint32_t n = 1, all = kinds; n <= 9; n++, all *= kinds) {
            for (uint32_t number = 0; number < all; number++) {
                for (uint32_t i = 0, rest = number; i < n; i++, rest /= kinds) {
                    items[i] = rest % kinds;
                }
                check(items, n, kinds);
            }
        }
    }
}

static void random_texts(void **state) {
    uint32_t items[MOST];
    uint64_t random = 1;
    for (uint32_t round = 0; round < 400; round++) {
        uint32_t n = (uint32_t)(next_random(&random) % MOST);
        uint32_t symbols =
            1 + (uint32_t)(next_random(&random) % (round % 2 == 0 ? 4 : n + 1));
        for (uint32_t i = 0; i < n; i++) {
            items[i] = (uint32_t)(next_random(&random) % symbols);
        }
        check(items, n, symbols);
    }
}

/* Texts that repeat themselves at every length, so that there are many levels. */
static void texts_of_repeats(void **state) {
    uint32_t items[MOST];
    uint64_t random = 2;
    for (uint32_t round = 0; round < 200; round++) {
        uint32_t n = 1 + round % 3;
        for (uint32_t i = 0; i < n; i++) {
            items[i] = (uint32_t)(next_random(&random) % 3);
        }
        while (n < MOST / 2) { /* itself, and now and then another symbol */
            memcpy(items + n, items, n * sizeof *items);
            n *= 2;
            if (next_random(&random) % 2 == 0) {
                items[n++] = (uint32_t)(next_random(&random) % 4);
            }
        }
        check(items, n, 4);
    }
    for (uint32_t i = 0; i < MOST; i++) {
        items[i] = 0;
    }
    check(items, MOST, 1);
}

/* The Fibonacci word: as repetitive as a text without a square of one symbol can be. */
static void fibonacci_word(void **state) {
    uint32_t items[MOST] = {0, 1}, n = 2, before = 1;
    while (n + before <= MOST) {
        uint32_t next = n + before;
        memcpy(items + n, items, before * sizeof *items);
        before = n;
        n = next;
    }
    check(items, n, 2);
}

/* Symbols that stand once each and end what is compared, as between sentences. */
static void separators(void **state) {
    uint32_t items[MOST];
    uint64_t random = 3;
    uint32_t n = MOST / 2, next = 5;
    for (uint32_t i = 0; i < n; i++) {
        items[i] =
            next_random(&random) % 6 == 0 ? next++ : (uint32_t)(next_random(&random) % 5);
    }
    check(items, n, next);
}

static void lack_of_memory(void **state) {
    static uint32_t items[MOST], suffixes[MOST];
    for (uint32_t i = 0; i < MOST; i++) {
        items[i] = i % 7 % 3;
    }
    symbol_text t = {items, MOST, 3};
    bool done = false;
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        drying_init(&memory, fail_at, false);
        done = suffix_array_sort(&t, &memory.allocator, suffixes);
        drying_expect_balance(&memory);
        assert_true(done || fail_at < 100);
        assert_true(fail_at > 8 || !done);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_texts),    cmocka_unit_test(all_short_texts),
        cmocka_unit_test(random_texts),   cmocka_unit_test(texts_of_repeats),
        cmocka_unit_test(fibonacci_word), cmocka_unit_test(separators),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
