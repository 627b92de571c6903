/* SPDX-License-Identifier: MIT */
#include "repeat/repeated.h"

#include "support/drying.h"
#include "unit/repeat/repeat_support.h"

static void expect_with(lede_repeats_options o, const char *text, const char *wanted) {
    expect_phrases_of(text, NULL, &o, wanted);
}

/* ---- Edges ---------------------------------------------------------------------------
 */

static void phrases(void **state) {
    expect_phrases("A focal point. The focal point.", "stock 2 focal point\n");
    expect_phrases("Their own focal point. The focal point was so.",
                   "stock 2 focal point\n");
    expect_phrases("We rush the glue. They rush the glue.", "stock 2 rush the glue\n");
    expect_phrases("A focal point. Focal of the point.", "");
    expect_phrases("A point. The point.", "");
    expect_phrases("The of a. The of a.", "");
}

static void numbers_are_no_edges(void **state) {
    expect_phrases("Some three days. Of three days.", "");
    expect_phrases("About 12,500 people. Of 12,500 people.", "");
    expect_phrases("A focal point three. The focal point three.",
                   "stock 2 focal point\n");
    expect_phrases("A rule 1. The rule 1.", "");
    /* Inside they may stand, and count as no content. */
    expect_phrases("He sold three boats. She sold three boats.",
                   "stock 2 sold three boats\n");
}

static void weak_words_are_no_edges(void **state) {
    expect_phrases("The boat said so. A boat said it.", "");
    expect_phrases("Several last boats. The last boats.", "");
    expect_phrases("He went back home. It came back home.", "");
    expect_phrases("They come back. We come back.", "stock 2 come back\n");
    expect_phrases("They make sure. We make sure.", "stock 2 make sure\n");
    expect_phrases("Some people make it. The people make them.", "");
    expect_phrases("Old boats make it. Old boats make them.", "stock 2 Old boats\n");
    /* Two weak ones, each at the right edge. */
    expect_phrases("It make sure back. They make sure back.", "stock 2 make sure back\n");
}

static void breaks(void **state) {
    expect_phrases("A focal, point. The focal, point.", "");
    expect_phrases("It is focal. Point it. It is focal. Point it.", "");
    expect_phrases("A focal (point). The focal (point).", "");
    expect_phrases("A \"focal\" point. The \"focal\" point.", "");
    expect_phrases("A tide-gauge. The tide-gauge.", ""); /* one word */
    expect_phrases("A focal - point. The focal - point.", "");
    expect_phrases("See Dr. Orr Bell. Then Dr. Orr Bell.", "name 2 Dr. Orr Bell\n");
}

static void formulas(void **state) {
    expect_phrases("He did with or without help. She did with or without help.",
                   "formula 2 with or without help\n");
    expect_phrases("It is with no help. It was with no help.", ""); /* three */
    /* Neither articles, conjunctions nor auxiliaries open one. */
    expect_phrases("It is the of or help. It was the of or help.", "");
    expect_phrases("It, and of or help. So, and of or help.", "");
    expect_phrases("So it, was of or help. So, was of or help.", "");
    /* It swallows the phrase in it. */
    expect_phrases("I wish to go to a party. You hope to go to a party.",
                   "formula 2 to go to a party\n");
    /* But not the phrase around it. */
    expect_phrases("Boats with or without help. Boats with or without help.",
                   "stock 2 Boats with or without help\n");
    expect_phrases_of("Boat go of or help. Boat go of or help.", "xx", NULL,
                      "stock 2 Boat go of or help\n");
}

/* ---- Possessives --------------------------------------------------------------------
 */

static void unfinished_edges(void **state) {
    expect_phrases("Under old Iran's plan. Of old Iran's fall.", "");
    expect_phrases("Some vast old realm's plan. Of vast old realm's fall.", "");
    expect_phrases("The old boat's captain. An old boat's captain.",
                   "stock 2 old boat's captain\n");
    /* Finished once, it is a phrase. */
    expect_phrases("The vast realm's plan. The vast realm.", "stock 2 vast realm's\n");
    expect_phrases("The vast realms' plan. A vast realms' fall.", "");
    /* Of what is cut off the rest must be a phrase. */
    expect_phrases("The vast harbour of realm's plan. A vast harbour of realm's fall.",
                   "stock 2 vast harbour\n");
    expect_phrases("We saw vast harbours, see realm's plan. A see realm's fall.", "");
}

