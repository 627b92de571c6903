/* SPDX-License-Identifier: MIT */
#include "unit/measure/measure_support.h"

#include "measure/distribution.h"

#define MOST 700

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* In real numbers and from the definition: h = (n - 1) p. */
static double reference_quantile(const uint32_t *sorted, size_t n, double p) {
    double h = (double)(n - 1) * p, below = floor(h + 1e-9);
    double low = sorted[(size_t)below],
           high = sorted[(size_t)fmin(below + 1, (double)(n - 1))];
    return low + fmax(h - below, 0.0) * (high - low);
}

static double reference_deviation(const uint32_t *values, size_t n) {
    long double sum = 0, squares = 0;
    for (size_t i = 0; i < n; i++) {
        sum += values[i];
        squares += (long double)values[i] * values[i];
    }
    long double variance = (squares - sum * sum / (long double)n) / (long double)(n - 1);
    return n > 1 ? (double)sqrtl(fmaxl(variance, 0)) : 0;
}

static void expect_reference(uint32_t *values, size_t n) {
    uint32_t sorted[MOST];
    uint64_t sum = 0;
    memcpy(sorted, values, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_value);
    lede_distribution d = distribution_of(values, n);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(values[i], sorted[i]);
        sum += sorted[i];
    }
    assert_int_equal(d.count, n);
    assert_int_equal(d.sum, sum);
    assert_int_equal(d.least, sorted[0]);
    assert_int_equal(d.most, sorted[n - 1]);
    expect_near(d.mean, (double)sum / (double)n, 1e-15);
    expect_near(d.deviation, reference_deviation(sorted, n), 1e-9);
    expect_near(d.quartiles[0], reference_quantile(sorted, n, 0.25), 1e-9);
    expect_near(d.quartiles[1], reference_quantile(sorted, n, 0.5), 1e-9);
    expect_near(d.quartiles[2], reference_quantile(sorted, n, 0.75), 1e-9);
    expect_near(d.p90, reference_quantile(sorted, n, 0.9), 1e-9);
}

static void test_nothing(void **state) {
    uint32_t none = 1;
    lede_distribution d = distribution_of(&none, 0);
    assert_int_equal(d.count, 0);
    assert_int_equal(d.sum, 0);
    assert_int_equal(d.least, 0);
    assert_int_equal(d.most, 0);
    assert_true(d.mean == 0 && d.deviation == 0 && d.p90 == 0);
    assert_true(d.quartiles[0] == 0 && d.quartiles[1] == 0 && d.quartiles[2] == 0);
}

static void test_one(void **state) {
    uint32_t value = 300;
    lede_distribution d = distribution_of(&value, 1);
    assert_int_equal(d.sum, 300);
    assert_true(d.mean == 300 && d.deviation == 0);
    assert_true(d.quartiles[0] == 300 && d.quartiles[2] == 300 && d.p90 == 300);
}

/* Python: quantiles([3, 9, 1, 12, 5, 7], n=20, method='inclusive')[4::5], [17] */
static void test_figures(void **state) {
    uint32_t values[] = {3, 9, 1, 12, 5, 7};
    lede_distribution d = distribution_of(values, 6);
    assert_int_equal(d.sum, 37);
    assert_int_equal(d.least, 1);
    assert_int_equal(d.most, 12);
    expect_near(d.mean, 37.0 / 6.0, 1e-15);
    expect_near(d.deviation, sqrt(485.0 / 30.0), 1e-15);
    assert_true(d.quartiles[0] == 3.5);
    assert_true(d.quartiles[1] == 6.0);
    assert_true(d.quartiles[2] == 8.5);
    assert_true(d.p90 == 10.5);
}

/* A quantile that falls on a value is the value, to the last bit. */
static void test_exact_places(void **state) {
    uint32_t values[11];
    for (uint32_t i = 0; i < 11; i++) {
        values[i] = 7 * i + 1;
    }
    assert_true(distribution_of(values, 11).p90 == 64.0);
}

static void test_equal_values(void **state) {
    uint32_t values[50];
    for (size_t i = 0; i < 50; i++) {
        values[i] = 17;
    }
    lede_distribution d = distribution_of(values, 50);
    assert_true(d.deviation == 0 && d.mean == 17 && d.p90 == 17);
}

static void test_largest_values(void **state) {
    uint32_t values[] = {UINT32_MAX, 0, UINT32_MAX, UINT32_MAX - 1};
    lede_distribution d = distribution_of(values, 4);
    assert_int_equal(d.sum, 3 * (uint64_t)UINT32_MAX - 1);
    assert_int_equal(values[0], 0);
    assert_int_equal(values[1], UINT32_MAX - 1);
    assert_int_equal(d.most, UINT32_MAX);
}

/* Values that are counted, values that are compared, and both together. */
static void test_random(void **state) {
    static const uint32_t limits[] = {1, 2, 40, 256, 257, 300, 100000, UINT32_MAX};
    uint32_t values[MOST];
    uint64_t random = 5;
    for (size_t round = 0; round < 2000; round++) {
        size_t n = 1 + next_random(&random) % MOST;
        uint32_t limit = limits[round % (sizeof limits / sizeof *limits)];
        for (size_t i = 0; i < n; i++) {
            values[i] = (uint32_t)(next_random(&random) % limit);
        }
        expect_reference(values, n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),      cmocka_unit_test(test_one),
        cmocka_unit_test(test_figures),      cmocka_unit_test(test_exact_places),
        cmocka_unit_test(test_equal_values), cmocka_unit_test(test_largest_values),
        cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
