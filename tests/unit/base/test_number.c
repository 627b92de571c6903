/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/number.h"
#include "unit/base/base_support.h"

#include <float.h>
#include <inttypes.h>
#include <stdio.h>

/* The C library is the judge: glibc's printf and strtod are exact. */

#define GUARD 0x5A

/* out[NUMBER_MAX] and a guard behind, made NUL-terminated. */
typedef struct written {
    char text[NUMBER_MAX + 1];
} written;

static written finish(written w, size_t n) {
    assert_in_range(n, 1, NUMBER_MAX);
    assert_int_equal(w.text[NUMBER_MAX], GUARD);
    w.text[n] = '\0';
    return w;
}

static written start(void) {
    written w;
    memset(w.text, GUARD, sizeof w.text);
    return w;
}

static written write_double(double value) {
    written w = start();
    size_t n = number_from_double(w.text, value);
    return finish(w, n);
}

static written write_fixed(double value, unsigned decimals) {
    written w = start();
    size_t n = number_from_fixed(w.text, value, decimals);
    return finish(w, n);
}

static written write_u64(uint64_t value) {
    written w = start();
    size_t n = number_from_u64(w.text, value);
    return finish(w, n);
}

static written write_i64(int64_t value) {
    written w = start();
    size_t n = number_from_i64(w.text, value);
    return finish(w, n);
}

static bool is_finite(double value) {
    return value >= -DBL_MAX && value <= DBL_MAX;
}

/* Calls check for each text of a list like "1|2.5|x". */
static void for_each(const char *list, void (*check)(const char *text)) {
    bool more = true;
    while (more) {
        char text[64];
        size_t n = strcspn(list, "|");
        assert_true(n < sizeof text);
        memcpy(text, list, n);
        text[n] = '\0';
        check(text);
        more = list[n] == '|';
        list += n + 1;
    }
}

/* ---- integers ---- */

static void assert_u64(uint64_t value) {
    char expected[32];
    uint64_t back = 0;
    (void)snprintf(expected, sizeof expected, "%" PRIu64, value);
    assert_string_equal(write_u64(value).text, expected);
    assert_true(number_to_u64(expected, strlen(expected), &back));
    assert_true(back == value);
}

static void assert_i64(int64_t value) {
    char expected[32];
    (void)snprintf(expected, sizeof expected, "%" PRId64, value);
    assert_string_equal(write_i64(value).text, expected);
}

static void integers_are_written_and_read(void **state) {
    uint64_t random = 1, power = 1;
    assert_u64(0);
    assert_u64(UINT64_MAX);
    assert_i64(INT64_MIN);
    assert_i64(INT64_MAX);
    for (unsigned i = 0; i < 20; i++, power *= 10) {
        assert_u64(power);
        assert_u64(power - 1);
        assert_i64(-(int64_t)(power / 2));
    }
    for (unsigned i = 0; i < 200000; i++) {
        uint64_t value = next_random(&random) >> (i % 64);
        assert_u64(value);
        assert_i64((int64_t)value);
        assert_i64(-(int64_t)(value >> 1));
    }
}

static void assert_no_u64(const char *text) {
    uint64_t out = 42;
    assert_false(number_to_u64(text, strlen(text), &out));
    assert_int_equal(out, 42);
}

static void what_is_no_integer_is_refused(void **state) {
    for_each("|-1|+1| 1|1 |1.0|1e3|0x10|1,0|1_0|/|:|\xB2|12a|a12|18446744073709551616|-|"
             "--1|1\n|\t1|99999999999999999999|100000000000000000000",
             assert_no_u64);
    uint64_t out = 0;
    assert_true(number_to_u64("000000000000000000000000000012", 30, &out));
    assert_int_equal(out, 12);
    assert_true(number_to_u64("123", 2, &out)); /* length rules, not a NUL */
    assert_int_equal(out, 12);
    assert_false(number_to_u64("1\0", 2, &out));
}

/* ---- shortest form ---- */

/* Significant digits without zeros at either end, and the place of the point:
 * 0.DIGITS * 10^point. */
typedef struct digits {
    char text[32];
    size_t count;
    int point;
} digits;

