/* SPDX-License-Identifier: MIT */
#include "repeat/repeats.h"

#include "unit/repeat/repeat_support.h"

static lede_repeats_facts facts_in(const char *text, const char *language,
                                   const lede_repeats_options *options) {
    said s;
    said_open(&s, text, language, options);
    lede_repeats_facts facts = lede_repeats_measure(s.r);
    said_close(&s);
    return facts;
}

/* ---- Facts --------------------------------------------------------------------------
 */

static void nothing(void **state) {
    static const char *const texts[] = {"", "\n\n", "...", "The Sea", "ADVERTISEMENT\n"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        lede_repeats_facts f = facts_in(texts[i], NULL, NULL);
        assert_int_equal(f.words, 0);
        for (size_t k = 0; k < LEDE_REPEAT_GROUPS; k++) {
            assert_int_equal(f.phrases[k], 0);
        }
        assert_int_equal(f.redundant + f.redundant_stock + f.sentences, 0);
        assert_int_equal(f.window_first, LEDE_NONE);
        assert_int_equal(f.top_opener, LEDE_NONE);
        assert_int_equal(f.capped, 0);
    }
}

static void words_of_the_body(void **state) {
    static const char text[] = "The Sea\n\nIt ran 12 times, \"by it\".\n\n- it sat\n";
    const lede_repeats_options headings = {.count_headings = 1};
    const lede_repeats_options unquoted = {.ignore_quotes = 1};
    assert_int_equal(facts_in(text, NULL, NULL).words, 8);
    assert_int_equal(facts_in(text, NULL, &headings).words, 10);
    assert_int_equal(facts_in(text, NULL, &unquoted).words, 6);
}

static void counts_of_groups(void **state) {
    lede_repeats_facts f = facts_in(
        "Then Lady Corrine came to go to a party. The Lady Corrine sat by. We want to go "
        "to a party and rush glue. They rush glue. Tin box, tin box, tin box, tin "
        "box.",
        NULL, NULL);
    assert_int_equal(f.phrases[LEDE_REPEAT_STOCK], 1);
    assert_int_equal(f.phrases[LEDE_REPEAT_FORMULA], 1);
    assert_int_equal(f.phrases[LEDE_REPEAT_TOPIC], 1);
    assert_int_equal(f.phrases[LEDE_REPEAT_NAME], 1);
}

static void what_a_language_has(void **state) {
    lede_repeats_facts f = facts_in("It is.", "en", NULL);
    assert_true(f.folded && f.formulas);
    f = facts_in("It is.", "xx", NULL);
    assert_true(!f.folded && !f.formulas);
}

/* ---- Options -------------------------------------------------------------------------
 */

static void headings_that_count(void **state) {
    const lede_repeats_options headings = {.count_headings = 1};
    static const char text[] =
        "About tin boxes\n\nA tin box.\n\nOf tin boxes\n\nSo be it.";
    expect_phrases(text, "");
    expect_phrases_of(text, NULL, &headings, "stock 3 tin boxes\n");
}

static void quotations_left_out(void **state) {
    const lede_repeats_options unquoted = {.ignore_quotes = 1};
    expect_phrases("A \"tin box\" is. The tin box.", "stock 2 tin box\n");
    expect_phrases_of("A \"tin box\" is. The tin box.", NULL, &unquoted, "");
    expect_phrases_of("A tin \"oak\" box is. The tin \"oak\" box.", NULL, &unquoted, "");
    expect_phrases_of("A tin box \"is\". The tin box \"was.\"", NULL, &unquoted,
                      "stock 2 tin box\n");
}

/* What is left of a sentence without its quotation is no sentence. */
static void quotations_are_not_told_twice(void **state) {
    static const char text[] =
        "He said \"the captain sold seven old harbour boats under winter storms\".\n\n"
        "She said \"under winter storms the captain sold seven old harbour boats\".\n";
    const lede_repeats_options unquoted = {.ignore_quotes = 1};
    said s;
    size_t count = 0;
    said_open(&s, text, NULL, NULL);
    (void)lede_repeats_told(s.r, &count);
    assert_int_equal(count, 1);
    said_close(&s);
    said_open(&s, text, NULL, &unquoted);
    (void)lede_repeats_told(s.r, &count);
    assert_int_equal(count, 0);
    said_close(&s);
}

