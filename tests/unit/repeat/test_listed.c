/* SPDX-License-Identifier: MIT */
#include "repeat/listed.h"

#include "unit/repeat/repeat_support.h"

#define SOME 500u /* words, so that nothing is a topic by its share */

/* ---- The order -----------------------------------------------------------------------
 */

static void rank_by_group(void **state) {
    expect_among("Then Lady Corrine came to go to a party. The Lady Corrine sat by. "
                 "We want to go to a party and rush glue. They rush glue by now. "
                 "The boat race. A boat race. A boat, some boat, of boat, by boat, "
                 "in boat, at boat. ",
                 SOME,
                 "stock 2 rush glue\nformula 2 to go to a party\ntopic 2 boat race\n"
                 "name 2 Lady Corrine\n");
}

static void rank_by_cost(void **state) {
    /* Once too often five words, twice two, once two. */
    expect_among("A tin box. The tin box. An oak lid. The oak lid. Of oak lid. "
                 "We rush vast blue glue pots. They rush vast blue glue pots.",
                 SOME,
                 "stock 2 rush vast blue glue pots\nstock 3 oak lid\nstock 2 tin box\n");
}

static void rank_by_distance_and_place(void **state) {
    expect_among("A tin box is by this. An oak lid. The oak lid. The tin box.", SOME,
                 "stock 2 oak lid\nstock 2 tin box\n");
    /* Nothing but the place differs. */
    expect_among("A tin box, an oak lid. The tin box, the oak lid.", SOME,
                 "stock 2 tin box\nstock 2 oak lid\n");
}

/* ---- Accepted ones -------------------------------------------------------------------
 */

static void expect_accepted(const char *list, const char *text, const char *wanted) {
    said s;
    shown found = {.n = 0};
    size_t count = 0, places = 0;
    lede_repeats_options options = LEDE_REPEATS_OPTIONS_INIT;
    lede_accepted *accepted = NULL;
    assert_int_equal(lede_accepted_create(list, strlen(list), NULL, &accepted, NULL),
                     LEDE_OK);
    options.accepted = accepted;
    said_open(&s, text, NULL, &options);
    const lede_repeat *p = lede_repeats_phrases(s.r, &count);
    const lede_repeat_place *at = lede_repeats_places(s.r, &places);
    for (size_t i = 0; i < count; i++) {
        show(&found, "%s%u ", p[i].accepted ? "accepted " : "", p[i].count);
        show_run(&found, &s.o.d, at[p[i].first_place].first_word,
                 at[p[i].first_place].last_word);
        show(&found, p[i].leader == i ? "\n" : " in %u\n", p[i].leader);
    }
    assert_string_equal(found.text, wanted);
    said_close(&s);
    lede_accepted_free(accepted);
}

static void accepted_ones_are_last(void **state) {
    static const char text[] = "We rush glue. They rush glue. Then Lady Corrine came. "
                               "The Lady Corrine left.";
    expect_accepted("rush glue", text, "2 Lady Corrine\naccepted 2 rush glue\n");
    expect_accepted("lady CORRINE\n", text, "2 rush glue\naccepted 2 Lady Corrine\n");
    expect_accepted("rush\nglue\nrush glue pots\n", text,
                    "2 rush glue\n2 Lady Corrine\n");
}

/* What is accepted is put apart: neither leads the other, unless it is accepted too. */
static void accepted_ones_are_in_families_of_their_own(void **state) {
    static const char text[] = "We rush glue pots. They rush glue pots. I rush glue.";
    expect_accepted("rush glue", text, "2 rush glue pots\naccepted 3 rush glue\n");
    expect_accepted("rush glue pots", text, "3 rush glue\naccepted 2 rush glue pots\n");
    expect_accepted("rush glue pots\nrush glue", text,
                    "accepted 3 rush glue\naccepted 2 rush glue pots in 0\n");
}

static void accepted_ones_are_no_numbers(void **state) {
    static const char text[] = "We rush glue. They rush glue.";
    said s;
    lede_repeats_options options = LEDE_REPEATS_OPTIONS_INIT;
    lede_accepted *accepted = NULL;
    assert_int_equal(lede_accepted_create("rush glue", 9, NULL, &accepted, NULL),
                     LEDE_OK);
    options.accepted = accepted;
    said_open(&s, text, NULL, &options);
    lede_repeats_facts facts = lede_repeats_measure(s.r);
    assert_int_equal(facts.phrases[LEDE_REPEAT_STOCK], 0);
    assert_int_equal(facts.redundant, 0);
    assert_int_equal(facts.redundant_stock, 0);
    assert_int_equal(facts.window_first, LEDE_NONE);
    said_close(&s);
    lede_accepted_free(accepted);
}

