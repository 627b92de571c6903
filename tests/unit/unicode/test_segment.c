/* SPDX-License-Identifier: MIT */
/* Small readable cases; tests/conformance/test_break.c runs those of Unicode. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unicode/segment.h"
#include "unicode/utf8.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef size_t end_function(const char *bytes, size_t n, size_t at);

/* The segments of a text with | between them, on the heap. */
static char *split(const char *text, end_function *end) {
    size_t n = strlen(text), used = 0;
    char *out = malloc(2 * n + 1);
    assert_non_null(out);
    for (size_t at = 0; at < n;) {
        size_t next = end(text, n, at);
        assert_true(next > at && next <= n);
        if (at > 0) {
            out[used++] = '|';
        }
        memcpy(out + used, text + at, next - at);
        used += next - at;
        at = next;
    }
    out[used] = '\0';
    return out;
}

/* expected holds the text itself, with | at every boundary. */
static void check(const char *expected, end_function *end) {
    char text[256];
    size_t n = 0;
    for (const char *p = expected; *p != '\0'; p++) {
        if (*p != '|') {
            text[n++] = *p;
        }
    }
    text[n] = '\0';
    char *found = split(text, end);
    assert_string_equal(found, expected);
    free(found);
}

static void words(void **state) {
    static const char *const cases[] = {
        "The| |quick| |(|brown|)| |fox",
        "can't",
        "can\xE2\x80\x99t",
        "'|quoted|'",
        "dogs|'| |tails",
        "3.14",
        "1,000|,| |2",
        "3|.|a",
        "a|.|3",
        "example.com",
        "end|.",
        "a:b|:| |c",
        "snake_case|-|kebab",
        "__x1__",
        "a|  |b", /* spaces stay together */
        "a|\t|\t|b",
        "a|\r\n|\n|b",
        "e\xCC\x81t\xC3\xA9",
        "a|'\xCC\x81|.",
        "a'\xCC\x81z",
        "\xD7\x90'|.",
        "\xD7\x90\"\xD7\x91|\"|.",
        "\xE3\x82\xAB\xE3\x82\xBF|\xE3\x81\x8B|\xE3\x81\xAA", /* Katakana, Hiragana */
        "\xE6\xBC\xA2|\xE5\xAD\x97",                          /* Han */
        /* regional indicators AB CD: two flags */
        "\xF0\x9F\x87\xA6\xF0\x9F\x87\xA7|\xF0\x9F\x87\xA8\xF0\x9F\x87\xA9",
        /* woman, joiner, rocket; then a rocket on its own */
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80|\xF0\x9F\x9A\x80",
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(cases[i], segment_word_end);
    }
}

static void sentences(void **state) {
    static const char *const cases[] = {
        "One. |Two! |Three?",
        "He said \"Stop.\" |Then he left.",
        "It is 3.4 metres, e.g. from here. |Good.",
        "The U.S.A. is large. |Yes.",
        "Mr. |Smith", /* the default rules know no abbreviation */
        "etc.) and so on. |Next",
        "Wait... what? |No.",
        "Wait?! |No.",
        "Stop.  , he said.",
        "Stop! |and go.",
        "(One.) |(Two.)",
        "a\n|b",
        "One.\r\n|Two\r|\r\n|x",
        "One.\xC2\xAD\xC2\xA0|Two.",
        "No stop at all",
        "\xE5\xA5\xBD\xE3\x80\x82|\xE5\xA5\xBD\xE3\x80\x82",
        "etc.)\xE2\x80\x99 \xE2\x80\x98(the",
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(cases[i], segment_sentence_end);
    }
}

static void graphemes(void **state) {
    static const char *const cases[] = {
        "a|b|c",
        "a|\r\n|\n|b",
        "e\xCC\x81|t",
        "\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8|a", /* Hangul L V T */
        "\xF0\x9F\x87\xA6\xF0\x9F\x87\xA7|\xF0\x9F\x87\xA8",
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80|\xF0\x9F\x9A\x80",
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(cases[i], segment_grapheme_end);
    }
}

/* Each bad piece is a U+FFFD: no letter, no mark, a segment among words. */
static void bad_bytes(void **state) {
    check("ab|\xFF|cd", segment_word_end);
    check("ab|\xE2\x82|\xE2\x82|cd", segment_word_end);
    check("a|\xF0\x9F\x98", segment_word_end);
    check("One.|\xFF Two. |Two\xC0.", segment_sentence_end);
}

static void at_the_end_and_beyond(void **state) {
    static end_function *const ends[] = {segment_word_end, segment_sentence_end,
                                         segment_grapheme_end};
    for (size_t i = 0; i < COUNT(ends); i++) {
        assert_int_equal(ends[i]("ab. C", 5, 5), 5);
        assert_int_equal(ends[i]("ab. C", 5, 9), 5);
        assert_int_equal(ends[i]("", 0, 0), 0);
        assert_int_equal(ends[i]("a", 1, 0), 1);
    }
}

