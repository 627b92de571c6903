/* SPDX-License-Identifier: MIT */
#include "repeat/matcher.h"

#include "support/drying.h"
#include "unit/repeat/repeat_support.h"

/* Letters are classes. */
static void add(matcher *m, const char *letters, uint32_t item) {
    uint32_t classes[16], count = 0;
    for (; letters[count] != '\0'; count++) {
        classes[count] = (uint32_t)letters[count];
    }
    assert_true(matcher_add(m, classes, count, item));
}

/* The numbers of the runs that the letters begin with. */
static void expect(const matcher *m, const char *letters, const char *wanted) {
    uint32_t classes[64], count = 0;
    shown found = {.n = 0};
    for (; letters[count] != '\0'; count++) {
        classes[count] = (uint32_t)letters[count];
    }
    match at = match_begin(m, classes, count);
    const class_run *run = NULL;
    while ((run = match_next(m, &at)) != NULL) {
        show(&found, "%u ", run->item);
    }
    assert_string_equal(found.text, wanted);
    assert_null(match_next(m, &at));
}

static void runs_from_short_to_long(void **state) {
    matcher m = {.allocator = &memory_default};
    add(&m, "bc", 0);
    add(&m, "abc", 1);
    add(&m, "a", 2);
    add(&m, "ab", 3);
    add(&m, "abd", 4);
    add(&m, "c", 5);
    matcher_ready(&m);
    expect(&m, "abcd", "2 3 1 ");
    expect(&m, "abd", "2 3 4 ");
    expect(&m, "ab", "2 3 ");
    expect(&m, "ad", "2 ");
    expect(&m, "bc", "0 ");
    expect(&m, "b", "");
    expect(&m, "d", "");
    expect(&m, "", "");
    matcher_free(&m);
}

static void equal_runs(void **state) {
    matcher m = {.allocator = &memory_default};
    add(&m, "ab", 7);
    add(&m, "ab", 3);
    add(&m, "abc", 5);
    matcher_ready(&m);
    expect(&m, "abc", "3 7 5 ");
    matcher_free(&m);
}

static void nothing(void **state) {
    matcher m = {.allocator = &memory_default};
    matcher_ready(&m);
    expect(&m, "ab", "");
    matcher_free(&m);
}

/* ---- Against what is compared one by one ------------------------------------------- */

#define RUNS 12u

static bool begins_with(const char *letters, const char *run) {
    return strncmp(letters, run, strlen(run)) == 0;
}

static void random_runs(void **state) {
    uint64_t random = 1;
    for (uint32_t round = 0; round < 4000; round++) {
        char runs[RUNS][8], letters[12];
        matcher m = {.allocator = &memory_default};
        shown wanted = {.n = 0};
        for (uint32_t i = 0; i < RUNS; i++) {
            size_t n = 1 + next_random(&random) % 6;
            for (size_t k = 0; k < n; k++) {
                runs[i][k] = (char)('a' + next_random(&random) % 2);
            }
            runs[i][n] = '\0';
            add(&m, runs[i], i);
        }
        for (size_t k = 0; k < sizeof letters; k++) {
            letters[k] = (char)('a' + next_random(&random) % 2);
        }
        letters[next_random(&random) % sizeof letters] = '\0';
        letters[sizeof letters - 1] = '\0';
        for (size_t n = 1; n < 8; n++) {
            for (uint32_t i = 0; i < RUNS; i++) {
                if (strlen(runs[i]) == n && begins_with(letters, runs[i])) {
                    show(&wanted, "%u ", i);
                }
            }
        }
        matcher_ready(&m);
        expect(&m, letters, wanted.text);
        matcher_free(&m);
    }
}

static void lack_of_memory(void **state) {
    const uint32_t classes[] = {1, 2, 3};
    bool done = false;
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        drying_init(&memory, fail_at, false);
        matcher m = {.allocator = &memory.allocator};
        done = true;
        for (uint32_t i = 0; done && i < 50; i++) {
            done = matcher_add(&m, classes, 3, i);
        }
        matcher_ready(&m);
        matcher_free(&m);
        drying_expect_balance(&memory);
        assert_true(done ? fail_at > 2 : fail_at < 20);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_from_short_to_long),
        cmocka_unit_test(equal_runs),
        cmocka_unit_test(nothing),
        cmocka_unit_test(random_runs),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
