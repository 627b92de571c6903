/* SPDX-License-Identifier: MIT */
#include "unit/measure/formula_counts.h"

static int status_of(const char *id, const lede_counts *c) {
    return formulas_compute(formula(id), c, 0).status;
}

static int flags_of(const char *id, const lede_counts *c) {
    return formulas_compute(formula(id), c, 0).flags;
}

/* ---- The vectors ----------------------------------------------------------- */

static const struct {
    const char *id;
    double of[SETS];
} expected[] = {
#define VECTOR(id, a, b, c) {#id, {a, b, c}},
#define COUNTS(name, a, b, c)
#include "formula_vectors.inc"
#undef VECTOR
#undef COUNTS
};

static void test_vectors(void **state) {
    assert_int_equal(COUNT_OF(expected), 81);
    for (int set = A; set < SETS; set++) {
        lede_counts c = counts_of(set);
        for (size_t i = 0; i < COUNT_OF(expected); i++) {
            expect_near(expected[i].id, value_of(expected[i].id, &c, 0),
                        expected[i].of[set], 1e-9);
        }
    }
}

/* ---- Worksheets -------------------------------------------------------------- */

static lede_counts worksheet(uint64_t words, uint64_t sentences, uint64_t unfamiliar) {
    lede_counts c = {.words = words, .sentences = sentences, .lists = ALL_LISTS};
    c.off_list[LEDE_LIST_DALE_3000] = unfamiliar;
    return c;
}

/* The three samples of Dale and Chall 1948. */
static void test_worksheets(void **state) {
    const struct {
        lede_counts counts;
        double value;
    } samples[] = {{worksheet(132, 7, 6), 5.3684},
                   {worksheet(131, 9, 20), 6.7490},
                   {worksheet(111, 6, 17), 6.9474}};
    for (size_t i = 0; i < COUNT_OF(samples); i++) {
        const lede_counts *c = &samples[i].counts;
        expect_near("whole", value_of("dale_chall_1948", c, LEDE_FORMULA_INTEGER_INPUTS),
                    samples[i].value, 1e-12);
        expect_near("unrounded", value_of("dale_chall_1948", c, 0), samples[i].value,
                    0.1);
    }
}

/* Flesch's cat: 7 words, one sentence, 8 syllables. */
static void test_the_cat(void **state) {
    lede_counts c = {.words = 7,
                     .sentences = 1,
                     .syllables = 8,
                     .of_syllables = {0, 6, 1},
                     .word_kinds = ALL_KINDS};
    expect_near("flesch", value_of("flesch", &c, 0), 103.04428571428572, 1e-9);
    expect_near("flesch_kincaid", value_of("flesch_kincaid", &c, 0), 0.6257142857142854,
                1e-9);
    expect_near("fog", value_of("fog", &c, 0), 2.8, 1e-12);
    /* 1.142857 syllables per word are 114 per 100 words. */
    expect_near("whole", value_of("flesch", &c, LEDE_FORMULA_INTEGER_INPUTS),
                206.835 - 1.015 * 7.0 - 84.6 * 1.14, 1e-9);
}

/* ---- Formulas that have no vector: worked out by hand from their print --------- */

