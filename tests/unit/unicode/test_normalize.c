/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unicode/normalize.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <stdlib.h>
#include <string.h>

#define LAST 0x10FFFFu
#define IS_SURROGATE(code) ((code) >= 0xD800 && (code) <= 0xDFFF)

/* Counts blocks, and refuses once `left` of them were given. */
typedef struct purse {
    size_t left;
    size_t live;
    size_t asked;
} purse;

static void *purse_resize(void *ctx, void *old, size_t old_size, size_t new_size) {
    purse *p = ctx;
    assert_true((old == NULL) == (old_size == 0));
    if (new_size == 0) {
        p->live -= old != NULL;
        free(old);
        return NULL;
    }
    assert_null(old);
    p->asked++;
    if (p->left == 0) {
        return NULL;
    }
    p->left--;
    p->live++;
    return malloc(new_size);
}

static void folds_to(const char *text, const char *expected) {
    char out[256];
    size_t n = normalize_fold(NULL, text, strlen(text), out, sizeof out);
    assert_int_equal(n, strlen(expected));
    assert_memory_equal(out, expected, n);
}

static void folding(void **state) {
    folds_to("", "");
    folds_to("Plain ASCII", "plain ascii");
    folds_to("\xC3\x89T\xC3\x89", "\xC3\xA9t\xC3\xA9");
    folds_to("Stra\xC3\x9F"
             "e",
             "strasse");
    folds_to("STRA\xE1\xBA\x9E"
             "E",
             "strasse");
    folds_to("\xC4\xB0", "i\xCC\x87"); /* I with dot above */
    folds_to("\xEF\xAC\x81n", "fin");  /* fi ligature */
    folds_to("\xCE\xA3\xCF\x82\xCF\x83", "\xCF\x83\xCF\x83\xCF\x83"); /* sigmas */
    folds_to("\xE2\x84\xAA", "k");                                    /* Kelvin sign */
    folds_to("\xE1\xBE\xA7", "\xE1\xBD\xA7\xCE\xB9"); /* omega, three marks */
}

