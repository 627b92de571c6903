/* SPDX-License-Identifier: MIT */
/* Against the formulas written out with the C library's functions, word by word. */
#include "unit/measure/measure_support.h"

#include "measure/diversity.h"

#define MOST 500
#define TERMS 600

typedef struct made {
    uint32_t terms[MOST];
    size_t n;
} made;

static diversity measure(const made *m) {
    diversity d;
    diversity_words words = {m->terms, m->n, TERMS};
    assert_true(diversity_measure(&words, &memory_default, &d));
    return d;
}

/* Every letter is a word. */
static made spell(const char *text) {
    made m = {.n = strlen(text)};
    for (size_t i = 0; i < m.n; i++) {
        m.terms[i] = (uint32_t)text[i];
    }
    return m;
}

static void expect_measure(const diversity *d, lede_diversity id, double wanted) {
    assert_int_equal(d->values[id].status, LEDE_VALUE_OK);
    expect_near(d->values[id].value, wanted, 1e-12);
}

static void expect_too_short(const diversity *d, lede_diversity id) {
    assert_int_equal(d->values[id].status, LEDE_VALUE_TOO_SHORT);
    assert_true(d->values[id].value == 0);
    assert_int_equal(d->values[id].flags, 0);
}

/* ---- The reference ------------------------------------------------------------------
 */

static size_t types_in(const uint32_t *terms, size_t begin, size_t end) {
    bool seen[TERMS] = {false};
    size_t types = 0;
    for (size_t i = begin; i < end; i++) {
        types += !seen[terms[i]];
        seen[terms[i]] = true;
    }
    return types;
}

static double mtld_one_way(const uint32_t *terms, size_t n) {
    double factors = 0, ratio = 1;
    size_t begin = 0;
    for (size_t i = 0; i < n; i++) {
        ratio = (double)types_in(terms, begin, i + 1) / (double)(i + 1 - begin);
        if (ratio < 0.72) {
            factors += 1;
            begin = i + 1;
            ratio = 1;
        }
    }
    return (double)n / (factors + (1 - ratio) / (1 - 0.72));
}

static double mtld(const made *m) {
    uint32_t reversed[MOST];
    for (size_t i = 0; i < m->n; i++) {
        reversed[i] = m->terms[m->n - 1 - i];
    }
    return (mtld_one_way(m->terms, m->n) + mtld_one_way(reversed, m->n)) / 2;
}

static double mean_ratio(const made *m, size_t step) {
    double sum = 0, count = 0;
    for (size_t begin = 0; begin + 100 <= m->n; begin += step) {
        sum += (double)types_in(m->terms, begin, begin + 100) / 100;
        count += 1;
    }
    return sum / count;
}

static double ln_choose(double n, double k) {
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
}

typedef struct tally {
    double n, v, hapaxes, squares, pairs, hdd;
} tally;

static tally tally_of(const made *m) {
    tally t = {.n = (double)m->n};
    for (uint32_t term = 0; term < TERMS; term++) {
        double f = 0;
        for (size_t i = 0; i < m->n; i++) {
            f += m->terms[i] == term;
        }
        t.v += f > 0;
        t.hapaxes += f == 1;
        t.squares += f * f;
        t.pairs += f * (f - 1);
        double missed =
            t.n - f < 42 ? 0 : exp(ln_choose(t.n - f, 42) - ln_choose(t.n, 42));
        t.hdd += f > 0 ? (1 - missed) / 42 : 0;
    }
    return t;
}

