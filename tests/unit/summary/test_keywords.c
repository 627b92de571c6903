/* SPDX-License-Identifier: MIT */
/* Key terms of texts: which words and phrases, in which form, in which order. */
#include "summary/keywords.h"

#include "support/open.h"
#include "support/texts.h"

#include <stdlib.h>

/* A text and its key terms. */
typedef struct keyed {
    lede_document *d;
    lede_keywords *k;
    char shown[1024]; /* "ferry 3; old pier 2": forms and counts */
} keyed;

static void show(keyed *t) {
    size_t count = 0, size = 0, n = 0;
    const lede_keyword *list = lede_keywords_list(t->k, &count);
    const char *text = lede_document_text(t->d, &size);
    t->shown[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        n += (size_t)snprintf(t->shown + n, sizeof t->shown - n, "%s%.*s %u",
                              i > 0 ? "; " : "",
                              (int)(list[i].span.end - list[i].span.begin),
                              text + list[i].span.begin, list[i].count);
        assert_true(n < sizeof t->shown);
    }
}

static void open_keyed(keyed *t, const char *text, const char *language,
                       lede_keywords_options o) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_error error;
    read.language = language;
    assert_int_equal(lede_document_create(text, strlen(text), &read, &t->d, &error),
                     LEDE_OK);
    assert_int_equal(lede_keywords_create(t->d, &o, &t->k, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    show(t);
}

static void close_keyed(keyed *t) {
    lede_keywords_free(t->k);
    lede_document_free(t->d);
}

static void expect_in(const char *language, const char *text, const char *wanted) {
    keyed t;
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    open_keyed(&t, text, language, o);
    assert_string_equal(t.shown, wanted);
    close_keyed(&t);
}

static void expect(const char *text, const char *wanted) {
    expect_in("en", text, wanted);
}

/* ---- Which ------------------------------------------------------------------------- */

/* Content words that are there again; function words, numbers, dates, words of saying
 * and words that fit any text are none. */
static void test_words(void **state) {
    expect("The ferry left the pier. People said that the ferry was late.", "ferry 2");
    expect("On Monday the first year began. On Monday the first year ended, he said. "
           "They said 12 and 12.",
           "");
    expect("", "");
    expect("!!!", "");
}

/* Forms of one word are one term, shown in the form that is there most often. */
static void test_forms(void **state) {
    expect("The ferry left. The ferries came back, and the ferries sank.", "ferries 3");
    expect("The lamp of the ferry broke. The ferries came back.", "ferry 2");
}

/* Where a sentence begins, the capital is not the word's. */
static void test_small_letters(void **state) {
    expect("Lamps in the hall broke. Lamps in the yard broke. They sold the lamps.",
           "lamps 3");
}

/* Nothing shorter is listed that is only part of a longer one. */
static void test_phrases(void **state) {
    expect("The ice plant closed. Nobody wanted the ice plant. It was an ice plant.",
           "ice plant 3");
    expect("The ice plant closed. Nobody wanted the ice plant. The plant was old. "
           "A plant like that? The plant!",
           "ice plant 2; plant 5");
    expect("The cost of living rose. They said the cost of living was theirs.",
           "cost of living 2");
}

/* A mark, a stop word and the end of a sentence break a row of words. */
static void test_breaks(void **state) {
    expect(
        "The ice, plant and all. They sold the ice. Plant a tree. The ice is no plant, "
        "but the ice.",
        "ice 4; plant 3");
}

/* ---- Names ------------------------------------------------------------------------- */

/* A name of several words is one though it is there once, and what is short for it
 * counts with it. */
static void test_names(void **state) {
    expect("The prize went to Oona Trelawn. Nobody had seen Trelawn before, but then "
           "Trelawn came.",
           "Oona Trelawn 1");
    expect("They met in Coldwell Green.", "Coldwell Green 1");
    expect("They met in the University of Tarn.", "University of Tarn 1");
}

static void test_possessive(void **state) {
    expect("They found Pengelly\xE2\x80\x99s boat. They burnt Pengelly's house.",
           "Pengelly 2");
}

/* In a sentence of capitals alone they tell nothing. */
static void test_capitals(void **state) {
    expect("OONA TRELAWN WENT HOME. THEY MET IN TARN.", "");
}

/* ---- Languages --------------------------------------------------------------------- */

/* Where nouns have capitals, what has none is no term. */
static void test_german(void **state) {
    expect_in("de",
              "Die F\xC3\xA4hre lag am Kai. Viele warten lange auf die F\xC3\xA4hre, "
              "und viele warten lange am Kai.",
              "F\xC3\xA4hre 2; Kai 2");
}

static void test_french(void **state) {
    expect_in("fr",
              "La carte d'identit\xC3\xA9 manque. On parle de la carte "
              "d'identit\xC3\xA9. L'usine ferme; on pleure l\xE2\x80\x99usine.",
              "carte d'identit\xC3\xA9 2; usine 2");
}

/* Characters that stand in a row again; never one alone. */
static void test_no_spaces(void **state) {
    keyed t;
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    open_keyed(&t,
               "\xE6\xB8\xAF\xE5\x8F\xA3\xE5\x85\xB3\xE9\x97\xAD\xE3\x80\x82"
               "\xE4\xBB\x96\xE4\xBB\xAC\xE7\x9C\x8B\xE6\xB8\xAF\xE5\x8F\xA3\xE3\x80\x82",
               "zh", o);
    assert_string_equal(t.shown, "\xE6\xB8\xAF\xE5\x8F\xA3 2");
    assert_true(lede_keywords_measure(t.k).characters);
    close_keyed(&t);
}

/* ---- What is left out -------------------------------------------------------------- */

static void test_set_aside(void **state) {
    expect("ADVERTISEMENT\n\nThe ferry left. The ferry sank.\n\nADVERTISEMENT\n",
           "ferry 2");
}

/* Headings alone are better than nothing. */
static void test_headings(void **state) {
    expect("The lamp of the hall\n\nThe lamp and the boat\n", "lamp 2");
}

static void test_list_items(void **state) {
    expect("They came.\n\n- the lamp of the hall\n- the lamp of the yard\n", "lamp 2");
}

/* ---- Order ------------------------------------------------------------------------- */

#define BOATS                                                                            \
    "The boat left. The boat sank. A lamp broke. Nobody saw the lamp. The boat was "     \
    "gone."

static void test_order(void **state) {
    keyed t;
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    open_keyed(&t, BOATS, "en", o);
    assert_string_equal(t.shown, "boat 3; lamp 2");
    size_t count = 0;
    const lede_keyword *list = lede_keywords_list(t.k, &count);
    assert_int_equal(list[0].score, INT64_C(1) << 32);
    assert_true(list[1].score > 0 && list[1].score < list[0].score);
    assert_int_equal(list[0].sentences, 3);
    assert_int_equal(list[0].first.begin, 4);
    close_keyed(&t);
}

/* What stands in the title weighs half as much again. */
static void test_title(void **state) {
    keyed t;
    lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
    o.title = "Lamps";
    o.title_length = 5;
    open_keyed(&t, "A boat left. The boat sank. A lamp broke. Who saw the lamp?", "en",
               o);
    assert_string_equal(t.shown, "lamp 2; boat 2");
    close_keyed(&t);
    o.no_title = 1;
    open_keyed(&t, "A boat left. The boat sank. A lamp broke. Who saw the lamp?", "en",
               o);
    assert_string_equal(t.shown, "boat 2; lamp 2");
    close_keyed(&t);
}

/* A shorter list is the beginning of a longer one, in every article. */
static void test_prefix(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer text = text_article(i);
        lede_document *d = open_bytes(text.bytes, text.n);
        lede_keywords_options o = LEDE_KEYWORDS_OPTIONS_INIT;
        lede_keywords *few = NULL, *all = NULL;
        size_t n = 0, most = 0;
        assert_int_equal(lede_keywords_create(d, &o, &few, NULL), LEDE_OK);
        o.count = UINT32_MAX;
        assert_int_equal(lede_keywords_create(d, &o, &all, NULL), LEDE_OK);
        const lede_keyword *a = lede_keywords_list(few, &n);
        const lede_keyword *b = lede_keywords_list(all, &most);
        assert_true(n > 0 && n <= LEDE_KEYWORDS);
        assert_int_equal(most, lede_keywords_measure(few).found);
        assert_memory_equal(a, b, n * sizeof *a);
        lede_keywords_free(all);
        lede_keywords_free(few);
        lede_document_free(d);
        text_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),         cmocka_unit_test(test_forms),
        cmocka_unit_test(test_small_letters), cmocka_unit_test(test_phrases),
        cmocka_unit_test(test_breaks),        cmocka_unit_test(test_names),
        cmocka_unit_test(test_possessive),    cmocka_unit_test(test_capitals),
        cmocka_unit_test(test_german),        cmocka_unit_test(test_french),
        cmocka_unit_test(test_no_spaces),     cmocka_unit_test(test_set_aside),
        cmocka_unit_test(test_headings),      cmocka_unit_test(test_list_items),
        cmocka_unit_test(test_order),         cmocka_unit_test(test_title),
        cmocka_unit_test(test_prefix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
