/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/excerpt.h"

static void expect_excerpt(const char *text, size_t columns, const char *wanted) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    excerpt_write(&o, text, strlen(text), columns, false);
    (void)out_flush(&o);
    kept_expect(&k, wanted);
}

static void what_fits_is_whole(void **state) {
    (void)state;
    expect_excerpt("The boat left.", 14, "The boat left.");
    expect_excerpt("The boat left.", 80, "The boat left.");
    expect_excerpt("", 10, "");
}

static void what_does_not_fit_is_cut(void **state) {
    (void)state;
    expect_excerpt("The boat left.", 13, "The boat lef…");
    expect_excerpt("The boat left.", 1, "…");
}

/* What is counted is what is written; beyond the limit any number above it will do. */
static void columns_are_those_of_the_excerpt(void **state) {
    (void)state;
    assert_int_equal(excerpt_columns("The  boat\n", 10, 80), 8);
    assert_int_equal(excerpt_columns("", 0, 80), 0);
    assert_int_equal(excerpt_columns("\xE6\xBC\xA2\x1b", 4, 80), 6);
    assert_int_equal(excerpt_columns("The boat", 8, 8), 8);
    assert_true(excerpt_columns("The boat", 8, 7) > 7);
    assert_true(excerpt_columns("The boat", 8, 0) > 0);
}

static void white_space_is_one_space(void **state) {
    (void)state;
    expect_excerpt("The\r\n  boat\t left. \n", 20, "The boat left.");
    expect_excerpt("The boat left.", 5, "The…"); /* none before the ellipsis */
}

/* e and an acute, a family of four emoji, a flag: no half of them is shown. */
static void clusters_stay_whole(void **state) {
    (void)state;
    expect_excerpt("ae\xCC\x81z", 3, "ae\xCC\x81z");
    expect_excerpt("ae\xCC\x81zz", 3, "ae\xCC\x81…");
    expect_excerpt("a\xF0\x9F\x87\xB3\xF0\x9F\x87\xB4z!", 3, "a…");
    expect_excerpt("a\xF0\x9F\x87\xB3\xF0\x9F\x87\xB4z!", 4,
                   "a\xF0\x9F\x87\xB3\xF0\x9F\x87\xB4…");
}

static void wide_characters_take_two_columns(void **state) {
    (void)state;
    expect_excerpt("\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2", 6,
                   "\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2");
    expect_excerpt("\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2", 5,
                   "\xE6\xBC\xA2\xE5\xAD\x97…");
    expect_excerpt("\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2", 4, "\xE6\xBC\xA2…");
}

static void escapes_take_what_they_show(void **state) {
    (void)state;
    expect_excerpt("a\x1b[31m", 9, "a\\x1b[31m");
    expect_excerpt("a\x1b[31m", 8, "a\\x1b[3…");
    expect_excerpt("a\xE2\x80\xAE"
                   "bc",
                   10, "a<U+202E>…");
    expect_excerpt("a\x1b[31m", 4, "a…"); /* no part of an escape */
}

/* A letter under more marks than any script has does not flood the line. */
static void too_many_marks_end_it(void **state) {
    char text[4 + 2 * 100] = "ab";
    (void)state;
    for (size_t i = 0; i < 100; i++) {
        memcpy(text + 2 + 2 * i, "\xCC\x81", 2);
    }
    expect_excerpt(text, 80, "a…");
}

static void ascii_has_three_stops(void **state) {
    kept k = {0};
    out o;
    (void)state;
    out_init(&o, kept_sink(&k));
    excerpt_write(&o, "The boat left.", 14, 10, true);
    (void)out_flush(&o);
    kept_expect(&k, "The boa...");
}

/* ---- Several lines --------------------------------------------------------------- */

static void expect_lines(const char *text, excerpt_lines lines, const char *wanted) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    excerpt_write_lines(&o, text, strlen(text), &lines);
    (void)out_flush(&o);
    kept_expect(&k, wanted);
}

static void the_first_indent_may_stand_there(void **state) {
    (void)state;
    expect_lines("The boat left.", (excerpt_lines){2, 2, 9, false, true},
                 "The boat\n  left.\n");
}

static void lines_are_divided_at_white_space(void **state) {
    (void)state;
    expect_lines("The boat left.", (excerpt_lines){2, 2, 14, false, false},
                 "  The boat left.\n");
    expect_lines("The boat\n left in  the dark.", (excerpt_lines){3, 2, 8, false, false},
                 "  The boat\n  left in\n  the dar…\n");
    expect_lines("The boat left.", (excerpt_lines){2, 1, 9, false, false},
                 " The boat\n left.\n");
    expect_lines("", (excerpt_lines){2, 1, 9, false, false}, "");
    expect_lines(" \n", (excerpt_lines){2, 1, 9, false, false}, "");
}

/* Ideographs have no white space, and some words no end. */
static void long_words_are_divided(void **state) {
    (void)state;
    expect_lines("incomprehensibilities are", (excerpt_lines){3, 0, 10, false, false},
                 "incomprehe\nnsibilitie\ns are\n");
    expect_lines("\xE6\xBC\xA2\xE5\xAD\x97\xE6\xBC\xA2",
                 (excerpt_lines){2, 0, 5, false, false},
                 "\xE6\xBC\xA2\xE5\xAD\x97\n\xE6\xBC\xA2\n");
    expect_lines("\xE6\xBC\xA2", (excerpt_lines){2, 0, 1, false, false}, "…\n");
}

static void the_last_line_is_cut(void **state) {
    (void)state;
    expect_lines("one two three four", (excerpt_lines){2, 0, 8, false, false},
                 "one two\nthree f…\n");
    expect_lines("one two three four", (excerpt_lines){1, 0, 8, true, false},
                 "one t...\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fits_is_whole),
        cmocka_unit_test(what_does_not_fit_is_cut),
        cmocka_unit_test(columns_are_those_of_the_excerpt),
        cmocka_unit_test(white_space_is_one_space),
        cmocka_unit_test(clusters_stay_whole),
        cmocka_unit_test(wide_characters_take_two_columns),
        cmocka_unit_test(escapes_take_what_they_show),
        cmocka_unit_test(too_many_marks_end_it),
        cmocka_unit_test(ascii_has_three_stops),
        cmocka_unit_test(the_first_indent_may_stand_there),
        cmocka_unit_test(lines_are_divided_at_white_space),
        cmocka_unit_test(long_words_are_divided),
        cmocka_unit_test(the_last_line_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