static void test_others(void **state) {
    lede_counts a = counts_of(A);
    a.plain_words = 11;
    a.letters_squared = 2425; /* variance 24.25 - 4.5^2 = 4 */
    a.pauses = 2;             /* with five sentences: seven units */
    a.off_list[LEDE_LIST_HARRIS_JACOBSON] = 5;
    a.off_list_types[LEDE_LIST_BAMBERGER] = 31;
    a.off_list[LEDE_LIST_ALT_5000] = 20;
    a.off_list[LEDE_LIST_BUCHANAN] = 10;
    a.off_list[LEDE_LIST_LUONG] = 25;
    const struct {
        const char *id;
        double value;
    } others[] = {
        {"flesch_kincaid_simplified", 8.0 + 18.0 - 16.0},
        {"lensear_write", 65.0 - 11.0 + 15.0},
        {"harris_jacobson_1", 0.47 + 3.36 + 0.502},
        {"harris_jacobson_2", 0.7 + 3.06 + 0.56},
        {"harris_jacobson_3", 3.16 + 0.99 + 0.355},
        {"harris_jacobson_4", 0.35 + 2.5 + 0.666 + 0.497},
        {"harris_jacobson_5", 0.59 + 2.68 + 0.576 + 0.424},
        {"lorge_1944", 1.4 + 1.5612 + 1.073 + 1.6126},
        {"wheeler_smith", 50.0},
        {"de_wheeler_smith", 50.0},
        {"de_fdk", 24.0},
        {"de_nwl1", 10.16 - 0.8575 + 1.9128 - 1.492 - 0.145},
        {"de_nwl2", 10.405 - 1.035 + 2.1264 + 0.7498},
        {"de_nwl3", 2.8476 + 4.866 + 2.7144 - 3.9203},
        {"es_mu", 100.0 * 100.0 / 99.0 * 4.5 / 4.0},
        {"es_spaulding", 32.18 + 33.18 + 22.0},
        {"it_vacca_1972", 206.0 - 90.0 - 20.0},
        {"ru_oborneva_fk", 10.0 + 12.6 - 15.59},
        {"ru_matskovsky", 12.4 + 0.492 + 0.051},
        {"pt_alt_fog", 9.8 + 3.8},
        {"hu_flesch", 206.835 - 20.3 - 87.75},
        {"sk_mistrik", 50.0 - 20.0 * 1.5 * 0.62},
        {"ar_al_heeti_1", 4.41434307 * 4.5 - 13.46873475},
        {"ar_al_heeti_2",
         4.390627905 + 7.4475996 - 0.90451827 * 100.0 / 62.0 - 1.06000414},
        {"ar_dawood", -0.23985 - 4.132 + 5.5543 * 100.0 / 62.0 - 1.0801},
        {"ar_aari", 3.28 * 455.0 + 1.43 * 4.55 + 24.8},
        {"vi_luong", 0.004 * 91.0 + 0.1905 * 4.55 + 0.678675 - 0.7295},
        {"vi_nguyen_henkin_1982", 9.0 + 4.0 - 6.0},
    };
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        expect_near(others[i].id, value_of(others[i].id, &a, 0), others[i].value, 1e-9);
    }
}

/* Two sentences of 30 characters each; runs: 2 of Latin with 6 letters, 10 of
 * hiragana with 25, 6 of kanji with 12, 2 of katakana with 9; 3 commas. */
static void test_japanese(void **state) {
    lede_counts c = {.words = 60,
                     .sentences = 2,
                     .visible = 60,
                     .approximate = 60,
                     .runs = {2, 10, 6, 2},
                     .run_length = {6, 25, 12, 9},
                     .commas = 3,
                     .full_stops = 2};
    expect_near("ja_tateisi", value_of("ja_tateisi", &c, 0),
                -3.6 - 4.11 + 18.5 - 46.36 - 24.3 - 7.005 + 115.79, 1e-9);
    expect_near(
        "ja_tateisi_full", value_of("ja_tateisi_full", &c, 0),
        0.5 + 12.5 - 5.7 - 6.1 - 40.2 - 4.05 + 18.8 - 44.2 - 23.85 - 5.805 + 109.1, 1e-9);
    c.runs[LEDE_RUN_LATIN] = c.run_length[LEDE_RUN_LATIN] = 0;
    expect_near("without Latin", value_of("ja_tateisi", &c, 0),
                -3.6 + 18.5 - 46.36 - 24.3 - 7.005 + 115.79, 1e-9);
    c.full_stops = 0;
    assert_int_equal(status_of("ja_tateisi", &c), LEDE_VALUE_TOO_SHORT);
    assert_int_equal(status_of("flesch", &c), LEDE_VALUE_LANGUAGE);
}

/* Points up to 20 take the other branch, 20 among them. */
static void test_linsear_branches(void **state) {
    lede_counts c = {.words = 100, .sentences = 5, .word_kinds = ALL_KINDS};
    c.of_syllables[1] = 100;
    assert_true(value_of("linsear_write", &c, 0) == 9.0);
    c.of_syllables[1] = 99;
    c.of_syllables[5] = 1;
    expect_near("above 20", value_of("linsear_write", &c, 0), 10.2, 1e-12);
}

