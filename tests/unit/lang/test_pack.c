/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "lang/pack.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const language_pack *english(void) {
    const language_pack *pack = pack_find("en", 2);
    assert_non_null(pack);
    return pack;
}

static uint32_t flags_of(const char *key) {
    return pack_word_flags(english(), key, strlen(key));
}

static void find(void **state) {
    const language_pack *pack = english();
    assert_string_equal(pack->info.code, "en");
    assert_string_equal(pack->info.name, "English");
    assert_string_equal(pack->info.stemmer, "english");
    assert_true(pack->fallback);
    assert_ptr_equal(pack_find("en-GB", 5), pack);
    assert_ptr_equal(pack_find("en-419", 6), pack);
    assert_ptr_equal(pack_find("english", 2), pack);
    assert_null(pack_find("e", 1));
    assert_null(pack_find("eng", 3));
    assert_null(pack_find("zz", 2));
    assert_null(pack_find("en_GB", 5));
    assert_null(pack_find("", 0));
    assert_non_null(pack_find("nb", 2));
    assert_ptr_equal(pack_find("no", 2), pack_find("nb", 2));
    assert_ptr_equal(pack_find("no-NO", 5), pack_find("nb", 2));
}

static void neutral(void **state) {
    const language_pack *pack = pack_neutral();
    assert_string_equal(pack->info.code, "und");
    assert_null(pack->info.stemmer);
    assert_false(pack->fallback);
    assert_int_equal(pack->word_count, 0);
    assert_int_equal(pack_word_flags(pack, "the", 3), 0);
    assert_int_equal(pack_word_flags(pack, "", 0), 0);
    assert_true(pack_lacks(pack, hash_bytes("the", 3, 0)));
    assert_false(pack_has_line(pack, PACK_LINE_AD, "ad", 2));
    bool whole = true;
    assert_false(pack_has_line_from(pack, PACK_LINE_AD, "ad", 2, &whole));
    assert_false(whole);
}

static void list_is_by_code(void **state) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    assert_true(count >= 1);
    for (size_t i = 1; i < count; i++) {
        assert_true(strcmp(packs[i - 1].info.code, packs[i].info.code) < 0);
    }
    assert_int_equal(strlen(pack_data_version()), 8);
    assert_int_equal(strspn(pack_data_version(), "0123456789abcdef"), 8);
}

static void word_flags(void **state) {
    const struct {
        const char *key;
        uint32_t flags;
    } cases[] = {
        {"the", LEDE_TERM_STOP | LEDE_TERM_STARTER},
        {"himself", LEDE_TERM_STOP},
        {"moreover", LEDE_TERM_STARTER},
        {"mr", LEDE_TERM_TITLE},
        {"st", LEDE_TERM_TITLE | LEDE_TERM_MAY_END},
        {"sec", LEDE_TERM_NUMBERED},
        {"jan", LEDE_TERM_CALENDAR | LEDE_TERM_CAPITAL},
        {"col", LEDE_TERM_TITLE | LEDE_TERM_NUMBERED | LEDE_TERM_CAPITAL},
        {"inc", LEDE_TERM_ORGANISATION},
        {"ca", LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR},
        {"a.k.a", LEDE_TERM_CONNECTOR},
        {"\xC2\xA7", LEDE_TERM_NUMBERED},
        {"no", LEDE_TERM_STOP | LEDE_TERM_STARTER | LEDE_TERM_NUMBERED},
        {"advertisement", LEDE_TERM_LABEL},
        {"continue", LEDE_TERM_LABEL},
        {"harbour", 0},
        {"The", 0},
        {"th", 0},
        {"thee", 0},
        {"", 0},
        {"u.s.", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(flags_of(cases[i].key), cases[i].flags);
    }
}

static bool has_line(pack_line_kind kind, const char *key) {
    return pack_has_line(english(), kind, key, strlen(key));
}

static void lines(void **state) {
    assert_true(has_line(PACK_LINE_AD, "ad"));
    assert_true(has_line(PACK_LINE_AD, "advertisment"));
    assert_true(has_line(PACK_LINE_AD, "advertisement \xC2\xB7 continue reading below"));
    assert_true(has_line(PACK_LINE_DATE, "last updated"));
    assert_false(has_line(PACK_LINE_DATE, "ad"));
    assert_false(has_line(PACK_LINE_AD, "date"));
    assert_false(has_line(PACK_LINE_AD, "Ad"));
    assert_false(has_line(PACK_LINE_AD, "advertisemen t"));
    assert_false(has_line(PACK_LINE_AD, ""));
    assert_false(pack_has_line(english(), PACK_LINE_AD, "advert", 5));
    assert_true(pack_any_date_label("published", 9));
    assert_false(pack_any_date_label("publishe", 8));
    assert_false(pack_any_date_label("sponsored", 9));
}

static int compare(const char *a, size_t a_length, const char *b, size_t b_length) {
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

/* Every pack: sorted, distinct, and each entry is found again. */
static void words_are_in_order(const language_pack *p) {
    for (uint32_t i = 0; i < p->word_count; i++) {
        const pack_word *w = &p->words[i];
        const char *key = p->strings + w->key;
        uint64_t hash = hash_bytes(key, w->length, 0);
        assert_int_equal(pack_word_flags(p, key, w->length), w->flags);
        assert_int_equal(pack_hashed_word_flags(p, key, w->length, hash), w->flags);
        assert_false(pack_lacks(p, hash));
        assert_int_not_equal(w->flags, 0);
        const pack_word *last = i > 0 ? w - 1 : NULL;
        assert_true(last == NULL || compare(p->strings + last->key, last->length,
                                            p->strings + w->key, w->length) < 0);
    }
}

static void lines_are_in_order(const language_pack *p) {
    for (uint32_t i = 0; i < p->line_count; i++) {
        const pack_line *l = &p->lines[i], *last = i > 0 ? l - 1 : NULL;
        pack_line_kind kind = (pack_line_kind)l->kind;
        assert_true(pack_has_line(p, kind, p->strings + l->key, l->length));
        int order = last == NULL ? -1
                                 : compare(p->strings + last->key, last->length,
                                           p->strings + l->key, l->length);
        assert_true(order < 0 || (order == 0 && last->kind < l->kind));
    }
}

static void tables(void **state) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    assert_true(count <= PACK_LIMIT);
    for (size_t i = 0; i < count; i++) {
        const language_pack *p = &packs[i];
        uint32_t taken = 0;
        for (uint32_t s = 0; s <= p->slot_mask; s++) {
            taken += p->slots[s] != 0;
        }
        assert_int_equal(taken, p->word_count);
        assert_true(2 * taken <= p->slot_mask + 1);
        words_are_in_order(p);
        lines_are_in_order(p);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(find),
        cmocka_unit_test(neutral),
        cmocka_unit_test(list_is_by_code),
        cmocka_unit_test(word_flags),
        cmocka_unit_test(lines),
        cmocka_unit_test(tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
