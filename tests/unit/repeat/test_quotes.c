/* SPDX-License-Identifier: MIT */
#include "repeat/quotes.h"

#include "unit/repeat/repeat_support.h"

/* What the marks of a text are, in their order: "(" opens, ")" closes, "'" is an
 * apostrophe, "." none; and "<" where a word is quoted, " " where it is not. */
static void expect_marks_in(const char *language, const char *text, const char *wanted) {
    static const char signs[] = {[QUOTE_NONE] = '.',
                                 [QUOTE_APOSTROPHE] = '\'',
                                 [QUOTE_OPENS] = '(',
                                 [QUOTE_CLOSES] = ')'};
    opened o;
    shown found = {.n = 0};
    opened_text(&o, text, language);
    quotes q = {.single = false};
    for (uint32_t i = 0; i < 1 && o.d.page.blocks.count > 0; i++) {
        q = quotes_begin(&o.d, 0);
        assert_false(quotes_open(&q));
    }
    for (uint32_t i = 0; i < o.d.words.count; i++) {
        if (o.d.words.items[i].kind == LEDE_WORD_MARK) {
            show(&found, "%c", signs[quotes_note(&q, i)]);
        } else {
            show(&found, "%c", quotes_open(&q) ? '<' : ' ');
        }
    }
    assert_string_equal(found.text, wanted);
    opened_close(&o);
}

static void expect_marks(const char *text, const char *wanted) {
    expect_marks_in("en", text, wanted);
}

static void straight(void **state) {
    expect_marks("a \"b c\" d", " (<<) ");
    expect_marks("\"b c,\" d", "(<<.) ");
    expect_marks("a 'b c' d", " (<<) ");
    expect_marks("a \"b 'c' d\" e", " (<(<)<) ");
    expect_marks("(\"b\") c", ".(<). ");
    expect_marks("a \"b\", \"c\" d", " (<).(<) ");
    expect_marks("a 'b', 'c' d", " (<).(<) ");
    expect_marks("(a 'b') c", ". (<). ");
    /* Only the next mark can tell. */
    expect_marks("a \" b \" c", " (<) ");
}

static void curly(void **state) {
    expect_marks("a \xE2\x80\x9C"
                 "b c\xE2\x80\x9D d",
                 " (<<) ");
    expect_marks("a \xE2\x80\x98"
                 "b c\xE2\x80\x99 d",
                 " (<<) ");
    expect_marks("a \xE2\x80\x98"
                 "b don\xE2\x80\x99t c\xE2\x80\x99 d",
                 " (<<<) ");
}

static void german(void **state) {
    expect_marks_in("de",
                    "a \xE2\x80\x9E"
                    "b c\xE2\x80\x9C d",
                    " (<<) ");
    expect_marks_in("de",
                    "a \xE2\x80\x9A"
                    "b c\xE2\x80\x98 d",
                    " (<<) ");
    expect_marks_in("de",
                    "a \xC2\xBB"
                    "b c\xC2\xAB d",
                    " (<<) ");
    expect_marks_in("de",
                    "a \xE2\x80\xBA"
                    "b c\xE2\x80\xB9 d",
                    " (<<) ");
}

static void french(void **state) {
    expect_marks_in("fr",
                    "a \xC2\xAB"
                    "b c\xC2\xBB d",
                    " (<<) ");
    expect_marks_in("fr",
                    "a \xC2\xAB\xC2\xA0"
                    "b c\xC2\xA0\xC2\xBB d",
                    " (<<) ");
    expect_marks_in("fr", "a \xC2\xAB b c \xC2\xBB d", " (<<) ");
}

static void corner_brackets(void **state) {
    expect_marks_in("ja", "\xE6\xBC\xA2\xE3\x80\x8C\xE5\xAD\x97\xE3\x80\x8D\xE6\xBC\xA2",
                    " (<) ");
}

/* `` '' as typewriters have them. */
static void double_backquotes(void **state) {
    expect_marks("a ``b c'' d", " (<<) ");
    expect_marks("a ``b c,'' d", " (<<.) ");
}

static void apostrophes(void **state) {
    expect_marks("the nations' plans", "  ' ");
    expect_marks("the nations\xE2\x80\x99 plans", "  ' ");
    expect_marks("the nations' 'plans' b", "  '(<) ");
    /* What is open is closed. */
    expect_marks("a 'b nations' plans", " (<<) ");
    expect_marks("don't do it", "   ");
}

/* Left out letters open nothing, where nothing closes it. */
static void apostrophes_in_front(void **state) {
    expect_marks("in the '90s it was", "  .   ");
    expect_marks("'tis so, 'tis so", ".  ..  ");
    expect_marks("the '90s, 'b c' d", " (<.(<<) ");
}

static void other_marks(void **state) {
    expect_marks("a, b (c) d; e.", " . . . . .");
    expect_marks("", "");
}

/* At the end of a text and of a block there is nothing behind a mark. */
static void ends(void **state) {
    expect_marks("a \"b\"", " (<)");
    expect_marks("\"", "(");
    expect_marks("\"\"", "(");
    expect_marks("a \"b", " (<");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(straight),        cmocka_unit_test(curly),
        cmocka_unit_test(german),          cmocka_unit_test(french),
        cmocka_unit_test(corner_brackets), cmocka_unit_test(double_backquotes),
        cmocka_unit_test(apostrophes),     cmocka_unit_test(apostrophes_in_front),
        cmocka_unit_test(other_marks),     cmocka_unit_test(ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
