/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/stride.h"
#include "unit/markup/markup_support.h"

typedef struct lines_case {
    const char *bytes;
    size_t n;
    uint32_t begins[6];
    uint32_t count;
} lines_case;

static void lines(void **state) {
    static const lines_case cases[] = {
        {BYTES(""), {0}, 1},
        {BYTES("a"), {0}, 1},
        {BYTES("\n"), {0, 1}, 2},
        {BYTES("a\nb"), {0, 2}, 2},
        {BYTES("a\nb\n"), {0, 2, 4}, 3},
        {BYTES("a\r\nb\r\n"), {0, 3, 6}, 3},
        {BYTES("a\rb\r"), {0, 2, 4}, 3},
        {BYTES("\r\r\n\n"), {0, 1, 3, 4}, 4},
        {BYTES("\n\r"), {0, 1, 2}, 3},
        {BYTES("a\rb\nc\r\nd"), {0, 2, 4, 7}, 4},
        {BYTES("\r\nx\ry"), {0, 2, 4}, 3},
        {BYTES("a\fb\vc\xC2\x85"
               "d\xE2\x80\xA8"
               "e\xE2\x80\xA9"),
         {0},
         1},
        {BYTES("\xEF\xBB\xBF"), {3}, 1},
        {BYTES("\xEF\xBB\xBF"
               "a\nb"),
         {3, 5},
         2},
        {BYTES("\xEF\xBB\xBF\n"), {3, 4}, 2},
        {BYTES("a\n\xEF\xBB\xBF"
               "b"),
         {0, 2},
         2},
        {BYTES("\xFF\n\0\n"), {0, 2, 4}, 3},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        sheet s;
        sheet_source(&s, cases[i].bytes, cases[i].n);
        assert_int_equal(s.source.lines.count, cases[i].count);
        assert_memory_equal(s.source.lines.items, cases[i].begins,
                            cases[i].count * sizeof(uint32_t));
        sheet_close(&s);
    }
}

typedef struct bytes_case {
    const char *bytes;
    size_t n;
    uint32_t bom, bad, nul, first_bad;
    bool ascii;
} bytes_case;

static void kinds_of_bytes(void **state) {
    static const bytes_case cases[] = {
        {BYTES(""), 0, 0, 0, LEDE_NONE, true},
        {BYTES("plain \x7F text of ASCII"), 0, 0, 0, LEDE_NONE, true},
        {BYTES("12345678\xC3\xA9"), 0, 0, 0, LEDE_NONE, false},
        {BYTES("1234567\x80"), 0, 1, 0, 7, false},
        {BYTES("a\0b\0"), 0, 0, 2, 1, true},
        {BYTES("\0\0\0"), 0, 0, 3, 0, true},
        {BYTES("\xEF\xBB\xBF"
               "a"),
         3, 0, 0, LEDE_NONE, false},
        {BYTES("\xEF\xBB"), 0, 1, 0, 0, false},
        {BYTES("\xEF\xBB\xBF\xEF\xBB\xBF"), 3, 0, 0, LEDE_NONE, false},
        {BYTES("\xFE\xFF\0a"), 0, 2, 1, 0, false},
        /* maximal subparts: F0 9F 98, then a, then 80 and 80 */
        {BYTES("\xF0\x9F\x98"
               "a\x80\x80"),
         0, 3, 0, 0, false},
        {BYTES("a\xED\xA0\x80"), 0, 3, 0, 1, false},
        {BYTES("\xC0\xAF"), 0, 2, 0, 0, false},
        {BYTES("ab\0\xFF"), 0, 1, 1, 2, false},
        {BYTES("ab\xFF\0"), 0, 1, 1, 2, false},
        {BYTES("\xF4\x90\x80\x80"), 0, 4, 0, 0, false},
        {BYTES("ab\xE2\x82"), 0, 1, 0, 2, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        sheet s;
        sheet_source(&s, cases[i].bytes, cases[i].n);
        assert_int_equal(s.source.bom, cases[i].bom);
        assert_int_equal(s.source.bad, cases[i].bad);
        assert_int_equal(s.source.nul, cases[i].nul);
        assert_int_equal(s.source.first_bad, cases[i].first_bad);
        assert_int_equal(s.source.ascii, cases[i].ascii);
        assert_ptr_equal(s.source.bytes, s.bytes);
        assert_int_equal(s.source.size, cases[i].n);
        sheet_close(&s);
    }
}

/* One bad byte at every position of a text of more than a lane. */
static void bad_byte_everywhere(void **state) {
    for (size_t at = 0; at < 20; at++) {
        char bytes[20];
        sheet s;
        memset(bytes, 'x', sizeof bytes);
        bytes[at] = '\xC3';
        sheet_source(&s, bytes, sizeof bytes);
        assert_int_equal(s.source.bad, 1);
        assert_int_equal(s.source.first_bad, at);
        assert_false(s.source.ascii);
        sheet_close(&s);
        bytes[at] = '\0';
        sheet_source(&s, bytes, sizeof bytes);
        assert_int_equal(s.source.nul, 1);
        assert_int_equal(s.source.first_bad, at);
        assert_true(s.source.ascii);
        sheet_close(&s);
    }
}

/* The marks of a source of two-byte letters, one byte off the strides. */
static void marks(void **state) {
    char bytes[2 * SOURCE_STRIDE + 5] = "a";
    sheet s;
    for (size_t i = 1; i + 1 < sizeof bytes; i += 2) {
        memcpy(bytes + i, "\xC3\xA9", 2);
    }
    sheet_source(&s, bytes, sizeof bytes);
    assert_int_equal(s.source.marks.count, 3);
    const source_mark *m = s.source.marks.items;
    assert_int_equal(m[0].offset, 0);
    assert_int_equal(m[1].offset, SOURCE_STRIDE + 1);
    assert_int_equal(m[1].points, 1 + SOURCE_STRIDE / 2);
    assert_int_equal(m[2].offset, 2 * SOURCE_STRIDE + 1);
    assert_int_equal(m[2].points, 1 + SOURCE_STRIDE);
    assert_int_equal(m[2].units, 1 + SOURCE_STRIDE);
    sheet_close(&s);
    /* ASCII needs none. */
    sheet_source(&s, BYTES("plain"));
    assert_int_equal(s.source.marks.count, 0);
    sheet_close(&s);
}

static void white(void **state) {
    (void)state;
    static const char text[] = " \t\r\n\v\f\0x \xC2\xA0";
    source s;
    assert_int_equal(source_open(&s, &memory_default, text, sizeof text - 1), LEDE_OK);
    assert_true(source_is_white(&s, (lede_span){0, 6}));
    assert_true(source_is_white(&s, (lede_span){7, 7}));
    assert_false(source_is_white(&s, (lede_span){0, 7}));
    assert_false(source_is_white(&s, (lede_span){7, 8}));
    assert_true(source_is_white(&s, (lede_span){8, 9}));
    assert_false(source_is_white(&s, (lede_span){8, 11}));
    source_close(&s, &memory_default);
}

static void no_memory(void **state) {
    static const char text[] = "a\nb\n\xC3\xA9";
    for (size_t fail_at = 1; fail_at <= 2; fail_at++) {
        counting c;
        source s;
        counting_init(&c, fail_at);
        assert_int_equal(source_open(&s, &c.allocator, text, sizeof text - 1),
                         LEDE_NO_MEMORY);
        source_close(&s, &c.allocator);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),
        cmocka_unit_test(kinds_of_bytes),
        cmocka_unit_test(bad_byte_everywhere),
        cmocka_unit_test(marks),
        cmocka_unit_test(white),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
