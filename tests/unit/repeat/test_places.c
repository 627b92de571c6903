/* SPDX-License-Identifier: MIT */
/* Where phrases stand, and what is redundant. */
#include "repeat/listed.h"

#include "unit/repeat/repeat_support.h"

/* ---- Places --------------------------------------------------------------------------
 */

/* Of the first phrase: "sentence:before:flags" each. */
static void expect_places(const char *text, const lede_repeats_options *o,
                          const char *wanted) {
    said s;
    shown found = {.n = 0};
    size_t count = 0, places = 0;
    said_open(&s, text, NULL, o);
    const lede_repeat *p = lede_repeats_phrases(s.r, &count);
    const lede_repeat_place *at = lede_repeats_places(s.r, &places);
    assert_true(count > 0);
    for (uint32_t i = 0; i < p->place_count; i++) {
        const lede_repeat_place *x = &at[p->first_place + i];
        show(&found, "%s%u:%d:%x", i > 0 ? " " : "", x->sentence, (int)x->before,
             (unsigned)x->flags);
    }
    assert_string_equal(found.text, wanted);
    said_close(&s);
}

static void places(void **state) {
    expect_places("A tin box. The tin box.", NULL, "0:1:0 1:4:0");
    expect_places("A tin box (the tin box).", NULL, "0:1:0 0:4:0");
    expect_places("He had \"a tin box\" and a tin box.", NULL, "0:3:1 0:7:0");
    /* Without overlap, left to right. */
    expect_places("So tin tin tin tin tin.", NULL, "0:1:0 0:3:0");
}

static void headings(void **state) {
    static const char text[] = "About tin boxes\n\nA tin box. The tin box.\n\n"
                               "Tin boxes of tin boxes\n\nSo be it.";
    const lede_repeats_options counted = {.count_headings = 1};
    expect_places(text, NULL, "1:1:0 2:4:0 0:-1:2 3:-1:2 3:-1:2");
    expect_places(text, &counted, "0:1:0 1:4:0 2:7:0 3:9:0 3:12:0");
    expect_places("\"Tin Boxes\" Are Here\n\nA tin box. The tin box.", NULL,
                  "1:1:0 2:4:0 0:-1:3");
    /* Across what breaks there is none. */
    expect_places("Tin, Boxes\n\nA tin box. The tin box.", NULL, "1:1:0 2:4:0");
}

/* As in the body, what overlaps does not count. */
static void overlaps_in_headings(void **state) {
    expect_places("A tin tin. The tin tin.\n\nTin Tin Tin Tin\n\nSo be it.", NULL,
                  "0:1:0 1:4:0 2:-1:2 2:-1:2");
}

static void nested(void **state) {
    said s;
    size_t count = 0, all = 0;
    said_open(&s, "A vast tin box. The vast tin box. Of tin box. Our tin box.", NULL,
              NULL);
    const lede_repeat *p = lede_repeats_phrases(s.r, &count);
    const lede_repeat_place *at = lede_repeats_places(s.r, &all);
    assert_int_equal(count, 2);
    const lede_repeat *part = p[0].words == 2 ? &p[0] : &p[1];
    assert_int_equal(part->place_count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(at[part->first_place + i].flags, i < 2 ? LEDE_PLACE_NESTED : 0);
    }
    said_close(&s);
}

/* ---- What is redundant --------------------------------------------------------------
 */

typedef struct redundancy {
    uint64_t words;
    uint64_t redundant; /* of stock, formulas and topics */
    uint64_t stock;     /* of the first two */
} redundancy;

static lede_repeats_facts facts_of(const char *text) {
    said s;
    said_open(&s, text, NULL, NULL);
    lede_repeats_facts facts = lede_repeats_measure(s.r);
    said_close(&s);
    return facts;
}

static void expect_redundant(const char *text, redundancy wanted) {
    lede_repeats_facts facts = facts_of(text);
    assert_int_equal(facts.words, wanted.words);
    assert_int_equal(facts.redundant, wanted.redundant);
    assert_int_equal(facts.redundant_stock, wanted.stock);
    double words = (double)wanted.words;
    assert_true(facts.per_1000 == (double)wanted.redundant * 1000 / words);
    assert_true(facts.stock_per_1000 == (double)wanted.stock * 1000 / words);
}

