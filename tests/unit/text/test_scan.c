/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/scan.h"
#include "unicode/utf8.h"
#include "unit/text/text_support.h"

/* Scans the bytes before the bar and behind it, in memory of their exact size;
 * the word must end at the bar. */
typedef struct scanned {
    scan s;
    bool word;
    char *exact;
    size_t bar;
} scanned;

static scanned run(const char *text) {
    scanned r = {0};
    size_t n = strlen(text) - 1;
    r.bar = strcspn(text, "|");
    assert_int_equal(text[r.bar], '|');
    r.exact = malloc(n > 0 ? n : 1);
    assert_non_null(r.exact);
    memcpy(r.exact, text, r.bar);
    memcpy(r.exact + r.bar, text + r.bar + 1, n - r.bar);
    r.s.text = r.exact;
    r.s.size = (uint32_t)n;
    r.word = scan_word(&r.s, 0);
    free(r.exact);
    return r;
}

static void check(const char *text, lede_word_kind kind) {
    scanned r = run(text);
    if (!r.word || r.s.end != r.bar || r.s.kind != kind) {
        fail_msg("\"%s\": word %d, end %u, kind %u", text, r.word, (unsigned)r.s.end,
                 (unsigned)r.s.kind);
    }
}

static void check_all(const char *const *texts, size_t count, lede_word_kind kind) {
    for (size_t i = 0; i < count; i++) {
        check(texts[i], kind);
    }
}

static void words(void **state) {
    static const char *const texts[] = {
        "a|",
        "word| next",
        "word|, next",
        "don't|",
        "don\xE2\x80\x99t| ",
        "l'homme|",
        "l'U.S.| Air",
        "dell\xE2\x80\x99O.N.U.| nel",
        "l'homme|. Il",
        "O'Brien's|",
        "rock|'",
        "rock|' n",
        "state-of-the-art|.",
        "e-mail|-",
        "twenty\xE2\x80\x91one|",
        "twenty\xE2\x80\x90one|",
        "pause|--dash",
        "pause|\342\200\224dash",
        "AT&T|",
        "At|&t",
        "AT|&t",
        "and|/or",
        "C|++",
        "snake_case|",
        "pourquoi|\xE2\x80\xAF?",
        "_x_|",
        "na\xC3\xAFve|",
        "nai\xCC\x88ve|",
        "co\xC2\xADop| ",
        "a\342\200\215b|",
        "pa\xC2\xB7l|",
        "\xCE\xB1\xCE\xB2|",
        "\xD7\xA9\xD6\xB0\xD7\x9C|",
        "\xE0\xA4\xB9\xE0\xA4\xBF\xE0\xA4\xA8\xE0\xA5\x8D\xE0\xA4\xA6\xE0\xA5\x80|",
        "order|.The guns",
        "J.Smith|",
        "yahoo|!",
        "a1b2c3|",
        "B2B|",
        "Joneses|'",
    };
    check_all(texts, COUNT(texts), LEDE_WORD_WORD);
}

static void acronyms(void **state) {
    static const char *const with_stop[] = {
        "U.S.| ",      "U.S.|",      "p.m.|, ", "Ph.D.|",
        "e.g.|,",      "a.k.a.|",    "U.S.|)",  "\xD1\x82.\xD0\xB5.|",
        "J.K.| Marsh", "U.S.| Army",
    };
    static const char *const without[] = {
        "U.S.-led|", "U.S.'s|", "U.S.\xE2\x80\x99s|", "U|.",   "U|. S.", "Mr|.",
        "U.S|..",    "etc|.",   "a.m|... ",           "Inc|.",
    };
    for (size_t i = 0; i < COUNT(with_stop); i++) {
        check(with_stop[i], LEDE_WORD_WORD);
        assert_true(run(with_stop[i]).s.acronym);
    }
    for (size_t i = 0; i < COUNT(without); i++) {
        check(without[i], LEDE_WORD_WORD);
        assert_false(run(without[i]).s.acronym);
    }
}

