/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/crc32c.h"
#include "unit/base/base_support.h"

/* The remainder of a division by the polynomial, a bit at a time. */
static uint32_t divide(const char *bytes, size_t n) {
    uint32_t rest = UINT32_MAX;
    for (size_t i = 0; i < 8 * n; i++) {
        unsigned bit = (unsigned char)bytes[i / 8] >> i % 8 & 1u;
        unsigned low = (rest & 1u) ^ bit;
        rest = (rest >> 1) ^ (low ? UINT32_C(0x82F63B78) : 0);
    }
    return ~rest;
}

/* The check value of the catalogues, and the examples of RFC 3720, B.4. */
static void published_values(void **state) {
    char bytes[32];
    assert_int_equal(crc32c_of(NULL, 0), 0);
    assert_int_equal(crc32c_of("123456789", 9), 0xE3069283);
    memset(bytes, 0, sizeof bytes);
    assert_int_equal(crc32c_of(bytes, sizeof bytes), 0x8A9136AA);
    memset(bytes, 0xFF, sizeof bytes);
    assert_int_equal(crc32c_of(bytes, sizeof bytes), 0x62A8AB43);
    for (int i = 0; i < 32; i++) {
        bytes[i] = (char)i;
    }
    assert_int_equal(crc32c_of(bytes, sizeof bytes), 0x46DD794E);
    for (int i = 0; i < 32; i++) {
        bytes[i] = (char)(31 - i);
    }
    assert_int_equal(crc32c_of(bytes, sizeof bytes), 0x113FDB5C);
}

/* Every length, in a block of its own: no byte behind it may be read. */
static void same_as_division(void **state) {
    uint64_t random = 1;
    for (size_t n = 1; n < 100; n++) {
        char *bytes = malloc(n);
        assert_non_null(bytes);
        for (size_t i = 0; i < n; i++) {
            bytes[i] = (char)next_random(&random);
        }
        assert_int_equal(crc32c_of(bytes, n), divide(bytes, n));
        free(bytes);
    }
}

/* Wherever the pieces end; asking does not end them. */
static void pieces(void **state) {
    char bytes[64];
    uint64_t random = 2;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (char)next_random(&random);
    }
    for (size_t cut = 0; cut <= sizeof bytes; cut++) {
        crc32c c;
        crc32c_init(&c);
        crc32c_add(&c, bytes, cut);
        assert_int_equal(crc32c_value(&c), divide(bytes, cut));
        crc32c_add(&c, NULL, 0);
        crc32c_add(&c, bytes + cut, sizeof bytes - cut);
        assert_int_equal(crc32c_value(&c), divide(bytes, sizeof bytes));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_values),
        cmocka_unit_test(same_as_division),
        cmocka_unit_test(pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
