/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "gen/function_words.h"
#include "lang/function_words.h"
#include "unicode/utf8.h"

#include <stdio.h>
#include <stdlib.h>

static const function_word *find(const function_table *t, const char *key, size_t n) {
    return function_words_find(t, key, n, hash_bytes(key, n, 0));
}

static uint64_t languages_of(const char *key) {
    const function_table *t = function_words();
    const function_word *w = find(t, key, strlen(key));
    return w != NULL ? t->sets[w->set] : 0;
}

/* Every function word of a pack of letters alone is in the table, under its bit;
 * nothing else is there under it, but respelt words of packs with case pairs. */
static void packs_are_in_it(void **state) {
    const function_table *t = function_words();
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    for (size_t i = 0; i < count; i++) {
        uint32_t found = 0, held = 0;
        for (uint32_t w = 0; w < packs[i].word_count; w++) {
            const pack_word *word = &packs[i].words[w];
            const char *key = packs[i].strings + word->key;
            const function_word *f = find(t, key, word->length);
            bool in = f != NULL && (t->sets[f->set] >> i & 1) != 0;
            found += in;
            assert_true(!in || (word->flags & (LEDE_TERM_STOP | LEDE_TERM_STARTER)) ||
                        packs[i].codes.cases[0].upper != 0);
        }
        for (uint32_t w = 0; w < t->word_count; w++) {
            held += (uint32_t)(t->sets[t->words[w].set] >> i & 1);
        }
        assert_true(packs[i].codes.cases[0].upper != 0 ? held >= found : held == found);
    }
}

static void words(void **state) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    size_t english = (size_t)(pack_find("en", 2) - packs);
    assert_true(languages_of("the") >> english & 1);
    assert_true(languages_of("moreover") >> english & 1);
    assert_int_equal(languages_of("harbour"), 0);
    assert_int_equal(languages_of("don't"), 0); /* no run of letters */
    assert_int_equal(languages_of("mr"), 0);
    assert_int_equal(languages_of(""), 0);
}

static void tables(void **state) {
    const function_table *t = function_words();
    size_t count = 0;
    (void)pack_list(&count);
    assert_true(t->word_count <= FUNCTION_WORDS && t->set_count <= FUNCTION_SETS);
    assert_true(t->language_count >= count && t->language_count <= FUNCTION_LANGUAGES);
    for (uint32_t i = 0; i < t->word_count; i++) {
        const function_word *w = &t->words[i];
        const char *key = t->strings + w->key;
        assert_ptr_equal(find(t, key, w->length), w);
        assert_true(w->length <= FUNCTION_WORD_BYTES && w->set < t->set_count);
        assert_int_equal(w->weight, utf8_count(key, w->length) == 1 ? 1 : 2);
    }
    for (uint32_t i = 0; i < t->set_count; i++) {
        assert_true(t->sets[i] != 0);
        assert_true(t->language_count == 64 || t->sets[i] >> t->language_count == 0);
    }
    for (uint32_t i = 0; i < t->language_count; i++) {
        assert_true(t->scripts[i][0] != 0);
    }
    for (size_t i = 0; i < count; i++) {
        assert_memory_equal(t->scripts[i], pack_list(&count)[i].scripts,
                            sizeof t->scripts[i]);
    }
}

/* ---- The generator ------------------------------------------------------------------
 */

static void add(function_builder *f, const char *list) {
    static const unicode_script scripts[PACK_SCRIPTS] = {1};
    pack_builder b = {.allocator = &memory_default};
    lede_error error;
    assert_int_equal(parse_list(&b, list, strlen(list), &error), LEDE_OK);
    assert_int_equal(parse_finish(&b, &error), LEDE_OK);
    assert_null(function_builder_add(f, &b, scripts));
    parse_free(&b);
}

static void expect_entries(function_builder *f, const char *wanted) {
    char found[512] = "";
    for (size_t i = 0; i < f->entries.count; i++) {
        const function_entry *e = &f->entries.items[i];
        size_t n = strlen(found);
        snprintf(found + n, sizeof found - n, "%.*s=%u ", (int)e->length, e->key,
                 (unsigned)e->set);
    }
    FILE *out = tmpfile();
    assert_non_null(out);
    assert_null(function_builder_write(f, out));
    fclose(out);
    assert_string_equal(found, wanted);
}

/* Capitals are folded before the language is known: where the language has pairs of
 * its own, the words are also there as that leaves them. */
static void case_pairs(void **state) {
    function_builder f = {.languages = 0};
    add(&f, "[stop]\nfor in\n[starter]\nfor\n[title]\nmr\n");
    add(&f, "[stop]\nayn\xC4\xB1 i\xC3\xA7in\n[case]\nI\xC4\xB1\n\xC4\xB0i\n");
    expect_entries(&f, "for=1 in=1 ayn\xC4\xB1=2 ayni=2 i\xC3\xA7in=2 "
                       "\xC4\xB0\xC3\xA7in=2 \xC4\xB0\xC3\xA7\xC4\xB0n=2 ");
}

/* What is never looked up is left out. */
static void letters_alone(void **state) {
    function_builder f = {.languages = 0};
    add(&f, "[stop]\n1st don't e-mail on \xE7\x9A\x84\n");
    expect_entries(&f, "on=1 ");
}

static void too_many_languages(void **state) {
    static const unicode_script scripts[PACK_SCRIPTS] = {1};
    function_builder f = {.languages = FUNCTION_LANGUAGES};
    pack_builder b = {.allocator = &memory_default};
    assert_non_null(function_builder_add(&f, &b, scripts));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_are_in_it), cmocka_unit_test(words),
        cmocka_unit_test(tables),          cmocka_unit_test(case_pairs),
        cmocka_unit_test(letters_alone),   cmocka_unit_test(too_many_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
