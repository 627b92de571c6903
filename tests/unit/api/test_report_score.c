/* SPDX-License-Identifier: MIT */
/* lede_report_score(): arguments, formats, what the view asks for. */
#include "../render/sample.h"

#include <jansson.h>

static const char text[] =
    "The Harbour\n\nThe harbour wall was built by people who had never seen a storm. "
    "Nobody asked.\n\nThe debt was paid.\n";

typedef struct fixture {
    lede_document *d;
    lede_metrics *m;
    kept k;
} fixture;

static int open_fixture(void **state) {
    static fixture f;
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    f = (fixture){0};
    read.language = "en";
    assert_int_equal(lede_document_create(text, sizeof text - 1, &read, &f.d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_metrics_create(f.d, NULL, &f.m, NULL), LEDE_OK);
    *state = &f;
    return 0;
}

static int close_fixture(void **state) {
    fixture *f = *state;
    lede_metrics_free(f->m);
    lede_document_free(f->d);
    kept_free(&f->k);
    return 0;
}

/* One report over the text, twice. */
static const char *write_twice(fixture *f, lede_format format, lede_score_view view) {
    lede_report r;
    kept_free(&f->k);
    assert_int_equal(lede_report_begin(&r, format, kept_sink(&f->k)), LEDE_OK);
    r.score = view;
    assert_int_equal(lede_report_score(&r, "1", f->d, f->m), LEDE_OK);
    assert_int_equal(lede_report_score(&r, "2", f->d, f->m), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    assert_int_equal(r.files, 2);
    assert_int_equal(r.done, 2);
    return f->k.bytes;
}

static void refuses_what_does_not_belong_together(void **state) {
    fixture *f = *state;
    lede_report r;
    lede_document *other = NULL;
    assert_int_equal(lede_document_create("A. B.", 5, NULL, &other, NULL), LEDE_OK);
    (void)lede_report_begin(&r, LEDE_FORMAT_TEXT, kept_sink(&f->k));
    assert_int_equal(lede_report_score(NULL, "a", f->d, f->m), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_score(&r, NULL, f->d, f->m), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_score(&r, "a", NULL, f->m), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_score(&r, "a", f->d, NULL), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_score(&r, "a", other, f->m), LEDE_INVALID_ARGUMENT);
    (void)lede_report_begin(&r, LEDE_FORMAT_LINES, kept_sink(&f->k));
    assert_int_equal(lede_report_score(&r, "a", f->d, f->m), LEDE_INVALID_ARGUMENT);
    assert_null(f->k.bytes);
    lede_document_free(other);
}

static void parts_texts_by_a_blank_line(void **state) {
    const char *written = write_twice(*state, LEDE_FORMAT_TEXT, (lede_score_view){0});
    assert_ptr_equal(strstr(written, "1   19 words · 3 sentences · 1 heading"), written);
    assert_non_null(strstr(written, "\n\n2   19 words"));
}

static void writes_the_names_of_columns_once(void **state) {
    const char *written = write_twice(*state, LEDE_FORMAT_CSV, (lede_score_view){0});
    const char *second = strstr(written, "\r\n1,,,done,en,19,3,");
    assert_int_equal(strncmp(written, "path,line,column,state,language,words,", 38), 0);
    assert_non_null(second);
    assert_non_null(strstr(second, "\r\n2,,,done,en,19,3,"));
    assert_null(strstr(second, "path"));
}

/* Other formats show no failures, a table must not lose a file. */
static void writes_every_state_of_csv(void **state) {
    fixture *f = *state;
    lede_report r;
    uint32_t lix = (uint32_t)lede_formula_find("lix");
    lede_error error = {.status = LEDE_READ_FAILED};
    (void)lede_report_begin(&r, LEDE_FORMAT_CSV, kept_sink(&f->k));
    r.score.formulas = &lix;
    r.score.formula_count = 1;
    assert_int_equal(lede_report_failure(&r, "a", &error), LEDE_OK);
    assert_int_equal(lede_report_not_scored(&r, "b", "no words"), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_expect(
        &f->k,
        "path,line,column,state,language,words,sentences,syllables,letters,"
        "median_words_per_sentence,grade_median,grade_low,grade_high,stock_per_1000,"
        "redundant_per_1000,told_twice,lix\r\n"
        "a,,,failed,,,,,,,,,,,,,\r\nb,,,not_scored,,,,,,,,,,,,,\r\n");
    (void)lede_report_begin(&r, LEDE_FORMAT_CSV, kept_sink(&f->k));
    r.score.formulas = &lix;
    r.score.formula_count = 1;
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_expect(
        &f->k,
        "path,line,column,state,language,words,sentences,syllables,letters,"
        "median_words_per_sentence,grade_median,grade_low,grade_high,stock_per_1000,"
        "redundant_per_1000,told_twice,lix\r\n");
}

static json_t *formulas_of(fixture *f, lede_score_view view, json_t **root) {
    const char *written = write_twice(f, LEDE_FORMAT_JSON, view);
    *root = json_loads(written, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(*root);
    json_t *file = json_array_get(json_object_get(*root, "files"), 0);
    return json_object_get(json_object_get(file, "readability"), "formulas");
}

static bool has_formula(const json_t *formulas, const char *id) {
    for (size_t i = 0; i < json_array_size(formulas); i++) {
        const json_t *one = json_object_get(json_array_get(formulas, i), "id");
        if (strcmp(json_string_value(one), id) == 0) {
            return true;
        }
    }
    return false;
}

/* By default the headline; by name what was named, unverified or not; else all that
 * is verified. A number that is no formula's is passed over. */
static void shows_what_was_asked_for(void **state) {
    uint32_t unverified = (uint32_t)lede_formula_find("flesch_kincaid_simplified");
    uint32_t named[] = {unverified, UINT32_MAX, (uint32_t)lede_formula_find("lix"),
                        unverified};
    json_t *root = NULL;
    json_t *shown = formulas_of(*state, (lede_score_view){0}, &root);
    assert_true(has_formula(shown, "flesch") && has_formula(shown, "smog"));
    assert_true(has_formula(shown, "lix") && !has_formula(shown, "ari_navy"));
    json_decref(root);
    shown = formulas_of(*state, (lede_score_view){.formulas = named, .formula_count = 4},
                        &root);
    assert_int_equal(json_array_size(shown), 2);
    assert_true(has_formula(shown, "flesch_kincaid_simplified"));
    json_decref(root);
    shown = formulas_of(*state, (lede_score_view){.all_formulas = 1}, &root);
    assert_true(has_formula(shown, "ari_navy") && has_formula(shown, "smog"));
    assert_false(has_formula(shown, "flesch_kincaid_simplified"));
    assert_false(has_formula(shown, "de_amstad"));
    json_decref(root);
}

#define SCORE_TEST(f) cmocka_unit_test_setup_teardown(f, open_fixture, close_fixture)

int main(void) {
    const struct CMUnitTest tests[] = {
        SCORE_TEST(refuses_what_does_not_belong_together),
        SCORE_TEST(parts_texts_by_a_blank_line),
        SCORE_TEST(writes_the_names_of_columns_once),
        SCORE_TEST(writes_every_state_of_csv),
        SCORE_TEST(shows_what_was_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
