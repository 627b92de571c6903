/* SPDX-License-Identifier: MIT */
/* Backgrounds through the public interface. */
#include "support/background_writer.h"
#include "support/open.h"

static const background_entry words[] = {
    BACKGROUND_ENTRY("harbour", 3, 5),
    BACKGROUND_ENTRY("in", 9, 60),
    BACKGROUND_ENTRY("the", 10, 100),
};

static text_buffer write_words(void) {
    text_buffer t = background_write(words, 3);
    background_set_u64(&t, BACKGROUND_AT_TOKENS, 900);
    return t;
}

static void arguments(void **state) {
    lede_error error;
    lede_background *b = NULL;
    text_buffer t = write_words();
    assert_int_equal(lede_background_create(t.bytes, t.n, NULL, NULL, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "out is NULL");
    assert_int_equal(lede_background_create(t.bytes, t.n, NULL, NULL, NULL),
                     LEDE_INVALID_ARGUMENT);
    b = (lede_background *)&error;
    assert_int_equal(lede_background_create(NULL, 1, NULL, &b, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "bytes is NULL");
    assert_null(b);
    b = (lede_background *)&error;
    assert_int_equal(lede_background_create(NULL, 0, NULL, &b, &error), LEDE_BAD_DATA);
    assert_null(b);
    b = (lede_background *)&error;
    assert_int_equal(lede_background_create(t.bytes, t.n - 1, NULL, &b, NULL),
                     LEDE_BAD_DATA);
    assert_null(b);
    lede_background_free(NULL);
    text_free(&t);
}

static void place_of_an_error(void **state) {
    lede_error error;
    lede_background *b = NULL;
    text_buffer t = write_words();
    t.bytes[BACKGROUND_AT_TOKENIZER] = 9;
    background_seal(&t);
    assert_int_equal(lede_background_create(t.bytes, t.n, NULL, &b, &error),
                     LEDE_BAD_DATA);
    assert_int_equal(error.status, LEDE_BAD_DATA);
    assert_string_equal(error.text,
                        "its words come from tokenizer 9; this library has 1");
    assert_int_equal(error.offset, BACKGROUND_AT_TOKENIZER);
    assert_int_equal(error.line, 0);
    assert_int_equal(error.column, 0);
    text_free(&t);
}

static void facts(void **state) {
    lede_background *b = NULL;
    lede_error error;
    lede_background_facts f = lede_background_measure(NULL);
    assert_string_equal(f.language, "");
    assert_true(f.documents == 0 && f.tokens == 0 && f.words == 0 && f.occurrences == 0 &&
                f.least_documents == 0);
    text_buffer t = write_words();
    assert_int_equal(lede_background_create(t.bytes, t.n, NULL, &b, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    f = lede_background_measure(b);
    assert_string_equal(f.language, "en");
    assert_int_equal(f.documents, 10);
    assert_int_equal(f.tokens, 900);
    assert_int_equal(f.words, 3);
    assert_int_equal(f.occurrences, 165);
    assert_int_equal(f.least_documents, 1);
    lede_background_free(b);
    text_free(&t);
}

/* The keys of a document are those of the file. */
static void words_of_a_document(void **state) {
    lede_background *b = NULL;
    size_t count = 0, size = 0;
    uint64_t documents = 0, occurrences = 0;
    unsigned found = 0;
    text_buffer t = write_words();
    assert_int_equal(lede_background_create(t.bytes, t.n, NULL, &b, NULL), LEDE_OK);
    lede_document *d = open_text("The boats lay IN the Harbour.");
    const lede_term *terms = lede_document_terms(d, &count);
    const char *keys = lede_document_keys(d, &size);
    for (size_t i = 0; i < count; i++) {
        lede_span key = terms[i].key;
        found += lede_background_find(b, keys + key.begin, key.end - key.begin,
                                      &documents, &occurrences) != 0;
    }
    assert_int_equal(found, 3);
    assert_int_equal(lede_background_find(b, "harbour", 7, &documents, &occurrences), 1);
    assert_int_equal(documents, 3);
    assert_int_equal(occurrences, 5);
    assert_int_equal(lede_background_find(b, "Harbour", 7, &documents, &occurrences), 0);
    assert_int_equal(documents, 0);
    assert_int_equal(occurrences, 0);
    lede_document_free(d);
    lede_background_free(b);
    text_free(&t);
}

/* 4 of 100 words and none of 900: E1 = 100 * 4 / 1000 = 0.4, 2 * 4 ln 10 = 18.42; 100 of
 * 900 and none of 100: E2 = 90, 2 * 100 ln (10/9) = 21.07. */
static void keyness(void **state) {
    lede_background *b = NULL;
    text_buffer t = write_words();
    assert_int_equal(lede_background_create(t.bytes, t.n, NULL, &b, NULL), LEDE_OK);
    double more = lede_background_keyness(b, "boats", 5, 4, 100);
    double less = lede_background_keyness(b, "the", 3, 0, 100);
    assert_true(more > 18.42 && more < 18.43);
    assert_true(less < -21.07 && less > -21.08);
    assert_true(lede_background_keyness(b, "boats", 5, 0, 0) == 0);
    lede_background_free(b);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments), cmocka_unit_test(place_of_an_error),
        cmocka_unit_test(facts),     cmocka_unit_test(words_of_a_document),
        cmocka_unit_test(keyness),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
