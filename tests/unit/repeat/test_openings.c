/* SPDX-License-Identifier: MIT */
#include "repeat/openings.h"

#include "unit/repeat/repeat_support.h"

/* "first-last sentences word shared", a line each. */
static void expect_with(const char *text, const lede_repeats_options *options,
                        const char *wanted) {
    said s;
    shown found = {.n = 0};
    size_t count = 0;
    said_open(&s, text, NULL, options);
    const lede_opening *o = lede_repeats_openings(s.r, &count);
    for (size_t i = 0; i < count; i++) {
        show(&found, "%u-%u %u ", o[i].first_sentence, o[i].last_sentence,
             o[i].sentences);
        show_run(&found, &s.o.d, o[i].word, o[i].word);
        show(&found, " %u\n", o[i].shared);
    }
    assert_string_equal(found.text, wanted);
    said_close(&s);
}

static void expect(const char *text, const char *wanted) {
    expect_with(text, NULL, wanted);
}

/* ---- Runs ----------------------------------------------------------------------------
 */

static void runs(void **state) {
    expect("It ran. It sat.", "");
    expect("It ran. It sat. It is.", "0-2 3 It 1\n");
    expect("It ran. It sat. It is. It was.", "0-3 4 It 1\n");
    expect("So be it. It ran. It sat. It is. So be it.", "1-3 3 It 1\n");
    expect("It ran. It sat. It is. He ran. He sat. He is.", "0-2 3 It 1\n3-5 3 He 1\n");
    expect("It ran. \"It sat.\" (It is.)", "0-2 3 It 1\n"); /* marks in front */
    expect("It ran. it sat. It is.", "");                   /* one sentence, or two */
    expect("Boats ran. Boat ahoy. Boats sat.", "");         /* not their forms */
    expect("12 ran. 12 sat. 12 are.", "0-2 3 12 1\n");
}

static void what_they_share(void **state) {
    expect("It ran by. It ran on. It ran.", "0-2 3 It 2\n");
    expect("It ran by. It ran by. It ran by.", "0-2 3 It 3\n");
    expect("It, ran by. It, ran by. It, ran by.", "0-2 3 It 1\n");
    expect("So be it. It is so be by of to on at in. It is so be by of to on at in. "
           "It is so be by of to on at in.",
           "1-3 3 It 8\n"); /* no more are compared */
    /* What follows the last sentence is no part of it. */
    expect("- It ran on by. It ran on by. It ran\n\nOn by the sea it was.",
           "0-2 3 It 2\n");
}

static void articles_are_not_noticed(void **state) {
    expect("The boat ran. The sea ran. The ice ran.", "");
    expect("A boat ran. A sea ran. A lid ran. A box ran.", "");
    expect("This boat ran. This sea ran. This ice ran.", "0-2 3 This 1\n");
}

static void blocks_end_runs(void **state) {
    expect("It ran. It sat.\n\nIt is. It was.", "");
    expect("- It ran.\n- It sat.\n- It is.\n", "");
    expect("It ran.\n\nThe Old Wall\n\nIt sat. It is. It was.", "2-4 3 It 1\n");
}

/* What stands between breaks a run, if it is left out or no sentence of words. */
static void sentences_between(void **state) {
    const lede_repeats_options o = {.ignore_quotes = 1};
    expect("It ran. \"He ran.\" It sat. It is.", "");
    expect_with("It ran. \"He ran.\" It sat. It is.", &o, "");
    expect_with("It ran. \"He,\" it said. It sat. It is.", &o, "");
    expect_with("It ran. It said \"so.\" It sat.", &o, "0-2 3 It 1\n");
}

static void scripts_without_spaces(void **state) {
    said s;
    size_t count = 0;
    said_open(&s,
              "\xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82\xE6\xBC\xA2\xE4\xB8\x80\xE3\x80\x82"
              "\xE6\xBC\xA2\xE4\xBA\x8C\xE3\x80\x82\xE6\xBC\xA2\xE4\xB8\x89\xE3\x80\x82",
              "zh", NULL);
    (void)lede_repeats_openings(s.r, &count);
    assert_int_equal(count, 0);
    assert_int_equal(lede_repeats_measure(s.r).sentences, 0);
    said_close(&s);
}

static void as_many_as_are_listed(void **state) {
    for (uint32_t more = 0; more < 2; more++) {
        text_buffer t = {0};
        said s;
        size_t count = 0;
        for (uint32_t i = 0; i < LEDE_REPEAT_PHRASES + more; i++) {
            text_put(&t, "It ran. It sat. It is.\n\n");
        }
        text_add(&t, "", 1);
        said_open(&s, t.bytes, NULL, NULL);
        const lede_opening *o = lede_repeats_openings(s.r, &count);
        assert_int_equal(count, LEDE_REPEAT_PHRASES);
        assert_int_equal(o[count - 1].first_sentence, 3 * (LEDE_REPEAT_PHRASES - 1));
        assert_int_equal((lede_repeats_measure(s.r).capped & LEDE_CAPPED_WORDS) != 0,
                         more);
        said_close(&s);
        text_free(&t);
    }
}

/* ---- The share ----------------------------------------------------------------------
 */

