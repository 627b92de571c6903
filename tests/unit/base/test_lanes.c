/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/ascii_lanes.h"

/* A copy of its own for each length: reading beyond it would be seen. */
static char *copy_of(const char *text, size_t n) {
    char *copy = malloc(n > 0 ? n : 1);
    assert_non_null(copy);
    memcpy(copy, text, n);
    return copy;
}

static void front_and_tail_of_every_length(void **state) {
    static const char text[] = "\xFF"
                               "abcdefghijk\x80";
    (void)state;
    for (size_t n = 0; n < sizeof text; n++) {
        char *p = copy_of(text, n);
        uint64_t front = 0, tail = 0;
        for (size_t i = 0; i < n && i < 8; i++) {
            front |= (uint64_t)(unsigned char)p[i] << (8 * i);
            tail |= (uint64_t)(unsigned char)p[n - 1 - i] << (56 - 8 * i);
        }
        assert_true(lanes_front(p, n) == front);
        assert_true(lanes_tail(p, n) == tail);
        free(p);
    }
}

/* Every ASCII byte at every place, between bytes that could carry into it. */
static void classes_of_every_byte(void **state) {
    static const unsigned char around[] = {0x00, '/', '0', '9', ':', 'Z', 'z', 0x7F};
    (void)state;
    for (unsigned c = 0; c < 0x80; c++) {
        for (size_t at = 0; at < 8; at++) {
            char bytes[8];
            uint64_t place = UINT64_C(0x80) << (8 * at);
            bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            memcpy(bytes, around, sizeof bytes);
            bytes[at] = (char)c;
            uint64_t lane = lanes_load(bytes);
            assert_int_equal((lanes_letters(lane) & place) != 0, letter);
            assert_int_equal((lanes_others(lane) & place) != 0, !letter);
        }
    }
}

static void sums(void **state) {
    (void)state;
    assert_int_equal(lanes_sum(lanes_letters(lanes_load("123x567x"))), 2);
    assert_int_equal(lanes_sum(lanes_letters(lanes_load("AbCdEfGh"))), 8);
    assert_int_equal(lanes_sum(lanes_letters(lanes_front("ab", 2))), 2);
}

static void plain_of_every_length(void **state) {
    static const char text[] = "abcxyzqwertzuiopasdfg";
    (void)state;
    for (size_t n = 0; n < sizeof text; n++) {
        char *p = copy_of(text, n);
        assert_true(lanes_plain(p, n));
        for (size_t i = 0; i < n; i++) {
            char kept = p[i];
            p[i] = '\0';
            assert_false(lanes_plain(p, n));
            p[i] = 'A';
            assert_false(lanes_plain(p, n));
            p[i] = 'z' + 1;
            assert_false(lanes_plain(p, n));
            p[i] = 'a' - 1;
            assert_false(lanes_plain(p, n));
            p[i] = (char)('a' | 0x80);
            assert_false(lanes_plain(p, n));
            p[i] = kept;
        }
        free(p);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(front_and_tail_of_every_length),
        cmocka_unit_test(classes_of_every_byte),
        cmocka_unit_test(sums),
        cmocka_unit_test(plain_of_every_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
