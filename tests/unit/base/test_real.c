/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/real.h"
#include "unit/base/base_support.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#define POINTS 1000000
#define LIMIT 4e-16L

/* From low to high, evenly. */
static double random_between(uint64_t *random, double low, double high) {
    return low + (high - low) * ((double)(next_random(random) >> 11) * 0x1p-53);
}

static long double error_of(double got, long double expected) {
    if (expected == 0) {
        return got == 0 ? 0 : 1;
    }
    return fabsl(((long double)got - expected) / expected);
}

static long double exp_error(double x) {
    return error_of(real_exp(x), expl((long double)x));
}

static long double ln_error(double x) {
    return error_of(real_ln(x), logl((long double)x));
}

static void assert_small(const char *what, long double worst) {
    print_message("%s: largest relative error %.2Le\n", what, worst);
    assert_true(worst < LIMIT);
}

static void exp_over_the_whole_range(void **state) {
    uint64_t random = 1;
    long double worst = 0;
    for (unsigned i = 0; i < POINTS; i++) {
        worst = fmaxl(worst, exp_error(random_between(&random, -708.39, 709.78)));
    }
    assert_small("exp", worst);
}

static void exp_near_zero(void **state) {
    uint64_t random = 2;
    long double worst = 0;
    for (unsigned i = 0; i < POINTS; i++) {
        double x = random_between(&random, -2, 2);
        worst = fmaxl(worst, exp_error(x));
        worst = fmaxl(worst, exp_error(x / (double)(UINT64_C(1) << i % 60)));
    }
    assert_small("exp near 0", worst);
}

/* At odd multiples of ln(2)/2 the reduced argument is largest. */
static void exp_where_the_reduction_turns(void **state) {
    long double worst = 0;
    for (int k = -1021; k < 1024; k++) {
        double turn = (k + 0.5) * 0.6931471805599453;
        for (uint64_t i = 0; i < 200; i++) {
            worst = fmaxl(worst, exp_error(from_bits(bits_of(turn) + i - 100)));
        }
    }
    assert_small("exp at the turns", worst);
}

/* Here one unit of the last place is all there is. */
static void exp_of_subnormal_size(void **state) {
    uint64_t random = 3;
    for (unsigned i = 0; i < POINTS / 10; i++) {
        double x = random_between(&random, -745, -708.39);
        long double difference = (long double)real_exp(x) - expl((long double)x);
        assert_true(fabsl(difference) < 0x1p-1074L);
    }
}

static void exp_at_the_edges(void **state) {
    double infinity = (double)INFINITY;
    assert_true(real_exp(0) == 1);
    assert_true(real_exp(-0.0) == 1);
    assert_true(real_exp(5e-324) == 1);
    assert_true(real_exp(-1e-300) == 1);
    assert_true(real_exp(-745) == 5e-324);
    assert_true(real_exp(from_bits(bits_of(-745) + 1)) == 0);
    assert_true(real_exp(-1e300) == 0);
    assert_true(real_exp(-infinity) == 0);
    double largest = 709.782712893384; /* the last with a finite result */
    assert_true(exp_error(largest) < LIMIT);
    assert_true(real_exp(largest) <= DBL_MAX);
    assert_true(real_exp(from_bits(bits_of(largest) + 1)) == infinity);
    assert_true(real_exp(1e300) == infinity);
    assert_true(real_exp(infinity) == infinity);
    assert_true(isnan(real_exp((double)NAN)));
}

static void ln_over_the_whole_range(void **state) {
    uint64_t random = 4;
    long double worst = 0;
    for (unsigned i = 0; i < POINTS; i++) {
        double x = from_bits(next_random(&random) >> 1);
        if (x > 0 && x <= DBL_MAX) {
            worst = fmaxl(worst, ln_error(x));
        }
    }
    assert_small("ln", worst);
}

static void ln_near_one(void **state) {
    uint64_t random = 5;
    long double worst = 0;
    for (unsigned i = 0; i < POINTS; i++) {
        double small = random_between(&random, -0.5, 0.5);
        worst = fmaxl(worst, ln_error(1 + small));
        worst = fmaxl(worst, ln_error(1 + small / (double)(UINT64_C(1) << i % 52)));
        worst = fmaxl(worst, ln_error(random_between(&random, 0.5, 3)));
    }
    for (uint64_t i = 0; i < 2000; i++) {
        worst = fmaxl(worst, ln_error(from_bits(bits_of(1) + i - 1000)));
    }
    assert_small("ln near 1", worst);
}

/* Around sqrt 2 times a power of two the fraction changes sides. */
static void ln_where_the_fraction_turns(void **state) {
    long double worst = 0;
    for (uint64_t exponent = 1; exponent < 2047; exponent++) {
        uint64_t turn =
            (exponent << 52) | (bits_of(1.4142135623730951) & 0xFFFFFFFFFFFFF);
        for (uint64_t i = 0; i < 100; i++) {
            worst = fmaxl(worst, ln_error(from_bits(turn + i - 50)));
        }
    }
    assert_small("ln at the turns", worst);
}

static void ln_of_subnormals(void **state) {
    uint64_t random = 6;
    long double worst = 0;
    for (unsigned i = 0; i < POINTS; i++) {
        worst = fmaxl(worst,
                      ln_error(from_bits((next_random(&random) >> (12 + i % 52)) + 1)));
    }
    assert_small("ln of subnormals", worst);
}

