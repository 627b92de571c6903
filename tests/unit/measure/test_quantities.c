/* SPDX-License-Identifier: MIT */
#include "measure/quantities.h"

#include <float.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define WHOLE LEDE_FORMULA_INTEGER_INPUTS

static const struct {
    const char *name;
    const char *counts;
    uint32_t needs;
} records[] = {
#define QUANTITY(id, name, counts, needs, expression) {name, counts, needs},
#include "measure/quantities.def"
#undef QUANTITY
};

static bool is_finite(double x) {
    return x >= -DBL_MAX && x <= DBL_MAX;
}

static void expect(quantity_id id, const lede_counts *c, uint32_t flags,
                   double expected) {
    double value = quantities_value(id, c, flags);
    double off = value > expected ? value - expected : expected - value;
    if (!(off <= 1e-12)) {
        fail_msg("%s: %.17g, not %.17g", records[id].name, value, expected);
    }
}

static void test_names_are_different(void **state) {
    for (size_t i = 0; i < QUANTITY_COUNT; i++) {
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(records[i].name, records[k].name);
        }
    }
}

static bool names_count(const char *counts, const char *name) {
    size_t n = strlen(name);
    for (const char *at = counts; (at = strstr(at, name)) != NULL; at++) {
        if ((at == counts || at[-1] == ' ') && (at[n] == ' ' || at[n] == '\0')) {
            return true;
        }
    }
    return false;
}

/* Every count that a quantity names is a member of the record. */
static void test_counts_are_members(void **state) {
    static const char *const members[] = {
#define MEMBER(name) [offsetof(lede_counts, name) / sizeof(uint64_t)] = #name
        MEMBER(sentences),    MEMBER(words),          MEMBER(syllables),
        MEMBER(letters),      MEMBER(characters),     MEMBER(visible),
        MEMBER(of_syllables), MEMBER(long_words),     MEMBER(short_words),
        MEMBER(hard_words),   MEMBER(plain_words),    MEMBER(prepositions),
        MEMBER(pronouns),     MEMBER(conjunctions),   MEMBER(letters_squared),
        MEMBER(pauses),       MEMBER(off_list),       MEMBER(runs),
        MEMBER(run_length),   MEMBER(commas),         MEMBER(full_stops),
        MEMBER(types),        MEMBER(off_list_types),
#undef MEMBER
    };
    for (size_t i = 0; i < QUANTITY_COUNT; i++) {
        const char *at = records[i].counts;
        while (*at != '\0') {
            size_t n = strcspn(at, " ");
            bool found = false;
            for (size_t k = 0; k < sizeof members / sizeof *members; k++) {
                found = found || (members[k] != NULL && strlen(members[k]) == n &&
                                  memcmp(members[k], at, n) == 0);
            }
            assert_true(found);
            at += n + (at[n] == ' ' ? 1 : 0);
        }
    }
}

/* What a quantity asks for and what it says that it is made of. */
static void test_needs_agree_with_counts(void **state) {
    for (size_t i = 0; i < QUANTITY_COUNT; i++) {
        const char *counts = records[i].counts;
        uint32_t needs = records[i].needs;
        bool of_syllables =
            names_count(counts, "syllables") || names_count(counts, "of_syllables");
        bool of_sentences = names_count(counts, "sentences");
        bool of_lists =
            names_count(counts, "off_list") || names_count(counts, "off_list_types");
        bool of_hard = names_count(counts, "hard_words");
        assert_int_equal((needs & NEEDS_SENTENCES) != 0, of_sentences);
        assert_int_equal((needs & NEEDS_LISTS) != 0, of_lists);
        assert_int_equal((needs & NEEDS_SYLLABLES) != 0, of_syllables || of_hard);
        assert_int_equal((needs & NEEDS_PREPOSITIONS) != 0,
                         names_count(counts, "prepositions"));
        assert_int_equal((needs & NEEDS_PRONOUNS) != 0, names_count(counts, "pronouns"));
        assert_int_equal((needs & NEEDS_CONJUNCTIONS) != 0,
                         names_count(counts, "conjunctions"));
        assert_int_equal((needs & NEEDS_PLAIN) != 0, names_count(counts, "plain_words"));
    }
}

