/* SPDX-License-Identifier: MIT */
/* Budgets, ties, duplicates and the order of choice. */
#include "summary/select.h"

#include "support/open.h"
#include "support/texts.h"
#include "unit/summary/reference.h"

static lede_summary_options lead(lede_budget_kind kind, double amount) {
    lede_summary_options o = budget_of(kind, amount);
    o.method = LEDE_METHOD_LEAD;
    return o;
}

static void expect_choice(const lede_document *d, lede_summary_options o,
                          const uint32_t *wanted, int over_budget) {
    lede_summary *s = open_summary(d, &o);
    expect_picks(s, wanted);
    assert_int_equal(lede_summary_measure(s).over_budget != 0, over_budget);
    lede_summary_free(s);
}

/* ---- Sentences and ratio ---------------------------------------------------------- */

static void test_sentences(void **state) {
    lede_document *d = open_text("One boat. Two boats. Three boats. Four boats.");
    expect_choice(d, lead(LEDE_BUDGET_SENTENCES, 1), PICKS(0), 0);
    expect_choice(d, lead(LEDE_BUDGET_SENTENCES, 3), PICKS(0, 1, 2), 0);
    expect_choice(d, lead(LEDE_BUDGET_SENTENCES, 4), PICKS(0, 1, 2, 3), 0);
    expect_choice(d, lead(LEDE_BUDGET_SENTENCES, 4294967295.0), PICKS(0, 1, 2, 3), 0);
    lede_document_free(d);
}

static text_buffer numbered(int sentences) {
    text_buffer t = {0};
    char line[64];
    for (int i = 0; i < sentences; i++) {
        snprintf(line, sizeof line, "The harbour had %d boats today. ", i);
        text_put(&t, line);
    }
    return t;
}

static void expect_ratio(int sentences, double ratio, size_t wanted) {
    text_buffer t = numbered(sentences);
    lede_document *d = open_bytes(t.bytes, t.n);
    lede_summary_options o = lead(LEDE_BUDGET_RATIO, ratio);
    lede_summary *s = open_summary(d, &o);
    lede_summary_facts facts = lede_summary_measure(s);
    assert_int_equal(facts.eligible, sentences);
    assert_int_equal(facts.sentences, wanted);
    assert_int_equal(facts.over_budget, 0);
    lede_summary_free(s);
    lede_document_free(d);
    text_free(&t);
}

/* ceil(R n), without the last bit of R deciding. */
static void test_ratio(void **state) {
    expect_ratio(30, 0.1, 3);
    expect_ratio(30, 0.100001, 4);
    expect_ratio(30, 1e-12, 1);
    expect_ratio(30, 1, 30);
    expect_ratio(31, 0.1, 4);
    expect_ratio(10, 0.7, 7);
    expect_ratio(100, 0.07, 7);
    expect_ratio(100, 0.29, 29);
    expect_ratio(3, 1.0 / 3.0, 1);
    expect_ratio(7, 0.5, 4);
    expect_ratio(1, 0.01, 1);
    expect_ratio(1000, 0.001, 1);
    expect_ratio(1000, 0.0011, 2);
    expect_ratio(1000, 0.999, 999);
}

/* Of the eligible sentences, duplicates counted; but none is given twice. */
static void test_ratio_with_duplicates(void **state) {
    lede_document *d = open_text("One boat. Two boats. One boat. One boat! Six boats.");
    expect_choice(d, lead(LEDE_BUDGET_RATIO, 1), PICKS(0, 1, 4), 0);
    expect_choice(d, lead(LEDE_BUDGET_RATIO, 0.4), PICKS(0, 1), 0);
    expect_choice(d, lead(LEDE_BUDGET_SENTENCES, 5), PICKS(0, 1, 4), 0);
    lede_document_free(d);
}

/* ---- Words and characters -----------------------------------------------------------
 */

