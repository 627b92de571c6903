/* SPDX-License-Identifier: MIT */
#include "repeat/echoes.h"

#include "unit/repeat/repeat_support.h"

/* "word count nearest: before before^ ...", a line each; "^": a heading lies between. */
static void show_echoes(shown *to, const said *s) {
    size_t count = 0, places = 0;
    const lede_echo *e = lede_repeats_echoes(s->r, &count);
    const lede_repeat_place *at = lede_repeats_places(s->r, &places);
    for (size_t i = 0; i < count; i++) {
        const lede_repeat_place *x = &at[e[i].first_place];
        show_run(to, &s->o.d, x->first_word, x->last_word);
        show(to, " %u %u%s:", e[i].count, e[i].nearest, e[i].accepted ? " accepted" : "");
        for (uint32_t k = 0; k < e[i].place_count; k++) {
            assert_true(x[k].first_word == x[k].last_word);
            show(to, " %u%s", x[k].before,
                 (x[k].flags & LEDE_PLACE_CROSSES) != 0 ? "^" : "");
        }
        show(to, "\n");
    }
}

static void expect_with(const char *text, const lede_repeats_options *o,
                        const char *wanted) {
    expect_shown(show_echoes, text, NULL, o, wanted);
}

static void expect(const char *text, const char *wanted) {
    expect_with(text, NULL, wanted);
}

/* ---- Which words ---------------------------------------------------------------------
 */

static void words_that_echo(void **state) {
    expect("A boat. The boat.", "boat 2 1: 1 3\n");
    expect("The boats. The boat.", "boats 2 1: 1 3\n");
    expect("A lid. The lid.", "");           /* three letters */
    expect("The cat's bowl. Of cat's.", ""); /* the ending does not count */
    expect("The lids. A lid.", "");          /* one of four */
    expect("The cars came. The cars left. We saw a car.", "cars 2 2: 1 4\n");
    expect("A car came. The cars left. We saw cars.", "cars 2 3: 4 8\n");
    expect("With it. With us.", ""); /* no content */
    expect("Three men. Three women.", "");
    expect("They said it. He said so.", "");
    expect("Then Oona came. So Oona left.", "");
    expect("Then Oona's boat. So boat.", "boat 2 1: 2 4\n");
    expect("Boat ahoy. The boat.", "Boat 2 2: 0 3\n");
    expect("About 2024 men. In 2024 men.", "");
    expect("Then \"a boat\" or boat.", "boat 2 1: 2 4\n");
}

/* ---- How far apart -------------------------------------------------------------------
 */

static void expect_apart(uint32_t between, uint32_t window, bool found) {
    text_buffer t = {0};
    char wanted[32] = "";
    lede_repeats_options o = {.window = window};
    text_put(&t, "Boat ");
    put_words(&t, 0, between);
    text_put(&t, "boat.\n");
    text_add(&t, "", 1);
    if (found) {
        snprintf(wanted, sizeof wanted, "Boat 2 %u: 0 %u\n", between, between + 1);
    }
    expect_with(t.bytes, &o, wanted);
    text_free(&t);
}

static void the_window(void **state) {
    expect_apart(29, 0, true); /* the 30th word is the same */
    expect_apart(30, 0, false);
    expect_apart(29, 30, true);
    expect_apart(30, 30, false);
    expect_apart(1, 2, true);
    expect_apart(2, 2, false);
    expect_apart(999, 1000, true);
    expect_apart(5000, UINT32_MAX, true);
}

static void chains(void **state) {
    text_buffer t = {0};
    const uint32_t apart[] = {10, 29, 5, 30, 12, 40, 3};
    uint32_t from = 0;
    for (uint32_t i = 0; i < COUNT(apart); i++) {
        text_put(&t, "Of boat. ");
        put_words(&t, from, apart[i] - 1);
        from += apart[i];
    }
    text_put(&t, "By boat, boat.");
    text_add(&t, "", 1);
    expect(t.bytes, "boat 3 0: 133 137 138\nboat 4 5: 1 12 42 48\nboat 2 12: 79 92\n");
    text_free(&t);
}

/* A list of its own tells of these. */
static void doubled_words_are_none(void **state) {
    expect("A sail sail tore.", "");
    expect("A sail sail tore. Some sail.", "sail 2 3: 1 5\n");
}

