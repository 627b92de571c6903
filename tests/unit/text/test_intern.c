/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/intern.h"
#include "unit/text/text_support.h"

typedef struct desk {
    lede_document d;
    lede_vocabulary vocabulary;
    build b;
    char *bytes;
} desk;

/* A build over a text of its exact size. */
static void desk_open(desk *k, const char *text, uint64_t seed) {
    size_t n = strlen(text);
    memset(k, 0, sizeof *k);
    k->bytes = malloc(n > 0 ? n : 1);
    assert_non_null(k->bytes);
    memcpy(k->bytes, text, n);
    k->d.allocator = &memory_default;
    k->d.page.text = k->bytes;
    k->d.page.size = (uint32_t)n;
    k->d.pack = pack_find("en", 2);
    assert_int_equal(vocabulary_init(&k->vocabulary, &memory_default, k->d.pack, 9, seed),
                     LEDE_OK);
    assert_int_equal(build_open(&k->b, &k->d, &k->vocabulary), LEDE_OK);
}

static void desk_close(desk *k) {
    build_close(&k->b);
    vocabulary_release(&k->vocabulary);
    document_free(&k->d);
    free(k->bytes);
}

static void check_key(const desk *k, uint32_t term, const char *key) {
    assert_int_not_equal(term, LEDE_NONE);
    if (!term_is(&k->d, term, key)) {
        lede_span s = k->d.terms.items[term].key;
        fail_msg("\"%.*s\", expected \"%s\"", (int)(s.end - s.begin),
                 k->d.keys.items + s.begin, key);
    }
}

/* The whole text as one word, by the ways that may be taken for it. */
static void check_span(const char *text, bool rare, const char *key) {
    desk k;
    desk_open(&k, text, 3);
    uint32_t term = intern_span(&k.b, (lede_span){0, k.d.page.size}, rare);
    check_key(&k, term, key);
    assert_int_equal(intern_key(&k.b, key, strlen(key)), term);
    assert_int_equal(k.d.terms.count, 1);
    desk_close(&k);
}

static void spans(void **state) {
    static const char *const cases[][2] = {
        {"Harbour", "harbour"},
        {"DON'T", "don't"},
        {"don\xE2\x80\x99t", "don't"},
        {"A\xE2\x80\x90"
         "B\xE2\x80\x91"
         "C",
         "a-b-c"},
        {"\xC3\x89T\xC3\x89", "\xC3\xA9t\xC3\xA9"},
        {"\xCE\xA3\xCE\xA3", "\xCF\x83\xCF\x83"},
        {"\xC8\xBA\xC8\xBA", "\xE2\xB1\xA5\xE2\xB1\xA5"}, /* grows by half */
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"},
        {"\xF0\x90\x90\x80", "\xF0\x90\x90\xA8"}, /* Deseret */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_span(cases[i][0], false, cases[i][1]);
    }
}

static void rare_spans(void **state) {
    static const char *const cases[][2] = {
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"nai\xCC\x88ve", "na\xC3\xAFve"},
        {"co\xC2\xADop", "coop"},
        {"a\xE2\x80\x8D"
         "b",
         "ab"},
        {"\xEF\xAC\x81n", "fin"},
        {"don\xE2\x80\x99t e\xCC\x81", "don't \xC3\xA9"},
        {"Harbour", "harbour"},
        /* three times as long as what was read */
        {"\xCE\x90\xCE\x90", "\xCE\x90\xCE\x90"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check_span(cases[i][0], true, cases[i][1]);
    }
}

/* ASCII of each length up to two lanes, at the begin and at the end of the text:
 * the lanes may be read or must not. */
static void ascii(void **state) {
    static const char text[] = "ABCDEFGHIJKLMNOPabcdefghijklmnop";
    desk k;
    desk_open(&k, text, 4);
    for (uint32_t n = 1; n <= LANES_BYTES; n++) {
        uint32_t first = intern_ascii(&k.b, 0, n);
        char key[LANES_BYTES + 1] = "";
        memcpy(key, text + 16, n);
        check_key(&k, first, key);
        assert_int_equal(intern_ascii(&k.b, 16, n), first);
        assert_int_equal(intern_key(&k.b, key, n), first);
        assert_int_equal(intern_span(&k.b, (lede_span){0, n}, false), first);
        uint32_t last = intern_ascii(&k.b, 32 - n, n);
        check_key(&k, last, text + 32 - n);
    }
    desk_close(&k);
}

/* Marks and digits between @ and { must not be taken for letters. */
static void ascii_marks(void **state) {
    desk k;
    desk_open(&k, "A@Z[_`a{z5-.'", 5);
    check_key(&k, intern_ascii(&k.b, 0, 13), "a@z[_`a{z5-.'");
    desk_close(&k);
}

/* Keys apart in a letter or in their length are different terms, and so is the
 * empty one, of a letter that folding drops. */
static void distinct(void **state) {
    static const char *const keys[] = {"",
                                       "a",
                                       "b",
                                       "ab",
                                       "ba",
                                       "abc",
                                       "abcdefgh",
                                       "abcdefghi",
                                       "abcdefghj",
                                       "abcdefghijklmnop",
                                       "abcdefghijklmnopq",
                                       "abcdefghijklmnopr",
                                       "abcdefghijklmnopqrstuvwxyzabcdefg",
                                       "abcdefghijklmnopqrstuvwxyzabcdefh",
                                       "bbcdefghijklmnopqrstuvwxyzabcdefg"};
    for (uint64_t seed = 0; seed < 20; seed++) {
        desk k;
        desk_open(&k, "x", seed * UINT64_C(0x9E3779B97F4A7C15));
        for (int round = 0; round < 2; round++) {
            for (uint32_t i = 0; i < COUNT(keys); i++) {
                assert_int_equal(intern_key(&k.b, keys[i], strlen(keys[i])), i);
            }
        }
        assert_int_equal(k.d.terms.count, COUNT(keys));
        desk_close(&k);
    }
}

/* Thousands of terms: the table grows, and each keeps its number. */
static void many(void **state) {
    desk k;
    char key[24];
    desk_open(&k, "x", 6);
    for (uint32_t round = 0; round < 2; round++) {
        uint64_t random = 9;
        for (uint32_t i = 0; i < 4000; i++) {
            uint64_t r = next_random(&random);
            size_t n = 12 + (size_t)(r >> 60) % 8; /* short keys and long ones */
            for (size_t at = 0; at < n; at++) {
                key[at] = (char)('a' + (r >> (at * 3) & 15));
            }
            assert_int_equal(intern_key(&k.b, key, n), i);
        }
    }
    assert_int_equal(k.d.terms.count, 4000);
    assert_int_equal(k.b.lanes.count, 4000);
    desk_close(&k);
}

static void new_term(void **state) {
    desk k;
    desk_open(&k, "The x", 7);
    uint32_t term = intern_ascii(&k.b, 0, 3);
    const lede_term *t = &k.d.terms.items[term];
    assert_int_equal(t->flags, LEDE_TERM_STOP | LEDE_TERM_STARTER);
    assert_int_equal(t->occurrences, 0);
    assert_int_equal(t->stem, LEDE_NONE);
    assert_int_equal(t->first_part, LEDE_NONE);
    assert_int_equal(t->part_count, 0);
    desk_close(&k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans),    cmocka_unit_test(rare_spans),
        cmocka_unit_test(ascii),    cmocka_unit_test(ascii_marks),
        cmocka_unit_test(distinct), cmocka_unit_test(many),
        cmocka_unit_test(new_term),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
