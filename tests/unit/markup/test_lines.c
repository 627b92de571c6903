/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/lines.h"
#include "unit/markup/markup_support.h"

/* ---- One line ------------------------------------------------------------------- */

typedef struct line_case {
    const char *text;
    uint32_t begin, end, next;
    bool hard;
} line_case;

static void first_line(void **state) {
    static const line_case cases[] = {
        {"a", 0, 1, 1, false},
        {"ab\ncd", 0, 2, 3, false},
        {"ab\r\ncd", 0, 2, 4, false},
        {"ab\rcd", 0, 2, 3, false},
        {"ab\vcd", 0, 2, 3, false},
        {"ab\fcd", 0, 2, 3, true},
        {"ab\xC2\x85"
         "cd",
         0, 2, 4, false},
        {"ab\xE2\x80\xA8"
         "cd",
         0, 2, 5, false},
        {"ab\xE2\x80\xA9"
         "cd",
         0, 2, 5, true},
        {"ab\xE2\x80\xAA"
         "cd",
         0, 7, 7, false}, /* no line end */
        {"ab\xC2\x84"
         "cd",
         0, 6, 6, false},
        {"ab\x0E"
         "cd",
         0, 5, 5, false},
        {"\n", 0, 0, 1, false},
        {"\r", 0, 0, 1, false},
        {"\r\r\n", 0, 0, 1, false},
        {" \t a b \t \nx", 3, 6, 10, false},
        {"\xC2\xA0\xE3\x80\x80"
         "a\xE2\x80\x83\n",
         5, 6, 10, false},
        {"   \nx", 3, 3, 4, false},
        {"  ", 2, 2, 2, false},
        {"12345678\n", 0, 8, 9, false}, /* a lane */
        {"1234567\nx", 0, 7, 8, false},
        {"123456789012345\rx", 0, 15, 16, false},
        {"1234567\xE2\x80\xA9x", 0, 7, 10, true},
        {"12345678\xC3\xA9 e\xCC\x81\n", 0, 14, 15, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t n = strlen(cases[i].text);
        sheet s;
        sheet_source(&s, cases[i].text, n);
        text_line line = line_read(s.bytes, (uint32_t)n, 0);
        assert_int_equal(line.next, cases[i].next);
        assert_int_equal(line.hard, cases[i].hard);
        assert_int_equal(line.span.end - line.span.begin, cases[i].end - cases[i].begin);
        if (cases[i].end > cases[i].begin) {
            assert_int_equal(line.span.begin, cases[i].begin);
        }
        sheet_close(&s);
    }
}

static void lines_in_turn(void **state) {
    static const char text[] = "one\r\n two\fthree\n";
    const uint32_t n = sizeof text - 1;
    text_line line = line_read(text, n, 0);
    assert_int_equal(line.next, 5);
    line = line_read(text, n, line.next);
    assert_int_equal(line.span.begin, 6);
    assert_int_equal(line.span.end, 9);
    assert_true(line.hard);
    line = line_read(text, n, line.next);
    assert_int_equal(line.span.begin, 10);
    assert_int_equal(line.next, n);
}

/* ---- Wrapped or not ------------------------------------------------------------------
 */

typedef struct shape {
    unsigned lengths[12]; /* code points of each line, up to 0 */
    bool wrapped;
} shape;

static size_t write_lines(char *out, const unsigned *lengths, const char *letter) {
    size_t used = 0;
    for (size_t i = 0; lengths[i] != 0; i++) {
        for (unsigned l = 0; l < lengths[i]; l++) {
            memcpy(out + used, letter, strlen(letter));
            used += strlen(letter);
        }
        out[used++] = '\n';
        out[used++] = '\n'; /* empty lines do not count */
    }
    return used;
}

static void wrapped(void **state) {
    static const shape cases[] = {
        {{70, 70, 70, 70, 0}, true},
        {{70, 70, 70, 0}, false}, /* fewer than four */
        {{100, 100, 100, 100, 0}, true},
        {{100, 100, 100, 101, 0}, false},
        {{46, 46, 46, 46, 0}, true},
        {{45, 45, 45, 45, 0}, false}, /* the median must be over 45 */
        {{20, 46, 46, 46, 0}, true},
        {{20, 20, 46, 46, 46, 0}, true},
        {{20, 20, 20, 46, 46, 0}, false},
        /* ten lines: the 90th percentile is the ninth, the median the sixth */
        {{70, 70, 70, 70, 70, 70, 70, 70, 100, 100, 0}, true},
        {{69, 69, 69, 69, 69, 69, 69, 69, 100, 100, 0}, false},
        {{69, 69, 69, 69, 69, 69, 69, 69, 69, 100, 0}, true},
        {{0}, false},
    };
    static const char *const letters[] = {"x", "\xC3\xA9", "\xE6\xBC\xA2",
                                          "\xF0\x9F\x98\x80"};
    for (size_t l = 0; l < COUNT(letters); l++) {
        for (size_t i = 0; i < COUNT(cases); i++) {
            static char text[8192];
            size_t n = write_lines(text, cases[i].lengths, letters[l]);
            assert_int_equal(lines_wrap_width(text, (uint32_t)n) > 0, cases[i].wrapped);
        }
    }
}

/* White space at either end is not counted. */
static void trimmed(void **state) {
    char text[1024] = "";
    char line[128];
    memset(line, ' ', sizeof line);
    memset(line + 20, 'x', 50);
    line[126] = '\n';
    line[127] = '\0';
    for (size_t i = 0; i < 4; i++) {
        memcpy(text + i * 127, line, 127);
    }
    assert_true(lines_wrap_width(text, 4 * 127));
}

/* Every line end at every place, behind letters of one to four bytes. */
static void ends_at_every_place(void **state) {
    static const char *const ends[] = {"\n", "\r\n",     "\r",           "\v",
                                       "\f", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    static const char *const letters[] = {"x",        "\xC2\xA9",        "\xC3\xA9",
                                          "\xD0\xB6", "\xE2\x82\xAC",    "\xE4\xB8\xAD",
                                          "\x7F",     "\xF0\x9F\x98\x80"};
    for (size_t e = 0; e < COUNT(ends); e++) {
        for (size_t l = 0; l < COUNT(letters); l++) {
            char text[512] = "x";
            for (size_t n = 1; n < 80; n++) {
                size_t bytes = strlen(text), end = strlen(ends[e]);
                sheet s;
                strcat(text, ends[e]);
                strcat(text, "y");
                sheet_source(&s, text, bytes + end + 1);
                text_line line = line_read(s.bytes, (uint32_t)(bytes + end + 1), 0);
                assert_int_equal(line.span.begin, 0);
                assert_int_equal(line.span.end, bytes);
                assert_int_equal(line.next, bytes + end);
                sheet_close(&s);
                text[bytes] = '\0';
                strcat(text, letters[l]);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_line),    cmocka_unit_test(ends_at_every_place),
        cmocka_unit_test(lines_in_turn), cmocka_unit_test(wrapped),
        cmocka_unit_test(trimmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
