/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/list_lines.h"

#include <string.h>

static list_slice slice_of(const char *text) {
    return (list_slice){text, strlen(text), 1, 1, 0};
}

static void lines(void **state) {
    static const char text[] = "a\r\n  \xC3\xA9t\xC3\xA9 b \n\n\tc";
    size_t at = 0, n = sizeof text - 1;
    list_slice a = list_next_line(text, n, &at, 1), b = list_next_line(text, n, &at, 2);
    assert_true(list_is(&a, "a"));
    assert_true(list_is(&b, "\xC3\xA9t\xC3\xA9 b"));
    assert_int_equal(b.line, 2);
    assert_int_equal(b.column, 3);
    assert_int_equal(b.offset, 5);
    list_slice first = list_take_field(&b);
    assert_true(list_is(&first, "\xC3\xA9t\xC3\xA9"));
    assert_true(list_is(&b, "b"));
    assert_int_equal(b.column, 7);
    assert_int_equal(b.offset, 11);
    assert_true(list_take_field(&b).n == 1);
    assert_int_equal(list_take_field(&b).n, 0);
    assert_int_equal(list_next_line(text, n, &at, 3).n, 0);
    list_slice c = list_next_line(text, n, &at, 4);
    assert_true(list_is(&c, "c"));
    assert_int_equal(c.column, 2);
    assert_int_equal(at, n);
}

/* A field that is not UTF-8 is reported later; its columns must be counted anyway. */
static void bad_bytes(void **state) {
    list_slice line = slice_of("\xC3 \xFF\xFF x");
    assert_int_equal(list_take_field(&line).n, 1);
    assert_int_equal(line.column, 3);
    assert_int_equal(list_take_field(&line).n, 2);
    assert_true(list_is(&line, "x"));
}

static void sections(void **state) {
    static const struct {
        const char *text;
        bool is_section;
    } cases[] = {{"[a]", true}, {"[]", false}, {"[a", false}, {"a]", false}, {"", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        list_slice line = slice_of(cases[i].text);
        assert_int_equal(list_is_section(&line), cases[i].is_section);
    }
}

static void comparison(void **state) {
    list_slice word = slice_of("word");
    assert_true(list_is(&word, "word"));
    assert_false(list_is(&word, "wor"));
    assert_false(list_is(&word, "words"));
    assert_false(list_is(&word, "sord"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines),
        cmocka_unit_test(bad_bytes),
        cmocka_unit_test(sections),
        cmocka_unit_test(comparison),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