static size_t append(char *out, size_t n, const char *piece) {
    size_t length = strlen(piece);
    memcpy(out + n, piece, length);
    return n + length;
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Code points that the rules treat differently, and pieces of sequences. */
static const char *const pieces[] = {
    "a",
    "B",
    "7",
    " ",
    ".",
    "!",
    "'",
    "\"",
    ",",
    ":",
    "_",
    "\r",
    "\n",
    ")",
    "\xC2\xAD",
    "\xCC\x88",
    "\xD7\x90",
    "\xE2\x80\x8D",
    "\xE2\x80\xA8",
    "\xE3\x82\xAB",
    "\xE4\xB8\x80",
    "\xF0\x9F\x87\xA6",
    "\xF0\x9F\x9A\x80",
    "\xE2\x9C\x81",
    "\xFF",
    "\xE2\x80",
    "\xF0\x9F",
    "\x80",
};

/* Where a bad piece stands, the same boundaries as with U+FFFD in its place. */
static void replace_bad(const char *bytes, size_t n, char *out, size_t *place) {
    size_t used = 0;
    for (size_t at = 0; at < n;) {
        utf8_point point = utf8_decode(bytes + at, n - at);
        place[at] = used;
        used += utf8_encode(point.code, out + used);
        at += point.bytes;
    }
    place[n] = used;
}

static void compare_repaired(const char *bytes, size_t n, end_function *end) {
    char repaired[1024];
    size_t place[512] = {0};
    replace_bad(bytes, n, repaired, place);
    for (size_t at = 0; at < n;) {
        size_t next = end(bytes, n, at);
        assert_true(next > at && next <= n);
        assert_int_equal(end(repaired, place[n], place[at]), place[next]);
        at = next;
    }
}

static void random_bytes_make_progress(void **state) {
    uint32_t seed = 29;
    for (int round = 0; round < 20000; round++) {
        char bytes[256] = "";
        size_t n = 0, count = next_random(&seed) % 24;
        for (size_t i = 0; i < count; i++) {
            n = append(bytes, n, pieces[next_random(&seed) % COUNT(pieces)]);
        }
        compare_repaired(bytes, n, segment_word_end);
        compare_repaired(bytes, n, segment_sentence_end);
    }
}

/* A text that is cut at a boundary has the same boundaries behind the cut: a
 * segment needs nothing of what stands before it. */
static void nothing_before_a_segment_matters(void **state) {
    static end_function *const ends[] = {segment_word_end, segment_sentence_end};
    uint32_t seed = 31;
    for (int round = 0; round < 20000; round++) {
        char text[256] = "";
        size_t n = 0;
        for (int i = 0; i < 16; i++) {
            n = append(text, n, pieces[next_random(&seed) % COUNT(pieces)]);
        }
        for (size_t i = 0; i < COUNT(ends); i++) {
            size_t cut = ends[i](text, n, 0);
            size_t whole = ends[i](text, n, cut);
            assert_int_equal(ends[i](text + cut, n - cut, 0), whole - cut);
        }
    }
}

/* Long hostile runs: a rule that looked at a run again for each of its members
 * would need 10^10 steps here and run into the time limit of the tests. */
static void long_runs(void **state) {
    static const struct {
        const char *head, *repeated, *tail;
    } runs[] = {
        {"a'", "\xCC\x88", "!"},  {"a.", "1 ", "!"},      {"a. ", "(", "B"},
        {"a", ".\xCC\x88", "B"},  {"", "a'", ""},         {"", "1,", ""},
        {"", "a. 1 ", ""},        {"", "\xCC\x88", ""},   {"", "\xF0\x9F\x87\xA6", ""},
        {"\xD7\x90", "\"", "."},  {"", ". ", ""},         {"", "\xE2\x80\x8D", ""},
        {"", "\xF0\x9F\x98", ""}, {"", "\xD7\x90\"", ""}, {"a.", "\xC2\xAD", "b"},
    };
    enum { TIMES = 200000 };
    for (size_t i = 0; i < COUNT(runs); i++) {
        size_t length = strlen(runs[i].repeated);
        char *text = calloc(1, TIMES * length + 16);
        assert_non_null(text);
        size_t n = append(text, 0, runs[i].head);
        for (size_t k = 0; k < TIMES; k++) {
            n = append(text, n, runs[i].repeated);
        }
        append(text, n, runs[i].tail);
        free(split(text, segment_word_end));
        free(split(text, segment_sentence_end));
        free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(sentences),
        cmocka_unit_test(graphemes),
        cmocka_unit_test(bad_bytes),
        cmocka_unit_test(at_the_end_and_beyond),
        cmocka_unit_test(random_bytes_make_progress),
        cmocka_unit_test(nothing_before_a_segment_matters),
        cmocka_unit_test(long_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
