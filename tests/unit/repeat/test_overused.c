/* SPDX-License-Identifier: MIT */
/* Words that stand there too often, and what stands beside them. */
#include "repeat/echoes.h"

#include "support/background_writer.h"
#include "unit/repeat/repeat_support.h"

/* "count word: frame count, frame count", a line each. */
static void show_overused(shown *to, const said *s) {
    size_t count = 0, places = 0;
    const lede_overused *o = lede_repeats_overused(s->r, &count);
    const lede_repeat_place *at = lede_repeats_places(s->r, &places);
    for (size_t i = 0; i < count; i++) {
        const lede_repeat_place *x = &at[o[i].first_place];
        assert_int_equal(o[i].place_count, o[i].count < LEDE_REPEAT_PLACES
                                               ? o[i].count
                                               : LEDE_REPEAT_PLACES);
        assert_true(o[i].keyness == 0);
        show(to, "%u%s ", o[i].count, o[i].accepted ? " accepted" : "");
        show_run(to, &s->o.d, x->first_word, x->last_word);
        for (uint32_t k = 0; k < o[i].frame_count; k++) {
            show(to, k == 0 ? ": " : ", ");
            show_run(to, &s->o.d, o[i].frames[k].first_word, o[i].frames[k].last_word);
            show(to, " %u", o[i].frames[k].count);
        }
        show(to, "\n");
    }
}

static void expect_with(const char *text, const lede_repeats_options *o,
                        const char *wanted) {
    expect_shown(show_overused, text, NULL, o, wanted);
}

static void expect(const char *text, const char *wanted) {
    expect_with(text, NULL, wanted);
}

/* The text, and so many words. */
static void expect_of(const char *text, uint32_t words, const char *wanted) {
    text_buffer t = {0};
    text_put(&t, text);
    put_words(&t, 0, words);
    text_add(&t, "", 1);
    expect(t.bytes, wanted);
    text_free(&t);
}

#define FIVE "A boat, the boat, our boat, some boats, of boat. " /* ten words */

static void thresholds(void **state) {
    expect(FIVE, "5 boat\n");
    expect("A boat, the boat, our boat, some boats.", "");
    expect_of(FIVE, 490, "5 boat\n"); /* one in a hundred */
    expect_of(FIVE, 491, "");
    expect_of(FIVE "By boat. ", 588, "6 boat\n");
    expect_of(FIVE "By boat. ", 589, "");
}

static void which_words(void **state) {
    expect("A lid, the lid, our lid, some lids, of lid.", "5 lid\n"); /* of any length */
    expect("With it, with us, with me, with you, with them.", "");
    expect("The Oona, of Oona, to Oona, by Oona, for Oona.", "");
    expect("Of Oona, to Oona, by Oona, for Oona, the oona.", "5 Oona\n");
    expect("Said it, said us, said me, said you, said them.", "");
    expect("Five 12, six 12, two 12, one 12, ten 12.", "");
    /* Headings do not count. */
    expect("The Boat\n\nA boat, the boat, our boat, some boats.", "");
    const lede_repeats_options counted = {.count_headings = 1};
    expect_with("The Boat\n\nA boat, the boat, our boat, some boats.", &counted,
                "5 Boat\n");
}

static void order(void **state) {
    expect(FIVE "A rope, the rope, our rope, of rope, by rope, at rope. "
                "A sail, the sail, our sail, of sail, by sail.",
           "6 rope\n5 boat\n5 sail\n");
}

static void frames(void **state) {
    expect("Old boat, old boat, old boats ran, a boat ran, the boat ran. Boat ran.",
           "6 boat: boats ran 4, Old boat 3\n");
    /* Of equals the first in the text; three at most. */
    expect("Dry boat tin, dry boat tin. Fir boat oak, fir boat oak. A dry boat, a boat.",
           "6 boat: Dry boat 3, boat tin 2, Fir boat 2\n");
    /* Never across what breaks, nor with words that are none. */
    expect("Dry, boat. Dry, boat. The boat. The boat. Three boats, three boats.",
           "6 boat: Three boats 2\n" /* number words are words */);
    expect("The boat is, the boat is, the boat is, the boat is, the boat is.",
           "5 boat\n");
    /* Nor with itself. */
    expect("Boat boat boat boat boat boat.", "6 Boat\n");
}

