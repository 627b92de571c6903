/* SPDX-License-Identifier: MIT */
/* Words in a language with capitals of its own: src/lang/case.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "unit/text/pack_support.h"
#include "unit/text/text_support.h"

static const char turkish[] = "[case]\nIı\nİi\n[stop]\nısı\n";

static void keys(void **state) {
    static const char *const pairs[][2] = {
        {"IŞIK", "ışık"},
        {"İstanbul", "istanbul"},
        {"I\u0307stanbul", "istanbul"}, /* decomposed */
        {"ISPARTA", "ısparta"},
        {"ISPARTALILAŞTIRILMIŞ", "ıspartalılaştırılmış"},
        {"DIYARBAKIRLILARDAN", "dıyarbakırlılardan"}, /* ASCII, more than two lanes */
        {"KIRMIZI-BEYAZ", "kırmızı-beyaz"},
        {"Iğdır\u2019a", "ığdır'a"},
        {"#ISI", "ısı"},
        {"Ali", "ali"},
        {"INFO@INTERNET.ORG", "info@internet.org"}, /* a name of no language */
        {"I", "ı"},
    };
    /* In front of enough text for the short way, and behind it. */
    static const char rest[] = " bir iki dort bes alti yedi sekiz dokuz on ";
    for (size_t i = 0; i < COUNT(pairs); i++) {
        char text[512];
        listed l;
        listed_pack(&l, turkish, NULL);
        snprintf(text, sizeof text, "%s%s%s%s%s%s", pairs[i][0], rest, pairs[i][0], rest,
                 rest, pairs[i][0]);
        listed_text(&l, text);
        assert_int_equal(term_of(&l.d, pairs[i][1])->occurrences, 3);
        assert_int_equal(l.d.terms.items[0].occurrences, 3);
        listed_close(&l);
    }
}

static void in_lists(void **state) {
    listed l;
    listed_pack(&l, turkish, NULL);
    listed_text(&l, "ISI");
    assert_true((l.d.terms.items[0].flags & LEDE_TERM_STOP) != 0);
    listed_close(&l);
    opened o;
    opened_text(&o, "IT it", NULL); /* in other languages as ever */
    assert_int_equal(o.d.terms.count, 1);
    opened_close(&o);
}

/* The words and marks are the same as without capitals of its own. */
static void cut_nothing(void **state) {
    static const char text[] =
        "I am. It is I, INTEL II, and the big IBM sentence of words "
        "that goes on and on: e-mail IS, I. Big ISLANDS in rows.";
    char plain[512], own[512];
    listed l;
    for (size_t skip = 0; skip < sizeof text; skip++) {
        listed_pack(&l, "[stop]\na\n", NULL);
        listed_text(&l, text + skip);
        show_words(&l.d, plain, sizeof plain);
        listed_close(&l);
        listed_pack(&l, turkish, NULL);
        listed_text(&l, text + skip);
        show_words(&l.d, own, sizeof own);
        listed_close(&l);
        assert_string_equal(plain, own);
    }
}

static void fail_in_turn(size_t limit) {
    lede_status status = LEDE_NO_MEMORY;
    for (size_t at = 1; status == LEDE_NO_MEMORY; at++) {
        counting c;
        counting_init(&c, at);
        listed l;
        listed_pack(&l, turkish, "turkish");
        l.allocator = &c.allocator;
        l.limit = limit;
        status = listed_read(&l, "I\u0307zmir IŞIK ISPARTALILAŞTIRILMIŞLAR ISI, I "
                                 "\uFB01nal KIRMIZI-BEYAZ bir iki dort bes alti");
        listed_close(&l);
        assert_int_equal(c.live_blocks, 0);
        assert_true(status == LEDE_OK || status == LEDE_NO_MEMORY);
    }
    assert_int_equal(status, LEDE_OK);
}

static void without_memory(void **state) {
    fail_in_turn(0);
    fail_in_turn(100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys),
        cmocka_unit_test(in_lists),
        cmocka_unit_test(cut_nothing),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