static void test_whole_numbers(void **state) {
    lede_counts c = {.words = 1000, .sentences = 80, .syllables = 1375};
    c.of_syllables[3] = 124;
    c.of_syllables[4] = 1;
    expect(QUANTITY_WORDS_PER_SENTENCE, &c, 0, 12.5);
    expect(QUANTITY_WORDS_PER_SENTENCE, &c, WHOLE, 13.0); /* half up */
    expect(QUANTITY_WORDS_PER_SENTENCE_SQUARED, &c, WHOLE, 169.0);
    expect(QUANTITY_PERCENT_THREE_SYLLABLES, &c, 0, 12.5);
    expect(QUANTITY_PERCENT_THREE_SYLLABLES, &c, WHOLE, 13.0);
    expect(QUANTITY_SYLLABLES_PER_WORD, &c, 0, 1.375);
    expect(QUANTITY_SYLLABLES_PER_WORD, &c, WHOLE, 1.38);
    expect(QUANTITY_SYLLABLES_PER_100_WORDS, &c, WHOLE, 138.0);
    c.words = 999;
    expect(QUANTITY_WORDS_PER_SENTENCE, &c, WHOLE, 12.0);
}

/* Degrees of reading power round what Bormuth's formula gives. */
static void test_whole_per_cent(void **state) {
    lede_counts c = {.words = 100, .sentences = 5, .letters = 450};
    c.off_list[LEDE_LIST_DALE_3000] = 15;
    expect(QUANTITY_BORMUTH_M, &c, 0, 0.372426592875);
    expect(QUANTITY_BORMUTH_PERCENT, &c, 0, 37.0);
    c.words = 500; /* a hundred words a sentence: far below nothing */
    c.letters = 5000;
    double m = 100.0 * quantities_value(QUANTITY_BORMUTH_M, &c, 0);
    double whole = quantities_value(QUANTITY_BORMUTH_PERCENT, &c, 0);
    assert_true(m < -1.0);
    assert_true(whole - m > -0.5 && whole - m <= 0.5);
    assert_true(whole <= (double)(int64_t)whole && whole >= (double)(int64_t)whole);
}

/* Counts that do not agree with each other give no nonsense. */
static void test_more_off_the_list_than_words(void **state) {
    lede_counts c = {.words = 10, .sentences = 1, .of_syllables = {0, 3}};
    c.off_list[LEDE_LIST_DALE_3000] = 12;
    c.plain_words = 4;
    expect(QUANTITY_FAMILIAR_SHARE_CUBED, &c, 0, 0.0);
    expect(QUANTITY_PERCENT_ONE_SYLLABLE_NOT_PLAIN, &c, 0, 0.0);
}

static void test_nothing_to_divide_by(void **state) {
    lede_counts c = {.syllables = 5, .letters = 5, .visible = 5};
    assert_false(is_finite(quantities_value(QUANTITY_WORDS_PER_SENTENCE, &c, 0)));
    assert_false(is_finite(quantities_value(QUANTITY_WORDS_PER_SENTENCE, &c, WHOLE)));
    assert_false(is_finite(quantities_value(QUANTITY_SYLLABLES_PER_WORD, &c, 0)));
    assert_false(is_finite(quantities_value(QUANTITY_OVIX, &c, 0)));
    assert_false(is_finite(quantities_value(QUANTITY_PERCENT_RUNS_KANJI, &c, 0)));
    assert_false(is_finite(quantities_value(QUANTITY_LETTERS_MEAN_OVER_VARIANCE, &c, 0)));
    c.words = 1;
    assert_false(is_finite(quantities_value(QUANTITY_VISIBLE_PER_BLANK, &c, 0)));
    expect(QUANTITY_ONE, &c, 0, 1.0);
    expect(QUANTITY_RUN_LENGTH_KANJI, &c, 0, 0.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_different),
        cmocka_unit_test(test_counts_are_members),
        cmocka_unit_test(test_needs_agree_with_counts),
        cmocka_unit_test(test_whole_numbers),
        cmocka_unit_test(test_whole_per_cent),
        cmocka_unit_test(test_more_off_the_list_than_words),
        cmocka_unit_test(test_nothing_to_divide_by),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
