/* SPDX-License-Identifier: MIT */
/* The words that carried a sentence, by hand; test_summary.c has them by the reference.
 */
#include "summary/carriers.h"

#include "support/open.h"
#include "support/texts.h"

/* The bytes of the i-th word of a pick. */
static void expect_word(const lede_document *d, const lede_pick *pick, uint32_t i,
                        const char *wanted) {
    assert_true(i < pick->word_count);
    lede_span span = d->words.items[pick->words[i].word].span;
    assert_int_equal(span.end - span.begin, strlen(wanted));
    assert_memory_equal(d->page.text + span.begin, wanted, strlen(wanted));
}

static int64_t sum_of(const lede_pick *pick) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < pick->word_count; i++) {
        sum += pick->words[i].amount;
    }
    return sum;
}

static void expect_near(int64_t found, int64_t wanted) {
    assert_true(found - wanted <= 16 && wanted - found <= 16);
}

static lede_summary_options explained(lede_method method, double sentences) {
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, sentences);
    o.method = method;
    o.explain = 1;
    return o;
}

/* The best sentence stands last: what is chosen first does not come first. Of few words
 * the amounts are the whole part. */
static const char heavier[] =
    "Boats left. Captains mended ropes. Bakers knead cold dough. "
    "Visitors photographed five quarrelling skippers.";

static void test_every_pick(void **state) {
    lede_document *d = open_text(heavier);
    for (uint32_t sentences = 1; sentences <= 4; sentences++) {
        lede_summary_options o = explained(LEDE_METHOD_TFIDF, sentences);
        lede_summary *s = open_summary(d, &o);
        size_t count = 0;
        const lede_pick *picks = lede_summary_picks(s, &count);
        assert_int_equal(count, sentences);
        for (size_t i = 0; i < count; i++) {
            assert_true(picks[i].word_count > 0);
            expect_near(sum_of(&picks[i]), picks[i].parts[LEDE_PART_WEIGHT]);
        }
        lede_runner_up next = lede_summary_runner_up(s);
        assert_int_equal(next.pick.sentence == LEDE_NONE, sentences == 4);
        assert_int_equal(next.pick.word_count > 0, sentences < 4);
        lede_summary_free(s);
    }
    lede_document_free(d);
}

static void test_not_asked_for(void **state) {
    lede_document *d = open_text(heavier);
    for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
        lede_summary_options o = explained((lede_method)method, 4);
        o.explain = method == LEDE_METHOD_LEAD; /* whose parts are no sums over words */
        lede_summary *s = open_summary(d, &o);
        size_t count = 0;
        const lede_pick *picks = lede_summary_picks(s, &count);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(picks[i].word_count, 0);
        }
        lede_summary_free(s);
    }
    lede_document_free(d);
}

/* Of equal amounts the first word; no more than five. */
static void test_five_at_most(void **state) {
    lede_document *d = open_text("Boats ropes mussels ferries skippers captains bakers.");
    lede_summary_options o = explained(LEDE_METHOD_TFIDF, 1);
    lede_summary *s = open_summary(d, &o);
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    assert_int_equal(picks[0].word_count, LEDE_PICK_WORDS);
    expect_word(d, picks, 0, "Boats");
    expect_word(d, picks, 4, "skippers");
    assert_true(picks[0].words[4].amount == picks[0].words[0].amount);
    expect_near(picks[0].words[0].amount, (INT64_C(1) << 32) / 7);
    lede_summary_free(s);
    lede_document_free(d);
}

/* Its first word, whichever form; a compound once, not again for its parts. */
static void test_stems_and_compounds(void **state) {
    lede_document *d = open_text("The ropes and a rope held the sail-boat.");
    lede_summary_options o = explained(LEDE_METHOD_TFIDF, 1);
    lede_summary *s = open_summary(d, &o);
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    expect_word(d, picks, 0, "ropes");
    uint32_t compounds = 0;
    for (uint32_t i = 0; i < picks[0].word_count; i++) {
        lede_span span = d->words.items[picks[0].words[i].word].span;
        compounds += span.end - span.begin == strlen("sail-boat");
    }
    assert_int_equal(picks[0].word_count, 3); /* ropes, held, sail-boat */
    assert_int_equal(compounds, 1);
    lede_summary_free(s);
    lede_document_free(d);
}

/* What the title and the query ask for comes first. */
static void test_title_and_query(void **state) {
    lede_document *d = open_text("Captains mend ropes on cold winter mornings. "
                                 "Farmers plant apples along muddy eastern lanes.");
    lede_summary_options o = explained(LEDE_METHOD_AUTO, 2);
    o.title = "A lane";
    o.title_length = strlen(o.title);
    o.query = "Which winter was it?";
    o.query_length = strlen(o.query);
    lede_summary *s = open_summary(d, &o);
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    assert_int_equal(count, 2);
    expect_word(d, &picks[0], 0, "winter");
    expect_word(d, &picks[1], 0, "lanes");
    assert_true(picks[0].words[0].amount > picks[0].parts[LEDE_PART_QUERY]);
    assert_true(picks[1].words[0].amount > picks[1].parts[LEDE_PART_TITLE]);
    lede_summary_free(s);
    lede_document_free(d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_pick),
        cmocka_unit_test(test_not_asked_for),
        cmocka_unit_test(test_five_at_most),
        cmocka_unit_test(test_stems_and_compounds),
        cmocka_unit_test(test_title_and_query),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
