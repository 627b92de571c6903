/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/marks.h"
#include "unicode/properties.h"
#include "unit/text/text_support.h"

/* The mark must end at the bar; memory of the exact size. */
static void check(const char *text, mark_kind kind) {
    size_t n = strlen(text) - 1, bar = strcspn(text, "|");
    uint32_t end = 0;
    assert_int_equal(text[bar], '|');
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, text, bar);
    memcpy(exact + bar, text + bar + 1, n - bar);
    mark_kind found = mark_read(exact, (uint32_t)n, 0, &end);
    free(exact);
    if (found != kind || end != bar) {
        fail_msg("\"%s\": kind %d, end %u", text, (int)found, (unsigned)end);
    }
}

static const struct {
    const char *text;
    mark_kind kind;
} kind_cases[] = {
    {".|", MARK_STOP},
    {".| a", MARK_STOP},
    {".|\"", MARK_STOP},
    {".|,", MARK_STOP},
    {"\xEF\xBC\x8E|", MARK_FINAL}, /* fullwidth full stop */
    {"!|", MARK_TERMINATOR},
    {"?|)", MARK_TERMINATOR},
    {"?!?|", MARK_TERMINATOR},
    {"!!!| a", MARK_TERMINATOR},
    {"...?|", MARK_TERMINATOR},
    {"!..|", MARK_TERMINATOR},
    {"\xE2\x80\xBD|", MARK_TERMINATOR}, /* interrobang */
    {"\xD8\x9F|", MARK_TERMINATOR},     /* Arabic question mark */
    {"\xE0\xA5\xA4|", MARK_TERMINATOR}, /* danda */
    {"\xE0\xA5\xA5|", MARK_TERMINATOR},
    {"\xDB\x94|", MARK_TERMINATOR}, /* Urdu full stop */
    {"\xD6\x89|", MARK_TERMINATOR}, /* Armenian full stop */
    {"\xE3\x80\x82|", MARK_FINAL},
    {"\xEF\xBC\x81|", MARK_FINAL},
    {"\xEF\xBC\x9F|", MARK_FINAL},
    {"\xE3\x80\x82?|", MARK_FINAL},
    {"\xEF\xBD\xA1|", MARK_FINAL},
    {"..|", MARK_ELLIPSIS},
    {"...|a", MARK_ELLIPSIS},
    {"\xE2\x80\xA6|", MARK_ELLIPSIS},
    {"\xE2\x80\xA6.|", MARK_ELLIPSIS},
    {".\xE2\x80\xA6|", MARK_ELLIPSIS},
    {"(|a", MARK_OPEN},
    {"((|a", MARK_OPEN},
    {"[|", MARK_OPEN},
    {"\xE2\x80\x9C|", MARK_OPEN},
    {"\xC2\xAB|", MARK_OPEN},
    {"\xE3\x80\x8C|", MARK_OPEN},
    {")|.", MARK_CLOSE},
    {"))|", MARK_CLOSE},
    {"\xE2\x80\x9D|", MARK_CLOSE},
    {"\xE2\x80\x99|", MARK_CLOSE},
    {"\xC2\xBB|", MARK_CLOSE},
    {"\xE3\x80\x8D|", MARK_CLOSE},
    {"\"|", MARK_QUOTE},
    {"'|\"", MARK_QUOTE},
    {"''|", MARK_CLOSE},
    {",,|", MARK_OPEN},
    {"``|", MARK_OPEN},
    {",,,|", MARK_PAUSE},
    {"====|", MARK_RULE},
    {"----|", MARK_RULE},
    {"---|", MARK_DASH},
    {"***| a", MARK_RULE},
    {"**|", MARK_OTHER},
    {":-)|", MARK_EMOJI},
    {";)| a", MARK_EMOJI},
    {":))|", MARK_EMOJI},
    {":|)x", MARK_PAUSE}, /* no white space behind */
    {":|-", MARK_PAUSE},
    {"\xEF\xBC\x82|", MARK_QUOTE},
    {",|", MARK_PAUSE},
    {";|", MARK_PAUSE},
    {":|-", MARK_PAUSE},
    {"%|", MARK_PAUSE},
    {"\xE3\x80\x81|", MARK_PAUSE},
    {"\xEF\xBC\x8C|", MARK_PAUSE},
    {"-|", MARK_DASH},
    {"--|a", MARK_DASH},
    {"\xE2\x80\x94|", MARK_DASH},
    {"\xE2\x80\x93|", MARK_DASH},
    {"*|", MARK_OTHER},
    {"**|a", MARK_OTHER},
    {"*|_", MARK_OTHER},
    {"/|", MARK_OTHER},
    {"+|", MARK_OTHER},
    {"\xC2\xA7|", MARK_OTHER},
    {"+\xCC\x81|a", MARK_OTHER}, /* a mark on it */
    {",\xCC\x81|", MARK_PAUSE},
    {"\xF0\x9F\x98\x80|a", MARK_EMOJI},
    {"\xF0\x9F\x98\x80\xF0\x9F\x8E\x89|", MARK_EMOJI},
    {"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB| ", MARK_EMOJI},
    {"\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7|.", MARK_EMOJI},
    {"\xE2\x9D\xA4\xEF\xB8\x8F|", MARK_EMOJI},
};