static void ln_at_the_edges(void **state) {
    double infinity = (double)INFINITY;
    assert_true(real_ln(0) == -infinity);
    assert_true(real_ln(-0.0) == -infinity);
    assert_true(isnan(real_ln(-1)));
    assert_true(isnan(real_ln(-5e-324)));
    assert_true(isnan(real_ln(-infinity)));
    assert_true(isnan(real_ln((double)NAN)));
    assert_true(real_ln(infinity) == infinity);
    assert_true(bits_of(real_ln(1)) == 0);
    assert_true(ln_error(5e-324) < LIMIT);
    assert_true(ln_error(DBL_MIN) < LIMIT);
    assert_true(ln_error(from_bits(bits_of(DBL_MIN) - 1)) < LIMIT);
    assert_true(ln_error(DBL_MAX) < LIMIT);
}

static void sqrt_is_exact(void **state) {
    uint64_t random = 7;
    for (unsigned i = 0; i < POINTS; i++) {
        double x = from_bits(next_random(&random) >> 1);
        if (x <= DBL_MAX) {
            assert_true(bits_of(real_sqrt(x)) == bits_of(sqrt(x)));
        }
        double root = (double)(next_random(&random) >> 38);
        assert_true(real_sqrt(root * root) == root);
    }
    assert_true(real_sqrt(0) == 0);
    assert_true(isnan(real_sqrt(-1)));
}

/* FNV-1a, over 64 bits at a time */
static void add_to_digest(uint64_t *digest, double result) {
    *digest = (*digest ^ bits_of(result)) * UINT64_C(0x100000001B3);
    *digest ^= *digest >> 32;
}

/* One digest over many results: it must be the same for every compiler, level of
 * optimization and machine, since scores must be. */
static void results_are_the_same_everywhere(void **state) {
    uint64_t random = 8, digest = 0;
    for (unsigned i = 0; i < 100000; i++) {
        double x = random_between(&random, -745, 710);
        double y = from_bits(next_random(&random) % (UINT64_C(2047) << 52));
        add_to_digest(&digest, real_exp(x));
        add_to_digest(&digest, real_exp(x / 700));
        add_to_digest(&digest, real_ln(y));
        add_to_digest(&digest, real_ln(1 + x * x));
    }
    if (digest != UINT64_C(0x9612F5C5EB160409)) {
        print_error("the digest is 0x%016llX\n", (unsigned long long)digest);
        fail();
    }
}

static void fixed_rounds_half_away_from_zero(void **state) {
    const int64_t one = INT64_C(1) << 32;
    assert_true(real_to_fixed(0) == 0);
    assert_true(real_to_fixed(1) == one);
    assert_true(real_to_fixed(-1) == -one);
    assert_true(real_to_fixed(0x1p-32) == 1);
    assert_true(real_to_fixed(0x1p-33) == 1);
    assert_true(real_to_fixed(-0x1p-33) == -1);
    assert_true(real_to_fixed(0x1.8p-32) == 2);
    assert_true(real_to_fixed(-0x1.8p-32) == -2);
    assert_true(real_to_fixed(0x1.4p-32) == 1);
    assert_true(real_to_fixed(-0x1.4p-32) == -1);
    assert_true(real_to_fixed(0x1.fffffffffffffp-34) == 0);
    assert_true(real_to_fixed(-0x1.fffffffffffffp-34) == 0);
    assert_true(real_to_fixed(5e-324) == 0);
    assert_true(real_to_fixed(0x1.fffffffffffffp29) == (INT64_C(1) << 62) - 512);
    assert_true(real_to_fixed(-0x1.fffffffffffffp29) == 512 - (INT64_C(1) << 62));
}

static void fixed_agrees_with_long_double(void **state) {
    uint64_t random = 9;
    for (unsigned i = 0; i < POINTS; i++) {
        double x = random_between(&random, -0x1p30, 0x1p30);
        x /= (double)(UINT64_C(1) << i % 62);
        assert_true(real_to_fixed(x) == llroundl((long double)x * 0x1p32L));
    }
}

static void fixed_comes_back(void **state) {
    uint64_t random = 10;
    for (unsigned i = 0; i < POINTS; i++) {
        int64_t fixed = (int64_t)(next_random(&random) >> (11 + i % 50));
        assert_true(real_to_fixed(real_from_fixed(fixed)) == fixed);
        assert_true(real_to_fixed(real_from_fixed(-fixed)) == -fixed);
    }
    assert_true(real_from_fixed(INT64_C(3) << 31) == 1.5);
    assert_true(real_from_fixed(INT64_MIN) == -0x1p31);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_over_the_whole_range),
        cmocka_unit_test(exp_near_zero),
        cmocka_unit_test(exp_where_the_reduction_turns),
        cmocka_unit_test(exp_of_subnormal_size),
        cmocka_unit_test(exp_at_the_edges),
        cmocka_unit_test(ln_over_the_whole_range),
        cmocka_unit_test(ln_near_one),
        cmocka_unit_test(ln_where_the_fraction_turns),
        cmocka_unit_test(ln_of_subnormals),
        cmocka_unit_test(ln_at_the_edges),
        cmocka_unit_test(sqrt_is_exact),
        cmocka_unit_test(results_are_the_same_everywhere),
        cmocka_unit_test(fixed_rounds_half_away_from_zero),
        cmocka_unit_test(fixed_agrees_with_long_double),
        cmocka_unit_test(fixed_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
