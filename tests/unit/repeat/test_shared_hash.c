/* SPDX-License-Identifier: MIT */
#include "repeat/shared_hash.h"

#include "support/drying.h"

#define WORDS 400u

/* Equal windows have equal hashes, wherever they are and whatever their flags; others,
 * here at least, have others. */
static void check(uint32_t window, uint64_t seed) {
    uint32_t words[WORDS];
    uint64_t hashes[WORDS], random = seed;
    bool there[WORDS] = {false};
    shared_hash h = shared_hash_of(window, seed);
    shared_roll roll = {0, 0};
    uint32_t since = 0;
    for (uint32_t i = 0; i < WORDS; i++) {
        words[i] = (uint32_t)(next_random(&random) % 2) |
                   ((uint32_t)next_random(&random) & ~SHARED_NUMBER);
        words[i] = i % 90 == 0 ? SHARED_EDGE : words[i];
        since = i % 90 == 0 ? 0 : since + 1;
        uint64_t hash = 0;
        bool ends = shared_roll_on(&roll, &h, words, i, &hash);
        assert_int_equal(ends, since >= window);
        if (ends) {
            there[i + 1 - window] = true;
            hashes[i + 1 - window] = hash;
        }
    }
    for (uint32_t i = 0; i < WORDS; i++) {
        for (uint32_t k = 0; there[i] && k < i; k++) {
            uint32_t n = 0;
            while (n < window && shared_is_equal(words[i + n], words[k + n])) {
                n++;
            }
            assert_true(!there[k] || (hashes[i] == hashes[k]) == (n == window));
        }
    }
}

static void rolls(void **state) {
    for (uint32_t window = 4; window <= 100; window += window < 12 ? 1 : 44) {
        for (uint64_t seed = 0; seed < 20; seed++) {
            check(window, seed * seed * UINT64_C(0x123456789ABCDEF));
        }
    }
}

static void depends_on_seed_and_length(void **state) {
    static const uint32_t words[] = {0, 0, 0, 5, 6};
    shared_hash a = shared_hash_of(8, 1), b = shared_hash_of(8, 2);
    assert_true(shared_hash_run(&a, words, 3) != shared_hash_run(&b, words, 3));
    assert_true(shared_hash_run(&a, words, 3) != shared_hash_run(&a, words, 2));
    assert_true(shared_hash_run(&a, words, 3) == shared_hash_run(&a, words, 3));
    a.mask = 0;
    assert_true(shared_hash_run(&a, words, 3) == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rolls),
        cmocka_unit_test(depends_on_seed_and_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
