/* SPDX-License-Identifier: MIT */
/* lede_report_repeats(), lede_report_score_with(): arguments, formats, columns. */
#include "../render/sample.h"

#include <jansson.h>

#include <stdio.h>

static const char text[] =
    "The red gate is shut. Behind the red gate the the dog barked all night.\n\n"
    "\xE2\x80\x9CThe red  gate stays,\xE2\x80\x9D he said.\n";

typedef struct fixture {
    lede_document *d;
    lede_metrics *m;
    lede_repeats *r;
    lede_document *other;
    kept k;
} fixture;

static int open_fixture(void **state) {
    static fixture f;
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    f = (fixture){0};
    read.language = "en";
    read.no_stems = 1;
    assert_int_equal(lede_document_create(text, sizeof text - 1, &read, &f.d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_document_create("A. B.", 5, &read, &f.other, NULL), LEDE_OK);
    assert_int_equal(lede_metrics_create(f.d, NULL, &f.m, NULL), LEDE_OK);
    assert_int_equal(lede_repeats_create(f.d, NULL, &f.r, NULL), LEDE_OK);
    *state = &f;
    return 0;
}

static int close_fixture(void **state) {
    fixture *f = *state;
    lede_repeats_free(f->r);
    lede_metrics_free(f->m);
    lede_document_free(f->d);
    lede_document_free(f->other);
    kept_free(&f->k);
    return 0;
}

static lede_report begin(fixture *f, lede_format format) {
    lede_report r;
    kept_free(&f->k);
    assert_int_equal(lede_report_begin(&r, format, kept_sink(&f->k)), LEDE_OK);
    return r;
}

static const char *write_twice(fixture *f, lede_format format) {
    lede_report r = begin(f, format);
    assert_int_equal(lede_report_repeats(&r, "1", f->d, f->r), LEDE_OK);
    assert_int_equal(lede_report_repeats(&r, "2", f->d, f->r), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    assert_int_equal(r.files, 2);
    assert_int_equal(r.done, 2);
    return f->k.bytes;
}

static void refuses_what_does_not_belong_together(void **state) {
    fixture *f = *state;
    lede_report r = begin(f, LEDE_FORMAT_TEXT);
    assert_int_equal(lede_report_repeats(NULL, "a", f->d, f->r), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_repeats(&r, NULL, f->d, f->r), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_repeats(&r, "a", NULL, f->r), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_repeats(&r, "a", f->d, NULL), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_repeats(&r, "a", f->other, f->r), LEDE_INVALID_ARGUMENT);
    r = begin(f, LEDE_FORMAT_LINES);
    assert_int_equal(lede_report_repeats(&r, "a", f->d, f->r), LEDE_INVALID_ARGUMENT);
    assert_null(f->k.bytes);
}

static void scores_take_repeats_of_their_text_only(void **state) {
    fixture *f = *state;
    lede_repeats *of_other = NULL;
    lede_report r = begin(f, LEDE_FORMAT_TEXT);
    assert_int_equal(lede_repeats_create(f->other, NULL, &of_other, NULL), LEDE_OK);
    assert_int_equal(lede_report_score_with(&r, "a", f->d, f->m, of_other),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(f->k.size, 0);
    lede_repeats_free(of_other);
}

static void scores_show_repeats_that_are_given(void **state) {
    fixture *f = *state;
    lede_report r = begin(f, LEDE_FORMAT_TEXT);
    assert_int_equal(lede_report_score_with(&r, "a", f->d, f->m, NULL), LEDE_OK);
    assert_null(strstr(f->k.bytes, "\nRepetition"));
    assert_int_equal(lede_report_score_with(&r, "a", f->d, f->m, f->r), LEDE_OK);
    assert_non_null(strstr(f->k.bytes, "\nRepetition        "));
    assert_non_null(strstr(f->k.bytes, "\n  3×  red gate   sentences 1, 2, 3   "));
}

static void parts_texts_by_a_blank_line(void **state) {
    const char *written = write_twice(*state, LEDE_FORMAT_TEXT);
    assert_ptr_equal(strstr(written, "1   21 words · 3 sentences\nRepetition "), written);
    assert_non_null(strstr(written, "\n\n2   21 words"));
}

static const char columns[] =
    "path,state,language,list,group,text,count,cost,nearest,accepted,keyness,sentence,"
    "line,column,begin,end,quoted,heading\r\n";

static void writes_the_names_of_columns_once(void **state) {
    const char *written = write_twice(*state, LEDE_FORMAT_CSV);
    assert_int_equal(strncmp(written, columns, sizeof columns - 1), 0);
    assert_null(strstr(written + 1, "path,"));
    assert_non_null(strstr(written, "\r\n1,done,en,phrase,"));
    assert_non_null(strstr(written, "\r\n2,done,en,phrase,"));
}

/* A table has the columns of one of the two. */
static void does_not_mix_columns(void **state) {
    fixture *f = *state;
    lede_error error = {.status = LEDE_READ_FAILED};
    lede_report r = begin(f, LEDE_FORMAT_CSV);
    assert_int_equal(lede_report_repeats(&r, "a", f->d, f->r), LEDE_OK);
    assert_int_equal(lede_report_score(&r, "a", f->d, f->m), LEDE_INVALID_ARGUMENT);
    assert_int_equal(r.files, 1);
    r = begin(f, LEDE_FORMAT_CSV);
    assert_int_equal(lede_report_score(&r, "a", f->d, f->m), LEDE_OK);
    assert_int_equal(lede_report_repeats(&r, "a", f->d, f->r), LEDE_INVALID_ARGUMENT);
    r = begin(f, LEDE_FORMAT_CSV);
    assert_int_equal(lede_report_failure(&r, "a", &error), LEDE_OK);
    assert_int_equal(lede_report_repeats(&r, "a", f->d, f->r), LEDE_INVALID_ARGUMENT);
    r = begin(f, LEDE_FORMAT_JSON);
    assert_int_equal(lede_report_score(&r, "a", f->d, f->m), LEDE_OK);
    assert_int_equal(lede_report_repeats(&r, "a", f->d, f->r), LEDE_OK);
}

static void writes_every_state_of_csv(void **state) {
    fixture *f = *state;
    lede_error error = {.status = LEDE_READ_FAILED};
    lede_report r = begin(f, LEDE_FORMAT_CSV);
    r.columns = LEDE_COLUMNS_REPEATS;
    assert_int_equal(lede_report_failure(&r, "a", &error), LEDE_OK);
    assert_int_equal(lede_report_not_scored(&r, "b", "no words"), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    assert_int_equal(strncmp(f->k.bytes, columns, sizeof columns - 1), 0);
    assert_string_equal(f->k.bytes + sizeof columns - 1,
                        "a,failed,,,,,,,,,,,,,,,,\r\nb,not_scored,,,,,,,,,,,,,,,,\r\n");
    r = begin(f, LEDE_FORMAT_CSV);
    r.columns = LEDE_COLUMNS_REPEATS;
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_expect(&f->k, columns);
}

static json_t *element(fixture *f, json_t **root, size_t i) {
    json_error_t error;
    *root = json_loads(f->k.bytes, 0, &error);
    assert_non_null(*root);
    return json_array_get(json_object_get(*root, "files"), i);
}

static void writes_words_of_a_phrase_with_one_space(void **state) {
    fixture *f = *state;
    json_t *root = NULL;
    lede_repeats *quoted = NULL;
    lede_document *d = NULL;
    static const char twice[] = "We saw a red \t gate. Then the red gate fell.";
    assert_int_equal(lede_document_create(twice, sizeof twice - 1, NULL, &d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_repeats_create(d, NULL, &quoted, NULL), LEDE_OK);
    lede_report r = begin(f, LEDE_FORMAT_JSON);
    assert_int_equal(lede_report_repeats(&r, "a", d, quoted), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    json_t *phrase = json_array_get(json_object_get(element(f, &root, 0), "phrases"), 0);
    assert_string_equal(json_string_value(json_object_get(phrase, "text")), "red gate");
    json_decref(root);
    lede_repeats_free(quoted);
    lede_document_free(d);
}

static size_t count_spaces(const char *words) {
    size_t n = 0;
    for (; *words != '\0'; words++) {
        n += *words == ' ' ? 1 : 0;
    }
    return n;
}

/* Or places of a hostile text would repeat the whole of it. */
static void writes_a_hundred_words_at_most(void **state) {
    fixture *f = *state;
    char bytes[4096] = "";
    json_t *root = NULL;
    lede_repeats *found = NULL;
    lede_document *d = NULL;
    for (int i = 0; i < 2; i++) {
        strcat(bytes, i == 0 ? "Once" : "Again");
        for (int word = 0; word < 150; word++) {
            char one[16];
            snprintf(one, sizeof one, " word%c%c", 'a' + word / 26, 'a' + word % 26);
            strcat(bytes, one);
        }
        strcat(bytes, ". ");
    }
    assert_int_equal(lede_document_create(bytes, strlen(bytes), NULL, &d, NULL), LEDE_OK);
    assert_int_equal(lede_repeats_create(d, NULL, &found, NULL), LEDE_OK);
    lede_report r = begin(f, LEDE_FORMAT_JSON);
    assert_int_equal(lede_report_repeats(&r, "a", d, found), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    json_t *e = element(f, &root, 0);
    json_t *phrase = json_array_get(json_object_get(e, "phrases"), 0);
    json_t *pair = json_array_get(json_object_get(e, "told_twice"), 0);
    json_t *second = json_object_get(json_object_get(pair, "second"), "text");
    assert_int_equal(json_integer_value(json_object_get(phrase, "words")), 150);
    assert_int_equal(count_spaces(json_string_value(json_object_get(phrase, "text"))),
                     99);
    assert_int_equal(count_spaces(json_string_value(second)), 99);
    json_decref(root);
    lede_repeats_free(found);
    lede_document_free(d);
}

/* Without counts to compare with a keyness would say nothing. */
static void shows_keyness_when_asked_to(void **state) {
    fixture *f = *state;
    for (int keyness = 0; keyness < 2; keyness++) {
        json_t *root = NULL;
        lede_report r = begin(f, LEDE_FORMAT_JSON);
        r.repeats.keyness = keyness;
        assert_int_equal(lede_report_repeats(&r, "a", f->d, f->r), LEDE_OK);
        assert_int_equal(lede_report_end(&r), LEDE_OK);
        json_t *phrases = json_object_get(element(f, &root, 0), "phrases");
        json_t *found = json_object_get(json_array_get(phrases, 0), "keyness");
        assert_int_equal(found != NULL, keyness);
        json_decref(root);
    }
}

/* The entries of a list are known from the list alone, which must be the same. */
static void shows_the_list_that_was_used(void **state) {
    fixture *f = *state;
    static const char lines[] = "red gates\nblue door\n";
    lede_accepted *list = NULL, *other = NULL;
    lede_repeats *found = NULL;
    lede_repeats_options o = LEDE_REPEATS_OPTIONS_INIT;
    assert_int_equal(lede_accepted_create(lines, sizeof lines - 1, NULL, &list, NULL),
                     LEDE_OK);
    assert_int_equal(lede_accepted_create(lines, 10, NULL, &other, NULL), LEDE_OK);
    o.accepted = list;
    assert_int_equal(lede_repeats_create(f->d, &o, &found, NULL), LEDE_OK);
    lede_report r = begin(f, LEDE_FORMAT_TEXT);
    r.repeats.accepted = list;
    assert_int_equal(lede_report_repeats(&r, "a", f->d, found), LEDE_OK);
    assert_non_null(strstr(f->k.bytes, "\nAccepted "));
    assert_non_null(strstr(f->k.bytes, "\n  not repeated: blue door\n"));
    r = begin(f, LEDE_FORMAT_TEXT);
    r.repeats.accepted = other;
    assert_int_equal(lede_report_repeats(&r, "a", f->d, found), LEDE_OK);
    assert_non_null(strstr(f->k.bytes, "\nAccepted "));
    assert_null(strstr(f->k.bytes, "not repeated"));
    lede_repeats_free(found);
    lede_accepted_free(list);
    lede_accepted_free(other);
}

/* In JSON the shared passages stand behind the list of files. */
static void takes_no_file_behind_shared_passages(void **state) {
    static const lede_format formats[] = {LEDE_FORMAT_TEXT, LEDE_FORMAT_JSON,
                                          LEDE_FORMAT_MARKDOWN, LEDE_FORMAT_CSV};
    fixture *f = *state;
    static const char *const paths[] = {"1", "2"};
    lede_error error = {.status = LEDE_NO_MEMORY};
    lede_shared *shared = NULL;
    assert_int_equal(lede_shared_create(NULL, &shared, NULL), LEDE_OK);
    assert_int_equal(lede_shared_add(shared, f->d, NULL), LEDE_OK);
    assert_int_equal(lede_shared_add(shared, f->d, NULL), LEDE_OK);
    assert_int_equal(lede_shared_list(shared, NULL), LEDE_OK);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        lede_report r = begin(f, formats[i]);
        assert_int_equal(lede_report_repeats(&r, "1", f->d, f->r), LEDE_OK);
        assert_int_equal(lede_report_shared(&r, shared, paths, 2), LEDE_OK);
        size_t n = f->k.size;
        assert_int_equal(lede_report_repeats(&r, "2", f->d, f->r), LEDE_INVALID_ARGUMENT);
        assert_int_equal(lede_report_failure(&r, "3", &error), LEDE_INVALID_ARGUMENT);
        assert_int_equal(f->k.size, n);
        assert_int_equal(lede_report_end(&r), LEDE_OK);
    }
    lede_shared_free(shared);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_does_not_belong_together),
        cmocka_unit_test(scores_take_repeats_of_their_text_only),
        cmocka_unit_test(scores_show_repeats_that_are_given),
        cmocka_unit_test(parts_texts_by_a_blank_line),
        cmocka_unit_test(writes_the_names_of_columns_once),
        cmocka_unit_test(does_not_mix_columns),
        cmocka_unit_test(writes_every_state_of_csv),
        cmocka_unit_test(writes_words_of_a_phrase_with_one_space),
        cmocka_unit_test(writes_a_hundred_words_at_most),
        cmocka_unit_test(shows_keyness_when_asked_to),
        cmocka_unit_test(shows_the_list_that_was_used),
        cmocka_unit_test(takes_no_file_behind_shared_passages),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
