/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/letter_runs.h"
#include "unicode/utf8.h"
#include "unit/text/text_support.h"

#include <stdio.h>

/* The runs of text[begin..end), "/" between them; "?" behind one that is not whole,
 * "*" for one without spaces. Memory of the exact size. */
static void expect_part(const char *text, size_t begin, size_t end, const char *runs) {
    size_t n = strlen(text);
    char *exact = malloc(n > 0 ? n : 1), found[1024] = "";
    assert_non_null(exact);
    memcpy(exact, text, n);
    letter_sample s = {exact, (uint32_t)n, (uint32_t)begin, (uint32_t)end};
    letter_run run;
    letter_runs_align(&s);
    while (letter_runs_next(&s, &run)) {
        strcat(found, found[0] != '\0' ? "/" : "");
        strncat(found, run.key, run.whole ? run.n : 0);
        strcat(found, run.no_spaces ? "*" : run.whole ? "" : "?");
        if (run.whole) {
            assert_true(run.hash == hash_bytes(run.key, run.n, 0));
            assert_int_equal(run.ascii, utf8_count(run.key, run.n) == run.n);
        }
    }
    free(exact);
    assert_string_equal(found, runs);
}

static void expect(const char *text, const char *runs) {
    expect_part(text, 0, strlen(text), runs);
}

static void folded_runs(void **state) {
    expect("", "");
    expect("12 \xE2\x80\x94 \xF0\x9F\x98\x80\xEF\xB8\x8F", "");
    expect("The CAT's 3 hats_on", "the/cat/s/hats/on");
    expect("\xC3\x84RGER \xC3\xBC"
           "ber all\xC3\xA9",
           "\xC3\xA4rger/\xC3\xBC"
           "ber/all\xC3\xA9");
    expect("\xD0\x9E\xD0\xBD", "\xD0\xBE\xD0\xBD");
    /* A mark goes on with its word, and begins none. */
    expect("the\xCC\x81 \xCC\x81the", "the\xCC\x81/the");
    expect("Abcdefghijklmnopqrstuvw xyz Abcdefghijklmnopqrstuvw",
           "abcdefghijklmnopqrstuvw/xyz/abcdefghijklmnopqrstuvw");
}

/* Whatever stands behind, of any length: the same word. */
static void any_length(void **state) {
    static const char *const behind[] = {"", ".", "1", "'", "_", "\xE2\x80\x9D"};
    char word[64], text[128];
    for (size_t n = 1; n <= FUNCTION_WORD_BYTES + 4; n++) {
        for (size_t b = 0; b < COUNT(behind); b++) {
            memset(word, 'q', n);
            word[n] = '\0';
            snprintf(text, sizeof text, "%s%s", word, behind[b]);
            expect(text, n > FUNCTION_WORD_BYTES ? "?" : word);
        }
    }
}

static void without_spaces(void **state) {
    expect("\xE6\xB8\xA1\xE3\x81\x97iPhone\xE6\x89\x8B", "*/*/iphone/*");
    /* Katakana runs are one. */
    expect("\xE3\x81\xAE\xE3\x82\xAB\xE3\x83\x8A\xE3\x81\xAE", "*/\xE3\x82\xAB"
                                                               "\xE3\x83\x8A*/*");
}

/* A part reads the runs that begin in it, to their end. */
static void parts(void **state) {
    const char *text = "the ferry left at dawn";
    for (size_t cut = 0; cut <= strlen(text); cut++) {
        bool inside = cut > 0 && text[cut - 1] != ' ';
        size_t begin = cut;
        while (inside && begin < strlen(text) && text[begin] != ' ') {
            begin++;
        }
        char rest[64];
        snprintf(rest, sizeof rest, "%s", text + begin + (text[begin] == ' '));
        for (char *c = rest; *c != '\0'; c++) {
            *c = *c == ' ' ? '/' : *c;
        }
        expect_part(text, cut, strlen(text), rest);
    }
    expect_part(text, 0, 5, "the/ferry");
    expect_part(text, 0, 4, "the");
    expect_part(text, 5, 9, "");
    /* Between the bytes of a code point. */
    expect_part("\xC3\xA9t\xC3\xA9 ou", 1, 8, "ou");
    expect_part("\xE6\xB8\xA1\xE6\x89\x8B", 1, 6, "*");
}

/* Of a run without end only so much is read as a word can have. */
static void endless_run(void **state) {
    enum { SIZE = 4096 };
    char text[SIZE + 1];
    memset(text, 'q', SIZE);
    text[SIZE] = '\0';
    letter_sample s = {text, SIZE, 0, 256};
    letter_run run;
    assert_true(letter_runs_next(&s, &run));
    assert_false(run.whole);
    assert_in_range(s.at, 256, 256 + FUNCTION_WORD_BYTES);
    assert_false(letter_runs_next(&s, &run));
    expect_part(text, 512, 768, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folded_runs),    cmocka_unit_test(any_length),
        cmocka_unit_test(without_spaces), cmocka_unit_test(parts),
        cmocka_unit_test(endless_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
