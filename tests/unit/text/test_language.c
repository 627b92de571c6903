/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/language.h"
#include "unit/text/text_support.h"

/* Memory of the exact size; the code of the winner, "" for none. */
static const char *vote_bytes(const char *text, size_t n) {
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, text, n);
    const language_pack *pack = language_vote(exact, (uint32_t)n);
    free(exact);
    return pack != NULL ? pack->info.code : "";
}

static void votes(const char *text, const char *code) {
    assert_string_equal(vote_bytes(text, strlen(text)), code);
}

static const char german[] = "Die F\xC3\xA4hre fuhr im Morgengrauen ab, und niemand "
                             "winkte ihr nach. Erst am Abend "
                             "kam sie mit einem Fahrgast mehr zur\xC3\xBC"
                             "ck, den keiner kannte und der auch "
                             "sp\xC3\xA4ter nie ein Wort \xC3\xBC"
                             "ber seine Reise verlor, obwohl ihn alle danach "
                             "fragten.";

static void english(void **state) {
    votes("The ferry left at dawn, and nobody waved to it. It came back in the evening "
          "with a passenger whom none of us knew, and who never said a word.",
          "en");
    votes("THE FERRY LEFT AT DAWN, AND NOBODY WAVED TO IT. IT CAME BACK IN THE EVENING "
          "WITH ONE MORE PASSENGER.",
          "en");
}

static void other_languages(void **state) {
    votes(german, "");
    votes("\xD0\x9F\xD0\xB0\xD1\x80\xD0\xBE\xD0\xBC \xD1\x83\xD1\x88\xD1\x91\xD0\xBB.",
          "");
    votes("\xE4\xBB\x8A\xE5\xA4\xA9\xE4\xB8\x8B\xE9\x9B\xA8\xE4\xBA\x86\xE3\x80\x82", "");
}

/* Fewer than 20 words of ASCII fall back; other letters and longer texts do not. */
static void short_texts(void **state) {
    votes("Ferry sinks", "en");
    votes("x", "en");
    votes("F\xC3\xA4hre sinkt", "");
    votes("n n n n n n n n n n n n n n n n n n n", "en");
    votes("n n n n n n n n n n n n n n n n n n n n", "");
}

static void nothing(void **state) {
    votes("", "");
    votes(" \n 12 ... 2024-03-23 \xF0\x9F\x98\x80", "");
}

/* One word in five must be a function word: "the" is, "zzz" is not. */
static void share(void **state) {
    char text[4 * 100 + 1] = "";
    for (int i = 0; i < 100; i++) {
        strcat(text, i % 5 == 0 ? "the " : "zzz ");
    }
    votes(text, "en");
    memcpy(text, "zzz", 3); /* 19 of 100 */
    votes(text, "");
}

/* Only the first 16 KiB count, and they end between two code points. */
static void sample(void **state) {
    enum { SAMPLE = 16 * 1024 };
    char *text = malloc(2 * SAMPLE);
    assert_non_null(text);
    for (size_t i = 0; i < 2 * SAMPLE; i += 4) {
        memcpy(text + i, i < SAMPLE ? "zzz " : "the ", 4);
    }
    assert_string_equal(vote_bytes(text, 2 * SAMPLE), "");
    for (size_t i = 0; i < 2 * SAMPLE; i += 4) {
        memcpy(text + i, i < SAMPLE ? "the " : "zzz ", 4);
    }
    assert_string_equal(vote_bytes(text, 2 * SAMPLE), "en");
    for (size_t cut = 1; cut < 4; cut++) {
        memcpy(text + SAMPLE - cut, "\xF0\x9F\x98\x80", 4);
        assert_string_equal(vote_bytes(text, SAMPLE - cut + 4), "en");
        memcpy(text + SAMPLE - cut, "the ", 4);
    }
    free(text);
}

/* Words longer than any on the lists do no harm. */
static void long_words(void **state) {
    char text[4096];
    memset(text, 'q', sizeof text);
    assert_string_equal(vote_bytes(text, sizeof text), "en"); /* one word of ASCII */
    for (size_t i = 0; i + 2 <= sizeof text; i += 2) {
        memcpy(text + i, "\xC3\xA9", 2);
    }
    assert_string_equal(vote_bytes(text, sizeof text), "");
}

/* Eighteen words beside the one of the test, none a function word: with it the
 * text has 19 and falls back to English, with one word more it does not. */
static void counts(const char *words, int wanted) {
    for (int fill = 18; fill < 20; fill++) {
        char text[256] = "";
        for (int i = 0; i < fill; i++) {
            strcat(text, "zz ");
        }
        strcat(text, words);
        strcat(text, " 4567 - 4567 - 4567 - 4567"); /* nothing ends near the end */
        votes(text, fill + wanted < 20 ? "en" : "");
    }
}

/* Letters of any length and case, whatever stands behind them, are one word. */
static void words_of_any_length(void **state) {
    static const char *const behind[] = {"", ".", "1", "'", "_"};
    char word[40];
    for (size_t n = 1; n <= 30; n++) {
        for (size_t b = 0; b < sizeof behind / sizeof *behind; b++) {
            memset(word, n % 2 == 0 ? 'q' : 'Q', n);
            word[n] = '\0';
            strcat(word, behind[b]);
            counts(word, 1);
        }
    }
    counts("q.q", 2);
    counts("qqqqqqqq'qqqqqqqqqqqqqqqq-q", 3);
}

/* A letter or mark above U+007F goes on with the word: "the" is none then. */
static void letters_of_both_kinds(void **state) {
    static const struct {
        const char *unit;
        const char *code;
    } cases[] = {{"the qqqq ", "en"},
                 {"THE qqqq ", "en"},
                 {"the\xE2\x80\x9D qqqq ", "en"},
                 {"the\xCC\x81 qqqq ", ""},
                 {"th\xC3\xA9 qqqq ", ""},
                 {"\xC3\xA9the qqqq ", ""}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        char text[1024] = "";
        for (int i = 0; i < 30; i++) {
            strcat(text, cases[c].unit);
        }
        votes(text, cases[c].code);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english),
        cmocka_unit_test(other_languages),
        cmocka_unit_test(short_texts),
        cmocka_unit_test(nothing),
        cmocka_unit_test(share),
        cmocka_unit_test(sample),
        cmocka_unit_test(long_words),
        cmocka_unit_test(words_of_any_length),
        cmocka_unit_test(letters_of_both_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