/* The formula is too short without its end; the phrase in it is none. */
static void unfinished_formulas(void **state) {
    expect_phrases("He went to vast harbour realm's plan. "
                   "She came to vast harbour realm's fall.",
                   "stock 2 vast harbour\n");
    expect_phrases("He did with or without vast realm's help. "
                   "She did with or without vast realm's aid.",
                   "formula 2 with or without vast\n");
}

static void four_words_are_taken_off(void **state) {
    expect_phrases("The vast harbour of the of realm's plan. "
                   "A vast harbour of the of realm's fall.",
                   "stock 2 vast harbour\n");
    expect_phrases("The vast harbour of the of the realm's plan. "
                   "A vast harbour of the of the realm's fall.",
                   "");
}

/* ---- What hangs on the next word ------------------------------------------------------
 */

static void ends_that_hang(void **state) {
    expect_phrases("The data collected by them. Of data collected for us.", "");
    expect_phrases("The vast data collected by them. Of vast data collected for us.",
                   "stock 2 vast data\n");
    expect_phrases("It is highly recommended by us. It was highly recommended to us.",
                   "stock 2 highly recommended\n");
    expect_phrases("A conventional medical plan. Some conventional medical aid.", "");
    /* Finished once, it is a phrase. */
    expect_phrases("It was absolutely critical here. Are they absolutely critical plans?",
                   "stock 2 absolutely critical\n");
    /* Other languages have no such words. */
    expect_phrases_of("Boat medical plan. Boat medical aid.", "xx", NULL,
                      "stock 2 Boat medical\n");
}

/* ---- Names ------------------------------------------------------------------------- */

static void cut_names(void **state) {
    expect_phrases("We addressed to Gannet Head. They addressed to Gannet Hill.", "");
    expect_phrases("By Lord Harewood ran. By Tom Harewood ran.", "");
    /* Whole once, or a name itself. */
    expect_phrases("We sold the Gannet Head. They sold the Gannet.",
                   "stock 2 sold the Gannet\n");
    expect_phrases("It is for Tom Corrine Head. It is by Tom Corrine Hill.",
                   "name 2 Tom Corrine\n");
}

/* What is left out hides nothing. */
static void parts_of_what_is_left_out(void **state) {
    expect_phrases("By Lord Harewood ran glue. By Tom Harewood ran glue.",
                   "stock 2 ran glue\n");
}

static void cut_names_are_taken_off(void **state) {
    expect_phrases("Some vast tin box of Gannet Head. A vast tin box of Gannet Hill.",
                   "stock 2 vast tin box\n");
}

static void parts_of_names(void **state) {
    static const char in_a_name[] = "It is a public safety plan. They run the Public "
                                    "Safety Network by public safety rule.";
    static const char once[] =
        "It is a public safety plan. They run the Public Safety Network.";
    expect_phrases(in_a_name, "stock 2 public safety\n");
    expect_phrases(once, "");
    /* A name everywhere counts everywhere. */
    expect_phrases("It is for Lady Corrine. It is by Lady Corrine Bell.",
                   "name 2 Lady Corrine\n");
}

/* A function word that begins a sentence has its capital from there. */
static void sentence_starts_are_no_names(void **state) {
    expect_phrases("The Corrine report. The Corrine report was so.",
                   "stock 2 Corrine report\n");
    expect_phrases("Then Lady Corrine came. Then lady Corrine left.",
                   "stock 2 Lady Corrine\n");
}

/* ---- How often ----------------------------------------------------------------------
 */