static void expect_reference(const made *m) {
    diversity d = measure(m);
    tally t = tally_of(m);
    double ln_n = log(t.n), ln_v = log(t.v);
    assert_int_equal(d.types, (uint64_t)t.v);
    assert_int_equal(d.hapaxes, (uint64_t)t.hapaxes);
    expect_measure(&d, LEDE_DIVERSITY_TTR, t.v / t.n);
    expect_measure(&d, LEDE_DIVERSITY_ROOT, t.v / sqrt(t.n));
    expect_measure(&d, LEDE_DIVERSITY_CTTR, t.v / sqrt(2 * t.n));
    expect_measure(&d, LEDE_DIVERSITY_C, ln_v / ln_n);
    expect_measure(&d, LEDE_DIVERSITY_YULE_K, 1e4 * (t.squares - t.n) / (t.n * t.n));
    expect_measure(&d, LEDE_DIVERSITY_SIMPSON, t.pairs / (t.n * (t.n - 1)));
    expect_measure(&d, LEDE_DIVERSITY_BRUNET, pow(t.n, pow(t.v, -0.172)));
    expect_measure(&d, LEDE_DIVERSITY_MAAS,
                   (log10(t.n) - log10(t.v)) / (log10(t.n) * log10(t.n)));
    if (t.v > 1) {
        expect_measure(&d, LEDE_DIVERSITY_S, log(ln_v) / log(ln_n));
    }
    if (t.v < t.n) {
        double u = log10(t.n) * log10(t.n) / (log10(t.n) - log10(t.v));
        expect_measure(&d, LEDE_DIVERSITY_U, u);
        expect_measure(&d, LEDE_DIVERSITY_MTLD, mtld(m));
    }
    if (t.hapaxes < t.v) {
        expect_measure(&d, LEDE_DIVERSITY_HONORE, 100 * ln_n / (1 - t.hapaxes / t.v));
    }
    if (m->n >= 42) {
        assert_int_equal(d.values[LEDE_DIVERSITY_HDD].status, LEDE_VALUE_OK);
        expect_near(d.values[LEDE_DIVERSITY_HDD].value, t.hdd, 1e-10);
    }
    if (m->n >= 100) {
        expect_measure(&d, LEDE_DIVERSITY_MSTTR, mean_ratio(m, 100));
        expect_measure(&d, LEDE_DIVERSITY_MATTR, mean_ratio(m, 1));
    }
}

static void test_random(void **state) {
    static const uint32_t types[] = {1, 2, 5, 30, 100, 400, TERMS};
    uint64_t random = 21;
    for (size_t round = 0; round < 350; round++) {
        made m = {.n = 2 + next_random(&random) % (MOST - 1)};
        for (size_t i = 0; i < m.n; i++) {
            /* the square: some words are far more frequent than others */
            uint64_t a = next_random(&random) % types[round % 7];
            uint64_t b = next_random(&random) % types[round % 7];
            m.terms[i] = (uint32_t)(a * b / types[round % 7]);
        }
        expect_reference(&m);
    }
}

/* ---- By hand --------------------------------------------------------------------------
 */

/* a a b c: 4 words, 3 types, 2 of them once. */
static void test_four_words(void **state) {
    made m = spell("aabc");
    diversity d = measure(&m);
    assert_int_equal(d.types, 3);
    assert_int_equal(d.hapaxes, 2);
    expect_measure(&d, LEDE_DIVERSITY_TTR, 0.75);
    expect_measure(&d, LEDE_DIVERSITY_ROOT, 1.5);
    expect_measure(&d, LEDE_DIVERSITY_CTTR, 1.0606601717798212);
    expect_measure(&d, LEDE_DIVERSITY_C, 0.7924812503605781);
    expect_measure(&d, LEDE_DIVERSITY_YULE_K, 1250);
    expect_measure(&d, LEDE_DIVERSITY_SIMPSON, 2.0 / 12.0);
    expect_measure(&d, LEDE_DIVERSITY_HONORE, 415.88830833596715); /* 300 ln 4 */
    expect_too_short(&d, LEDE_DIVERSITY_HDD);
    expect_too_short(&d, LEDE_DIVERSITY_MSTTR);
    expect_too_short(&d, LEDE_DIVERSITY_MATTR);
}

/* Of 43 words one comes twice. A sample of 42 leaves one word out: it has 41 types when
 * the word is another one (chance 41/43), else 42. */
static void test_sample_but_one(void **state) {
    made m = {.n = 43};
    for (uint32_t i = 0; i < 43; i++) {
        m.terms[i] = i % 42;
    }
    diversity d = measure(&m);
    expect_measure(&d, LEDE_DIVERSITY_HDD, (41.0 * 41.0 + 2.0 * 42.0) / 43.0 / 42.0);
    m.n = 42;
    d = measure(&m);
    expect_measure(&d, LEDE_DIVERSITY_HDD, 1.0);
}

/* McCarthy and Jarvis 2010 explain MTLD by these words: "of the people by the people"
 * is a factor, what is left of either way has no word twice. */
static void test_factors_of_a_speech(void **state) {
    made m = spell("otpbtpftp");
    diversity d = measure(&m);
    expect_measure(&d, LEDE_DIVERSITY_MTLD, 9.0);
    assert_int_equal(d.values[LEDE_DIVERSITY_MTLD].flags, LEDE_VALUE_BELOW_MINIMUM);
}

