/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "unit/base/base_support.h"

#include <stdio.h>

/* The fold from 32-bit products, whatever the header uses on this machine. */
static uint64_t fold_by_halves(uint64_t a, uint64_t b) {
    uint64_t limbs[4] = {0};
    for (unsigned i = 0; i < 2; i++) {
        for (unsigned k = 0; k < 2; k++) {
            uint64_t product =
                (a >> (32 * i) & UINT32_MAX) * (b >> (32 * k) & UINT32_MAX);
            limbs[i + k] += product & UINT32_MAX;
            limbs[i + k + 1] += product >> 32;
        }
    }
    for (unsigned i = 0; i < 3; i++) {
        limbs[i + 1] += limbs[i] >> 32;
        limbs[i] &= UINT32_MAX;
    }
    return (limbs[0] | limbs[1] << 32) ^ (limbs[2] | limbs[3] << 32);
}

static void fold_is_the_folded_product(void **state) {
    uint64_t random = 1;
    assert_true(hash_fold(UINT64_MAX, UINT64_MAX) == UINT64_MAX);
    for (unsigned i = 0; i < 100000; i++) {
        uint64_t a = next_random(&random), b = next_random(&random);
        assert_true(hash_fold(a, b) == fold_by_halves(a, b));
    }
}

/* Byte i of the key is byte i of the lanes, counted from the lowest. */
static void both_forms_agree(void **state) {
    uint64_t random = 2;
    for (unsigned round = 0; round < 2000; round++) {
        for (size_t n = 0; n <= 16; n++) {
            uint64_t lanes[2] = {0, 0}, seed = next_random(&random);
            unsigned char bytes[16];
            for (size_t i = 0; i < n; i++) {
                bytes[i] = (unsigned char)next_random(&random);
                lanes[i / 8] |= (uint64_t)bytes[i] << (8 * (i % 8));
            }
            char *block = malloc(16); /* no byte behind it may be read */
            assert_non_null(block);
            char *key = block + 16 - n;
            memcpy(key, bytes, n);
            assert_true(hash_bytes(key, n, seed) ==
                        hash_short(lanes[0], lanes[1], n, seed));
            free(block);
        }
    }
}

static void every_byte_counts(void **state) {
    uint64_t random = 3;
    for (size_t n = 1; n <= 100; n++) {
        char *key = malloc(n);
        assert_non_null(key);
        for (size_t i = 0; i < n; i++) {
            key[i] = (char)next_random(&random);
        }
        uint64_t hash = hash_bytes(key, n, 5);
        for (size_t i = 0; i < n; i++) {
            key[i] ^= 1;
            assert_true(hash_bytes(key, n, 5) != hash);
            key[i] ^= 1;
        }
        assert_true(hash_bytes(key, n, 5) == hash);
        free(key);
    }
}

/* Zeros fill the lanes: keys that differ only in trailing zeros still differ. */
static void length_counts(void **state) {
    static const char zeros[80];
    uint64_t hashes[81];
    for (size_t n = 0; n <= 80; n++) {
        hashes[n] = hash_bytes(zeros, n, 9);
        for (size_t k = 0; k < n; k++) {
            assert_true(hashes[k] != hashes[n]);
        }
    }
}

static void seeds_differ(void **state) {
    static const char key[] = "a word and then some more of it";
    for (size_t n = 0; n < sizeof key; n++) {
        for (uint64_t seed = 0; seed < 64; seed++) {
            for (unsigned bit = 0; bit < 64; bit++) {
                uint64_t other = seed ^ UINT64_C(1) << bit;
                assert_true(hash_bytes(key, n, seed) != hash_bytes(key, n, other));
            }
        }
    }
}

/* Lanes chosen against the constants, without the seed, give no collisions: not
 * with a factor that would be 0, nor with one that would be a power of two. */
static void constants_alone_give_no_collisions(void **state) {
    for (unsigned power = 0; power <= 64; power++) {
        uint64_t factor = power == 64 ? 0 : UINT64_C(1) << power;
        uint64_t high = HASH_B ^ 16 ^ factor, low = HASH_A ^ factor;
        unsigned same = 0;
        for (uint64_t i = 1; i < 200; i++) {
            uint64_t by_low = hash_short(i << 48, high, 16, 77);
            uint64_t by_high = hash_short(low, i << 48, 16, 77);
            same += by_low >> 32 == hash_short(0, high, 16, 77) >> 32;
            same += by_high >> 32 == hash_short(low, 0, 16, 77) >> 32;
        }
        assert_int_equal(same, 0);
    }
}

/* Each input bit flips each output bit about half of the time. */
static void input_bits_spread(void **state) {
    enum { KEYS = 4000 };
    static unsigned flips[128][64];
    uint64_t random = 4;
    for (unsigned key = 0; key < KEYS; key++) {
        uint64_t lanes[2] = {next_random(&random), next_random(&random)};
        uint64_t seed = next_random(&random);
        uint64_t hash = hash_short(lanes[0], lanes[1], 16, seed);
        for (unsigned in = 0; in < 128; in++) {
            lanes[in / 64] ^= UINT64_C(1) << (in % 64);
            uint64_t changed = hash ^ hash_short(lanes[0], lanes[1], 16, seed);
            lanes[in / 64] ^= UINT64_C(1) << (in % 64);
            for (unsigned bit = 0; bit < 64; bit++) {
                flips[in][bit] += (unsigned)(changed >> bit & 1);
            }
        }
    }
    for (unsigned in = 0; in < 128; in++) {
        for (unsigned bit = 0; bit < 64; bit++) {
            assert_in_range(flips[in][bit], KEYS * 40 / 100, KEYS * 60 / 100);
        }
    }
}

static int compare_u32(const void *a, const void *b) {
    const uint32_t *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

/* Numbered words, as like each other as words get: their tags collide no more
 * often than random ones (about 4.7 times among 200,000). */
static void similar_keys_collide_rarely(void **state) {
    enum { KEYS = 200000 };
    static uint32_t tags[KEYS];
    for (uint64_t seed = 0; seed < 8; seed++) {
        unsigned same = 0;
        for (unsigned i = 0; i < KEYS; i++) {
            char key[32];
            int n = snprintf(key, sizeof key, "word%u", i);
            tags[i] = (uint32_t)(hash_bytes(key, (size_t)n, seed * 1000003) >> 32);
        }
        qsort(tags, KEYS, sizeof tags[0], compare_u32);
        for (unsigned i = 1; i < KEYS; i++) {
            same += tags[i] == tags[i - 1];
        }
        assert_in_range(same, 0, 25);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fold_is_the_folded_product),
        cmocka_unit_test(both_forms_agree),
        cmocka_unit_test(every_byte_counts),
        cmocka_unit_test(length_counts),
        cmocka_unit_test(seeds_differ),
        cmocka_unit_test(constants_alone_give_no_collisions),
        cmocka_unit_test(input_bits_spread),
        cmocka_unit_test(similar_keys_collide_rarely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
