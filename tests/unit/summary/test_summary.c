/* SPDX-License-Identifier: MIT */
/* Whole summaries, against the slow reference and by hand. */
#include "summary/summary.h"

#include "support/background.h"
#include "support/open.h"
#include "support/texts.h"
#include "unit/summary/reference.h"

static void check_budgets(const lede_document *d, lede_summary_options o) {
    static const struct {
        lede_budget_kind kind;
        double amount;
    } budgets[] = {{LEDE_BUDGET_SENTENCES, 1}, {LEDE_BUDGET_SENTENCES, 3},
                   {LEDE_BUDGET_RATIO, 0.3},   {LEDE_BUDGET_RATIO, 1},
                   {LEDE_BUDGET_WORDS, 5},     {LEDE_BUDGET_WORDS, 45},
                   {LEDE_BUDGET_CHARS, 30},    {LEDE_BUDGET_CHARS, 280}};
    reference *r = reference_open(d, &o);
    for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
        o.budget = r->options.budget = budgets[i].kind;
        o.amount = r->options.amount = budgets[i].amount;
        lede_summary *s = open_summary(d, &o);
        reference_expect(r, s);
        lede_summary_free(s);
    }
    reference_close(r);
}

static const char title[] = "Captain Oona and the well-known sail-boats";
static const char query[] = "What did captains of the sail-boat fish for? Zyx, captain";

/* What a text tries: each method, plainly and with as much as it can be asked. */
static void check_methods(const lede_document *d, lede_summary_options o) {
    for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
        o.method = (lede_method)method;
        check_budgets(d, o);
    }
}

static lede_summary_options asked(void) {
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.title = title;
    o.title_length = sizeof title - 1;
    o.query = query;
    o.query_length = sizeof query - 1;
    o.explain = 1;
    return o;
}

/* how: which of the options are tried, so that many texts try all of them. */
static void check_text(const text_buffer *t, uint64_t how) {
    static const double factors[] = {LEDE_MMR_OF_METHOD, 0.0, 0.5, 10.0};
    background_sample b = background_sample_open("articles");
    lede_document *d = open_bytes(t->bytes, t->n);
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.explain = 1;
    check_methods(d, o);
    o = asked();
    o.mmr = factors[how % 4];
    o.no_position = how % 3 == 0;
    o.no_title = how % 5 == 0;
    o.explain = how % 7 != 0;
    o.background = how % 2 == 0 ? b.background : NULL;
    check_methods(d, o);
    lede_document_free(d);
    background_sample_close(&b);
}

static void test_corpus(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i);
        check_text(&t, 2 * i);
        text_free(&t);
    }
}

static void test_made_texts(void **state) {
    for (uint64_t seed = 1000; seed < 1150; seed++) {
        text_buffer t = text_made(seed, 6);
        check_text(&t, seed);
        text_free(&t);
    }
}

/* A few long ones, where many sentences compete. */
static void test_long_texts(void **state) {
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 12);
    for (uint64_t seed = 1; seed <= 3; seed++) {
        text_buffer t = text_made(seed, 60);
        lede_document *d = open_bytes(t.bytes, t.n);
        for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
            o.method = (lede_method)method;
            reference_check(d, &o);
        }
        lede_document_free(d);
        text_free(&t);
    }
}

/* ---- By hand -------------------------------------------------------------------- */

static void test_lead(void **state) {
    lede_document *d = open_text("The Harbour\n\nOne boat came. ADVERTISEMENT boats!\n\n"
                                 "- an item\n\nOne boat came. Two boats left.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.method = LEDE_METHOD_LEAD;
    o.amount = 3;
    lede_summary *s = open_summary(d, &o);
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    assert_int_equal(count, 3);
    expect_sentence(d, picks[0].sentence, "One boat came.");
    expect_sentence(d, picks[1].sentence, "ADVERTISEMENT boats!");
    expect_sentence(d, picks[2].sentence, "Two boats left.");
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(picks[i].rank, i + 1);
    }
    assert_int_equal(lede_summary_measure(s).eligible, 4);
    assert_int_equal(lede_summary_measure(s).distinct, 3);
    lede_summary_free(s);
    lede_document_free(d);
}

/* Lead is the first k distinct sentences of prose of any text. */
static void test_lead_of_made_texts(void **state) {
    for (uint64_t seed = 0; seed < 200; seed++) {
        text_buffer t = text_made(seed, 8);
        lede_document *d = open_bytes(t.bytes, t.n);
        lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
        o.method = LEDE_METHOD_LEAD;
        o.amount = 4;
        lede_summary *s = open_summary(d, &o);
        reference *r = reference_open(d, &o);
        size_t count = 0;
        const lede_pick *picks = lede_summary_picks(s, &count);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(picks[i].sentence, r->sentence[i]);
            assert_int_equal(picks[i].rank, i + 1);
        }
        assert_int_equal(count, r->rows < 4 ? r->rows : 4);
        reference_close(r);
        lede_summary_free(s);
        lede_document_free(d);
        text_free(&t);
    }
}