/* The nearest first, then what is there most, then by place. */
static void order(void **state) {
    expect(
        "A boat, some boat. A rope, the rope, our rope. A sail, sail. Of tarn, by tarn.",
        "sail 2 0: 11 12\nrope 3 1: 5 7 9\nboat 2 1: 1 3\ntarn 2 1: 14 16\n");
}

/* ---- Headings ------------------------------------------------------------------------
 */

static void across_headings(void **state) {
    static const char text[] = "A boat is. A boat was.\n\nThe Old Harbour Wall\n\n"
                               "Of boat, by boat.";
    const lede_repeats_options counted = {.count_headings = 1};
    expect(text, "boat 4 1: 1 4 7^ 9\n");
    expect_with(text, &counted, "boat 4 1: 1 4 11^ 13\n");
    expect("About The Boat\n\nA boat is.", "");
    expect_with("About The Boat\n\nA boat is.", &counted, "Boat 2 1: 2 4\n");
    /* No heading: a paragraph. */
    expect("A boat is.\n\nA boat was.", "boat 2 2: 1 4\n");
}

static void quotations_left_out(void **state) {
    const lede_repeats_options o = {.ignore_quotes = 1};
    expect_with("A boat is. \"A boat was.\" So it is.", &o, "");
    expect_with("A boat is. \"It was.\" Of boat.", &o, "boat 2 2: 1 4\n");
}

/* ---- Accepted ones, and many ---------------------------------------------------------
 */

static void accepted(void **state) {
    static const char list[] = "boat\nrope sail\n";
    lede_repeats_options o = LEDE_REPEATS_OPTIONS_INIT;
    lede_accepted *accepted = NULL;
    assert_int_equal(lede_accepted_create(list, sizeof list - 1, NULL, &accepted, NULL),
                     LEDE_OK);
    o.accepted = accepted;
    expect_with("The boats. A boat. The rope. A rope.", &o,
                "boats 2 1 accepted: 1 3\nrope 2 1: 5 7\n");
    lede_accepted_free(accepted);
}

static void as_many_as_are_listed(void **state) {
    for (uint32_t more = 0; more < 2; more++) {
        text_buffer t = {0};
        said s;
        size_t count = 0;
        for (uint32_t i = 0; i < LEDE_REPEAT_PHRASES + more; i++) {
            text_put(&t, "So ");
            put_word(&t, i, false);
            text_put(&t, ", ");
            put_word(&t, i, false);
            text_put(&t, ".\n");
        }
        text_add(&t, "", 1);
        said_open(&s, t.bytes, NULL, NULL);
        const lede_echo *e = lede_repeats_echoes(s.r, &count);
        unsigned capped = lede_repeats_measure(s.r).capped;
        assert_int_equal(count, LEDE_REPEAT_PHRASES);
        assert_int_equal(e[count - 1].count, 2);
        assert_int_equal(capped, more > 0 ? LEDE_CAPPED_WORDS : 0);
        said_close(&s);
        text_free(&t);
    }
}

static void as_many_places_as_are_listed(void **state) {
    for (uint32_t more = 0; more < 2; more++) {
        text_buffer t = {0};
        said s;
        size_t count = 0;
        for (uint32_t i = 0; i < LEDE_REPEAT_PLACES + more; i++) {
            text_put(&t, "Of boat. ");
        }
        text_add(&t, "", 1);
        said_open(&s, t.bytes, NULL, NULL);
        const lede_echo *e = lede_repeats_echoes(s.r, &count);
        assert_int_equal(count, 1);
        assert_int_equal(e->count, LEDE_REPEAT_PLACES + more);
        assert_int_equal(e->place_count, LEDE_REPEAT_PLACES);
        assert_int_equal((lede_repeats_measure(s.r).capped & LEDE_CAPPED_PLACES) != 0,
                         more);
        said_close(&s);
        text_free(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_echo),
        cmocka_unit_test(the_window),
        cmocka_unit_test(chains),
        cmocka_unit_test(doubled_words_are_none),
        cmocka_unit_test(order),
        cmocka_unit_test(across_headings),
        cmocka_unit_test(quotations_left_out),
        cmocka_unit_test(accepted),
        cmocka_unit_test(as_many_as_are_listed),
        cmocka_unit_test(as_many_places_as_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