static void composing(void **state) {
    folds_to("E\xCC\x81", "\xC3\xA9");
    /* e, circumflex, dot below, in either order: the same letter */
    folds_to("e\xCC\x82\xCC\xA3", "\xE1\xBB\x87");
    folds_to("e\xCC\xA3\xCC\x82", "\xE1\xBB\x87");
    folds_to("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "\xEA\xB0\x81"); /* Hangul */
    folds_to("\xE2\x84\xA6", "\xCF\x89");                             /* Ohm sign */
    folds_to("\xE0\xA5\x98", "\xE0\xA4\x95\xE0\xA4\xBC"); /* stays decomposed */
    folds_to("\xCC\x81"
             "a",
             "\xCC\x81"
             "a"); /* a mark with nothing before it */
}

/* Nothing is folded or dropped. */
static void composing_alone(void **state) {
    static const char *const cases[][2] = {
        {"I\u0307", "\u0130"},
        {"E\u0323\u0302", "\u1EC6"},
        {"co\u00ADop ﬁ Ａ", "co\u00ADop ﬁ Ａ"},
        {"كِتَابٌ", "كِتَابٌ"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[64];
        size_t n = normalize_compose(NULL, cases[i][0], strlen(cases[i][0]), out, 64);
        assert_int_equal(n, strlen(cases[i][1]));
        assert_memory_equal(out, cases[i][1], n);
    }
}

static void dropping(void **state) {
    folds_to("soft\xC2\xADhyphen", "softhyphen");
    folds_to("a\xE2\x80\x8D\xE2\x80\x8C"
             "b\xEF\xBB\xBF",
             "ab");
    folds_to("e\xC2\xAD\xCC\x81", "\xC3\xA9");
    folds_to("\xC2\xAD", "");
    folds_to("\xF3\xA0\xBF\xBF", ""); /* U+E0FFF: ignorable, not assigned */
}

/* What a vocalised spelling has beside the plain one. */
static void points(void **state) {
    folds_to("كِتَابٌ", "كتاب");
    folds_to("مُحَمَّد", "محمد");
    folds_to("الرَّحْمَٰنِ", "الرحمن");       /* dagger alef */
    folds_to("كتـــاب", "كتاب");        /* tatweel */
    folds_to("بِسۡمِ", "بسم");             /* Quranic sukun */
    folds_to("خانهٔ", "خانه");           /* hamza that makes no letter */
    folds_to("ا\u0653", "آ");           /* madda that makes one */
    folds_to("ا\u064E\u0654", "أ");     /* with a point between */
    folds_to("أ إ ؤ ئ آ", "أ إ ؤ ئ آ"); /* letters stay */
    folds_to("שָׁלוֹם", "שלום");
    folds_to("בְּרֵאשִׁ֖ית", "בראשית");                        /* cantillation */
    folds_to("\uFB2A\u05DC\u05D5\uFB4B\u05DD", "שלוום"); /* presentation forms */
    folds_to("Ինչպե՞ս", "ինչպես");
    folds_to("\u0640", "");
    folds_to("हिन्दी", "हिन्दी"); /* vowel signs are letters of their own */
    folds_to("ที่", "ที่");
}

static void stress(void **state) {
    folds_to("Москва\u0301", "москва");
    folds_to("за\u0301мок", "замок");
    folds_to("и\u0306", "й");
    folds_to("г\u0301 ѓ", "ѓ ѓ"); /* a letter of Macedonian */
    folds_to("ѝ", "ѝ");
    folds_to("ё\u0301лка", "ёлка");
    folds_to("ква\u0301\u0301", "ква");
    folds_to("x\u0301", "x\u0301"); /* no other script's */
}

static void widths(void **state) {
    folds_to("ＡＢＣ", "abc");
    folds_to("３２９", "329");
    folds_to("ｶﾀｶﾅ", "カタカナ");
    folds_to("ﾊﾟｿｺﾝ ﾃﾞｰﾀ", "パソコン データ");
    folds_to("，．％￥", "，．％￥"); /* marks stay */
}

/* Nothing is written past the capacity; the length is always the whole one. */
static void capacity(void **state) {
    static const char text[] = "\xC3\x89TUDE \xC3\x9F";
    char whole[32], out[32];
    size_t n = normalize_fold(NULL, text, sizeof text - 1, whole, sizeof whole);
    assert_int_equal(n, 9);
    assert_int_equal(normalize_fold(NULL, text, sizeof text - 1, NULL, 0), n);
    for (size_t room = 0; room <= n; room++) {
        memset(out, '#', sizeof out);
        assert_int_equal(normalize_fold(NULL, text, sizeof text - 1, out, room), n);
        for (size_t i = room; i < sizeof out; i++) {
            assert_int_equal(out[i], '#');
        }
    }
    assert_memory_equal(out, whole, n);
}

static void no_memory(void **state) {
    purse none = {.left = 0}, one = {.left = 1};
    const lede_allocator refusing = {purse_resize, &none};
    const lede_allocator giving = {purse_resize, &one};
    char out[8];
    assert_int_equal(normalize_fold(&refusing, "\xC3\x89", 2, out, sizeof out), SIZE_MAX);
    assert_int_equal(none.asked, 1);
    assert_int_equal(normalize_fold(&giving, "\xC3\x89", 2, out, sizeof out), 2);
    assert_int_equal(one.asked, 1);
    assert_int_equal(one.live, 0);
}

/* For each code point: valid UTF-8, without what is dropped, and folding once more
 * changes nothing. */
static void every_code_point(void **state) {
    for (uint32_t code = 0; code <= LAST; code++) {
        char text[4], once[64], twice[64];
        if (IS_SURROGATE(code)) {
            continue;
        }
        size_t n = utf8_encode(code, text);
        size_t length = normalize_fold(NULL, text, n, once, sizeof once);
        assert_true(length <= sizeof once && utf8_valid_prefix(once, length) == length);
        bool dropped = (unicode_flags(code) & UF_IGNORABLE) != 0 ||
                       (tables_traits(code) & UT_POINT) != 0;
        assert_int_equal(length == 0, dropped);
        assert_int_equal(normalize_fold(NULL, once, length, twice, sizeof twice), length);
        assert_memory_equal(once, twice, length);
    }
}

/* Marks below and above by turns are out of order all the way; exchanging
 * neighbours would need 10^10 steps. All marks below must come out first. */
static void a_long_run_of_marks(void **state) {
    const size_t pairs = 100000;
    size_t n = 1 + 4 * pairs;
    char *text = malloc(n), *out = malloc(n);
    assert_true(text != NULL && out != NULL);
    text[0] = 'q';
    for (size_t i = 0; i < pairs; i++) {
        memcpy(text + 1 + 4 * i, "\xCC\x81\xCC\xA3", 4);
    }
    assert_int_equal(normalize_fold(NULL, text, n, out, n), n);
    for (size_t i = 0; i < 2 * pairs; i++) {
        assert_memory_equal(out + 1 + 2 * i, i < pairs ? "\xCC\xA3" : "\xCC\x81", 2);
    }
    free(text);
    free(out);
}

static void width(void **state) {
    assert_int_equal(normalize_width('a'), 1);
    assert_int_equal(normalize_width(0xE9), 1);
    assert_int_equal(normalize_width('\n'), 0);
    assert_int_equal(normalize_width(0x301), 0);
    assert_int_equal(normalize_width(0x200B), 0);
    assert_int_equal(normalize_width(0x4E00), 2);
    assert_int_equal(normalize_width(0xFF21), 2);
    assert_int_equal(normalize_width(0x1F600), 2);
    assert_int_equal(normalize_width(LAST + 1), 0);
    assert_int_equal(normalize_width(UINT32_MAX), 0);
    for (uint32_t code = 0; code <= LAST; code++) {
        assert_in_range(normalize_width(code), 0, 2);
    }
}

static void version(void **state) {
    assert_string_equal(normalize_unicode_version(), "15.0.0");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folding),
        cmocka_unit_test(composing),
        cmocka_unit_test(composing_alone),
        cmocka_unit_test(dropping),
        cmocka_unit_test(points),
        cmocka_unit_test(stress),
        cmocka_unit_test(widths),
        cmocka_unit_test(capacity),
        cmocka_unit_test(no_memory),
        cmocka_unit_test(every_code_point),
        cmocka_unit_test(a_long_run_of_marks),
        cmocka_unit_test(width),
        cmocka_unit_test(version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