static void kinds(void **state) {
    for (size_t i = 0; i < COUNT(kind_cases); i++) {
        check(kind_cases[i].text, kind_cases[i].kind);
    }
}

static bool is_terminator(unsigned c) {
    sentence_break b = unicode_sentence_break(c);
    return b == SB_ATERM || b == SB_STERM;
}

/* A lone mark comes from a table, the same mark at the very end of the text or
 * with a combining mark behind it from the properties. */
static void table_is_slow_path(void **state) {
    for (unsigned c = 1; c < 0x80; c++) {
        unicode_class class = unicode_class_of(c);
        if (class < UC_CONNECTOR && class != UC_OTHER) {
            continue; /* letters, digits and white space */
        }
        char fast[2] = {(char)c, ' '}, last[1] = {(char)c};
        char marked[3] = {(char)c, '\xCC', '\x81'}, twice[3] = {(char)c, (char)c, ' '};
        uint32_t end = 0;
        mark_kind kind = mark_read(fast, 2, 0, &end);
        assert_int_equal(end, 1);
        assert_int_equal(mark_read(last, 1, 0, &end), kind);
        assert_int_equal(end, 1);
        assert_int_equal(mark_read(marked, 3, 0, &end), kind);
        assert_int_equal(end, is_terminator(c) ? 1 : 3);
        mark_kind both = c == '.'               ? MARK_ELLIPSIS
                         : c == ',' || c == '`' ? MARK_OPEN
                         : c == '\''            ? MARK_CLOSE
                                                : kind;
        assert_int_equal(mark_read(twice, 3, 0, &end), both);
        assert_int_equal(end, 2);
    }
}

/* A pair that is one mark of its own. */
static bool is_double_quote(char a, char b) {
    return a == b && (a == ',' || a == '`' || a == '\'');
}

static bool is_emoticon(char a, char b) {
    return strchr(":;=", a) != NULL && strchr("()[]|*", b) != NULL;
}

/* Every pair of ASCII marks: with the second byte at hand or not, the first
 * mark's kind changes only in a run of terminators, in quotes of two marks and in
 * emoticons. */
static void pairs(void **state) {
    static const char marks[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    for (const char *a = marks; *a != '\0'; a++) {
        for (const char *b = marks; *b != '\0'; b++) {
            char text[3] = {*a, *b, ' '}, alone[1] = {*a};
            uint32_t end = 0, alone_end = 0;
            mark_kind kind = mark_read(text, 3, 0, &end);
            mark_kind lone = mark_read(alone, 1, 0, &alone_end);
            bool run = is_terminator((unsigned)*a) && is_terminator((unsigned)*b);
            assert_int_equal(end, *a == *b || run || is_emoticon(*a, *b) ? 2 : 1);
            if (is_double_quote(*a, *b)) {
                assert_int_equal(kind, *a == '\'' ? MARK_CLOSE : MARK_OPEN);
            } else if (is_emoticon(*a, *b)) {
                assert_int_equal(kind, MARK_EMOJI);
            } else if (!run) {
                assert_int_equal(kind, lone);
            } else if (*a == '.' && *b == '.') {
                assert_int_equal(kind, MARK_ELLIPSIS);
            } else {
                assert_int_equal(kind, MARK_TERMINATOR);
            }
        }
    }
}

static void at_an_offset(void **state) {
    uint32_t end = 0;
    assert_int_equal(mark_read("a?! b", 5, 1, &end), MARK_TERMINATOR);
    assert_int_equal(end, 3);
    assert_int_equal(mark_read("a?! b", 5, 2, &end), MARK_TERMINATOR);
    assert_int_equal(end, 3);
    assert_int_equal(mark_read("a?!!", 2, 1, &end), MARK_TERMINATOR);
    assert_int_equal(end, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds),
        cmocka_unit_test(table_is_slow_path),
        cmocka_unit_test(pairs),
        cmocka_unit_test(at_an_offset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