static void expect_top(const char *text, const char *word, uint32_t count,
                       uint32_t sentences) {
    said s;
    shown found = {.n = 0};
    said_open(&s, text, NULL, NULL);
    lede_repeats_facts facts = lede_repeats_measure(s.r);
    assert_int_equal(facts.sentences, sentences);
    assert_int_equal(facts.top_opener_count, count);
    if (word != NULL) {
        show_run(&found, &s.o.d, facts.top_opener, facts.top_opener);
        assert_string_equal(found.text, word);
    } else {
        assert_int_equal(facts.top_opener, LEDE_NONE);
    }
    said_close(&s);
}

static void the_share_of_the_top(void **state) {
    expect_top("It ran. So be it. The sea. It sat.", "It", 2, 4);
    expect_top("The sea ran. So be it. The ice ran. It sat.", "The", 2, 4);
    expect_top("It ran. He ran. He sat. It sat.", "It", 2, 4); /* the first of equals */
    expect_top("It ran.\n\nIt sat.", "It", 2, 2);
    expect_top("The Sea\n\nIt ran.", "It", 1, 1);
    expect_top("", NULL, 0, 0);
    expect_top("The Sea", NULL, 0, 0);
}

/* ---- Doubled words -------------------------------------------------------------------
 */

/* "sentence first|second", a line each; "/": a line end lies between. */
static void expect_doubled_with(const char *text, const lede_repeats_options *options,
                                const char *wanted) {
    said s;
    shown found = {.n = 0};
    size_t count = 0;
    said_open(&s, text, NULL, options);
    const lede_doubled *d = lede_repeats_doubled(s.r, &count);
    for (size_t i = 0; i < count; i++) {
        show(&found, "%u ", d[i].sentence);
        show_run(&found, &s.o.d, d[i].first_word, d[i].first_word);
        show(&found, d[i].across_lines ? "/" : "|");
        show_run(&found, &s.o.d, d[i].second_word, d[i].second_word);
        show(&found, "\n");
    }
    assert_string_equal(found.text, wanted);
    said_close(&s);
}

static void expect_doubled(const char *text, const char *wanted) {
    expect_doubled_with(text, NULL, wanted);
}

static void doubled_words(void **state) {
    expect_doubled("It is the the boat.", "0 the|the\n");
    expect_doubled("The the boat.", "0 The|the\n");
    expect_doubled("It is the\nthe boat.", "0 the/the\n");
    expect_doubled("It is the boat boat.", "0 boat|boat\n");
    expect_doubled("So it is. It is is is.", "1 is|is\n1 is|is\n");
    expect_doubled("It is THE THE boat.", "0 THE|THE\n"); /* no name: a stop word */
}

static void words_that_may_be_doubled(void **state) {
    expect_doubled("It had had it. He knew that that was so.", "");
    expect_doubled("Bora Bora is far. In Bora Bora.", "");
    expect_doubled("Ha ha. No no no.", "");
    expect_doubled("Then bora bora was.", "0 bora|bora\n"); /* no name */
}

static void words_that_are_not_doubled(void **state) {
    expect_doubled("It is. Is it?", "");
    expect_doubled("It is\n\nis it. So be it.", "");
    expect_doubled("So it is, is it.", "");
    expect_doubled("So it is \"is\" it.", "");
    expect_doubled("A boat-boat and boats boat.", "");
    expect_doubled("About 12 12 of 1,000 1,000.", "");
    expect_doubled("See a.org a.org and @it @it.", "");
    expect_doubled("The Sea Sea\n\nSo be it.", ""); /* a heading */
    expect_doubled_with("So \"it\" it was.", &(lede_repeats_options){.ignore_quotes = 1},
                        "");
    expect_doubled_with("The the Sea\n\nSo be it.",
                        &(lede_repeats_options){.count_headings = 1}, "0 The|the\n");
}

static void as_many_doubled_as_are_listed(void **state) {
    for (uint32_t more = 0; more < 2; more++) {
        text_buffer t = {0};
        said s;
        size_t count = 0;
        for (uint32_t i = 0; i < LEDE_REPEAT_PHRASES + more; i++) {
            text_put(&t, "So the the. ");
        }
        text_add(&t, "", 1);
        said_open(&s, t.bytes, NULL, NULL);
        (void)lede_repeats_doubled(s.r, &count);
        assert_int_equal(count, LEDE_REPEAT_PHRASES);
        assert_int_equal((lede_repeats_measure(s.r).capped & LEDE_CAPPED_WORDS) != 0,
                         more);
        said_close(&s);
        text_free(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs),
        cmocka_unit_test(what_they_share),
        cmocka_unit_test(articles_are_not_noticed),
        cmocka_unit_test(blocks_end_runs),
        cmocka_unit_test(sentences_between),
        cmocka_unit_test(scripts_without_spaces),
        cmocka_unit_test(as_many_as_are_listed),
        cmocka_unit_test(the_share_of_the_top),
        cmocka_unit_test(doubled_words),
        cmocka_unit_test(words_that_may_be_doubled),
        cmocka_unit_test(words_that_are_not_doubled),
        cmocka_unit_test(as_many_doubled_as_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
