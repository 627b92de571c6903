/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/lang/style_support.h"

#include "lang/familiar.h"
#include "lang/list_filter.h"

/* Whatever is on a list of some language goes through. */
static void every_listed_word(void **state) {
    size_t count = 0, words = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        const list_tables *t = packs[i].lists;
        for (uint32_t k = 0; k < t->word_count; k++) {
            const list_word *w = &t->words[k];
            assert_true(list_may_have_key(t, t->strings + w->key, w->length));
            assert_true(w->length < LIST_FRONT ||
                        list_may_begin(t, list_front(t->strings + w->key, w->length)));
            words++;
        }
    }
    assert_true(words > 1000);
}

/* Of words that are on none, few do: those that share a bit with a listed one. */
static void few_others(void **state) {
    const list_tables *t = pack_of("en")->lists;
    uint32_t through = 0, asked = 0, random = 1;
    for (; asked < 20000; asked++) {
        char key[8];
        size_t n = 4 + asked % 5;
        for (size_t i = 0; i < n; i++) {
            random = random * UINT32_C(1664525) + UINT32_C(1013904223);
            key[i] = (char)('a' + (random >> 24) % 26);
        }
        through += list_may_have_key(t, key, n);
    }
    assert_true(through < asked / 8);
}

static void no_words(void **state) {
    styled s;
    styled_open(&s, "");
    assert_false(list_may_have_key(&s.tables, "a", 1));
    assert_false(list_may_have_key(&s.tables, "abcd", 4));
    assert_false(list_may_have_key(&s.tables, "", 0));
    styled_close(&s);
}

/* Words around the length of a front, each byte of which counts. */
static void short_words(void **state) {
    static const char *const words[] = {"a", "ab", "abc", "abcd", "abcde"};
    styled s;
    styled_open(&s, "[hedge]\na ab abc abcd abcde\n");
    for (size_t i = 0; i < COUNT(words); i++) {
        assert_int_equal(lists_of(&s.pack, words[i]), WORD_LIST_HEDGE);
    }
    assert_int_equal(lists_of(&s.pack, "b"), 0);
    assert_int_equal(lists_of(&s.pack, "bbcde"), 0);
    assert_int_equal(lists_of(&s.pack, "abcdf"), 0);
    styled_close(&s);
}

static uint32_t exact_lists(const void *context, const char *key, size_t n) {
    return word_lists_exact(context, key, n);
}

/* Bases that are shorter than a front, as long, and longer; with and without what is
 * put behind them. */
static void bases(void **state) {
    static const char style[] =
        "[hedge]\nbe bee bees die lie stop\n[inflection]\ned - double\ns -\nying ie\n";
    static const char *const words[] = {"bes", "beess", "dying", "lying", "stopped"};
    styled s;
    styled_open(&s, style);
    familiar_lists familiar = {exact_lists, &s.pack, WORD_LIST_HEDGE, &s.tables};
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t n = strlen(words[i]);
        assert_int_equal(familiar_by(&s.pack, &familiar, words[i], n), WORD_LIST_HEDGE);
    }
    assert_int_equal(familiar_by(&s.pack, &familiar, "stoped", 6), 0);
    styled_close(&s);
}

/* More than eight bytes, of which a tail has the last. */
static void long_endings(void **state) {
    styled s;
    styled_open(&s,
                "[suffix-adverb]\nabcdefghij ghij\n[suffix-nominalisation]\nabcdefgh\n");
    assert_int_equal(lists_of(&s.pack, "xyzghij"), WORD_LIST_ADVERB);
    assert_int_equal(lists_of(&s.pack, "xyzabcdefgh"), WORD_LIST_NOMINALISATION);
    assert_int_equal(lists_of(&s.pack, "xyzbcdefgh"), 0);
    styled_close(&s);
    styled_open(&s, "[suffix-adverb]\nabcdefghij\n");
    assert_int_equal(lists_of(&s.pack, "xyzabcdefghij"), WORD_LIST_ADVERB);
    assert_int_equal(lists_of(&s.pack, "xyzxbcdefghij"), 0);
    assert_int_equal(lists_of(&s.pack, "xyabcdefghij"), 0); /* too little before it */
    styled_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_listed_word),
        cmocka_unit_test(few_others),
        cmocka_unit_test(no_words),
        cmocka_unit_test(short_words),
        cmocka_unit_test(bases),
        cmocka_unit_test(long_endings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