static void short_ones_are_asked_more(void **state) {
    static const char two[] = "A focal point. The focal point.";
    static const char three[] = "A focal point. The focal point. Of focal point.";
    static const char long_one[] = "A vast focal point now. The vast focal point now. "
                                   "We rush vast glue pots. They rush vast glue pots.";
    expect_among(two, 1493, "stock 2 focal point\n"); /* 6 words more: 1499 */
    expect_among(two, 1494, "");
    expect_among(three, 1491, "stock 3 focal point\n"); /* 1500 */
    expect_among(three, 2990, "stock 3 focal point\n"); /* 2999 */
    expect_among(three, 2991, "");
    expect_among(long_one, 1500, "stock 2 rush vast glue pots\n");
}

static void options(void **state) {
    static const char text[] = "A focal point. The focal point. Of focal point. "
                               "We rush vast glue pots. They rush vast glue pots.";
    expect_with((lede_repeats_options){.min_count = 2}, text,
                "stock 3 focal point\nstock 2 rush vast glue pots\n");
    expect_with((lede_repeats_options){.min_count = 3}, text, "stock 3 focal point\n");
    expect_with((lede_repeats_options){.min_count = 4}, text, "");
    expect_with((lede_repeats_options){.min_words = 3}, text,
                "stock 2 rush vast glue pots\n");
    expect_with((lede_repeats_options){.min_words = 4}, text,
                "stock 2 rush vast glue pots\n");
    expect_with((lede_repeats_options){.min_words = 5}, text, "");
    expect_with((lede_repeats_options){.max_words = 4}, text,
                "stock 3 focal point\nstock 2 rush vast glue pots\n");
    expect_with((lede_repeats_options){.max_words = 2}, text,
                "stock 3 focal point\nstock 2 rush vast\n");
}

static void overlaps(void **state) {
    expect_phrases("So boat boat boat boat.", "stock 2 boat boat\n");
    expect_phrases("So boat boat boat.", "");
    expect_phrases("So old boat old boat old.", "stock 2 old boat\n");
}

/* ---- Maximality ---------------------------------------------------------------------
 */

static void parts_of_longer_ones(void **state) {
    expect_phrases("A vast focal point. The vast focal point.",
                   "stock 2 vast focal point\n");
    expect_phrases("A vast focal point. The vast focal point. Of focal point.",
                   "stock 3 focal point\n> stock 2 vast focal point\n");
    expect_phrases("A focal point here. The focal point here. It is a focal point.",
                   "stock 3 focal point\n");
    expect_phrases("Vast focal points. Vast focal point.", "stock 2 Vast focal points\n");
}

/* Forms of a word are one; what is shown stands in the text. */
static void forms(void **state) {
    expect_phrases("Weapons inspectors left. A weapons inspector came.",
                   "stock 2 Weapons inspectors\n");
    expect_phrases("They measured the stairwell. To measure the stairwell.",
                   "stock 2 measured the stairwell\n");
    expect_phrases("Then Iran's nuclear plan. Iran nuclear plan.",
                   "stock 2 Iran's nuclear plan\n");
}

/* ---- Groups -------------------------------------------------------------------------
 */

static void groups_of_names(void **state) {
    expect_phrases("Then Lady Corrine came. Then Lady Corrine left.",
                   "name 2 Lady Corrine\n");
    expect_phrases("So for Lady Corrine. So by lady Corrine.", "stock 2 Lady Corrine\n");
    expect_phrases("Then Bank of England came. The Bank of England left.",
                   "name 2 Bank of England\n");
    expect_phrases("Then U.S. Army came. The U.S. Army left.", "name 2 U.S. Army\n");
    /* A name even if it is a formula. */
    expect_phrases("It is With or Without Help. It was With or Without Help.",
                   "name 2 With or Without Help\n");
}

/* What a word is there for, apart from the phrase. */
#define OUTSIDE_FOUR "One boat. His boat. Her boat. This boat."

