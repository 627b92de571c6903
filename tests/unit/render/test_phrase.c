/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/phrase.h"

static void expect_phrase(const phrase *p, const char *wanted) {
    assert_int_equal(p->used, strlen(wanted));
    assert_memory_equal(p->bytes, wanted, p->used);
}

static void counts_have_thousands(void **state) {
    static const struct {
        uint64_t count;
        const char *wanted;
    } cases[] = {{0, "0"},
                 {12, "12"},
                 {999, "999"},
                 {1000, "1,000"},
                 {123456, "123,456"},
                 {1234567, "1,234,567"},
                 {UINT64_MAX, "18,446,744,073,709,551,615"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        phrase p = phrase_begin(false);
        phrase_count(&p, cases[i].count);
        expect_phrase(&p, cases[i].wanted);
    }
}

static void nouns_have_a_plural(void **state) {
    phrase p = phrase_begin(false);
    (void)state;
    phrase_counted(&p, 1, "word");
    phrase_text(&p, ", ");
    phrase_counted(&p, 0, "word");
    phrase_text(&p, ", ");
    phrase_counted(&p, 1842, "word");
    expect_phrase(&p, "1 word, 0 words, 1,842 words");
}

static void figures_have_decimals(void **state) {
    phrase p = phrase_begin(false);
    (void)state;
    phrase_fixed(&p, 14.25, 1);
    phrase_text(&p, " ");
    phrase_fixed(&p, -3.04, 1);
    phrase_text(&p, " ");
    phrase_trimmed(&p, 26, 1);
    phrase_text(&p, " ");
    phrase_trimmed(&p, 0.390, 6);
    phrase_text(&p, " ");
    phrase_trimmed(&p, 1e20, 2);
    expect_phrase(&p, "14.3 −3.0 26 0.39 100000000000000000000");
}

static void signs_are_for_what_is_not_nothing(void **state) {
    phrase p = phrase_begin(true);
    (void)state;
    phrase_signed(&p, 0.6, 1);
    phrase_text(&p, " ");
    phrase_signed(&p, -0.6, 1);
    phrase_text(&p, " ");
    phrase_signed(&p, 0.04, 1);
    phrase_text(&p, " ");
    phrase_signed(&p, -0.04, 1);
    expect_phrase(&p, "+0.6 -0.6 0.0 0.0");
}

static void small_numbers_are_words(void **state) {
    phrase p = phrase_begin(false);
    (void)state;
    phrase_number_word(&p, 6);
    phrase_text(&p, " ");
    phrase_number_word(&p, 10);
    expect_phrase(&p, "six 10");
}

static void characters_are_replaced(void **state) {
    phrase p = phrase_begin(true);
    (void)state;
    phrase_text(&p, "1 × 2 – 3 · 4 … “5” − 6");
    expect_phrase(&p, "1 x 2 - 3 | 4 ... \"5\" - 6");
    p = phrase_begin(false);
    phrase_text(&p, "1 × 2");
    assert_int_equal(phrase_columns(&p), 5);
}

/* What does not fit is left out as a whole character, and nothing is overrun. */
static void long_phrases_are_cut(void **state) {
    phrase p = phrase_begin(false);
    (void)state;
    for (int i = 0; i < PHRASE_MAX; i++) {
        phrase_text(&p, "×");
    }
    assert_int_equal(p.used, PHRASE_MAX);
    phrase_count(&p, 1);
    assert_int_equal(p.used, PHRASE_MAX);
}

/* ---- Lines ---------------------------------------------------------------- */

static phrase phrase_of(const char *text) {
    phrase p = phrase_begin(false);
    phrase_text(&p, text);
    return p;
}

static void items_go_on_below(void **state) {
    static const char *const items[] = {"median 26", "middle half 20–31", "longest 38"};
    kept k = {0};
    out o;
    (void)state;
    out_init(&o, kept_sink(&k));
    flow f = flow_begin(&o, 40, "Length", 10);
    for (size_t i = 0; i < 3; i++) {
        phrase p = phrase_of(items[i]);
        flow_item(&f, &p, 3);
    }
    flow_end(&f);
    (void)out_flush(&o);
    kept_expect(&k, "Length    median 26   middle half 20–31\n          longest 38\n");
}

static void words_are_divided_at_spaces(void **state) {
    kept k = {0};
    out o;
    phrase p = phrase_of("one two three  four");
    (void)state;
    out_init(&o, kept_sink(&k));
    flow f = flow_begin(&o, 10, "", 2);
    flow_words(&f, &p);
    flow_end(&f);
    (void)out_flush(&o);
    kept_expect(&k, "  one two\n  three\n  four\n");
}

/* A word wider than the line stands alone and whole. */
static void a_long_word_stays_whole(void **state) {
    kept k = {0};
    out o;
    phrase p = phrase_of("a incomprehensibilities b");
    (void)state;
    out_init(&o, kept_sink(&k));
    flow f = flow_begin(&o, 8, "Label:", 4);
    flow_words(&f, &p);
    flow_end(&f);
    (void)out_flush(&o);
    kept_expect(&k, "Label: a\n    incomprehensibilities\n    b\n");
}

static void an_item_wider_than_a_line_is_divided(void **state) {
    kept k = {0};
    out o;
    phrase p = phrase_of("one two three"), short_one = phrase_of("four");
    (void)state;
    out_init(&o, kept_sink(&k));
    flow f = flow_begin(&o, 10, "", 2);
    flow_item(&f, &short_one, 3);
    flow after = flow_after(&f, &p, 3);
    flow_item(&f, &p, 3);
    assert_int_equal(after.at, f.at);
    assert_int_equal(after.lines, f.lines);
    (void)out_flush(&o);
    kept_expect(&k, "  four\n  one two\n  three");
}

/* What is asked before is what is done then. */
static void a_line_can_be_asked_before(void **state) {
    kept k = {0};
    out o;
    phrase word = phrase_of("word");
    (void)state;
    out_init(&o, kept_sink(&k));
    flow f = flow_begin(&o, 14, "", 2);
    for (size_t i = 0; i < 5; i++) {
        flow after = flow_after(&f, &word, 3);
        flow_item(&f, &word, 3);
        assert_int_equal(after.at, f.at);
        assert_int_equal(after.lines, f.lines);
    }
    assert_int_equal(f.lines, 2);
    assert_int_equal(f.at, 6);
    (void)out_flush(&o);
    kept_expect(&k, "  word   word\n  word   word\n  word");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_have_thousands),
        cmocka_unit_test(nouns_have_a_plural),
        cmocka_unit_test(figures_have_decimals),
        cmocka_unit_test(signs_are_for_what_is_not_nothing),
        cmocka_unit_test(small_numbers_are_words),
        cmocka_unit_test(characters_are_replaced),
        cmocka_unit_test(long_phrases_are_cut),
        cmocka_unit_test(items_go_on_below),
        cmocka_unit_test(words_are_divided_at_spaces),
        cmocka_unit_test(a_long_word_stays_whole),
        cmocka_unit_test(an_item_wider_than_a_line_is_divided),
        cmocka_unit_test(a_line_can_be_asked_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