static void numbers(void **state) {
    static const char *const texts[] = {
        "3.14|",
        "3.14|.",
        "1,000| ",
        "1,000.50|",
        "$1,000|",
        "\342\202\2545|",
        "$5|.",
        "10%|",
        "10%|,",
        "10\xE2\x80\xB0|",
        "10|\xE2\x80\xAF%",
        "5\xE2\x82\xAC|",
        "18:30|",
        "18:30|:",
        "24/7|",
        "2024-03-23|",
        "2024-03-23|.",
        "21st|",
        "1990s|",
        "5km|",
        "1.2.3|",
        "0|",
        "1|,",
        "1|, 2",
        "1|.",
        "3|-",
        "7|:",
        "12am|.",
        "\xD9\xA3\xD9\xA4|",
        "$3.5bn|",
        "1_000|",
    };
    check_all(texts, COUNT(texts), LEDE_WORD_NUMBER);
}

static void urls(void **state) {
    static const char *const texts[] = {
        "https://example.org/a|",
        "https://example.org/a|.",
        "https://example.org/a|, and",
        "https://example.org/a|?!",
        "https://example.org/a|)",
        "https://example.org/a|).",
        "https://example.org/a|]",
        "https://example.org/a|>",
        "https://example.org/a|\"",
        "https://example.org/a|'",
        "https://example.org/a|:",
        "https://example.org/a|;",
        "https://example.org/a|**",
        "https://example.org/a_(b)|",
        "https://example.org/a_(b)|)",
        "https://example.org/a_(b)|.",
        "https://example.org/?q=1&r=2#x|",
        "https://example.org/a|\xE2\x80\x9D",
        "https://example.org/\xC3\xA9t\xC3\xA9| ",
        "https://example.org/a|\xC2\xA0",
        "https://example.org/a|\n",
        "ftp://a|",
        "www.example.org|",
        "WWW.example.org|.",
    };
    check_all(texts, COUNT(texts), LEDE_WORD_URL);
    check("http|://", LEDE_WORD_WORD);
    check("http|:// x", LEDE_WORD_WORD);
    check("www|.", LEDE_WORD_WORD);
    check("www|. x", LEDE_WORD_WORD);
}

static void mail_names_signs(void **state) {
    check("office@example.org|", LEDE_WORD_EMAIL);
    check("office@example.org|.", LEDE_WORD_EMAIL);
    check("a.b-c@example.org|,", LEDE_WORD_EMAIL);
    check("office|@ home", LEDE_WORD_WORD);
    check("example.org|", LEDE_WORD_NAME);
    check("example.org|.", LEDE_WORD_NAME);
    check("file_name.txt|", LEDE_WORD_NAME);
    check("notes.txt|.", LEDE_WORD_NAME);
    check("a.example.org|", LEDE_WORD_NAME);
    check("foo.a|.", LEDE_WORD_NAME);
    check("a.foo|.", LEDE_WORD_NAME);
    check("@handle|", LEDE_WORD_HANDLE);
    check("@handle|.", LEDE_WORD_HANDLE);
    check("#tag|", LEDE_WORD_TAG);
    check("#big_tag|,", LEDE_WORD_TAG);
}

static void unspaced(void **state) {
    check("\xE6\xBC\xA2|\xE5\xAD\x97", LEDE_WORD_WORD); /* Han: one each */
    check("\xE3\x81\xB2|\xE3\x82\x89", LEDE_WORD_WORD); /* Hiragana: one each */
    check("\xE3\x82\xAB\xE3\x82\xBF\xE3\x82\xAB\xE3\x83\x8A|\xE3\x81\xB2",
          LEDE_WORD_WORD);                                          /* a Katakana run */
    check("\xE0\xB8\x81\xE0\xB9\x89|\xE0\xB8\x81", LEDE_WORD_WORD); /* Thai clusters */
    assert_true(run("\xE0\xB8\x81\xE0\xB9\x89|\xE0\xB8\x81").s.approximate);
    assert_true(run("\xE1\x80\x99\xE1\x80\xAD|").s.approximate); /* Burmese */
    assert_true(run("\xE1\x9E\x81|").s.approximate);             /* Khmer */
    assert_true(run("\xE0\xBA\x81|").s.approximate);             /* Lao */
    assert_false(run("\xE6\xBC\xA2|").s.approximate);
    assert_false(run("word|").s.approximate);
}