static digits parse_digits(const char *text) {
    digits d = {{0}, 0, 0};
    bool seen_point = false;
    const char *p = *text == '-' ? text + 1 : text;
    for (; *p != '\0' && *p != 'e'; p++) {
        if (*p == '.') {
            seen_point = true;
            continue;
        }
        if (*p != '0' || d.count > 0) {
            d.text[d.count++] = *p;
            d.point += !seen_point;
        } else {
            d.point -= seen_point;
        }
    }
    if (*p == 'e') {
        d.point += (int)strtol(p + 1, NULL, 10);
    }
    while (d.count > 0 && d.text[d.count - 1] == '0') {
        d.text[--d.count] = '\0';
    }
    return d;
}

/* value rounded to n significant digits (1 to 17) */
static void print_rounded(char text[40], double value, size_t n) {
    (void)snprintf(text, 40, "%.*e", (int)((n - 1) % 17), value);
}

/* value rounded to n significant digits, then moved by step units of the last */
static double near(double value, size_t n, int step) {
    char text[40];
    print_rounded(text, value, n);
    digits d = parse_digits(text);
    uint64_t whole = 0;
    for (size_t i = 0; i < n; i++) {
        whole = whole * 10 + (i < d.count ? (uint64_t)(d.text[i] - '0') : 0);
    }
    whole += (uint64_t)(int64_t)step;
    (void)snprintf(text, sizeof text, "%" PRIu64 "e%d", whole, d.point - (int)n);
    return strtod(text, NULL);
}

/* Below a power of two the gap is half as wide as above: there the nearest
 * short decimal may fall out of it while the next one above does not. */
static bool is_power_of_two(double value) {
    return (bits_of(value) & ((UINT64_C(1) << 52) - 1)) == 0;
}

/* Reads back; nothing shorter does; of the shortest it is the nearest. */
static void assert_shortest(double value) {
    written w = write_double(value);
    assert_true(bits_of(strtod(w.text, NULL)) == bits_of(value));
    digits d = parse_digits(w.text);
    assert_in_range(d.count, 1, 17);
    double size = value < 0 ? -value : value;
    int steps = is_power_of_two(value) ? 1 : 0;
    for (int step = -steps; d.count > 1 && step <= steps; step++) {
        assert_true(near(size, d.count - 1, step) != size);
    }
    char nearest[40];
    print_rounded(nearest, value, d.count);
    if (bits_of(strtod(nearest, NULL)) == bits_of(value)) {
        digits expected = parse_digits(nearest);
        assert_string_equal(d.text, expected.text);
        assert_int_equal(d.point, expected.point);
    } else {
        assert_true(is_power_of_two(value));
    }
}

/* The neighbours, too: they lie at the edges of the gaps. */
static void assert_shortest_around(double value) {
    uint64_t bits = bits_of(value);
    for (uint64_t i = 0; i < 7; i++) {
        double neighbour = from_bits(bits + i - 3);
        if (bits + i >= 4 && is_finite(neighbour)) {
            assert_shortest(neighbour);
            assert_shortest(-neighbour);
        }
    }
}

#define RANDOM_DOUBLES 100000

static void random_doubles_of_all_sizes(void **state) {
    uint64_t random = 2;
    for (unsigned i = 0; i < RANDOM_DOUBLES; i++) {
        double value = from_bits(next_random(&random));
        if (is_finite(value)) {
            assert_shortest(value);
        }
    }
}

/* As scores and measures are: quotients, multiples of 2^-32, short decimals. */
static void random_doubles_of_everyday_size(void **state) {
    uint64_t random = 3;
    for (unsigned i = 0; i < RANDOM_DOUBLES / 4; i++) {
        uint64_t r = next_random(&random);
        double whole = (double)(r >> 40), part = (double)(r & 0xFFFFF);
        assert_shortest(whole / (part + 1) + 0x1p-60);
        assert_shortest(((double)(r >> 24) + 1) / 4294967296.0);
        assert_shortest((double)(r % 100000 + 1) / 1000);
        assert_shortest((double)(r >> 11) + 1);
    }
}

static void random_subnormals(void **state) {
    uint64_t random = 4;
    for (unsigned i = 0; i < RANDOM_DOUBLES / 5; i++) {
        assert_shortest(from_bits((next_random(&random) >> (12 + i % 52)) + 1));
    }
}

