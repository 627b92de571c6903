/* SPDX-License-Identifier: MIT */
#include "unit/measure/formula_counts.h"

#include <float.h>

static size_t formula_count(void) {
    size_t n = 0;
    while (formulas_at(n) != NULL) {
        n++;
    }
    return n;
}

/* ---- Properties ---------------------------------------------------------------- */

static uint64_t random_next(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Often 0 or 1, else anything up to 2^40. */
static uint64_t random_count(uint64_t *state) {
    uint64_t r = random_next(state);
    return r % 5 == 0 ? r / 5 % 2 : random_next(state) >> (24 + r / 5 % 40);
}

static lede_counts random_counts(uint64_t *state) {
    lede_counts c = {0};
    uint64_t *members = (uint64_t *)&c;
    for (size_t i = 0; i < offsetof(lede_counts, lists) / sizeof *members; i++) {
        members[i] = random_count(state);
    }
    c.approximate = random_next(state) % 2 == 0 ? 0 : c.approximate;
    c.lists = ALL_LISTS;
    c.word_kinds = ALL_KINDS;
    return c;
}

static void expect_sane(size_t i, const lede_counts *c, uint32_t flags) {
    const char *id = formulas_at(i)->id;
    lede_value v = formulas_compute(i, c, flags);
    lede_formula_term terms[LEDE_FORMULA_TERMS];
    size_t n = formulas_terms(i, c, flags, terms);
    if (!(v.value >= -DBL_MAX && v.value <= DBL_MAX)) {
        fail_msg("%s is not finite", id);
    }
    if (v.status != LEDE_VALUE_OK) {
        assert_int_equal(n, 0);
        assert_true(v.value == 0.0);
        return;
    }
    assert_int_equal(n, formulas_at(i)->part_count);
    double sum = 0.0;
    for (size_t k = 0; k < n; k++) {
        sum += terms[k].factor * terms[k].amount;
    }
    if (sum > v.value || sum < v.value) {
        fail_msg("%s: the terms give %.17g, not %.17g", id, sum, v.value);
    }
}

static void test_any_counts(void **state) {
    uint64_t seed = 88172645463325252u;
    size_t count = formula_count();
    for (int round = 0; round < 3000; round++) {
        lede_counts c = random_counts(&seed);
        for (size_t i = 0; i < count; i++) {
            expect_sane(i, &c, 0);
            expect_sane(i, &c, LEDE_FORMULA_INTEGER_INPUTS);
        }
    }
}

/* Twice the same text has the same averages. What is not an average: the ratio of
 * distinct words and what is built on it, blanks between words, and two lengths. */
static bool is_of_averages(const lede_formula_info *info) {
    static const char *const others[] = {"types", "off_list_types", "visible words",
                                         "letters_squared"};
    for (uint32_t k = 0; k < info->part_count; k++) {
        for (size_t i = 0; i < COUNT_OF(others); i++) {
            if (strstr(info->parts[k].counts, others[i]) != NULL) {
                return false;
            }
        }
    }
    return strcmp(info->id, "ar_aari") != 0;
}

static void test_twice_the_text(void **state) {
    lede_counts once = counts_of(B);
    once.runs[LEDE_RUN_KANJI] = 3;
    once.run_length[LEDE_RUN_KANJI] = 8;
    once.commas = once.full_stops = 4;
    lede_counts twice = once;
    uint64_t *members = (uint64_t *)&twice;
    for (size_t i = 0; i < offsetof(lede_counts, types) / sizeof *members; i++) {
        members[i] *= 2;
    }
    size_t tested = 0;
    for (size_t i = 0; formulas_at(i) != NULL; i++) {
        const char *id = formulas_at(i)->id;
        if (is_of_averages(formulas_at(i))) {
            expect_near(id, value_of(id, &twice, 0), value_of(id, &once, 0), 1e-9);
            tested++;
        }
    }
    assert_true(tested > 85);
}

static void test_danielson_bryan_agree(void **state) {
    for (int set = A; set < SETS; set++) {
        lede_counts c = counts_of(set);
        expect_near("125 - 10 x", value_of("danielson_bryan2", &c, 0),
                    125.0 - 10.0 * value_of("danielson_bryan1", &c, 0), 1e-9);
    }
}

/* Of a plain text, an average one and a hard one the values must go one way. */
static lede_counts text_of(uint64_t step) {
    uint64_t long_words = 100 + 100 * step;
    lede_counts c = {
        .sentences = 100 - 25 * step,
        .words = 1000,
        .syllables = 1250 + 400 * step,
        .letters = 4000 + 700 * step,
        .characters = 4010 + 700 * step,
        .visible = 4200 + 700 * step,
        .of_syllables = {0, 800 - 150 * step, 150 + 40 * step, 40 + 60 * step,
                         9 + 35 * step, 1 + 10 * step, 5 * step},
        .long_words = long_words,
        .short_words = 400,
        .hard_words = 40 + 90 * step,
        .plain_words = 60,
        .prepositions = 90 + 20 * step,
        .pronouns = 90 - 20 * step,
        .conjunctions = 30 + 10 * step,
        .letters_squared = 16000 + 4000 + step * 8000,
        .pauses = 10,
        .runs = {10, 100, 60 + 5 * step, 10},
        .run_length = {30, 300 - 60 * step, 100 + 20 * step, 30 + 10 * step},
        .commas = 30 + 30 * step,
        .full_stops = 100 - 25 * step,
        .types = 350 + 60 * step,
        .lists = ALL_LISTS,
        .word_kinds = ALL_KINDS,
    };
    for (int i = 0; i < LEDE_LIST_COUNT; i++) {
        c.off_list[i] = 50 + 100 * step;
        c.off_list_types[i] = 40 + 80 * step;
    }
    return c;
}

static void test_directions(void **state) {
    lede_counts easy = text_of(0);
    lede_counts hard = text_of(2);
    for (size_t i = 0; formulas_at(i) != NULL; i++) {
        const lede_formula_info *info = formulas_at(i);
        double rise = value_of(info->id, &hard, 0) - value_of(info->id, &easy, 0);
        assert_true(info->direction == 1 || info->direction == -1);
        if (rise * info->direction <= 0.0) {
            fail_msg("%s goes the wrong way: %g", info->id, rise);
        }
    }
}

/* ---- The table ----------------------------------------------------------------- */

static bool is_language(const char *code) {
    for (size_t i = 0; formulas_language(i) != NULL; i++) {
        if (strcmp(formulas_language(i)->code, code) == 0) {
            return true;
        }
    }
    return false;
}

static void test_records(void **state) {
    for (size_t i = 0; formulas_at(i) != NULL; i++) {
        const lede_formula_info *info = formulas_at(i);
        assert_int_equal(formula(info->id), i);
        assert_true(info->name[0] != '\0' && info->source[0] != '\0');
        assert_true(is_language(info->languages));
        assert_true(info->part_count > 0 && info->part_count <= LEDE_FORMULA_TERMS);
        assert_true((info->bands == NULL) == (info->band_count == 0));
        for (uint32_t k = 1; k < info->band_count; k++) {
            assert_true(info->bands[k - 1].below < info->bands[k].below);
        }
        for (uint32_t k = 0; k < info->part_count; k++) {
            assert_true(info->parts[k].factor > 0.0 || info->parts[k].factor < 0.0);
        }
    }
}

/* What the project promises: 90 formulas of 16 languages, 75 for any text whose
 * language has syllable rules, with the two lists that are at hand. */
static void test_numbers(void **state) {
    const uint32_t lists = 1u << LEDE_LIST_DALE_3000 | 1u << LEDE_LIST_SPACHE_1974;
    size_t from_text = 0;
    size_t languages = 0;
    for (size_t i = 0; formulas_at(i) != NULL; i++) {
        const lede_formula_info *info = formulas_at(i);
        bool plain = info->evidence != LEDE_EVIDENCE_UNVERIFIED;
        from_text += plain && (info->lists & ~lists) == 0 ? 1 : 0;
    }
    while (formulas_language(languages) != NULL) {
        languages++;
    }
    assert_true(formula_count() >= 90);
    assert_true(from_text >= 75);
    assert_true(languages - 1 >= 16); /* "*" is none */
}

static void test_languages(void **state) {
    assert_true(formulas_is_for(formula("flesch"), "en"));
    assert_true(formulas_is_for(formula("flesch"), "en-GB"));
    assert_false(formulas_is_for(formula("flesch"), "de"));
    assert_false(formulas_is_for(formula("flesch"), "e"));
    assert_false(formulas_is_for(formula("flesch"), "enx"));
    assert_false(formulas_is_for(formula("flesch"), ""));
    assert_true(formulas_is_for(formula("lix"), "sv"));
    assert_true(formulas_is_for(formula("pt_martins"), "pt-BR"));
    assert_false(formulas_is_for(SIZE_MAX, "en"));
}

static void test_finding(void **state) {
    assert_int_equal(formulas_find("flesch", 6), formula("flesch"));
    assert_int_equal(formulas_find("flesch", 5), SIZE_MAX);
    assert_int_equal(formulas_find("", 0), SIZE_MAX);
    assert_int_equal(formulas_find("text_standard", 13), SIZE_MAX);
}

static void expect_band(const char *id, double value, const char *label) {
    const char *found = formulas_band(formula(id), value);
    if (label == NULL) {
        assert_null(found);
    } else {
        assert_non_null(found);
        assert_string_equal(found, label);
    }
}

static void test_bands(void **state) {
    expect_band("flesch", 100.0, "very easy: 5th grade");
    expect_band("flesch", 90.0, "very easy: 5th grade");
    expect_band("flesch", 89.9, "easy: 6th grade");
    expect_band("flesch", 64.1, "plain: 8th and 9th grade");
    expect_band("flesch", -50.0, "very difficult: college graduate");
    expect_band("dale_chall_1948", 4.9, "4th grade and below");
    expect_band("dale_chall_1948", 5.0, "5th and 6th grade");
    expect_band("dale_chall_1948", 1e300, "college graduate: 16th grade");
    expect_band("dale_chall_1995_cloze", 58.0, "1st grade");
    expect_band("dale_chall_1995_cloze", 57.0, "2nd grade");
    expect_band("lix", 24.0, "very easy");
    expect_band("lix", 25.0, "easy");
    expect_band("lix", 54.0, "difficult");
    expect_band("rix", 3.8, "9th grade");
    expect_band("rix", 7.2, "college");
    expect_band("danielson_bryan2", 65.77, "6th grade");
    expect_band("wheeler_smith", 70.0, "above 4th grade");
    expect_band("es_szigriszt", 60.0, "normal");
    expect_band("tr_cetinkaya_uzun", 51.0, "readable alone (5th to 7th grade)");
    expect_band("de_fdk", 24.0, "good");
    expect_band("flesch_kincaid", 9.0, NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_counts),
        cmocka_unit_test(test_twice_the_text),
        cmocka_unit_test(test_danielson_bryan_agree),
        cmocka_unit_test(test_directions),
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_finding),
        cmocka_unit_test(test_bands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
