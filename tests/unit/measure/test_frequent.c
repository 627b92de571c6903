/* SPDX-License-Identifier: MIT */
#include "measure/frequent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define WORDS_MAX 64u

/* A text whose words are the letters of a string, each a hit: capitals are hard, small
 * letters long. */
static void expect_frequent(const char *letters, lede_hit_kind kind,
                            const char *wanted_terms, const uint32_t *wanted_counts) {
    lede_document d = {0};
    lede_word words[WORDS_MAX];
    lede_hit hits[WORDS_MAX];
    lede_term terms[26] = {0};
    lede_metrics m = {.d = &d};
    size_t n = strlen(letters);
    for (size_t i = 0; i < n; i++) {
        bool capital = letters[i] >= 'A' && letters[i] <= 'Z';
        words[i] = (lede_word){.term = (uint32_t)(letters[i] - (capital ? 'A' : 'a'))};
        hits[i] = (lede_hit){.first_word = (uint32_t)i, .word_count = 1};
        terms[words[i].term].body_count++;
        hits[i].kind = (uint8_t)(capital ? LEDE_HIT_HARD_WORD : LEDE_HIT_LONG_WORD);
    }
    d.words.items = words;
    d.words.count = n;
    m.hits.items = hits;
    m.hits.count = n;
    d.terms.items = terms;
    d.terms.count = 26;
    frequent found = frequent_find(&m, kind);
    assert_int_equal(found.count, strlen(wanted_terms));
    for (size_t i = 0; i < found.count; i++) {
        assert_int_equal(found.terms[i].term, wanted_terms[i] - 'a');
        assert_int_equal(found.terms[i].count, wanted_counts[i]);
    }
}

static void orders_by_frequency_then_place(void **state) {
    static const uint32_t counts[] = {3, 2, 1, 1};
    (void)state;
    expect_frequent("DCBAABA", LEDE_HIT_HARD_WORD, "abdc", counts);
}

static void keeps_the_first_of_many(void **state) {
    static const uint32_t counts[] = {2, 2, 1, 1, 1};
    (void)state;
    expect_frequent("abcdefggf", LEDE_HIT_LONG_WORD, "fgabc", counts);
}

static void kinds_are_apart(void **state) {
    static const uint32_t counts[] = {3, 3}; /* of the words, hard or not */
    (void)state;
    expect_frequent("aAbABb", LEDE_HIT_HARD_WORD, "ab", counts);
    expect_frequent("aa", LEDE_HIT_HARD_WORD, "", NULL);
    expect_frequent("", LEDE_HIT_HARD_WORD, "", NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orders_by_frequency_then_place),
        cmocka_unit_test(keeps_the_first_of_many),
        cmocka_unit_test(kinds_are_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