/* ---- Records -------------------------------------------------------------------------
 */

static void members(void **state) {
    said s;
    size_t count = 0, places = 0;
    said_open(&s,
              "Rush The Glue\n\n"
              "We rush the glue. He said \"they rush the glue\" so. To rush the glue.",
              NULL, NULL);
    const lede_repeat *p = lede_repeats_phrases(s.r, &count);
    const lede_repeat_place *at = lede_repeats_places(s.r, &places);
    assert_int_equal(count, 1);
    assert_int_equal(p->count, 3);
    assert_int_equal(p->quoted, 1);
    assert_int_equal(p->in_headings, 1);
    assert_int_equal(p->words, 3);
    assert_int_equal(p->content, 2);
    assert_int_equal(p->cost, 4);
    assert_int_equal(p->nearest, 2); /* "so. To" */
    assert_int_equal(p->leader, 0);
    assert_int_equal(p->group, LEDE_REPEAT_STOCK);
    assert_true(p->keyness == 0 && p->accepted == 0);
    assert_int_equal(p->place_count, 4);
    static const lede_repeat_place wanted[] = {
        {1, 4, 6, 1, 0},
        {2, 12, 14, 7, LEDE_PLACE_QUOTED},
        {3, 19, 21, 12, 0},
        {0, 0, 2, LEDE_NONE, LEDE_PLACE_HEADING},
    };
    for (size_t i = 0; i < 4; i++) {
        const lede_repeat_place *x = &at[p->first_place + i];
        assert_int_equal(x->sentence, wanted[i].sentence);
        assert_int_equal(x->first_word, wanted[i].first_word);
        assert_int_equal(x->last_word, wanted[i].last_word);
        assert_int_equal(x->before, wanted[i].before);
        assert_int_equal(x->flags, wanted[i].flags);
    }
    said_close(&s);
}

/* ---- More than are listed -----------------------------------------------------------
 */

static void put_pairs(text_buffer *t, uint32_t count, uint32_t times) {
    for (uint32_t time = 0; time < times; time++) {
        for (uint32_t i = 0; i < count; i++) {
            put_words(t, 2 * i, 2);
        }
    }
    text_add(t, "", 1);
}

static void as_many_as_are_listed(void **state) {
    for (uint32_t more = 0; more < 2; more++) {
        text_buffer t = {0};
        said s;
        size_t count = 0;
        uint32_t pairs = LEDE_REPEAT_PHRASES + more;
        lede_repeats_options options = {.min_count = 2};
        put_pairs(&t, pairs, 2);
        said_open(&s, t.bytes, NULL, &options);
        (void)lede_repeats_phrases(s.r, &count);
        lede_repeats_facts facts = lede_repeats_measure(s.r);
        assert_int_equal(count, LEDE_REPEAT_PHRASES);
        assert_int_equal(facts.phrases[LEDE_REPEAT_STOCK], pairs);
        assert_int_equal((facts.capped & LEDE_CAPPED_PHRASES) != 0, more);
        assert_int_equal(facts.redundant, 2 * pairs); /* of those not listed too */
        assert_int_equal(facts.redundant_stock, 2 * pairs);
        said_close(&s);
        text_free(&t);
    }
}

static void as_many_places_as_are_listed(void **state) {
    for (uint32_t more = 0; more < 2; more++) {
        text_buffer t = {0};
        said s;
        size_t count = 0;
        put_pairs(&t, 1, LEDE_REPEAT_PLACES + more);
        said_open(&s, t.bytes, NULL, NULL);
        const lede_repeat *p = lede_repeats_phrases(s.r, &count);
        lede_repeats_facts facts = lede_repeats_measure(s.r);
        assert_int_equal(count, 1);
        assert_int_equal(p->place_count, LEDE_REPEAT_PLACES);
        assert_int_equal(p->count, LEDE_REPEAT_PLACES + more);
        assert_int_equal((facts.capped & LEDE_CAPPED_PLACES) != 0, more);
        said_close(&s);
        text_free(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rank_by_group),
        cmocka_unit_test(rank_by_cost),
        cmocka_unit_test(rank_by_distance_and_place),
        cmocka_unit_test(accepted_ones_are_last),
        cmocka_unit_test(accepted_ones_are_in_families_of_their_own),
        cmocka_unit_test(accepted_ones_are_no_numbers),
        cmocka_unit_test(members),
        cmocka_unit_test(as_many_as_are_listed),
        cmocka_unit_test(as_many_places_as_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
