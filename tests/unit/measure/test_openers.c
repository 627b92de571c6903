/* SPDX-License-Identifier: MIT */
#include "unit/measure/style_support.h"

#include "measure/openers.h"

static void expect_opener(const char *text, lede_opener wanted) {
    subject s;
    subject_open_style(&s, text, NULL);
    style x = style_of(&s);
    for (uint32_t i = 0; i < LEDE_OPENER_COUNT; i++) {
        if (x.s.openers[i] != (i == (uint32_t)wanted)) {
            fail_msg("\"%s\": %u of %u", text, x.s.openers[i], i);
        }
    }
    style_free(&x);
    subject_close(&s);
}

static void test_classes(void **state) {
    expect_opener("They came in today.", LEDE_OPENER_PRONOUN);
    expect_opener("The boat came in today.", LEDE_OPENER_ARTICLE);
    expect_opener("And the boat came in today.", LEDE_OPENER_CONJUNCTION);
    expect_opener("Because it was late, the boat came in.", LEDE_OPENER_CONJUNCTION);
    expect_opener("On Monday the boat came in.", LEDE_OPENER_PREPOSITION);
    expect_opener("However, the boat came in.", LEDE_OPENER_TRANSITION);
    expect_opener("In fact, the boat came in.", LEDE_OPENER_TRANSITION);
    expect_opener("Boats came in today.", LEDE_OPENER_OTHER);
    expect_opener("42 boats came in today.", LEDE_OPENER_OTHER);
}

static void test_marks_before(void **state) {
    expect_opener("\"The boat came in today.\"", LEDE_OPENER_ARTICLE);
    expect_opener("(For example, the boat.)", LEDE_OPENER_TRANSITION);
}

static void test_no_words(void **state) {
    subject s;
    subject_open_style(&s, "***", NULL);
    s.counted[0] = 1;
    style x = style_of(&s);
    for (uint32_t i = 0; i < LEDE_OPENER_COUNT; i++) {
        assert_int_equal(x.s.openers[i], 0);
    }
    style_free(&x);
    subject_close(&s);
}

/* Marks before the first word are passed over; of marks alone there is none. */
static void test_first_word(void **state) {
    subject s;
    subject_open_style(&s, "\"(The boat came.)\" It left.\n\n***", NULL);
    const lede_sentence *sentences = s.o.d.sentences.items;
    uint32_t first = openers_first_word(&s.o.d, &sentences[0]);
    assert_int_equal(s.o.d.words.items[first].term, term_number(&s.o.d, "the"));
    assert_int_equal(openers_first_word(&s.o.d, &sentences[1]), sentences[1].first_word);
    assert_int_equal(openers_first_word(&s.o.d, &sentences[2]),
                     sentences[2].first_word + sentences[2].word_count);
    subject_close(&s);
}

/* ---- Runs
 * ------------------------------------------------------------------------------ */

static void expect_run(const style *x, size_t i, lede_opener_run wanted) {
    assert_true(i < x->runs.count);
    assert_int_equal(x->runs.items[i].first_sentence, wanted.first_sentence);
    assert_int_equal(x->runs.items[i].last_sentence, wanted.last_sentence);
    assert_int_equal(x->runs.items[i].sentences, wanted.sentences);
    assert_int_equal(x->runs.items[i].term, wanted.term);
    assert_int_equal(x->runs.items[i].shared, wanted.shared);
}

static void test_runs(void **state) {
    subject s;
    subject_open_style(&s,
                       "He came. He saw. A boat left. He went. \"HE sat.\"\n\n"
                       "He sang. He slept. They left. They slept. They ate.",
                       NULL);
    style x = style_of(&s);
    uint32_t he = term_number(&s.o.d, "he"), they = term_number(&s.o.d, "they");
    assert_int_equal(x.runs.count, 2);
    expect_run(&x, 0, (lede_opener_run){3, 6, 4, he, 1});
    expect_run(&x, 1, (lede_opener_run){7, 9, 3, they, 1});
    style_free(&x);
    subject_close(&s);
}

static void test_heading_breaks_a_run(void **state) {
    subject s;
    subject_open_style(&s,
                       "He came in. He saw the old boat there.\n\nThe Old Boat\n\n"
                       "He went on. He sat on the old boat.",
                       NULL);
    assert_int_equal(s.o.d.facts.headings, 1);
    style x = style_of(&s);
    assert_int_equal(x.runs.count, 0);
    style_free(&x);
    subject_close(&s);
}

/* "The old boat", not only "the". A mark ends what is shared. */
static void test_shared_words(void **state) {
    subject s;
    subject_open_style(&s,
                       "The old boat left. The old boat, late, sank. The old boat left. "
                       "A man ran. Do not go. Do not go. Do.",
                       NULL);
    style x = style_of(&s);
    assert_int_equal(x.runs.count, 2);
    expect_run(&x, 0, (lede_opener_run){0, 2, 3, term_number(&s.o.d, "the"), 3});
    expect_run(&x, 1, (lede_opener_run){4, 6, 3, term_number(&s.o.d, "do"), 1});
    style_free(&x);
    subject_close(&s);
}

/* What does not count neither breaks a run nor is of it. */
static void test_uncounted(void **state) {
    subject s;
    subject_open_style(&s, "He came. He saw. A boat left. He went.", NULL);
    s.counted[2] = 0;
    style x = style_of(&s);
    assert_int_equal(x.runs.count, 1);
    expect_run(&x, 0, (lede_opener_run){0, 3, 3, term_number(&s.o.d, "he"), 1});
    style_free(&x);
    subject_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes),   cmocka_unit_test(test_marks_before),
        cmocka_unit_test(test_no_words),  cmocka_unit_test(test_first_word),
        cmocka_unit_test(test_runs),      cmocka_unit_test(test_shared_words),
        cmocka_unit_test(test_uncounted), cmocka_unit_test(test_heading_breaks_a_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