/* The constant comes only with more than 5 per cent. */
static void test_web_constant(void **state) {
    lede_counts c = worksheet(100, 10, 5);
    expect_near("5", value_of("dale_chall_web_5pct", &c, 0), 0.7895 + 0.496, 1e-12);
    c = worksheet(100, 10, 6);
    expect_near("6", value_of("dale_chall_web_5pct", &c, 0), 0.9474 + 0.496 + 3.6365,
                1e-12);
}

/* ---- Statuses and flags -------------------------------------------------------- */

static void test_statuses(void **state) {
    lede_counts c = {0};
    assert_int_equal(status_of("flesch", &c), LEDE_VALUE_NO_WORDS);
    c = counts_of(A);
    c.sentences = 0;
    assert_int_equal(status_of("flesch", &c), LEDE_VALUE_NO_SENTENCES);
    assert_int_equal(status_of("forcast", &c), LEDE_VALUE_OK);
    c = counts_of(A);
    c.word_kinds = 0;
    assert_int_equal(status_of("flesch", &c), LEDE_VALUE_NO_SYLLABLES);
    assert_int_equal(status_of("coleman3", &c), LEDE_VALUE_LIST_MISSING);
    assert_int_equal(status_of("traenkle_bailer1", &c), LEDE_VALUE_LIST_MISSING);
    assert_int_equal(status_of("lix", &c), LEDE_VALUE_OK);
    c = counts_of(A);
    c.lists = 1u << LEDE_LIST_DALE_3000;
    assert_int_equal(status_of("dale_chall_1948", &c), LEDE_VALUE_OK);
    assert_int_equal(status_of("bormuth_mc", &c), LEDE_VALUE_OK);
    assert_int_equal(status_of("spache_1974", &c), LEDE_VALUE_LIST_MISSING);
    assert_int_equal(status_of("lorge_1948", &c), LEDE_VALUE_LIST_MISSING);
    c.approximate = 50;
    assert_int_equal(status_of("flesch", &c), LEDE_VALUE_OK);
    c.approximate = 51;
    assert_int_equal(status_of("flesch", &c), LEDE_VALUE_LANGUAGE);
    assert_int_equal(status_of("ttr", &c), LEDE_VALUE_LANGUAGE);
}

/* Divided by nothing, or the logarithm of nothing or of one. */
static void test_not_defined(void **state) {
    lede_counts c = counts_of(C);
    c.types = c.words;
    assert_int_equal(status_of("ovix", &c), LEDE_VALUE_TOO_SHORT);
    c.types = 0;
    assert_int_equal(status_of("ar_dawood", &c), LEDE_VALUE_TOO_SHORT);
    c.words = 1;
    c.types = 1;
    assert_int_equal(status_of("danielson_bryan1", &c), LEDE_VALUE_TOO_SHORT);
    assert_int_equal(status_of("ovix", &c), LEDE_VALUE_TOO_SHORT);
    c = counts_of(C);
    c.letters = 240;
    c.letters_squared = 960; /* every word has four letters */
    assert_int_equal(status_of("es_mu", &c), LEDE_VALUE_TOO_SHORT);
}

static void test_flags(void **state) {
    lede_counts c = counts_of(B);
    assert_int_equal(flags_of("flesch", &c), 0);
    assert_int_equal(flags_of("smog", &c), 0);
    assert_int_equal(flags_of("ovix", &c), LEDE_VALUE_UNVERIFIED);
    c.sentences = 29;
    assert_int_equal(flags_of("smog", &c), LEDE_VALUE_BELOW_MINIMUM);
    c.sentences = 16;
    assert_int_equal(flags_of("lix", &c), LEDE_VALUE_LONG_UNITS);
    assert_int_equal(flags_of("ttr", &c), 0);
    c.words = 960;
    assert_int_equal(flags_of("lix", &c), 0);
    c.words = 99;
    assert_int_equal(flags_of("flesch", &c), LEDE_VALUE_BELOW_MINIMUM);
    c.words = 100;
    assert_int_equal(flags_of("flesch", &c), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vectors),      cmocka_unit_test(test_worksheets),
        cmocka_unit_test(test_the_cat),      cmocka_unit_test(test_others),
        cmocka_unit_test(test_japanese),     cmocka_unit_test(test_linsear_branches),
        cmocka_unit_test(test_web_constant), cmocka_unit_test(test_statuses),
        cmocka_unit_test(test_not_defined),  cmocka_unit_test(test_flags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
