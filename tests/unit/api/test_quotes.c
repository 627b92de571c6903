/* SPDX-License-Identifier: MIT */
/* What lede_quotes_create() refuses, and what it gives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lede/lede.h>

#include <string.h>

static lede_document *open_text(const char *text) {
    lede_document *d = NULL;
    assert_int_equal(lede_document_create(text, strlen(text), NULL, &d, NULL), LEDE_OK);
    return d;
}

typedef struct pair {
    lede_document *summary;
    lede_document *source;
} pair;

static pair open_pair(void) {
    return (pair){open_text("The well is dry. The well is deep.\n"),
                  open_text("Since May the well is dry. The well is deep.\n")};
}

static void close_pair(pair *p) {
    lede_document_free(p->summary);
    lede_document_free(p->source);
}

static void expect_refused(const pair *p, const lede_document *const *sources,
                           size_t count, const lede_quotes_options *options,
                           const char *text) {
    lede_error error;
    lede_quotes *q = (lede_quotes *)&error; /* must be set to NULL */
    assert_int_equal(lede_quotes_create(p != NULL ? p->summary : NULL, sources, count,
                                        options, &q, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_null(q);
    assert_string_equal(error.text, text);
}

static void test_arguments(void **state) {
    pair p = open_pair();
    const lede_document *const sources[] = {p.source, NULL};
    lede_quotes_options o = LEDE_QUOTES_OPTIONS_INIT;
    lede_error error;
    o.what = (lede_quotes_what)7;
    expect_refused(NULL, sources, 1, NULL, "summary is NULL");
    expect_refused(&p, NULL, 1, NULL, "a source is NULL");
    expect_refused(&p, sources, 2, NULL, "a source is NULL");
    expect_refused(&p, sources, LEDE_QUOTES_SOURCES + 1u, NULL,
                   "more than 65535 sources");
    expect_refused(&p, sources, 1, &o, "unknown value of what");
    assert_int_equal(lede_quotes_create(p.summary, sources, 1, NULL, NULL, &error),
                     LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "out is NULL");
    lede_quotes_free(NULL);
    close_pair(&p);
}

static void test_results(void **state) {
    pair p = open_pair();
    const lede_document *const sources[] = {p.source};
    lede_quotes *q = NULL;
    size_t count = 0, steps = 0;
    assert_int_equal(lede_quotes_create(p.summary, sources, 1, NULL, &q, NULL), LEDE_OK);
    lede_quotes_facts facts = lede_quotes_measure(q);
    const lede_quote *list = lede_quotes_list(q, &count);
    assert_int_equal(count, 2);
    assert_int_equal(list[0].state, LEDE_QUOTE_SHORTENED);
    assert_true(lede_quotes_fails(q, &list[0]));
    assert_int_equal(list[1].state, LEDE_QUOTE_VERBATIM);
    assert_false(lede_quotes_fails(q, &list[1]));
    assert_int_equal(list[1].words, 4);
    assert_int_equal(list[1].source, 0);
    assert_int_equal(list[1].passage.begin, 27);
    assert_int_equal(list[1].passage.end, 44);
    (void)lede_quotes_steps(q, &steps);
    assert_int_equal(steps, 2);
    assert_int_equal(facts.sources, 1);
    assert_int_equal(facts.source_words, 10);
    assert_int_equal(facts.units, 2);
    assert_int_equal(facts.failed, 1);
    lede_quotes_free(q);
    close_pair(&p);
}

/* Without a source there is nothing like it. */
static void test_no_source(void **state) {
    pair p = open_pair();
    lede_quotes *q = NULL;
    assert_int_equal(lede_quotes_create(p.summary, NULL, 0, NULL, &q, NULL), LEDE_OK);
    assert_int_equal(lede_quotes_measure(q).states[LEDE_QUOTE_MISSING], 2);
    lede_quotes_free(q);
    close_pair(&p);
}

static void test_names(void **state) {
    assert_string_equal(lede_quote_state_name(LEDE_QUOTE_MISSING), "missing");
    assert_string_equal(lede_quote_state_name(LEDE_QUOTE_STATES), "unknown");
    assert_string_equal(lede_quote_kind_name(LEDE_QUOTE_RUN), "quote");
    assert_string_equal(lede_quote_kind_name(-1), "unknown");
    assert_string_equal(lede_quote_op_name(LEDE_QUOTE_REMOVED), "removed");
    assert_string_equal(lede_quote_op_name(3), "unknown");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arguments),
        cmocka_unit_test(test_results),
        cmocka_unit_test(test_no_source),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
