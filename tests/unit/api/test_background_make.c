/* SPDX-License-Identifier: MIT */
/* Making backgrounds through the public interface: what is refused before anything is
 * done, and the way from texts to a file that is read again. */
#include "support/background_make.h"

static void expect_refused(const lede_background_options *o, lede_status wanted,
                           const char *text) {
    lede_error error;
    text_buffer t = {0};
    lede_background_builder *b = (lede_background_builder *)&error;
    assert_int_equal(lede_background_builder_create(o, &b, &error), wanted);
    assert_int_equal(error.status, wanted);
    assert_string_equal(error.text, text);
    assert_null(b);
    assert_int_equal(lede_background_merge(NULL, 0, o, background_into(&t), &error),
                     wanted);
    assert_int_equal(error.status, wanted);
    assert_string_equal(error.text, text);
    assert_int_equal(t.n, 0);
}

static void options(void **state) {
    static const char *const codes[] = {"",        "auto",           "EN",
                                        "english", "en-GB-oxendict", "en\n"};
    lede_background_options o = LEDE_BACKGROUND_OPTIONS_INIT;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        o.language = codes[i];
        expect_refused(&o, LEDE_UNKNOWN_LANGUAGE, "the language is not a code of one");
    }
    o = (lede_background_options)LEDE_BACKGROUND_OPTIONS_INIT;
    o.max_words = LEDE_BACKGROUND_WORDS_MOST + 1;
    expect_refused(&o, LEDE_INVALID_ARGUMENT, "max_words is over 16777216");
    o.max_words = LEDE_BACKGROUND_WORDS_MOST;
    o.language = "pt-BR";
    o.least_documents = UINT64_MAX;
    lede_background_builder *b = background_builder_of(&o);
    text_buffer t = background_written(b);
    lede_background *read = background_opened(&t);
    assert_true(lede_background_measure(read).least_documents == UINT64_MAX);
    assert_string_equal(lede_background_measure(read).language, "pt-BR");
    lede_background_free(read);
    lede_background_builder_free(b);
    text_free(&t);
}

static void builder_arguments(void **state) {
    lede_error error;
    lede_sink none = {NULL, NULL};
    lede_document *d = open_text("Rope.");
    lede_background_builder *b = background_builder_of(NULL);
    text_buffer t = {0};
    assert_int_equal(lede_background_builder_create(NULL, NULL, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "out is NULL");
    assert_int_equal(lede_background_builder_add(NULL, d, &error), LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "builder is NULL");
    assert_int_equal(lede_background_builder_add(b, NULL, &error), LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "document is NULL");
    assert_int_equal(lede_background_builder_write(NULL, background_into(&t), &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "builder is NULL");
    assert_int_equal(lede_background_builder_write(b, none, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "sink.write is NULL");
    assert_int_equal(lede_background_builder_add(b, NULL, NULL), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_background_builder_measure(NULL).documents, 0);
    assert_string_equal(lede_background_builder_measure(NULL).language, "");
    assert_int_equal(lede_background_builder_measure(b).documents, 0);
    assert_int_equal(t.n, 0);
    lede_background_builder_free(b);
    lede_background_builder_free(NULL);
    lede_document_free(d);
}

static void merge_arguments(void **state) {
    lede_error error;
    lede_sink none = {NULL, NULL};
    text_buffer t = {0}, file = background_of(NULL, 0, NULL);
    lede_background *b = background_opened(&file);
    const lede_background *list[] = {b, NULL};
    assert_int_equal(lede_background_merge(NULL, 1, NULL, background_into(&t), &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "list is NULL");
    assert_int_equal(lede_background_merge(list, 2, NULL, background_into(&t), &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "background 2 is NULL");
    assert_int_equal(lede_background_merge(list, 1, NULL, none, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "sink.write is NULL");
    assert_int_equal(lede_background_merge(list, 2, NULL, none, NULL),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(t.n, 0);
    lede_background_free(b);
    text_free(&file);
}

/* Everything that was counted is told, and is in the file. */
static void there_and_back(void **state) {
    uint64_t documents = 0, occurrences = 0;
    lede_document *d = open_text("The tide came in. The tide went out.");
    lede_background_builder *b = background_builder_of(NULL);
    background_count(b, d);
    background_count(b, d);
    lede_document_free(d);
    lede_background_facts counted = lede_background_builder_measure(b);
    text_buffer t = background_written(b);
    lede_background_builder_free(b);
    lede_background *read = background_opened(&t);
    lede_background_facts facts = lede_background_measure(read);
    assert_memory_equal(&facts, &counted, sizeof facts);
    assert_string_equal(facts.language, "en");
    assert_int_equal(facts.documents, 2);
    assert_int_equal(facts.tokens, 16);
    assert_int_equal(facts.words, 6);
    assert_int_equal(facts.occurrences, 16);
    assert_int_equal(facts.least_documents, 1);
    assert_int_equal(lede_background_find(read, "tide", 4, &documents, &occurrences), 1);
    assert_int_equal(documents, 2);
    assert_int_equal(occurrences, 4);
    lede_background_free(read);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options),
        cmocka_unit_test(builder_arguments),
        cmocka_unit_test(merge_arguments),
        cmocka_unit_test(there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