static void redundant_words(void **state) {
    expect_redundant("A tin box.", (redundancy){3, 0, 0});
    expect_redundant("A tin box. The tin box.", (redundancy){6, 2, 2});
    /* "the" inside counts too. */
    expect_redundant("We rush the glue. They rush the glue.", (redundancy){8, 3, 3});
    /* A word is redundant once, by the longer one or the shorter: vast tin box, and
     * behind it tin box. */
    expect_redundant("A vast tin box. The vast tin box. Of tin box.",
                     (redundancy){11, 5, 5});
    /* Four times it is a topic. */
    expect_redundant("A vast tin box. The vast tin box. Of tin box. By tin box.",
                     (redundancy){14, 7, 3});
    expect_redundant("Then Lady Corrine came. The Lady Corrine left.",
                     (redundancy){8, 0, 0});
    expect_redundant("He did with or without help. She did with or without help.",
                     (redundancy){12, 4, 4});
    /* "tin box lid" and "box lid pin" overlap; before them "box lid" comes again. */
    expect_redundant("A tin box lid. Of box lid pin. The tin box lid pin.",
                     (redundancy){13, 6, 6});
}

static void nothing(void **state) {
    lede_repeats_facts facts = facts_of("");
    assert_int_equal(facts.words, 0);
    assert_true(facts.per_1000 == 0 && facts.stock_per_1000 == 0);
    assert_true(facts.window_per_1000 == 0);
    assert_int_equal(facts.window_words, 0);
    assert_int_equal(facts.window_first, LEDE_NONE);
}

/* ---- The worst window ---------------------------------------------------------------
 */

static void a_short_text_is_one_window(void **state) {
    lede_repeats_facts facts = facts_of("So it is. A tin box. The tin box.");
    assert_int_equal(facts.window_first, 2);
    assert_int_equal(facts.window_words, 9);
    assert_true(facts.window_per_1000 == 2 * 1000.0 / 9);
}

/* The phrase, words, the phrase, words ... */
static lede_repeats_facts facts_apart(const uint32_t *words, uint32_t count) {
    text_buffer t = {0};
    uint32_t from = 0;
    for (uint32_t i = 0; i < count; i++) {
        text_put(&t, "A vast red oak tin box. ");
        put_words(&t, from, words[i]);
        from += words[i];
    }
    text_add(&t, "", 1);
    lede_repeats_facts facts = facts_of(t.bytes);
    text_free(&t);
    return facts;
}

/* Five words of six each time; the second time's first is word 101. */
static void the_worst_window(void **state) {
    /* Second, third and fourth begin 100 words apart; the fifth is far away. */
    const uint32_t many[] = {94, 94, 94, 1000, 600};
    lede_repeats_facts facts = facts_apart(many, 5);
    assert_int_equal(facts.redundant_stock, 20);
    assert_int_equal(facts.window_words, LEDE_REDUNDANCY_WINDOW);
    assert_true(facts.window_per_1000 == 15 * 1000.0 / 500);
    assert_int_equal(facts.window_first, 1 + 10); /* ten sentences of words */
    /* From the second's first word to the third's last are 500, then 501. */
    const uint32_t within[] = {10, 489, 600}, without[] = {10, 490, 600};
    facts = facts_apart(within, 3);
    assert_true(facts.window_per_1000 == 10 * 1000.0 / 500);
    facts = facts_apart(without, 3);
    assert_true(facts.window_per_1000 == 9 * 1000.0 / 500);
    assert_int_equal(facts.window_first, 1 + 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places),
        cmocka_unit_test(headings),
        cmocka_unit_test(overlaps_in_headings),
        cmocka_unit_test(nested),
        cmocka_unit_test(redundant_words),
        cmocka_unit_test(nothing),
        cmocka_unit_test(a_short_text_is_one_window),
        cmocka_unit_test(the_worst_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
