/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/case.h"
#include "lang/label.h"
#include "unit/text/pack_support.h"

#include <stdlib.h>
#include <string.h>

/* From memory of the exact size. */
static bool is(const language_pack *pack, pack_line_kind kind, const char *text) {
    size_t n = strlen(text);
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, text, n);
    bool result = label_is(pack, kind, exact, n);
    free(exact);
    return result;
}

static void ads(void **state) {
    static const char *const yes[] = {
        "ad",
        "AD",
        "Advertisment",
        "[Advertisement]",
        "-- Advertisement --",
        "Ad.",
        " \n Sponsored \t\n content ",
        "\xE2\x80\x9CSponsored\xE2\x80\x9D",
        "Advertisement\xC2\xA0- continue reading below",
    };
    static const char *const no[] = {
        "",
        " ",
        "***",
        "a",
        "adv",
        "ads.txt",
        "The ad",
        "Ad ad",
        "date",
        "Sponsoredcontent",
        "Advertisement continue reading below",
        "1 ad",
    };
    const language_pack *english = pack_find("en", 2);
    for (size_t i = 0; i < COUNT(yes); i++) {
        assert_true(is(english, PACK_LINE_AD, yes[i]));
        assert_true(is(NULL, PACK_LINE_AD, yes[i]));
        assert_false(is(pack_neutral(), PACK_LINE_AD, yes[i]));
        assert_false(is(english, PACK_LINE_DATE, yes[i]));
    }
    for (size_t i = 0; i < COUNT(no); i++) {
        assert_false(is(english, PACK_LINE_AD, no[i]));
        assert_false(is(NULL, PACK_LINE_AD, no[i]));
    }
}

/* Every line of every pack is found, in capitals and in brackets as well. */
static void all_lines(void **state) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        for (uint32_t l = 0; l < packs[i].line_count; l++) {
            const pack_line *line = &packs[i].lines[l];
            char text[LABEL_MAX + 3] = "[";
            if (line->kind != PACK_LINE_AD) {
                continue;
            }
            assert_true(line->length <= LABEL_MAX - 2);
            memcpy(text + 1, packs[i].strings + line->key, line->length);
            text[line->length + 1] = ']';
            assert_true(is(&packs[i], PACK_LINE_AD, text));
            if (case_is_own(&packs[i])) {
                continue; /* I is not the capital of its i */
            }
            for (char *c = text; *c != '\0'; c++) {
                *c = (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c);
            }
            assert_true(is(NULL, PACK_LINE_AD, text));
        }
    }
}

static void longest(void **state) {
    char text[LABEL_MAX + 2] = "";
    memset(text, '-', LABEL_MAX);
    memcpy(text + 70, "ad", 2);
    assert_true(is(NULL, PACK_LINE_AD, text));
    text[LABEL_MAX] = '-';
    assert_false(is(NULL, PACK_LINE_AD, text));
    /* Letters that grow when they are folded: U+023A. */
    for (size_t i = 0; i < LABEL_MAX; i += 2) {
        memcpy(text + i, "\xC8\xBA", 2);
    }
    text[LABEL_MAX] = '\0';
    assert_false(is(NULL, PACK_LINE_AD, text));
}

/* I is the capital of the dotless letter. */
static void own_capitals(void **state) {
    listed l;
    listed_pack(&l, "[case]\nIı\nİi\n[ad]\nısı reklamı\n", NULL);
    assert_true(is(&l.pack, PACK_LINE_AD, "ISI REKLAMI"));
    assert_true(is(&l.pack, PACK_LINE_AD, "[Isı reklamı]"));
    assert_false(is(&l.pack, PACK_LINE_AD, "isi reklami"));
    listed_close(&l);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_capitals),
        cmocka_unit_test(ads),
        cmocka_unit_test(all_lines),
        cmocka_unit_test(longest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
