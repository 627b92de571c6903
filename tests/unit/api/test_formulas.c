/* SPDX-License-Identifier: MIT */
/* The formulas as a program sees them: indices, arguments, reports. */
#include "support/open.h"
#include "support/page.h"

#include <math.h>
#include <stdio.h>

static page_text result;

static lede_sink sink(void) {
    return page_sink(&result);
}

static const lede_counts gettysburg = {.sentences = 10,
                                       .words = 271,
                                       .syllables = 369,
                                       .letters = 1149,
                                       .word_kinds = LEDE_COUNTED_SYLLABLES};

static void test_value_and_terms(void **state) {
    lede_formula_term terms[LEDE_FORMULA_TERMS];
    size_t flesch = lede_formula_find("flesch");
    lede_value v = lede_formula_compute(flesch, &gettysburg, 0);
    assert_int_equal(v.status, LEDE_VALUE_OK);
    assert_true(v.value > 64.1345 && v.value < 64.1355);
    assert_int_equal(lede_formula_terms(flesch, &gettysburg, 0, terms), 3);
    assert_string_equal(terms[0].quantity, "");
    assert_true(terms[0].factor * terms[0].amount == 206.835);
    assert_string_equal(terms[1].quantity, "words per sentence");
    assert_true(terms[1].amount == 27.1);
    assert_string_equal(lede_formula_band(flesch, v.value), "plain: 8th and 9th grade");
}

static void test_no_formula(void **state) {
    lede_formula_term terms[LEDE_FORMULA_TERMS];
    assert_null(lede_formula_at(SIZE_MAX));
    assert_int_equal(lede_formula_find("no"), SIZE_MAX);
    assert_int_equal(lede_formula_find(NULL), SIZE_MAX);
    assert_int_equal(lede_formula_compute(SIZE_MAX, &gettysburg, 0).status,
                     LEDE_VALUE_LANGUAGE);
    assert_int_equal(lede_formula_terms(SIZE_MAX, &gettysburg, 0, terms), 0);
    assert_null(lede_formula_band(SIZE_MAX, 1.0));
    assert_false(lede_formula_is_for(SIZE_MAX, "en"));
}

static void test_no_arguments(void **state) {
    lede_formula_term terms[LEDE_FORMULA_TERMS];
    assert_int_equal(lede_formula_compute(0, NULL, 0).status, LEDE_VALUE_NO_WORDS);
    assert_int_equal(lede_formula_terms(0, NULL, 0, terms), 0);
    assert_int_equal(lede_formula_terms(0, &gettysburg, 0, NULL), 0);
    assert_false(lede_formula_is_for(0, NULL));
    assert_true(lede_formula_is_for(0, "en"));
    assert_non_null(lede_formula_band(0, (double)NAN));
}

static void test_report_arguments(void **state) {
    lede_sink none = {NULL, NULL};
    assert_int_equal(lede_report_formulas(LEDE_FORMAT_TEXT, none, NULL),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_formulas(LEDE_FORMAT_CSV, sink(), NULL),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_formulas(LEDE_FORMAT_TEXT, sink(), "flesh"),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(result.n, 0);
}

/* Each formula stands in each list exactly once. */
static void test_lists_are_complete(void **state) {
    static const struct {
        lede_format format;
        const char *before;
        const char *after;
    } lists[] = {{LEDE_FORMAT_TEXT, "\n  ", " "},
                 {LEDE_FORMAT_JSON, "{\"id\":\"", "\","},
                 {LEDE_FORMAT_MARKDOWN, "\n| `", "`<br>"}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const lede_formula_info *info;
        assert_int_equal(lede_report_formulas(lists[i].format, sink(), NULL), LEDE_OK);
        for (size_t k = 0; (info = lede_formula_at(k)) != NULL; k++) {
            char line[128];
            snprintf(line, sizeof line, "%s%s%s", lists[i].before, info->id,
                     lists[i].after);
            const char *found = strstr(result.text, line);
            assert_non_null(found);
            assert_null(strstr(found + 1, line));
        }
    }
}

static void test_each_is_explained(void **state) {
    static const lede_format formats[] = {LEDE_FORMAT_TEXT, LEDE_FORMAT_JSON,
                                          LEDE_FORMAT_MARKDOWN};
    const lede_formula_info *info;
    for (size_t k = 0; (info = lede_formula_at(k)) != NULL; k++) {
        for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
            assert_int_equal(lede_report_formulas(formats[i], sink(), info->id), LEDE_OK);
            assert_non_null(strstr(result.text, info->id));
            assert_non_null(strstr(result.text, info->name));
        }
    }
}

/* Nothing is wider than a terminal. */
static void test_lines_fit(void **state) {
    const lede_formula_info *info;
    for (size_t k = 0; (info = lede_formula_at(k)) != NULL; k++) {
        assert_int_equal(lede_report_formulas(LEDE_FORMAT_TEXT, sink(), info->id),
                         LEDE_OK);
        size_t column = 0;
        for (size_t i = 0; i < result.n; i++) {
            unsigned char byte = (unsigned char)result.text[i];
            column = byte == '\n' ? 0 : column + ((byte & 0xC0) != 0x80 ? 1 : 0);
            assert_true(column <= 80);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_value_and_terms),
        cmocka_unit_test(test_no_formula),
        cmocka_unit_test(test_no_arguments),
        cmocka_unit_test(test_report_arguments),
        cmocka_unit_test(test_lists_are_complete),
        cmocka_unit_test(test_each_is_explained),
        cmocka_unit_test(test_lines_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
