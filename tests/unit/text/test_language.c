/* SPDX-License-Identifier: MIT */
/* How places are read and doubt is handled; tests/spec/languages.txt has texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/language.h"
#include "unit/text/text_support.h"

#include <stdio.h>

/* Memory of the exact size; the code of the winner, "" for none. */
static language_choice vote_bytes(const char *text, size_t n) {
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, text, n);
    language_choice choice = language_vote(exact, (uint32_t)n);
    free(exact);
    assert_in_range(choice.confidence, 0, 100);
    return choice;
}

static const char *code_of(language_choice choice) {
    return choice.pack != NULL ? choice.pack->info.code : "";
}

static void votes(const char *text, const char *code) {
    assert_string_equal(code_of(vote_bytes(text, strlen(text))), code);
}

static const char english[] =
    "The ferry left at dawn, and nobody waved to it. It came back in the evening with "
    "a passenger whom none of us knew, and who never said a word about the journey. ";
/* Afrikaans: known, but without lists. */
static const char neutral[] =
    "Die veerboot het teen dagbreek vertrek en niemand het vir hom gewaai nie. Hy het "
    "in die aand teruggekom met 'n man wat ons nie ken nie en wat nie wou praat nie. ";

static void confidence(void **state) {
    language_choice sure = vote_bytes(english, strlen(english));
    assert_string_equal(code_of(sure), "en");
    assert_in_range(sure.confidence, LANGUAGE_CONFIDENCE, 100);
    votes(neutral, "");
    /* In halves that contradict each other nobody leads. */
    char both[sizeof english + sizeof neutral];
    snprintf(both, sizeof both, "%s%s", english, neutral);
    assert_true(vote_bytes(both, strlen(both)).confidence < sure.confidence);
}

/* Fewer than 20 words of ASCII fall back, with little confidence, unless another
 * language has votes; other letters and longer texts do not. */
static void short_texts(void **state) {
    votes("Ferry sinks", "en");
    votes("x", "en");
    votes("F\xC3\xA4hre sinkt", "");
    votes("zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz", "en");
    votes("zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz", "");
    votes("Hierdie boot", "en"); /* one word may be a name */
    votes("Hierdie boot het gesink", "");
    assert_true(vote_bytes("Ferry sinks", 11).confidence < LANGUAGE_CONFIDENCE);
}

static void nothing(void **state) {
    votes("", "");
    votes(" \n 12 ... 2024-03-23 \xF0\x9F\x98\x80\xEF\xB8\x8F", "");
}

/* A script that no language has, or only one that has no votes. */
static void other_scripts(void **state) {
    votes("\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4", "");
    votes("\xE0\xB8\x81\xE0\xB8\x82\xE0\xB8\x84", "");
    votes("\xD0\x96\xD0\x96\xD0\x96 \xD0\x96\xD0\x96\xD0\x96", "");
}

/* One function word again and again is no language, nor are few among many words. */
static void few_words(void **state) {
    char text[7 * 100 + 1] = "";
    for (int i = 0; i < 100; i++) {
        strcat(text, "the zz ");
    }
    votes(text, "");
    static const char *const words[] = {"the",  "of",    "and",  "with",  "from",
                                        "they", "which", "been", "would", "about"};
    for (int share = 2; share <= 40; share *= 20) {
        char mixed[2048] = "";
        for (int i = 0; i < 200; i++) {
            strcat(mixed, i % share == 0 ? words[i / share % 10] : "zzzzz");
            strcat(mixed, " ");
        }
        votes(mixed, share == 2 ? "en" : "");
    }
}

static void fill(char *text, size_t n, const char *with) {
    for (size_t i = 0, m = strlen(with); i < n; i++) {
        text[i] = with[i % m];
    }
}

/* A page in another language at either end does not decide for a long text. */
static void mixed_texts(void **state) {
    enum { LONG = 100000, PAGE = 8000 };
    char *text = malloc(LONG);
    assert_non_null(text);
    fill(text, LONG, english);
    fill(text, PAGE, neutral);
    assert_string_equal(code_of(vote_bytes(text, LONG)), "en");
    fill(text, PAGE, english);
    fill(text + LONG - PAGE, PAGE, neutral);
    assert_string_equal(code_of(vote_bytes(text, LONG)), "en");
    fill(text, LONG, neutral);
    fill(text, PAGE, english);
    fill(text + LONG - PAGE, PAGE, english);
    assert_string_equal(code_of(vote_bytes(text, LONG)), "");
    free(text);
}

/* Whatever stands where a place begins or ends: in texts of every length up to and
 * over what is read whole. */
static void borders(void **state) {
    static const char unit[] = "The \xD0\xBD\xD0\xB5 of \xE6\xB8\xA1\xE3\x81\xAE and "
                               "\xF0\x9F\x98\x80 it\xCC\x81 we would ";
    enum { MOST = 17000 };
    char *text = malloc(MOST + sizeof unit);
    assert_non_null(text);
    for (size_t repeat = 1; repeat * (sizeof unit - 1) < MOST; repeat++) {
        size_t n = repeat * (sizeof unit - 1);
        fill(text, n, unit);
        const char *code = code_of(vote_bytes(text, n));
        assert_true(strcmp(code, "en") == 0 || strcmp(code, "") == 0);
    }
    free(text);
}

/* Words longer than any on the lists do no harm. */
static void long_words(void **state) {
    char text[4096];
    memset(text, 'q', sizeof text);
    /* one word of ASCII */
    assert_string_equal(code_of(vote_bytes(text, sizeof text)), "en");
    for (size_t i = 0; i + 2 <= sizeof text; i += 2) {
        memcpy(text + i, "\xC3\xA9", 2);
    }
    assert_string_equal(code_of(vote_bytes(text, sizeof text)), "");
}

/* Nineteen words or twenty, across the borders of places. */
static void counted_words(void **state) {
    for (size_t gap = 1; gap <= 60; gap++) {
        char text[20 * 64] = "";
        for (int i = 0; i < 19; i++) {
            memset(text + strlen(text), '-', gap);
            strcat(text, "zz");
        }
        votes(text, "en");
        strcat(text, " zz");
        votes(text, "");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(confidence),    cmocka_unit_test(short_texts),
        cmocka_unit_test(nothing),       cmocka_unit_test(other_scripts),
        cmocka_unit_test(few_words),     cmocka_unit_test(mixed_texts),
        cmocka_unit_test(borders),       cmocka_unit_test(long_words),
        cmocka_unit_test(counted_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
