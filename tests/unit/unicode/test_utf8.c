/* SPDX-License-Identifier: MIT */
/* UTF-8 against a decoder that is written as table 3-7 of the Unicode Standard
 * reads: nine rows of byte ranges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unicode/utf8.h"

#include <string.h>

#define IS_SURROGATE(code) ((code) >= 0xD800 && (code) <= 0xDFFF)

typedef struct range {
    unsigned char low, high;
} range;

typedef struct row {
    size_t bytes;
    range at[4];
} row;

static const row rows[] = {
    {1, {{0x00, 0x7F}}},
    {2, {{0xC2, 0xDF}, {0x80, 0xBF}}},
    {3, {{0xE0, 0xE0}, {0xA0, 0xBF}, {0x80, 0xBF}}},
    {3, {{0xE1, 0xEC}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {3, {{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}}},
    {3, {{0xEE, 0xEF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF0, 0xF0}, {0x90, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF1, 0xF3}, {0x80, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
    {4, {{0xF4, 0xF4}, {0x80, 0x8F}, {0x80, 0xBF}, {0x80, 0xBF}}},
};

static size_t row_prefix(const row *r, const unsigned char *bytes, size_t n) {
    size_t i = 0;
    while (i < r->bytes && i < n && bytes[i] >= r->at[i].low &&
           bytes[i] <= r->at[i].high) {
        i++;
    }
    return i;
}

/* The value of a well-formed sequence, by arithmetic on its digits. */
static uint32_t row_value(const row *r, const unsigned char *bytes) {
    static const uint32_t offset[] = {0, 0, 0x3080, 0xE2080, 0x3C82080};
    uint32_t value = 0;
    for (size_t i = 0; i < r->bytes; i++) {
        value = value * 64 + bytes[i];
    }
    return value - offset[r->bytes];
}

/* A well-formed sequence, or the longest beginning of one, or one bad byte. */
static utf8_point expect(const unsigned char *bytes, size_t n) {
    size_t longest = 1;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (bytes[0] > rows[i].at[0].high) {
            continue;
        }
        size_t prefix = row_prefix(&rows[i], bytes, n);
        if (prefix == rows[i].bytes) {
            return (utf8_point){row_value(&rows[i], bytes), (uint32_t)prefix, false};
        }
        longest = prefix > longest ? prefix : longest;
    }
    return (utf8_point){0xFFFD, (uint32_t)longest, true};
}

static bool is_same(utf8_point a, utf8_point b) {
    return a.code == b.code && a.bytes == b.bytes && a.bad == b.bad;
}

static bool decodes_as_expected(const unsigned char *bytes, size_t n) {
    utf8_point wanted = expect(bytes, n);
    return is_same(utf8_decode((const char *)bytes, n), wanted) &&
           is_same(utf8_peek((const char *)bytes, n), wanted);
}

static size_t expect_valid_prefix(const unsigned char *bytes, size_t n) {
    size_t at = 0;
    while (at < n && !expect(bytes + at, n - at).bad) {
        at += expect(bytes + at, n - at).bytes;
    }
    return at;
}

static bool prefix_as_expected(const unsigned char *bytes, size_t n) {
    return utf8_valid_prefix((const char *)bytes, n) == expect_valid_prefix(bytes, n);
}

static void fill(unsigned char *bytes, size_t n, uint32_t value) {
    for (size_t i = 0; i < n; i++) {
        bytes[i] = (unsigned char)(value >> (8 * (n - 1 - i)));
    }
}

static void every_string_of_one_or_two_bytes(void **state) {
    unsigned char bytes[2];
    for (uint32_t value = 0; value < 0x100; value++) {
        fill(bytes, 1, value);
        assert_true(decodes_as_expected(bytes, 1));
        assert_true(prefix_as_expected(bytes, 1));
    }
    for (uint32_t value = 0; value < 0x10000; value++) {
        fill(bytes, 2, value);
        assert_true(decodes_as_expected(bytes, 2));
        assert_true(prefix_as_expected(bytes, 2));
    }
}

/* 16.8 million strings. An unoptimised program with sanitizers needs six seconds
 * for them, so it takes every third: each pair of bytes still meets a third of
 * all third bytes, and each third byte a third of all pairs. */
#ifdef __OPTIMIZE__
#define STEP 1
#else
#define STEP 3
#endif

static void strings_of_three_bytes(void **state) {
    unsigned char bytes[3];
    size_t wrong = 0;
    for (uint32_t value = 0; value < 0x1000000; value += STEP) {
        fill(bytes, 3, value);
        wrong += !decodes_as_expected(bytes, 3);
    }
    assert_int_equal(wrong, 0);
}

/* Every lead byte; behind it the bytes at the edges of all ranges. */
static const unsigned char edges[] = {0x00, 0x41, 0x7F, 0x80, 0x81, 0x8F, 0x90, 0x9F,
                                      0xA0, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
                                      0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF};

static void strings_of_four_bytes(void **state) {
    const size_t count = sizeof edges;
    unsigned char bytes[4];
    for (size_t i = 0; i < 0x100 * count * count * count; i++) {
        bytes[0] = (unsigned char)(i % 0x100);
        bytes[1] = edges[i / 0x100 % count];
        bytes[2] = edges[i / 0x100 / count % count];
        bytes[3] = edges[i / 0x100 / count / count];
        assert_true(decodes_as_expected(bytes, 4));
        assert_true(prefix_as_expected(bytes, 4));
    }
}