static const char mixed[] = "Four words are here. "           /* 4 words, 20 characters */
                            "These six words are also here. " /* 6, 30 */
                            "Two words. "                     /* 2, 10 */
                            "Only three words.";              /* 3, 17 */

static void test_words(void **state) {
    lede_document *d = open_text(mixed);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 2), PICKS(2), 0);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 3), PICKS(2), 0);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 4), PICKS(0), 0);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 6), PICKS(0, 2), 0);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 9), PICKS(0, 2, 3), 0);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 10), PICKS(0, 1), 0);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 14), PICKS(0, 1, 2), 0);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 15), PICKS(0, 1, 2, 3), 0);
    lede_document_free(d);
}

/* A separator stands between two sentences. */
static void test_chars(void **state) {
    lede_document *d = open_text(mixed);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 10), PICKS(2), 0);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 20), PICKS(0), 0);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 30), PICKS(0), 0);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 31), PICKS(0, 2), 0);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 50), PICKS(0, 2, 3), 0);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 51), PICKS(0, 1), 0);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 80), PICKS(0, 1, 2, 3), 0);
    lede_document_free(d);
}

static void test_chars_are_code_points(void **state) {
    lede_document *d = open_text("\xC3\x89t\xC3\xA9 \xF0\x9F\x98\x80. Ice cream.");
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 6), PICKS(0), 0);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 16), PICKS(0), 0);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 17), PICKS(0, 1), 0);
    lede_document_free(d);
}

/* Not even one fits: the best is given, and only it. */
static void test_over_budget(void **state) {
    lede_document *d = open_text(mixed);
    expect_choice(d, lead(LEDE_BUDGET_WORDS, 1), PICKS(0), 1);
    expect_choice(d, lead(LEDE_BUDGET_CHARS, 9), PICKS(0), 1);
    lede_summary_options o = lead(LEDE_BUDGET_WORDS, 1);
    o.method = LEDE_METHOD_TFIDF; /* the six-word one has most */
    lede_summary *s = open_summary(d, &o);
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    assert_int_equal(count, 1);
    assert_int_equal(picks[0].rank, 1);
    assert_true(picks[0].score == INT64_C(1) << 32);
    lede_summary_free(s);
    lede_document_free(d);
}

/* The facts are those of the picks. */
static void test_facts(void **state) {
    lede_document *d = open_text(mixed);
    lede_summary_options o = lead(LEDE_BUDGET_WORDS, 9);
    lede_summary *s = open_summary(d, &o);
    lede_summary_facts facts = lede_summary_measure(s);
    assert_int_equal(facts.source, LEDE_SOURCE_PROSE);
    assert_int_equal(facts.eligible, 4);
    assert_int_equal(facts.distinct, 4);
    assert_int_equal(facts.sentences, 3);
    assert_int_equal(facts.words, 9);
    assert_int_equal(facts.chars, 20 + 1 + 10 + 1 + 17);
    lede_summary_free(s);
    lede_document_free(d);
}

/* ---- Ties
 * ------------------------------------------------------------------------------ */

static void expect_first_of_equals(lede_summary_options o) {
    lede_document *d =
        open_text("Apples grapes melons olives plums. Ships boats rafts barges tugs. "
                  "Tables chairs desks lamps rugs. Cats dogs horses goats sheep.");
    for (uint32_t k = 1; k <= 4; k++) {
        o.amount = k;
        lede_summary *s = open_summary(d, &o);
        size_t count = 0;
        const lede_pick *picks = lede_summary_picks(s, &count);
        assert_int_equal(count, k);
        for (uint32_t i = 0; i < k; i++) {
            assert_int_equal(picks[i].sentence, i);
            assert_int_equal(picks[i].rank, i + 1);
            assert_true(picks[i].score == picks[0].score);
        }
        lede_summary_free(s);
    }
    lede_document_free(d);
}

