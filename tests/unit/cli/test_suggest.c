/* SPDX-License-Identifier: MIT */
#include "cli/suggest.h"

#include "cli/verbs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static size_t distance(const char *a, const char *b) {
    return suggest_distance(a, strlen(a), b, strlen(b));
}

static void counts_each_kind_of_edit(void **state) {
    assert_int_equal(distance("words", "words"), 0);
    assert_int_equal(distance("words", "word"), 1);
    assert_int_equal(distance("word", "words"), 1);
    assert_int_equal(distance("words", "wards"), 1);
    assert_int_equal(distance("words", "wrods"), 1);
    assert_int_equal(distance("sentnces", "sentences"), 1);
    assert_int_equal(distance("", ""), 0);
    assert_int_equal(distance("", "abc"), 3);
    assert_int_equal(distance("abc", ""), 3);
    assert_int_equal(distance("kitten", "sitting"), 3);
}

/* Optimal string alignment, not the unrestricted distance, which is 2. */
static void edits_no_letter_twice(void **state) {
    assert_int_equal(distance("ca", "abc"), 3);
}

static void gives_up_on_long_names(void **state) {
    char name[SUGGEST_LENGTH_MAX + 1];
    memset(name, 'a', sizeof name);
    assert_true(suggest_distance(name, sizeof name, "a", 1) == SIZE_MAX);
    assert_true(suggest_distance("a", 1, name, sizeof name) == SIZE_MAX);
    assert_int_equal(suggest_distance(name, SUGGEST_LENGTH_MAX, "a", 1),
                     SUGGEST_LENGTH_MAX - 1);
}

static const char *nearest(const char *typed, const char *const *names, size_t count) {
    suggestion s = suggest_begin(typed, strlen(typed));
    for (size_t i = 0; i < count; i++) {
        suggest_offer(&s, names[i], strlen(names[i]));
    }
    return s.name;
}

static void keeps_the_nearest(void **state) {
    static const char *const names[] = {"wards", "word", "words"};
    assert_string_equal(nearest("wordss", names, 3), "words");
    assert_string_equal(nearest("wor", names, 3), "word");
    assert_null(nearest("sentences", names, 3));
}

static void keeps_the_first_of_equals(void **state) {
    static const char *const names[] = {"cat", "hat"};
    assert_string_equal(nearest("bat", names, 2), "cat");
}

/* Two edits turn any two letters into any other two: no likeness. */
static void wants_half_of_the_name(void **state) {
    static const char *const names[] = {"en"};
    assert_null(nearest("xx", names, 1));
    assert_null(nearest("", names, 1));
    assert_string_equal(nearest("em", names, 1), "en");
}

static void knows_the_verbs(void **state) {
    assert_string_equal(verb_suggest("sumarize"), "summarize");
    assert_string_equal(verb_suggest("summarise"), "summarize");
    assert_string_equal(verb_suggest("spilt"), "split");
    assert_null(verb_suggest("translate"));
    assert_int_equal(verb_find("split"), VERB_SPLIT);
    assert_int_equal(verb_find(""), VERB_NONE);
    assert_int_equal(verb_find("check"), VERB_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_each_kind_of_edit),
        cmocka_unit_test(edits_no_letter_twice),
        cmocka_unit_test(gives_up_on_long_names),
        cmocka_unit_test(keeps_the_nearest),
        cmocka_unit_test(keeps_the_first_of_equals),
        cmocka_unit_test(wants_half_of_the_name),
        cmocka_unit_test(knows_the_verbs),
    };
    return cmocka_run_group_tests_name("unit/cli/suggest", tests, NULL, NULL);
}