/* Unicode 15.0, section 3.9, tables 3-8 to 3-11: each line, as the standard
 * has it. Lengths of the pieces; a capital B marks a bad one. */
static void examples_of_the_standard(void **state) {
    static const struct {
        const char *bytes;
        const char *pieces;
    } examples[] = {
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "B1B1B1B1B1B1B1B1 1"},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "B1B1B1B1B1B1B1B1 1"},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "B1B1B1B1B1 1B1B1 1"},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "B2B1B3B2 1"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        size_t n = strlen(examples[i].bytes), at = 0;
        for (const char *piece = examples[i].pieces; *piece != '\0'; piece += 2) {
            utf8_point point = utf8_decode(examples[i].bytes + at, n - at);
            assert_int_equal(point.bad, piece[0] == 'B');
            assert_int_equal(point.bytes, piece[1] - '0');
            at += point.bytes;
        }
        assert_int_equal(at, n);
    }
}

static void round_trip_of_every_scalar_value(void **state) {
    size_t previous_length = 1;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[4];
        if (IS_SURROGATE(code)) {
            continue;
        }
        size_t n = utf8_encode(code, bytes);
        utf8_point point = utf8_decode(bytes, n);
        size_t next = 0, previous = n;
        assert_true(n >= previous_length && n <= 4);
        assert_true(point.code == code && point.bytes == n && !point.bad);
        assert_true(utf8_next(bytes, &next) == code && next == n);
        assert_true(utf8_previous(bytes, &previous) == code && previous == 0);
        assert_true(utf8_valid_prefix(bytes, n) == n && utf8_count(bytes, n) == 1);
        assert_int_equal(utf8_measure(bytes, n).units, code > 0xFFFF ? 2 : 1);
        previous_length = n;
    }
}

/* The eight-byte steps must not step over a bad byte, wherever it stands. */
static void a_bad_byte_is_found_at_every_place(void **state) {
    char bytes[64];
    for (size_t n = 0; n <= sizeof bytes; n++) {
        for (size_t bad = 0; bad < n; bad++) {
            memset(bytes, 'x', n);
            bytes[bad] = (char)0xFF;
            assert_int_equal(utf8_valid_prefix(bytes, n), bad);
            assert_int_equal(utf8_ascii_prefix(bytes, n), bad);
        }
        memset(bytes, 'x', n);
        assert_int_equal(utf8_ascii_prefix(bytes, n), n);
        assert_int_equal(utf8_valid_prefix(bytes, n), n);
    }
}

static void a_sequence_cut_short_is_bad(void **state) {
    static const char text[] = "ab\xF0\x9F\x98\x80";
    assert_int_equal(utf8_valid_prefix(text, 6), 6);
    for (size_t n = 2; n < 6; n++) {
        assert_int_equal(utf8_valid_prefix(text, n), 2);
    }
}

static void counts(void **state) {
    static const char text[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
    size_t n = sizeof text - 1;
    assert_int_equal(utf8_count(text, 0), 0);
    assert_int_equal(utf8_count(text, n), 5);
    assert_int_equal(utf8_measure(text, n).points, 5);
    assert_int_equal(utf8_measure(text, n).units, 6);
}

/* One code point of each length at every place among ASCII, and texts of nothing
 * else, whatever the steps that the counting takes. */
static void counts_at_every_place(void **state) {
    static const char *const points[] = {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
    char bytes[400];
    for (size_t p = 0; p < 3; p++) {
        size_t length = strlen(points[p]), units = length == 4 ? 2 : 1;
        for (size_t at = 0; at < 70; at++) {
            for (size_t behind = 0; behind < 70; behind++) {
                memset(bytes, 'x', sizeof bytes);
                memcpy(bytes + at, points[p], length);
                size_t n = at + length + behind;
                assert_int_equal(utf8_count(bytes, n), at + 1 + behind);
                assert_int_equal(utf8_measure(bytes, n).units, at + units + behind);
                assert_int_equal(utf8_measure(bytes, n).points, at + 1 + behind);
                assert_int_equal(utf8_valid_prefix(bytes, n), n);
            }
        }
        for (size_t n = 0; n < 90; n++) {
            memcpy(bytes + n * length, points[p], length);
            assert_int_equal(utf8_count(bytes, (n + 1) * length), n + 1);
            utf8_size size = utf8_measure(bytes, (n + 1) * length);
            assert_int_equal(size.points, n + 1);
            assert_int_equal(size.units, (n + 1) * units);
        }
    }
}

static void backwards_through_a_text(void **state) {
    static const char text[] = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
    size_t at = sizeof text - 1;
    assert_int_equal(utf8_previous(text, &at), 0x1F600);
    assert_int_equal(utf8_previous(text, &at), 0x20AC);
    assert_int_equal(utf8_previous(text, &at), 0xE9);
    assert_int_equal(utf8_previous(text, &at), 'a');
    assert_int_equal(at, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_string_of_one_or_two_bytes),
        cmocka_unit_test(strings_of_three_bytes),
        cmocka_unit_test(strings_of_four_bytes),
        cmocka_unit_test(examples_of_the_standard),
        cmocka_unit_test(round_trip_of_every_scalar_value),
        cmocka_unit_test(a_bad_byte_is_found_at_every_place),
        cmocka_unit_test(a_sequence_cut_short_is_bad),
        cmocka_unit_test(counts),
        cmocka_unit_test(counts_at_every_place),
        cmocka_unit_test(backwards_through_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