static void accepted(void **state) {
    lede_repeats_options o = LEDE_REPEATS_OPTIONS_INIT;
    lede_accepted *accepted = NULL;
    assert_int_equal(lede_accepted_create("boats", 5, NULL, &accepted, NULL), LEDE_OK);
    o.accepted = accepted;
    expect_with(FIVE, &o, "5 accepted boat\n");
    lede_accepted_free(accepted);
}

/* All forms of a word are counted in both texts. */
static void keyness_of_all_forms(void **state) {
    static const background_entry words[] = {BACKGROUND_ENTRY("boat", 3, 4),
                                             BACKGROUND_ENTRY("boats", 5, 7),
                                             BACKGROUND_ENTRY("rope", 80, 900)};
    text_buffer t = background_write(words, 3);
    lede_background *b = NULL;
    lede_repeats_options o = LEDE_REPEATS_OPTIONS_INIT;
    said s;
    size_t count = 0;
    assert_int_equal(lede_background_create(t.bytes, t.n, NULL, &b, NULL), LEDE_OK);
    o.background = b;
    said_open(&s, FIVE, NULL, &o);
    const lede_overused *x = lede_repeats_overused(s.r, &count);
    assert_int_equal(count, 1);
    assert_true(x->keyness == background_keyness_of(b, 4 + 7, 5, 10));
    assert_true(x->keyness < lede_background_keyness(b, "boat", 4, 5, 10));
    said_close(&s);
    lede_background_free(b);
    text_free(&t);
}

/* Ten words five times, then one more. */
static void ten_at_most(void **state) {
    for (uint32_t more = 0; more < 2; more++) {
        text_buffer t = {0};
        said s;
        size_t count = 0;
        for (uint32_t time = 0; time < 5; time++) {
            for (uint32_t i = 0; i < 10 + more; i++) {
                text_put(&t, "So ");
                put_word(&t, i, false);
                text_put(&t, ". ");
            }
        }
        text_add(&t, "", 1);
        said_open(&s, t.bytes, NULL, NULL);
        (void)lede_repeats_overused(s.r, &count);
        assert_int_equal(count, 10);
        assert_int_equal((lede_repeats_measure(s.r).capped & LEDE_CAPPED_WORDS) != 0,
                         more);
        said_close(&s);
        text_free(&t);
    }
}

static void as_many_places_as_are_listed(void **state) {
    for (uint32_t more = 0; more < 2; more++) {
        text_buffer t = {0};
        said s;
        size_t count = 0;
        shown found = {.n = 0};
        for (uint32_t i = 0; i < LEDE_REPEAT_PLACES + more; i++) {
            text_put(&t, "Of boat. ");
        }
        text_add(&t, "", 1);
        said_open(&s, t.bytes, NULL, NULL);
        show_overused(&found, &s);
        const lede_overused *o = lede_repeats_overused(s.r, &count);
        assert_int_equal(count, 1);
        assert_int_equal(o->count, LEDE_REPEAT_PLACES + more);
        assert_int_equal((lede_repeats_measure(s.r).capped & LEDE_CAPPED_PLACES) != 0,
                         more);
        said_close(&s);
        text_free(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thresholds),  cmocka_unit_test(which_words),
        cmocka_unit_test(order),       cmocka_unit_test(frames),
        cmocka_unit_test(accepted),    cmocka_unit_test(keyness_of_all_forms),
        cmocka_unit_test(ten_at_most), cmocka_unit_test(as_many_places_as_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