static void powers_of_two_and_ten(void **state) {
    for (uint64_t exponent = 0; exponent < 2047; exponent++) {
        assert_shortest_around(from_bits(exponent << 52));
    }
    for (unsigned bit = 0; bit < 52; bit++) {
        assert_shortest_around(from_bits(UINT64_C(1) << bit));
    }
    for (int power = -323; power <= 308; power++) {
        for (int digit = 1; digit < 10; digit++) {
            char text[32];
            (void)snprintf(text, sizeof text, "%de%d", digit, power);
            if (is_finite(strtod(text, NULL))) {
                assert_shortest_around(strtod(text, NULL));
            }
        }
    }
    assert_shortest(DBL_MAX);
}

/* The text is what its own value is written as. */
static void assert_own_form(const char *text) {
    assert_string_equal(write_double(strtod(text, NULL)).text, text);
}

static void doubles_are_written_as_in_json(void **state) {
    for_each("0|1|-1|0.1|14.5|-14.5|100|123456789|0.30000000000000004|0.3333333333333333|"
             "0.6666666666666666|9007199254740991|9007199254740992|123456789012345680000|"
             "100000000000000000000|999999999999999900000|1e21|-1e21|1.5e300|1e22|1e23|"
             "0.001|0.000001|0.0000012345|9.9e-7|1e-7|-1.5e-9|5e-324|1.5e-323|"
             "2.2250738585072014e-308|1.7976931348623157e308|-0.000012345678901234568",
             assert_own_form);
    assert_string_equal(write_double(-0.0).text, "0");
    /* ...801 and ...802 are as near and as short: the even one, as elsewhere */
    assert_string_equal(write_double(0x1p-44).text, "5.684341886080802e-14");
}

/* ---- fixed ---- */

/* Adds one to the last digit of a number that begins with a spare zero. */
static void increment(char *text, size_t n) {
    for (size_t i = n; i-- > 0;) {
        if (text[i] == '.') {
            continue;
        }
        if (text[i] != '9') {
            text[i]++;
            return;
        }
        text[i] = '0';
    }
}

/* From the exact decimal expansion, cut and rounded by hand. */
static void assert_fixed(double value, unsigned decimals) {
    char exact[1200], expected[64];
    double size = value < 0 ? -value : value + 0.0; /* no -0 */
    (void)snprintf(exact, sizeof exact, "0%.1074f", size);
    size_t point = (size_t)(strchr(exact, '.') - exact);
    size_t end = decimals == 0 ? point : point + 1 + decimals;
    bool up = exact[point + 1 + decimals] >= '5';
    if (up) {
        increment(exact, end);
    }
    exact[end] = '\0';
    const char *digits_begin =
        exact[0] == '0' && exact[1] != '.' && exact[1] != '\0' ? exact + 1 : exact;
    bool zero = strspn(exact, "0.") == end;
    (void)snprintf(expected, sizeof expected, "%s%.60s", value < 0 && !zero ? "-" : "",
                   digits_begin);
    assert_string_equal(write_fixed(value, decimals).text, expected);
}

static void fixed_rounds_the_exact_value(void **state) {
    uint64_t random = 5;
    for (unsigned i = 0; i < 100000; i++) {
        uint64_t r = next_random(&random);
        double value = (double)(int64_t)(r << 4) / 0x1p63; /* -1 to 1 */
        double scale = (double)(UINT64_C(1) << (r >> 58) % 49);
        assert_fixed(value * scale, i % 10);
        assert_fixed(value / scale / 1024, i % 10);
    }
}

/* Halves, quarters, eighths ... are exact ties at one decimal fewer. */
static void fixed_ties_go_away_from_zero(void **state) {
    uint64_t random = 6;
    for (unsigned i = 0; i < 50000; i++) {
        unsigned shift = 1 + i % 10;
        double value = (double)(next_random(&random) % 100000 | 1);
        assert_fixed(value / (double)(1u << shift), shift - 1);
        assert_fixed(-value / (double)(1u << shift), shift - 1);
    }
    assert_string_equal(write_fixed(0.5, 0).text, "1");
    assert_string_equal(write_fixed(-0.5, 0).text, "-1");
    assert_string_equal(write_fixed(2.5, 0).text, "3");
    assert_string_equal(write_fixed(0.125, 2).text, "0.13");
    assert_string_equal(write_fixed(1.005, 2).text, "1.00"); /* a little below */
}