static void groups_of_topics(void **state) {
    static const char twice[] = "The boat race. A boat race. " OUTSIDE_FOUR;
    static const char thrice[] =
        "The boat race. A boat race. Of boat race. " OUTSIDE_FOUR;
    static const char three_outside[] = "The boat race. A boat race. One boat. His boat. "
                                        "Her boat.";
    static const char four[] = "The boat race. A boat race. Of boat race. By boat race.";
    /* Six times in all: 0.8 % of 750 words. */
    expect_among(twice, 736, "topic 2 boat race\n");
    expect_among(twice, 737, "stock 2 boat race\n");
    /* Seven in all, and four outside: 0.5 % of 800. */
    expect_among(thrice, 783, "topic 3 boat race\n");
    expect_among(thrice, 784, "stock 3 boat race\n");
    expect_among(three_outside, 100, "stock 2 boat race\n");
    /* The phrase itself four times: 0.4 % of 1000. */
    expect_among(four, 988, "topic 4 boat race\n");
    expect_among(four, 989, "stock 4 boat race\n");
    expect_among("A boat race. The boat race. Of boat race.", 10, "stock 3 boat race\n");
    /* A formula stays one, and a name. */
    expect_phrases("To go to a boat. To go to a boat. To go to a boat.",
                   "formula 3 To go to a boat\n");
    expect_phrases("The Boat Race. A Boat Race. Of Boat Race.", "name 3 Boat Race\n");
}

static void groups_of_formulas(void **state) {
    static const char text[] = "It is of the boat race. It was of the boat race. A boat "
                               "race.";
    expect_phrases(text, "stock 3 boat race\n> stock 2 of the boat race\n");
    expect_phrases("It is of the boat race. It was of the boat race. A boat race, "
                   "some boat race.",
                   "topic 4 boat race\n> topic 2 of the boat race\n");
    /* Something else stands before the phrase. */
    expect_phrases("Go of glue boat race. It was of glue boat race. A boat race.",
                   "stock 3 boat race\n> formula 2 of glue boat race\n");
}

/* ---- Scripts without spaces -------------------------------------------------------- */

static void four_characters(void **state) {
    /* Four of five, three of four. */
    expect_phrases_of("\xE6\xBC\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE6\x9D\x90\xE4\xB8\x80\xE3"
                      "\x80\x82\xE6\xBC\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE6\x9D\x90\xE4\xBA"
                      "\x8C\xE3\x80\x82",
                      "zh", NULL,
                      "stock 2 \xE6\xBC\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE6\x9D\x90\n");
    expect_phrases_of("\xE6\xBC\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE4\xB8\x80\xE3\x80\x82\xE6"
                      "\xBC\xA2\xE5\xAD\x97\xE7\xB4\xA0\xE4\xBA\x8C\xE3\x80\x82",
                      "zh", NULL, "");
}

static void lack_of_memory(void **state) {
    said s;
    opened o;
    bool done = false;
    opened_text(&o, "A vast focal point. The vast focal point. Of focal point.", NULL);
    for (size_t fail_at = 1; !done; fail_at++) {
        drying memory;
        drying_init(&memory, fail_at, true);
        lede_repeats_options options = {.allocator = &memory.allocator};
        done = lede_repeats_create(&o.d, &options, &s.r, NULL) == LEDE_OK;
        lede_repeats_free(s.r);
        drying_expect_balance(&memory);
        assert_true(done ? fail_at > 40 : fail_at < 200);
    }
    opened_close(&o);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases),
        cmocka_unit_test(numbers_are_no_edges),
        cmocka_unit_test(weak_words_are_no_edges),
        cmocka_unit_test(breaks),
        cmocka_unit_test(formulas),
        cmocka_unit_test(unfinished_edges),
        cmocka_unit_test(unfinished_formulas),
        cmocka_unit_test(four_words_are_taken_off),
        cmocka_unit_test(ends_that_hang),
        cmocka_unit_test(cut_names),
        cmocka_unit_test(parts_of_what_is_left_out),
        cmocka_unit_test(cut_names_are_taken_off),
        cmocka_unit_test(parts_of_names),
        cmocka_unit_test(sentence_starts_are_no_names),
        cmocka_unit_test(short_ones_are_asked_more),
        cmocka_unit_test(options),
        cmocka_unit_test(overlaps),
        cmocka_unit_test(parts_of_longer_ones),
        cmocka_unit_test(forms),
        cmocka_unit_test(groups_of_names),
        cmocka_unit_test(groups_of_topics),
        cmocka_unit_test(groups_of_formulas),
        cmocka_unit_test(four_characters),
        cmocka_unit_test(lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