static void test_ties_go_to_the_earlier(void **state) {
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.method = LEDE_METHOD_TFIDF;
    expect_first_of_equals(o);
    o.method = LEDE_METHOD_AUTO;
    o.no_position = 1;
    expect_first_of_equals(o);
}

/* ---- Redundancy
 * ------------------------------------------------------------------------- */

/* Nearly a repeat of the first sentence: its parts without REDUNDANCY are among
 * the best, but it is charged a tenth of its cosine with it. */
static void test_redundancy(void **state) {
    lede_document *d = open_text("The captain mended the old rope in winter. "
                                 "The captain mended an old rope in winters. "
                                 "Nobody knows which ferry brings the coal.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    lede_summary *s = open_summary(d, &o);
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    assert_int_equal(count, 3);
    assert_true(picks[0].parts[LEDE_PART_REDUNDANCY] == 0);
    /* equal stems: the cosine is 1 */
    assert_true(picks[1].parts[LEDE_PART_REDUNDANCY] + INT64_C(429496730) <= 1);
    assert_true(picks[1].parts[LEDE_PART_REDUNDANCY] + INT64_C(429496730) >= -1);
    assert_true(picks[2].parts[LEDE_PART_REDUNDANCY] == 0);
    lede_summary_free(s);
    lede_document_free(d);
}

/* mmr: how much the cosine takes away; nothing where it is 0, and never from lead. */
static void test_mmr(void **state) {
    static const double factors[] = {0.0, 0.25, 1.0, LEDE_MMR_MAX};
    lede_document *d = open_text("The captain mended the old rope in winter. "
                                 "The captain mended an old rope in winters.");
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
        for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
            o.method = (lede_method)method;
            o.mmr = factors[i];
            lede_summary *s = open_summary(d, &o);
            size_t count = 0;
            const lede_pick *picks = lede_summary_picks(s, &count);
            int64_t wanted = -(int64_t)(factors[i] * 4294967296.0);
            wanted = method == LEDE_METHOD_LEAD ? 0 : wanted;
            assert_int_equal(count, 2);
            const lede_pick *second = picks[0].rank == 2 ? &picks[0] : &picks[1];
            int64_t taken = second->parts[LEDE_PART_REDUNDANCY];
            assert_true(taken - wanted <= 100 && wanted - taken <= 100);
            lede_summary_free(s);
        }
    }
    lede_document_free(d);
}

/* ---- What tells the same ---------------------------------------------------------- */

#define HAULED "Captain Oona hauled seven mussel ropes aboard before noon. "
#define AGAIN "Before noon Oona hauled mussel ropes aboard, whatever anyone thought. "
#define SHORT "Oona hauled mussel ropes. "
#define OTHER "Bakers knead dough behind broken attic windows. "

/* Of two that tell the same the second comes when nothing else fits, whatever it is
 * worth; with fewer than six terms nothing tells the same as anything. */
static void test_tells_the_same(void **state) {
    lede_document *d = open_text(HAULED AGAIN OTHER);
    for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_LEAD; method++) {
        lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 2);
        o.method = (lede_method)method;
        o.mmr = 0.0;
        lede_summary *s = open_summary(d, &o);
        size_t count = 0;
        const lede_pick *picks = lede_summary_picks(s, &count);
        lede_runner_up next = lede_summary_runner_up(s);
        assert_int_equal(count, 2);
        assert_int_equal(picks[1].sentence, 2);
        assert_int_equal(next.pick.alike, picks[0].sentence);
        o.amount = 3;
        lede_summary *all = open_summary(d, &o);
        expect_picks(all, PICKS(0, 1, 2));
        lede_summary_free(all);
        lede_summary_free(s);
    }
    expect_choice(d, lead(LEDE_BUDGET_SENTENCES, 2), PICKS(0, 1), 0);
    lede_document_free(d);
    d = open_text(HAULED SHORT OTHER);
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 2);
    o.query = "Oona hauled mussel ropes";
    o.query_length = strlen(o.query);
    o.mmr = 0.0;
    expect_choice(d, o, PICKS(0, 1), 0);
    lede_document_free(d);
}

