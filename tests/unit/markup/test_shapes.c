/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/shapes.h"
#include "unit/markup/markup_support.h"

typedef bool shape(const char *line, uint32_t n);

/* From memory of the line's exact size. */
static bool is(shape *wanted, const char *line) {
    size_t n = strlen(line);
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, line, n);
    bool result = wanted(exact, (uint32_t)n);
    free(exact);
    return result;
}

static void all(shape *wanted, const char *const *lines, size_t count, bool result) {
    for (size_t i = 0; i < count; i++) {
        if (is(wanted, lines[i]) != result) {
            fail_msg("\"%s\"", lines[i]);
        }
    }
}

/* ---- List items ------------------------------------------------------------------ */

static bool is_item(const char *line, uint32_t n) {
    bool bullet = false;
    return shape_is_list_item(line, n, &bullet) && !bullet;
}

static bool is_bullet(const char *line, uint32_t n) {
    bool bullet = false;
    return shape_is_list_item(line, n, &bullet) && bullet;
}

static const char *const bullets[] = {
    "- a",
    "* a",
    "+ a",
    "-\ta",
    "\xE2\x80\xA2 a",
    "\xC2\xB7 a",
    "\xE2\x80\xA3 a",
    "\xE2\x81\x83 a",
    "\xE2\x96\xAA a",
    "\xE2\x97\x8F a",
    "\xE2\x97\xA6 a",
    "- - a",
    "\342\200\242a",
    "\342\201\2039. a",
};

static const char *const enumerators[] = {
    "1. a",  "12. a", "123. a", "1) a",    "(1) a",  "a) a",   "Z) a",
    "(b) a", "iv) a", "1.) a",  "12.)\ta", "(iv) a", "XVI) a", "1.\ta",
};

static const char *const no_items[] = {
    "",      "-",        "-a",      "--",           "-- a",  "\xE2\x80\x94 a",
    "1",     "1.",       "1.a",     "1.5 a",        "1 a",   "1234. a",
    "a. a",  "A. Smith", "iv. a",   "(a. a",        "(1. a", ". a",
    ") a",   "() a",     "ab) a",   "\xE2\x80\xA2", "a",     "XIVXIV) a",
    "iX) a", "(a",       "2024. a", "(1 a",
};

static void list_items(void **state) {
    all(is_bullet, bullets, COUNT(bullets), true);
    all(is_item, bullets, COUNT(bullets), false);
    all(is_item, enumerators, COUNT(enumerators), true);
    all(is_bullet, enumerators, COUNT(enumerators), false);
    all(is_item, no_items, COUNT(no_items), false);
    all(is_bullet, no_items, COUNT(no_items), false);
}

/* ---- Markers ---------------------------------------------------------------------- */

static void markers(void **state) {
    static const char *const yes[] = {
        "***", "____",  ")",       "", "- - -", "\xE2\x80\x94", "\xF0\x9F\x8E\x89",
        "$",   "=====", "\xC2\xA0"};
    static const char *const no[] = {
        "a", "***a", "1", "\xC3\xA9", "\xE6\xBC\xA2", "* 1 *", "\xC2\xBD", "\xD9\xA3"};
    all(shape_is_marker, yes, COUNT(yes), true);
    all(shape_is_marker, no, COUNT(no), false);
}

/* ---- Headings ---------------------------------------------------------------------- */

static void headings(void **state) {
    static const char *const yes[] = {
        "Doubts in both capitals",
        "Dr. Ito of the Sea. A Tale",
        "Version 1.2 of the U.S. plan",
        "No pay. A tale",
        "Lost.A tale",
        ". A tale",
        "1234. A tale",
        "x",
        "2024",
        "The question of money (again)",
        "A \xE2\x80\x9Cnew\xE2\x80\x9D road",
        "one two three four five six seven eight nine ten eleven twelve",
        "One Two Three Four Five of the Six Seven Eight Nine Ten Eleven Twelve Thirteen",
        "\xE6\xBC\xA2\xE5\xAD\x97",
    };
    static const char *const no[] = {
        "",
        "***",
        "He left.",
        "He left!",
        "Did he leave?",
        "He left\xE2\x80\xA6",
        "There is one rule:",
        "There is one rule;",
        "There is one rule,",
        "He said \"no.\"",
        "(He left.)",
        "\xE2\x80\x9CHe left.\xE2\x80\x9D",
        "\xE4\xBB\x96\xE8\xB5\xB0\xE3\x80\x82",
        "\xD9\x87\xD9\x84\xD8\x9F",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "We lost. Sad day",
        "lost. Sad day",
        "Why? A tale",
        "\xC3\xA9t\xC3\xA9s. Les jours",
    };
    all(shape_is_heading, yes, COUNT(yes), true);
    all(shape_is_heading, no, COUNT(no), false);
}

/* At most 30 words of title case, each of four letters or more capitalised. */
static void title_case(void **state) {
    char line[31 * 5 + 16] = "";
    for (int i = 0; i < 30; i++) {
        strcat(line, i > 0 ? " Word" : "Word");
    }
    assert_true(is(shape_is_heading, line));
    line[20] = 'w';
    assert_false(is(shape_is_heading, line));
    memcpy(line + 20, "wor", 3);
    line[23] = ' '; /* three letters may stay small */
    assert_true(is(shape_is_heading, line));
    line[23] = 'd';
    line[20] = 'W';
    strcat(line, " Word");
    assert_false(is(shape_is_heading, line));
}

/* Prose whose stop has something small behind it is still prose. */
static void prose_with_a_tail(void **state) {
    static const char *const no[] = {
        "It was cold. It was dark",
        "Is it cold? It is dark",
        "The tower fell in 1348.[12]",
        "It was never rebuilt. [note 3]",
        "Nobody knows why.[citation needed]",
        "We won! \xF0\x9F\x8E\x89",
        "**This is the end.**",
    };
    all(shape_is_heading, no, COUNT(no), false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_items),        cmocka_unit_test(markers),
        cmocka_unit_test(headings),          cmocka_unit_test(title_case),
        cmocka_unit_test(prose_with_a_tail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
