/* SPDX-License-Identifier: MIT */
/* lede_keywords_create: arguments, defaults, seeds, a background. */
#include "support/background_writer.h"
#include "support/open.h"
#include "support/texts.h"
#include "unit/render/sample.h"

static lede_error refuse(const lede_document *d, const lede_keywords_options *o) {
    lede_keywords *k = (lede_keywords *)&k;
    lede_error error;
    memset(&error, 'x', sizeof error);
    assert_int_equal(lede_keywords_create(d, o, &k, &error), LEDE_INVALID_ARGUMENT);
    assert_null(k);
    assert_int_equal(error.status, LEDE_INVALID_ARGUMENT);
    assert_int_equal(error.line, 0);
    k = (lede_keywords *)&k;
    assert_int_equal(lede_keywords_create(d, o, &k, NULL), LEDE_INVALID_ARGUMENT);
    assert_null(k);
    return error;
}

static void test_arguments(void **state) {
    lede_document *d = open_text("One boat.");
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    lede_error error;
    assert_int_equal(lede_keywords_create(d, &o, NULL, &error), LEDE_INVALID_ARGUMENT);
    assert_int_equal(error.status, LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_keywords_create(NULL, NULL, NULL, NULL), LEDE_INVALID_ARGUMENT);
    refuse(NULL, &o);
    o.count = 0;
    assert_string_equal(refuse(d, &o).text, "count is 0");
    o.count = 1;
    o.title = "a\xFF";
    o.title_length = 2;
    assert_string_equal(refuse(d, &o).text, "the title is not UTF-8");
    lede_keywords_free(NULL);
    lede_document_free(d);
}

static void expect_same(const lede_keywords *a, const lede_keywords *b) {
    size_t n = 0, m = 0;
    const lede_keyword *x = lede_keywords_list(a, &n), *y = lede_keywords_list(b, &m);
    assert_int_equal(n, m);
    assert_memory_equal(x, y, n * sizeof *x);
}

static void test_defaults(void **state) {
    text_buffer t = text_article(3);
    lede_document *d = open_bytes(t.bytes, t.n);
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    lede_keywords *a = NULL, *b = NULL;
    size_t count = 0;
    assert_int_equal(lede_keywords_create(d, NULL, &a, NULL), LEDE_OK);
    assert_int_equal(lede_keywords_create(d, &o, &b, NULL), LEDE_OK);
    (void)lede_keywords_list(a, &count);
    assert_int_equal(count, LEDE_KEYWORDS);
    assert_int_equal(lede_keywords_measure(a).characters, 0);
    expect_same(a, b);
    lede_keywords_free(a);
    lede_keywords_free(b);
    lede_document_free(d);
    text_free(&t);
}

/* No output depends on hashes. */
static void test_seeds(void **state) {
    text_buffer t = text_article(5);
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    lede_keywords *first = NULL;
    lede_document *first_document = NULL;
    o.count = 1000;
    for (uint64_t seed = 0; seed < 4; seed++) {
        lede_document *d = NULL;
        lede_keywords *k = NULL;
        read.hash_seed = seed * UINT64_C(0x9E3779B97F4A7C15);
        assert_int_equal(lede_document_create(t.bytes, t.n, &read, &d, NULL), LEDE_OK);
        assert_int_equal(lede_keywords_create(d, &o, &k, NULL), LEDE_OK);
        if (first == NULL) {
            first = k;
            first_document = d;
            continue;
        }
        expect_same(first, k);
        lede_keywords_free(k);
        lede_document_free(d);
    }
    lede_keywords_free(first);
    lede_document_free(first_document);
    text_free(&t);
}

/* A background says which words are rare; without one the text alone does. */
static void test_background(void **state) {
    static const background_entry words[] = {BACKGROUND_ENTRY("boat", 900, 2000),
                                             BACKGROUND_ENTRY("lamp", 2, 4)};
    lede_document *d = open_text("A boat left. The boat sank. A lamp fell. That lamp!");
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    text_buffer t = background_write(words, 2);
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, 1000);
    lede_background *b = NULL;
    assert_int_equal(lede_background_create(t.bytes, t.n, NULL, &b, NULL), LEDE_OK);
    for (int with = 0; with < 2; with++) {
        lede_keywords *k = NULL;
        size_t count = 0;
        o.background = with != 0 ? b : NULL;
        assert_int_equal(lede_keywords_create(d, &o, &k, NULL), LEDE_OK);
        const lede_keyword *list = lede_keywords_list(k, &count);
        assert_int_equal(count, 2);
        assert_int_equal(list[0].first.begin, with != 0 ? 30 : 2);
        lede_keywords_free(k);
    }
    lede_background_free(b);
    text_free(&t);
    lede_document_free(d);
}

/* Keys of another document are refused; the report may go on. */
static void test_report(void **state) {
    lede_document *d = open_text("The boat left. The boat sank.");
    lede_document *other = open_text("The lamp broke. The lamp was gone.");
    lede_summary *s = open_summary(d, NULL);
    lede_keywords *mine = NULL, *theirs = NULL;
    kept k = {0};
    lede_report r;
    assert_int_equal(lede_keywords_create(d, NULL, &mine, NULL), LEDE_OK);
    assert_int_equal(lede_keywords_create(other, NULL, &theirs, NULL), LEDE_OK);
    assert_int_equal(lede_report_begin(&r, LEDE_FORMAT_TEXT, kept_sink(&k)), LEDE_OK);
    assert_int_equal(lede_report_summary_with(&r, "a", d, s, theirs),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_summary_with(&r, "a", d, NULL, mine),
                     LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_report_summary_with(&r, "a", d, s, mine), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    kept_expect(&k, "The boat left.\nThe boat sank.\n\nkeywords: boat\n");
    lede_keywords_free(mine);
    lede_keywords_free(theirs);
    lede_summary_free(s);
    lede_document_free(d);
    lede_document_free(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments), cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_seeds),     cmocka_unit_test(test_background),
        cmocka_unit_test(test_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