/* Held back by that alone, its score notwithstanding. */
static void test_lost_by_telling_the_same(void **state) {
    lede_document *d = open_text(HAULED AGAIN OTHER);
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 2);
    o.mmr = 0.0;
    lede_summary *s = open_summary(d, &o);
    lede_runner_up next = lede_summary_runner_up(s);
    assert_int_equal(next.pick.sentence, 1);
    assert_int_equal(next.lost, LEDE_LOST_REDUNDANCY);
    assert_true(next.pick.parts[LEDE_PART_REDUNDANCY] == 0);
    lede_summary_free(s);
    lede_document_free(d);
}

/* ---- More picks than are compared
 * --------------------------------------------------------- */

static text_buffer long_text(int sentences) {
    text_buffer t = {0};
    uint64_t seed = 7;
    for (int i = 0; i < sentences; i++) {
        text_sentence(&t, &seed);
        text_put(&t, i % 5 == 4 ? "\n\n" : " ");
    }
    return t;
}

static void by_rank(const lede_summary *s, lede_pick *ranked) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    for (size_t i = 0; i < count; i++) {
        assert_true(picks[i].rank >= 1 && picks[i].rank <= count);
        assert_int_equal(ranked[picks[i].rank - 1].rank, 0); /* no rank twice */
        ranked[picks[i].rank - 1] = picks[i];
    }
}

static void test_many_picks(void **state) {
    enum { MOST = 900 };
    text_buffer t = long_text(MOST);
    lede_document *d = open_bytes(t.bytes, t.n);
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, SELECT_COMPARED);
    lede_pick *first = calloc(MOST, sizeof *first), *all = calloc(MOST, sizeof *all);
    lede_summary *s = open_summary(d, &o);
    by_rank(s, first);
    reference_check(d, &o);
    lede_summary_free(s);
    o = budget_of(LEDE_BUDGET_RATIO, 1);
    s = open_summary(d, &o);
    lede_summary_facts facts = lede_summary_measure(s);
    assert_true(facts.distinct > SELECT_COMPARED + 100);
    assert_int_equal(facts.sentences, facts.distinct);
    by_rank(s, all);
    assert_memory_equal(first, all, SELECT_COMPARED * sizeof *all);
    reference_check(d, &o);
    lede_summary_free(s);
    free(first);
    free(all);
    lede_document_free(d);
    text_free(&t);
}

/* The ceiling holds beyond them too, and what does not fit is skipped. */
static void test_many_words(void **state) {
    text_buffer t = long_text(900);
    lede_document *d = open_bytes(t.bytes, t.n);
    for (int words = 4000; words < 5000; words += 97) {
        lede_summary_options o = budget_of(LEDE_BUDGET_WORDS, words);
        lede_summary *s = open_summary(d, &o);
        lede_summary_facts facts = lede_summary_measure(s);
        assert_true(facts.sentences > SELECT_COMPARED);
        assert_true(facts.words <= (uint64_t)words);
        assert_true(facts.words + 3 > (uint64_t)words); /* a short one filled it */
        assert_int_equal(facts.over_budget, 0);
        lede_summary_free(s);
    }
    lede_document_free(d);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_ratio),
        cmocka_unit_test(test_ratio_with_duplicates),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_chars),
        cmocka_unit_test(test_chars_are_code_points),
        cmocka_unit_test(test_over_budget),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_ties_go_to_the_earlier),
        cmocka_unit_test(test_redundancy),
        cmocka_unit_test(test_mmr),
        cmocka_unit_test(test_tells_the_same),
        cmocka_unit_test(test_lost_by_telling_the_same),
        cmocka_unit_test(test_many_picks),
        cmocka_unit_test(test_many_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
