/* SPDX-License-Identifier: MIT */
/* lede_report_quotes(): arguments, formats, widths. */
#include "../render/sample.h"

#include <jansson.h>

static const char summary_text[] = "The gate is shut. The gate was open. It "
                                   "\xE2\x80\x9Cstays \xE2\x80\xA6 so\xE2\x80\x9D "
                                   "until noon.\n";
static const char source_text[] = "The gate is shut. It stays\x1B[1m always so.\n";

typedef struct fixture {
    lede_document *d;
    lede_document *source;
    lede_quotes *q;
    kept k;
} fixture;

static const char *const paths[] = {"so\x07urce.txt"};

static int open_fixture(void **state) {
    static fixture f;
    f = (fixture){0};
    assert_int_equal(
        lede_document_create(summary_text, sizeof summary_text - 1, NULL, &f.d, NULL),
        LEDE_OK);
    assert_int_equal(
        lede_document_create(source_text, sizeof source_text - 1, NULL, &f.source, NULL),
        LEDE_OK);
    const lede_document *const sources[] = {f.source};
    assert_int_equal(lede_quotes_create(f.d, sources, 1, NULL, &f.q, NULL), LEDE_OK);
    *state = &f;
    return 0;
}

static int close_fixture(void **state) {
    fixture *f = *state;
    lede_quotes_free(f->q);
    lede_document_free(f->source);
    lede_document_free(f->d);
    kept_free(&f->k);
    return 0;
}

static lede_report begin(fixture *f, lede_format format) {
    lede_report r;
    kept_free(&f->k);
    assert_int_equal(lede_report_begin(&r, format, kept_sink(&f->k)), LEDE_OK);
    return r;
}

static void refuses_what_does_not_belong_together(void **state) {
    fixture *f = *state;
    static const char *const none[] = {NULL};
    lede_report r = begin(f, LEDE_FORMAT_TEXT);
    assert_int_equal(lede_report_quotes(NULL, "a", f->q, paths, 1),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_quotes(&r, NULL, f->q, paths, 1), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_quotes(&r, "a", NULL, paths, 1), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_quotes(&r, "a", f->q, NULL, 1), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_quotes(&r, "a", f->q, none, 1), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_quotes(&r, "a", f->q, paths, 2), LEDE_INVALID_ARGUMENT);
    assert_int_equal(r.files, 0);
    assert_int_equal(lede_report_quotes(&r, "a", f->q, paths, 1), LEDE_OK);
    assert_int_equal(r.done, 1);
}

static void has_no_other_formats(void **state) {
    static const lede_format formats[] = {LEDE_FORMAT_LINES, LEDE_FORMAT_JSON_LINES,
                                          LEDE_FORMAT_CSV, LEDE_FORMAT_MARKDOWN};
    fixture *f = *state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        lede_report r = begin(f, formats[i]);
        assert_int_equal(lede_report_quotes(&r, "a", f->q, paths, 1),
                         LEDE_INVALID_ARGUMENT);
    }
}

static void writes_harmless_text(void **state) {
    fixture *f = *state;
    lede_report r = begin(f, LEDE_FORMAT_TEXT);
    assert_int_equal(lede_report_quotes(&r, "a\x1B.txt", f->q, paths, 1), LEDE_OK);
    assert_int_equal(lede_report_quotes(&r, "b", f->q, paths, 1), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    assert_null(strchr(f->k.bytes, '\x1B'));
    assert_null(strchr(f->k.bytes, '\x07'));
    assert_non_null(strstr(f->k.bytes, "a\\x1b.txt: 2 of 4 fail"));
    assert_non_null(strstr(f->k.bytes, "\n\nb: "));
    assert_non_null(strstr(f->k.bytes, "The gate [-is shut-] {+was open+}\n"));
    assert_non_null(strstr(f->k.bytes, "so\\x07urce.txt:1:1, sentence 1\n"));
}

static size_t longest_line(const char *text) {
    size_t most = 0;
    for (size_t n; *text != '\0'; text += n + (text[n] == '\n')) {
        n = strcspn(text, "\n");
        most = n > most ? n : most;
    }
    return most;
}

static void is_as_wide_as_asked(void **state) {
    fixture *f = *state;
    lede_report r = begin(f, LEDE_FORMAT_TEXT);
    r.quotes = (lede_quotes_view){.width = 10, .ascii = 1};
    assert_int_equal(lede_report_quotes(&r, "a", f->q, paths, 1), LEDE_OK);
    assert_true(longest_line(f->k.bytes) <= 80);
    for (const char *at = f->k.bytes; *at != '\0'; at++) {
        if ((unsigned char)*at > 0x7F) { /* of the texts alone */
            assert_non_null(strstr(summary_text, "\xE2"));
        }
    }
}

static void writes_json(void **state) {
    fixture *f = *state;
    lede_report r = begin(f, LEDE_FORMAT_JSON);
    assert_int_equal(lede_report_quotes(&r, "a", f->q, paths, 1), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    json_t *j = json_loads(f->k.bytes, 0, NULL);
    assert_non_null(j);
    json_t *file = json_array_get(json_object_get(j, "files"), 0);
    json_t *list = json_object_get(file, "quotes");
    json_t *second = json_array_get(list, 1);
    json_t *difference = json_object_get(second, "difference");
    assert_int_equal(json_array_size(list), 4);
    assert_string_equal(json_string_value(json_object_get(second, "state")), "altered");
    assert_true(json_is_true(json_object_get(second, "fails")));
    assert_int_equal(json_array_size(difference), 3);
    assert_int_equal(
        json_integer_value(json_object_get(json_object_get(file, "counts"), "failed")),
        2);
    json_decref(j);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_does_not_belong_together),
        cmocka_unit_test(has_no_other_formats),
        cmocka_unit_test(writes_harmless_text),
        cmocka_unit_test(is_as_wide_as_asked),
        cmocka_unit_test(writes_json),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