static void no_words(void **state) {
    static const char *const texts[] = {
        "|.",
        "|,",
        "|$",
        "|$ 5",
        "|$a",
        "|@",
        "|@ a",
        "|@1",
        "|#",
        "|#1",
        "|%",
        "|\xF0\x9F\x98\x80",
        "|\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7",
        "|\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",
        "|\xE2\x80\x8D",
        "|\xCC\x81",
        "|\xC2\xAD",
        "|\xE2\x80\x94",
        "|+",
        "|&",
        "|-a",
        "|'a",
        "|\xE2\x82\xAC",
        "|\xE2\x82\xAC ",
        "|\xC2\xA7",
        "|\xEF\xBF\xBD",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_false(run(texts[i]).word);
    }
    /* Underscores alone are no word, and are not to be read again. */
    scanned r = run("____| a");
    assert_false(r.word);
    assert_int_equal(r.s.end, 4);
    r = run("_\xCC\x81_| a");
    assert_false(r.word);
    assert_int_equal(r.s.end, 4);
}

/* A keycap is an emoji: digit, variation selector, enclosing keycap. */
static void keycap(void **state) {
    assert_false(run("|1\xEF\xB8\x8F\xE2\x83\xA3").word);
    assert_false(run("|#\xEF\xB8\x8F\xE2\x83\xA3").word);
}

/* The end of the text is as good as a space. */
static void end_of_text(void **state) {
    check("order|.T ", LEDE_WORD_WORD);
    check("order|.T", LEDE_WORD_WORD);
    check("order|.T\n", LEDE_WORD_WORD);
    check("order|.T\r\nb", LEDE_WORD_WORD);
}

static void long_words(void **state) {
    enum { LONG = 100000 };
    char *text = malloc(LONG);
    assert_non_null(text);
    memset(text, 'x', LONG);
    scan s = {.text = text, .size = LONG};
    assert_true(scan_word(&s, 0));
    assert_int_equal(s.end, LONG);
    for (size_t i = 1; i < LONG; i += 2) {
        text[i] = '-';
    }
    assert_true(scan_word(&s, 0));
    assert_int_equal(s.end, LONG - 1);
    for (size_t i = 1; i < LONG; i += 2) {
        text[i] = '.';
    }
    assert_true(scan_word(&s, 0));
    assert_int_equal(s.end, LONG);
    assert_true(s.acronym);
    free(text);
}

/* What a scan reads never depends on what stands before it or on earlier scans. */
static void same_again(void **state) {
    static char text[2000];
    uint64_t random = 21;
    for (size_t round = 0; round < 20; round++) {
        size_t n = random_utf8(&random, text, sizeof text);
        scan used = {.text = text, .size = (uint32_t)n};
        for (size_t at = 0; at < n;) {
            scan fresh = {.text = text, .size = (uint32_t)n};
            bool word = scan_word(&fresh, (uint32_t)at);
            assert_int_equal(scan_word(&used, (uint32_t)at), word);
            assert_int_equal(used.end, fresh.end);
            assert_int_equal(used.kind, fresh.kind);
            assert_true(fresh.end >= at && fresh.end <= n && (!word || fresh.end > at));
            utf8_next(text, &at);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(acronyms),
        cmocka_unit_test(numbers),
        cmocka_unit_test(urls),
        cmocka_unit_test(mail_names_signs),
        cmocka_unit_test(unspaced),
        cmocka_unit_test(no_words),
        cmocka_unit_test(keycap),
        cmocka_unit_test(end_of_text),
        cmocka_unit_test(long_words),
        cmocka_unit_test(same_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