static void sentences_not_compared(void **state) {
    static const char text[] =
        "The captain sold seven old harbour boats under heavy winter storms.\n\n"
        "Under winter storms the captain sold her old harbour boats in vain.\n";
    const lede_repeats_options none = {.no_sentences = 1};
    said s;
    size_t count = 0;
    said_open(&s, text, NULL, NULL);
    (void)lede_repeats_told(s.r, &count);
    assert_int_equal(count, 1);
    said_close(&s);
    said_open(&s, text, NULL, &none);
    (void)lede_repeats_told(s.r, &count);
    assert_int_equal(count, 0);
    said_close(&s);
}

/* A document without stems says the same again. */
static void stems_are_not_needed(void **state) {
    for (int no_stems = 0; no_stems < 2; no_stems++) {
        lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
        said s;
        shown found = {.n = 0};
        static const char text[] = "The tin boxes. A tin box. We rush glue. They rushed "
                                   "glue.";
        options.language = "en";
        options.no_stems = no_stems;
        opened_bytes(&s.o, text, sizeof text - 1, &options);
        assert_int_equal(lede_repeats_create(&s.o.d, NULL, &s.r, NULL), LEDE_OK);
        show_phrases(&found, &s);
        assert_string_equal(found.text, "stock 2 tin boxes\nstock 2 rush glue\n");
        said_close(&s);
    }
}

/* ---- Places of all lists ------------------------------------------------------------
 */

static void places_of_all_lists(void **state) {
    said s;
    size_t phrases = 0, overused = 0, echoes = 0, places = 0;
    said_open(&s,
              "A tin boat. The tin boat. Our boat, some boat, of boat. By rope, of rope.",
              NULL, NULL);
    const lede_repeat *p = lede_repeats_phrases(s.r, &phrases);
    const lede_overused *o = lede_repeats_overused(s.r, &overused);
    const lede_echo *e = lede_repeats_echoes(s.r, &echoes);
    (void)lede_repeats_places(s.r, &places);
    assert_int_equal(phrases, 1);
    assert_int_equal(overused, 1);
    assert_int_equal(echoes, 2);
    assert_int_equal(p[0].place_count + o[0].place_count + e[0].place_count +
                         e[1].place_count,
                     places);
    assert_int_equal(places, 2 + 5 + 5 + 2);
    said_close(&s);
}

/* ---- Always the same -----------------------------------------------------------------
 */

static void hashes_change_nothing(void **state) {
    for (size_t article = 0; article < TEXT_ARTICLES; article++) {
        text_buffer t = text_article(article);
        shown first = {.n = 0};
        for (uint64_t seed = 0; seed < 4; seed++) {
            lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
            said s;
            shown found = {.n = 0};
            options.hash_seed = seed * UINT64_C(0x9E3779B97F4A7C15);
            opened_bytes(&s.o, t.bytes, t.n, &options);
            assert_int_equal(lede_repeats_create(&s.o.d, NULL, &s.r, NULL), LEDE_OK);
            show_phrases(seed == 0 ? &first : &found, &s);
            assert_true(seed == 0 || strcmp(first.text, found.text) == 0);
            said_close(&s);
        }
        text_free(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing),
        cmocka_unit_test(words_of_the_body),
        cmocka_unit_test(counts_of_groups),
        cmocka_unit_test(what_a_language_has),
        cmocka_unit_test(headings_that_count),
        cmocka_unit_test(quotations_left_out),
        cmocka_unit_test(quotations_are_not_told_twice),
        cmocka_unit_test(quotations_are_not_told_twice),
        cmocka_unit_test(sentences_not_compared),
        cmocka_unit_test(stems_are_not_needed),
        cmocka_unit_test(places_of_all_lists),
        cmocka_unit_test(hashes_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