static void assert_fixed_both_signs(const char *text) {
    double value = strtod(text, NULL);
    for (unsigned decimals = 0; decimals <= 9; decimals++) {
        assert_fixed(value, decimals);
        assert_fixed(-value, decimals);
    }
}

static void fixed_at_the_edges(void **state) {
    for_each("0|0.4999999999999999|0.99999999999|9.99|999.9995|1e-9|5e-10|4.9e-10|1e-10|"
             "1e-30|5e-324|1e-320|2.2250738585072014e-308|0x1p-31|0x1p-32|0x1p-33|"
             "0x1.fffffffffffffp-1|999999999999999|999999999999999.875|562949953421312|"
             "562949953421312.125|0.1|1|10",
             assert_fixed_both_signs);
    for (int exponent = 0; exponent < 1023 + 49; exponent++) {
        double value = from_bits((uint64_t)exponent << 52 | 0xFFFFF00000001);
        for (unsigned decimals = 0; decimals <= 9; decimals++) {
            assert_fixed(value, decimals);
        }
    }
    assert_string_equal(write_fixed(-0.0, 2).text, "0.00");
    assert_string_equal(write_fixed(-0.001, 2).text, "0.00");
    assert_string_equal(write_fixed(-0.001, 3).text, "-0.001");
}

/* ---- reading doubles ---- */

static void assert_reads(const char *text) {
    double out = 42;
    assert_true(number_to_double(text, strlen(text), &out));
    assert_true(bits_of(out) == bits_of(strtod(text, NULL)));
}

static void doubles_are_read_correctly_rounded(void **state) {
    for_each("0|-0|+0|0.0|1|-1|+1.5|007|0.1|14.50|-2.5|1.0|10|123456789012345|"
             "999999999999999|0.000000000000000000000|0.0000000999999999999999|"
             "0000000000000000000000000.5|0.0000000000000000000001",
             assert_reads);
    uint64_t random = 7;
    for (unsigned i = 0; i < 500000; i++) {
        char text[64];
        uint64_t r = next_random(&random);
        int decimals = (int)(r >> 8 & 0xFF) % 23;
        uint64_t whole = next_random(&random) % UINT64_C(1000000000000000) >> r % 50;
        (void)snprintf(text, sizeof text, "%s%0*" PRIu64, r >> 63 ? "-" : "",
                       decimals + 1, whole);
        size_t n = strlen(text), point = n - (size_t)decimals;
        if (decimals > 0) {
            memmove(text + point + 1, text + point, (size_t)decimals + 1);
            text[point] = '.';
        }
        assert_reads(text);
    }
}

static void assert_no_double(const char *text) {
    double out = 42;
    assert_false(number_to_double(text, strlen(text), &out));
    assert_true(out == 42);
}

static void what_is_no_double_is_refused(void **state) {
    for_each("|-|+|.|.5|5.|-.5|1e3|1E3|0x1p3|inf|nan|1,5|1.2.3|--1|+-1| 1|1 |1.5 |1. |"
             "1.-5|1.5-|1\n|1000000000000000|1.000000000000000|0.1234567890123456|"
             "0.00000000000000000000001|-1.5e2",
             assert_no_double);
    double out = 0;
    assert_true(number_to_double("1.25e", 4, &out)); /* length rules, not a NUL */
    assert_true(out == 1.25);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers_are_written_and_read),
        cmocka_unit_test(what_is_no_integer_is_refused),
        cmocka_unit_test(random_doubles_of_all_sizes),
        cmocka_unit_test(random_doubles_of_everyday_size),
        cmocka_unit_test(random_subnormals),
        cmocka_unit_test(powers_of_two_and_ten),
        cmocka_unit_test(doubles_are_written_as_in_json),
        cmocka_unit_test(fixed_rounds_the_exact_value),
        cmocka_unit_test(fixed_ties_go_away_from_zero),
        cmocka_unit_test(fixed_at_the_edges),
        cmocka_unit_test(doubles_are_read_correctly_rounded),
        cmocka_unit_test(what_is_no_double_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