/* Forward "abca" (0.75) is part of a factor: 0.25/0.28; backward the same. */
static void test_part_of_a_factor(void **state) {
    made m = spell("abca");
    diversity d = measure(&m);
    expect_measure(&d, LEDE_DIVERSITY_MTLD, 4.0 * 0.28 / 0.25);
}

static void test_minimum_of_mtld(void **state) {
    made m = {.n = 99};
    for (uint32_t i = 0; i < 100; i++) {
        m.terms[i] = i % 40;
    }
    diversity d = measure(&m);
    assert_int_equal(d.values[LEDE_DIVERSITY_MTLD].flags, LEDE_VALUE_BELOW_MINIMUM);
    m.n = 100;
    d = measure(&m);
    assert_int_equal(d.values[LEDE_DIVERSITY_MTLD].flags, 0);
}

/* ---- Too short ----------------------------------------------------------------------
 */

static void test_no_words(void **state) {
    made m = {.n = 0};
    diversity d = measure(&m);
    assert_int_equal(d.types, 0);
    assert_int_equal(d.hapaxes, 0);
    for (size_t i = 0; i < LEDE_DIVERSITY_COUNT; i++) {
        assert_int_equal(d.values[i].status, LEDE_VALUE_NO_WORDS);
        assert_true(d.values[i].value == 0);
    }
}

static void test_one_word(void **state) {
    made m = spell("a");
    diversity d = measure(&m);
    expect_measure(&d, LEDE_DIVERSITY_TTR, 1);
    expect_measure(&d, LEDE_DIVERSITY_BRUNET, 1);
    expect_measure(&d, LEDE_DIVERSITY_YULE_K, 0);
    expect_too_short(&d, LEDE_DIVERSITY_C);
    expect_too_short(&d, LEDE_DIVERSITY_S);
    expect_too_short(&d, LEDE_DIVERSITY_U);
    expect_too_short(&d, LEDE_DIVERSITY_MAAS);
    expect_too_short(&d, LEDE_DIVERSITY_SIMPSON);
    expect_too_short(&d, LEDE_DIVERSITY_HONORE);
    expect_too_short(&d, LEDE_DIVERSITY_MTLD);
}

static void test_no_word_twice(void **state) {
    made m = {.n = 300};
    for (uint32_t i = 0; i < 300; i++) {
        m.terms[i] = i;
    }
    diversity d = measure(&m);
    expect_measure(&d, LEDE_DIVERSITY_TTR, 1);
    expect_measure(&d, LEDE_DIVERSITY_MATTR, 1);
    expect_measure(&d, LEDE_DIVERSITY_HDD, 1);
    expect_measure(&d, LEDE_DIVERSITY_MAAS, 0);
    expect_too_short(&d, LEDE_DIVERSITY_U);
    expect_too_short(&d, LEDE_DIVERSITY_HONORE);
    expect_too_short(&d, LEDE_DIVERSITY_MTLD);
}

static void test_one_type(void **state) {
    made m = {.n = 400};
    diversity d = measure(&m);
    expect_measure(&d, LEDE_DIVERSITY_SIMPSON, 1);
    expect_measure(&d, LEDE_DIVERSITY_MSTTR, 0.01);
    expect_measure(&d, LEDE_DIVERSITY_HDD, 1.0 / 42.0);
    expect_measure(&d, LEDE_DIVERSITY_MTLD, 2); /* a factor ends at every second word */
    expect_measure(&d, LEDE_DIVERSITY_C, 0);
    expect_too_short(&d, LEDE_DIVERSITY_S);
}

/* ---- Memory ------------------------------------------------------------------------ */

static void test_no_memory(void **state) {
    made m = spell("abcabcdea");
    diversity_words words = {m.terms, m.n, TERMS};
    for (size_t fail_at = 1; fail_at <= 2; fail_at++) {
        counting c;
        diversity d;
        counting_init(&c, fail_at);
        assert_false(diversity_measure(&words, &c.allocator, &d));
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_four_words),
        cmocka_unit_test(test_sample_but_one),
        cmocka_unit_test(test_factors_of_a_speech),
        cmocka_unit_test(test_part_of_a_factor),
        cmocka_unit_test(test_minimum_of_mtld),
        cmocka_unit_test(test_no_words),
        cmocka_unit_test(test_one_word),
        cmocka_unit_test(test_no_word_twice),
        cmocka_unit_test(test_one_type),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