/* A heavy sentence behind a light one: given in the order of the document, with
 * the ranks of choice. */
static void test_order_of_document(void **state) {
    lede_document *d = open_text("Yes. Ships boats rafts barges tugs ferries canoes.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.method = LEDE_METHOD_TFIDF;
    lede_summary *s = open_summary(d, &o);
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    assert_int_equal(count, 2);
    assert_int_equal(picks[0].sentence, 0);
    assert_int_equal(picks[0].rank, 2);
    assert_int_equal(picks[1].sentence, 1);
    assert_int_equal(picks[1].rank, 1);
    lede_summary_free(s);
    lede_document_free(d);
}

/* The same picks, the one chosen first in front. */
static void test_order_of_choice(void **state) {
    text_buffer t = text_article(0);
    lede_document *d = open_bytes(t.bytes, t.n);
    for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
        lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
        o.method = (lede_method)method;
        o.amount = 6;
        lede_summary *a = open_summary(d, &o);
        o.by_rank = 1;
        lede_summary *b = open_summary(d, &o);
        size_t m = 0, n = 0;
        const lede_pick *x = lede_summary_picks(a, &m), *y = lede_summary_picks(b, &n);
        assert_int_equal(m, n);
        for (size_t i = 0; i < m; i++) {
            assert_int_equal(y[i].rank, i + 1);
            assert_int_equal(y[x[i].rank - 1].sentence, x[i].sentence);
        }
        lede_summary_free(a);
        lede_summary_free(b);
    }
    lede_document_free(d);
    text_free(&t);
}

/* A given title moves the choice to the sentence that shares its stems. */
static void test_title_chooses(void **state) {
    lede_document *d = open_text("Captains mend ropes on cold winter mornings. "
                                 "Farmers plant apples along muddy eastern lanes. "
                                 "Bakers knead dough beneath broken attic windows.");
    static const char *const titles[] = {"The captain", "A farmer's lane", "BAKER"};
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 1);
    o.no_position = 1;
    for (uint32_t i = 0; i < 3; i++) {
        o.title = titles[i];
        o.title_length = strlen(titles[i]);
        lede_summary *s = open_summary(d, &o);
        expect_picks(s, PICKS(i));
        lede_summary_free(s);
    }
    lede_document_free(d);
}

/* ---- Sources ---------------------------------------------------------------------- */

static void expect_source(const char *text, lede_summary_source wanted,
                          const char *first) {
    lede_document *d = open_text(text);
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 1);
    for (int method = LEDE_METHOD_AUTO; method <= LEDE_METHOD_LEAD; method++) {
        o.method = (lede_method)method;
        lede_summary *s = open_summary(d, &o);
        size_t count = 0;
        const lede_pick *picks = lede_summary_picks(s, &count);
        assert_int_equal(lede_summary_measure(s).source, wanted);
        assert_int_equal(count, first != NULL);
        if (first != NULL) {
            expect_sentence(d, picks[0].sentence, first);
        }
        lede_summary_free(s);
    }
    lede_document_free(d);
}

static void test_sources(void **state) {
    expect_source("The Sea\n\n- a list\n\nA boat came in.", LEDE_SOURCE_PROSE,
                  "A boat came in.");
    expect_source("The Sea\n\n- a list\n\nADVERTISEMENT\n", LEDE_SOURCE_LISTS,
                  "- a list");
    expect_source("The Sea\n\nADVERTISEMENT\n", LEDE_SOURCE_HEADINGS, "The Sea");
    expect_source("ADVERTISEMENT\n\n2024-03-23\n", LEDE_SOURCE_NONE, NULL);
    expect_source("2024-03-23\n", LEDE_SOURCE_NONE, NULL);
    expect_source("...\n\n***\n", LEDE_SOURCE_PROSE, "...");
    expect_source("", LEDE_SOURCE_NONE, NULL);
}

/* Nothing chosen: all facts are 0, over_budget too. */
static void test_empty(void **state) {
    lede_document *d = open_text("");
    lede_summary_options o = budget_of(LEDE_BUDGET_WORDS, 1);
    lede_summary *s = open_summary(d, &o);
    lede_summary_facts facts = lede_summary_measure(s);
    size_t count = 1;
    (void)lede_summary_picks(s, &count);
    assert_int_equal(count, 0);
    assert_int_equal(facts.eligible + facts.distinct + facts.sentences, 0);
    assert_int_equal(facts.words + facts.chars, 0);
    assert_int_equal(facts.over_budget, 0);
    lede_summary_free(s);
    lede_document_free(d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_corpus),
        cmocka_unit_test(test_made_texts),
        cmocka_unit_test(test_long_texts),
        cmocka_unit_test(test_lead),
        cmocka_unit_test(test_lead_of_made_texts),
        cmocka_unit_test(test_order_of_document),
        cmocka_unit_test(test_order_of_choice),
        cmocka_unit_test(test_title_chooses),
        cmocka_unit_test(test_sources),
        cmocka_unit_test(test_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
