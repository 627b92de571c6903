/* SPDX-License-Identifier: MIT */
/* lede_summary_create: arguments, defaults, seeds. */
#include "support/background.h"
#include "support/open.h"
#include "support/texts.h"
#include "unit/render/sample.h"

#include <math.h>

static lede_error refuse(const lede_document *d, const lede_summary_options *o) {
    lede_summary *s = (lede_summary *)&s;
    lede_error error;
    memset(&error, 'x', sizeof error);
    assert_int_equal(lede_summary_create(d, o, &s, &error), LEDE_INVALID_ARGUMENT);
    assert_null(s);
    assert_int_equal(error.status, LEDE_INVALID_ARGUMENT);
    assert_non_null(memchr(error.text, '\0', sizeof error.text));
    assert_true(error.text[0] != '\0');
    assert_int_equal(error.line, 0);
    s = (lede_summary *)&s;
    assert_int_equal(lede_summary_create(d, o, &s, NULL), LEDE_INVALID_ARGUMENT);
    assert_null(s);
    return error;
}

static void test_null_arguments(void **state) {
    lede_document *d = open_text("One boat.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    lede_error error;
    assert_int_equal(lede_summary_create(d, &o, NULL, &error), LEDE_INVALID_ARGUMENT);
    assert_int_equal(error.status, LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_summary_create(d, &o, NULL, NULL), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_summary_create(NULL, NULL, NULL, NULL), LEDE_INVALID_ARGUMENT);
    lede_summary_free(NULL);
    lede_document_free(d);
}

/* The out-parameter is set to NULL before anything else, here too. */
static void test_null_document(void **state) {
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    refuse(NULL, &o);
    refuse(NULL, NULL);
}

static void test_enumerations(void **state) {
    lede_document *d = open_text("One boat.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.method = LEDE_METHOD_COUNT;
    assert_string_equal(refuse(d, &o).text, "unknown method");
    o.method = (lede_method)-1;
    assert_string_equal(refuse(d, &o).text, "unknown method");
    o.method = LEDE_METHOD_AUTO;
    o.budget = (lede_budget_kind)4;
    assert_string_equal(refuse(d, &o).text, "unknown kind of budget");
    o.budget = (lede_budget_kind)-1;
    assert_string_equal(refuse(d, &o).text, "unknown kind of budget");
    lede_document_free(d);
}

static void test_amounts(void **state) {
    static const double bad_wholes[] = {0,
                                        -1,
                                        0.5,
                                        1.5,
                                        -0.0,
                                        1e-9,
                                        2.999999,
                                        4294967296.0,
                                        1e300,
                                        (double)INFINITY,
                                        -(double)INFINITY,
                                        (double)NAN,
                                        -(double)NAN,
                                        -4294967295.0};
    static const double bad_ratios[] = {
        0, -0.0, -0.1, 1.0000001, 2, (double)INFINITY, -(double)INFINITY, (double)NAN};
    static const double good_ratios[] = {1, 0.5, 1e-300, 5e-324};
    lede_document *d = open_text("One boat.");
    for (int kind = LEDE_BUDGET_SENTENCES; kind <= LEDE_BUDGET_CHARS; kind++) {
        if (kind == LEDE_BUDGET_RATIO) {
            continue;
        }
        for (size_t i = 0; i < sizeof bad_wholes / sizeof *bad_wholes; i++) {
            lede_summary_options o = budget_of((lede_budget_kind)kind, bad_wholes[i]);
            assert_string_equal(refuse(d, &o).text,
                                "a budget must be a whole number from 1 on");
        }
        lede_summary_options o = budget_of((lede_budget_kind)kind, 4294967295.0);
        lede_summary_free(open_summary(d, &o));
    }
    for (size_t i = 0; i < sizeof bad_ratios / sizeof *bad_ratios; i++) {
        lede_summary_options o = budget_of(LEDE_BUDGET_RATIO, bad_ratios[i]);
        assert_string_equal(refuse(d, &o).text, "a ratio must be over 0 and at most 1");
    }
    for (size_t i = 0; i < sizeof good_ratios / sizeof *good_ratios; i++) {
        lede_summary_options o = budget_of(LEDE_BUDGET_RATIO, good_ratios[i]);
        lede_summary *s = open_summary(d, &o);
        expect_picks(s, PICKS(0));
        lede_summary_free(s);
    }
    lede_document_free(d);
}

static void test_title(void **state) {
    static const char *const bad[] = {"\xFF",         "boat \xC3",        "\xC0\x80",
                                      "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\x80z",
                                      "\xFF\xFE"};
    lede_document *d = open_text("One boat.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        o.title = bad[i];
        o.title_length = strlen(bad[i]);
        assert_string_equal(refuse(d, &o).text, "the title is not UTF-8");
    }
    o.title = "caf\xC3\xA9";
    o.title_length = 4; /* cut inside a code point */
    refuse(d, &o);
    o.title_length = 5;
    lede_summary_free(open_summary(d, &o));
    o.title = "";
    o.title_length = 0;
    lede_summary_free(open_summary(d, &o));
    o.title = NULL; /* then the length means nothing */
    o.title_length = SIZE_MAX;
    lede_summary_free(open_summary(d, &o));
    lede_document_free(d);
}

static void test_query(void **state) {
    static const char *const bad[] = {"\xFF", "boat \xC3", "\xED\xA0\x80", "a\x80z"};
    lede_document *d = open_text("One boat. Two whales.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        o.query = bad[i];
        o.query_length = strlen(bad[i]);
        assert_string_equal(refuse(d, &o).text, "the query is not UTF-8");
    }
    o.query = NULL; /* then the length means nothing */
    o.query_length = SIZE_MAX;
    lede_summary_free(open_summary(d, &o));
    o.query = "";
    o.query_length = 0;
    lede_summary *s = open_summary(d, &o);
    assert_int_equal(lede_summary_measure(s).asked != 0, 1);
    assert_int_equal(lede_summary_measure(s).query_words, 0);
    lede_summary_free(s);
    o.query = "whales";
    o.query_length = 6;
    o.method = LEDE_METHOD_LEAD; /* which ignores it */
    s = open_summary(d, &o);
    assert_int_equal(lede_summary_measure(s).query_words, 0);
    lede_summary_free(s);
    lede_document_free(d);
}

/* A query, or a title, is read as a text is: the limit of texts is theirs too. */
static void test_too_large(void **state) {
    size_t n = ((size_t)64 << 20) + 1;
    char *large = malloc(n);
    assert_non_null(large);
    memset(large, 'a', n);
    lede_document *d = open_text("One boat. Two whales.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    lede_summary *s = NULL;
    lede_error error;
    o.query = large;
    o.query_length = n;
    assert_int_equal(lede_summary_create(d, &o, &s, &error), LEDE_TOO_LARGE);
    assert_null(s);
    assert_int_equal(error.status, LEDE_TOO_LARGE);
    o.query = NULL;
    o.title = large;
    o.title_length = n;
    assert_int_equal(lede_summary_create(d, &o, &s, NULL), LEDE_TOO_LARGE);
    assert_null(s);
    lede_document_free(d);
    free(large);
}

/* Below 0 is as the method has it. */
static void test_mmr(void **state) {
    static const double bad[] = {10.000001, 1e300, (double)INFINITY, (double)NAN,
                                 -(double)NAN};
    static const double good[] = {-1.0, -(double)INFINITY, -0.0, 0.0, 5e-324, 10.0};
    lede_document *d = open_text("One boat. Two whales.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        o.mmr = bad[i];
        assert_string_equal(refuse(d, &o).text,
                            "the weight of redundancy must be 0 to 10");
    }
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        o.mmr = good[i];
        lede_summary_free(open_summary(d, &o));
    }
    lede_document_free(d);
}

/* Words that are frequent in the background weigh less; it may go afterwards. */
static void test_background(void **state) {
    lede_document *d =
        open_text("Captains mend ropes. People say things. Captains left.");
    background_sample b = background_sample_open("articles");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.method = LEDE_METHOD_TFIDF;
    lede_summary *plain = open_summary(d, &o);
    o.background = b.background;
    lede_summary *weighed = open_summary(d, &o);
    background_sample_close(&b);
    size_t m = 0, n = 0;
    const lede_pick *x = lede_summary_picks(plain, &m);
    const lede_pick *y = lede_summary_picks(weighed, &n);
    assert_int_equal(m, 3);
    assert_int_equal(n, 3);
    assert_true(y[1].score < y[0].score); /* people, say */
    assert_true(y[1].parts[LEDE_PART_WEIGHT] < x[1].parts[LEDE_PART_WEIGHT]);
    lede_summary_free(plain);
    lede_summary_free(weighed);
    lede_document_free(d);
}

static void test_defaults(void **state) {
    text_buffer t = text_article(0);
    lede_document *d = open_bytes(t.bytes, t.n);
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    lede_summary *plain = open_summary(d, NULL), *same = open_summary(d, &o);
    size_t m = 0, n = 0;
    const lede_pick *a = lede_summary_picks(plain, &m);
    const lede_pick *b = lede_summary_picks(same, &n);
    assert_int_equal(m, 3);
    assert_int_equal(n, 3);
    assert_memory_equal(a, b, 3 * sizeof *a);
    assert_int_equal(lede_summary_measure(plain).sentences, 3);
    lede_summary_free(plain);
    lede_summary_free(same);
    lede_document_free(d);
    text_free(&t);
}

/* The title may go as soon as the summary stands. */
static void test_title_need_not_live(void **state) {
    lede_document *d = open_text("One boat. Two whales.");
    text_buffer title = {0};
    text_put(&title, "The whale");
    text_fit(&title);
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.title = title.bytes;
    o.title_length = title.n;
    lede_summary *s = open_summary(d, &o);
    text_free(&title);
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    assert_int_equal(count, 2);
    assert_true(picks[1].parts[LEDE_PART_TITLE] > 0);
    lede_summary_free(s);
    lede_document_free(d);
}

/* ---- Hash seeds -------------------------------------------------------------------- */

static kept report_of(const lede_document *d, const lede_summary *s) {
    kept k = {0};
    lede_report r;
    assert_int_equal(lede_report_begin(&r, LEDE_FORMAT_JSON, kept_sink(&k)), LEDE_OK);
    assert_int_equal(lede_report_summary(&r, "a", d, s), LEDE_OK);
    assert_int_equal(lede_report_split(&r, "a", d, 1), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    return k;
}

/* The JSON bytes of everything, and the picks. */
static void expect_seed_free(const text_buffer *t, const lede_summary_options *o) {
    kept first = {0};
    for (uint64_t i = 0; i < 20; i++) {
        uint64_t random = i;
        lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
        lede_document *d = NULL;
        read.hash_seed = i < 2 ? i : next_random(&random);
        assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
        lede_summary *s = open_summary(d, o);
        kept k = report_of(d, s);
        if (i == 0) {
            first = k;
        } else {
            kept_expect(&k, first.bytes);
        }
        lede_summary_free(s);
        lede_document_free(d);
    }
    kept_free(&first);
}

static void test_hash_seeds(void **state) {
    static const char title[] = "Captains of the harbour, and a well-known council";
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.title = title;
    o.title_length = sizeof title - 1;
    o.query = "Who mended the ropes of the ferry?";
    o.query_length = strlen(o.query);
    o.explain = 1;
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i);
        o.method = (lede_method)(i % LEDE_METHOD_COUNT);
        expect_seed_free(&t, &o);
        text_free(&t);
    }
    for (uint64_t seed = 0; seed < 10; seed++) {
        text_buffer t = text_made(seed, 20);
        o.budget = LEDE_BUDGET_RATIO;
        o.amount = 1;
        o.method = (lede_method)(seed % LEDE_METHOD_COUNT);
        expect_seed_free(&t, &o);
        text_free(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_null_arguments),
        cmocka_unit_test(test_null_document),
        cmocka_unit_test(test_enumerations),
        cmocka_unit_test(test_amounts),
        cmocka_unit_test(test_title),
        cmocka_unit_test(test_query),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_mmr),
        cmocka_unit_test(test_background),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_title_need_not_live),
        cmocka_unit_test(test_hash_seeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
