/* SPDX-License-Identifier: MIT */
#include "cli/terminal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static void columns_are_a_number_within_limits(void **state) {
    assert_int_equal(terminal_columns("100"), 100);
    assert_int_equal(terminal_columns("3"), TERMINAL_WIDTH_MIN);
    assert_int_equal(terminal_columns("99999999"), TERMINAL_WIDTH_MAX);
    assert_int_equal(terminal_columns("0"), 0);
    assert_int_equal(terminal_columns(""), 0);
    assert_int_equal(terminal_columns("80x"), 0);
    assert_int_equal(terminal_columns("-1"), 0);
    assert_int_equal(terminal_columns(NULL), 0);
}

static void locales_name_their_encoding(void **state) {
    assert_true(terminal_is_utf8("de_DE.UTF-8"));
    assert_true(terminal_is_utf8("C.utf8"));
    assert_true(terminal_is_utf8("sr_RS.utf-8@latin"));
    assert_false(terminal_is_utf8("de_DE.ISO-8859-1"));
    assert_false(terminal_is_utf8("de_DE"));
    assert_false(terminal_is_utf8("POSIX"));
    assert_false(terminal_is_utf8(""));
}

/* Whoever reads a pipe gets the same bytes under every locale and of every width. */
static void a_pipe_is_no_terminal(void **state) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(setenv("COLUMNS", "120", 1) + setenv("LC_ALL", "C", 1), 0);
    assert_int_equal(terminal_width(ends[1]), 0);
    assert_false(terminal_is_ascii(ends[1]));
    assert_int_equal(close(ends[0]) + close(ends[1]), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_a_number_within_limits),
        cmocka_unit_test(locales_name_their_encoding),
        cmocka_unit_test(a_pipe_is_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
