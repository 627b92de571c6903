/* SPDX-License-Identifier: MIT */
#include "base/real.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Everything here counts on each operation being rounded on its own, to double
 * (and the compiler must not fuse them: -ffp-contract=off). */
#ifdef __FAST_MATH__
#error "this library needs IEEE arithmetic: compile without -ffast-math"
#endif
_Static_assert(FLT_EVAL_METHOD != 2 && FLT_EVAL_METHOD >= 0, "double is not double");
_Static_assert(DBL_MANT_DIG == 53 && DBL_MAX_EXP == 1024, "double is not binary64");

/* ln 2 in two parts: the first has 36 bits, so k times it is exact for every
 * exponent k; the second holds the rest to 2^-93. */
#define LN2_HIGH 0x1.62e42fefap-1
#define LN2_LOW 0x1.cf79abc9e3b398p-40

#define EXP_LARGEST 0x1.62e42fefa39efp+9 /* 709.78...: ln of the largest double */
#define EXP_SMALLEST (-745.0)            /* below, less than half the smallest */

#define EXPONENT_BIAS 1023
#define FRACTION_BITS 52
#define SUBNORMAL_SHIFT 54

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static double from_bits(uint64_t bits) {
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* 2^k for a normal result */
static double power_of_two(int k) {
    return from_bits((uint64_t)(k + EXPONENT_BIAS) << FRACTION_BITS);
}

/* c[0] + c[1] x + c[2] x^2 ... (Horner) */
static double polynomial(const double *c, int n, double x) {
    double sum = c[n - 1];
    for (int i = n - 2; i >= 0; i--) {
        sum = sum * x + c[i];
    }
    return sum;
}

/* (e^r - 1 - r) / r^2 by Taylor; enough for |r| <= ln(2)/2: the first term left
 * out is below 2^-58. */
static double exp_tail(double r) {
    static const double c[] = {1.0 / 2,        1.0 / 6,         1.0 / 24,
                               1.0 / 120,      1.0 / 720,       1.0 / 5040,
                               1.0 / 40320,    1.0 / 362880,    1.0 / 3628800,
                               1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800};
    return polynomial(c, (int)(sizeof c / sizeof c[0]), r);
}

double real_exp(double x) {
    if (x > EXP_LARGEST) {
        return (double)INFINITY;
    }
    if (x < EXP_SMALLEST) {
        return 0;
    }
    if (!(x == x)) {
        return x; /* NaN */
    }
    /* x = k ln 2 + r; the sum below is 1 + r + tail, smallest parts first. */
    int k = (int)(x / (LN2_HIGH + LN2_LOW) + (x < 0 ? -0.5 : 0.5));
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double sum = 1 + (high + (r * r * exp_tail(r) - low));
    /* In two steps, since 2^k alone may be too large or too small; only the last
     * can round, where the result is subnormal. */
    return sum * power_of_two(k / 2) * power_of_two(k - k / 2);
}

/* ln((1 + s) / (1 - s)) / s - 2 as a series in s^2 (of atanh), for
 * |s| <= 0.172: the first term left out is below 2^-60. */
static double ln_tail(double s) {
    static const double c[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
                               2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
    return s * s * polynomial(c, (int)(sizeof c / sizeof c[0]), s * s);
}

/*
 * ln(1 + f) + k ln 2. With s = f / (2 + f) and h = f^2 / 2, ln(1 + f) is
 * 2 atanh(s) = f - (h - s (h + tail)): f is exact, and the rounded s counts only
 * in the small correction.
 */
static double ln_of_parts(double f, int k) {
    double s = f / (2 + f);
    double h = f * f / 2;
    double correction = h - (s * (h + ln_tail(s)) + k * LN2_LOW);
    return k * LN2_HIGH + (f - correction);
}

double real_ln(double x) {
    if (x == 0) {
        return -(double)INFINITY;
    }
    if (!(x > 0)) {
        return (double)NAN; /* negative or NaN */
    }
    if (x > DBL_MAX) {
        return x;
    }
    int k = 0;
    if (x < DBL_MIN) {
        x *= power_of_two(SUBNORMAL_SHIFT);
        k = -SUBNORMAL_SHIFT;
    }
    uint64_t bits = bits_of(x);
    uint64_t fraction = bits & ((UINT64_C(1) << FRACTION_BITS) - 1);
    k += (int)(bits >> FRACTION_BITS) - EXPONENT_BIAS;
    double m = from_bits(fraction | (uint64_t)EXPONENT_BIAS << FRACTION_BITS);
    if (m > 0x1.6a09e667f3bcdp+0) { /* sqrt 2: keeps f small on both sides of 1 */
        m /= 2;
        k++;
    }
    return ln_of_parts(m - 1, k);
}

double real_sqrt(double x) {
    return sqrt(x);
}

#define FIXED_ONE 0x1p32

int64_t real_to_fixed(double x) {
    double scaled = x * FIXED_ONE;
    int64_t whole = (int64_t)scaled;
    double rest = scaled - (double)whole; /* exact: nothing is left from 2^53 on */
    if (rest >= 0.5) {
        return whole + 1;
    }
    return rest <= -0.5 ? whole - 1 : whole;
}

double real_from_fixed(int64_t fixed) {
    return (double)fixed / FIXED_ONE;
}
