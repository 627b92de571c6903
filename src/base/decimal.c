/* SPDX-License-Identifier: MIT */
#include "base/decimal.h"

#include <float.h>
#include <stddef.h>
#include <string.h>

_Static_assert(DBL_MANT_DIG == 53 && DBL_MAX_EXP == 1024, "double is not binary64");

/* ---- the parts of a double ---- */

binary binary_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    uint64_t fraction = bits & ((UINT64_C(1) << 52) - 1);
    int exponent = (int)(bits >> 52 & 0x7FF);
    binary parts = {fraction, exponent - 1075, bits >> 63 != 0, false};
    if (exponent == 0) {
        parts.exponent = -1074;
    } else {
        parts.fraction |= UINT64_C(1) << 52;
        parts.narrow_below = fraction == 0 && exponent > 1;
    }
    return parts;
}

/* ---- whole numbers of up to 1152 bits ---- */

/* The largest that is needed: 2^1076, the denominator of the smallest doubles,
 * times 4 for half a unit and times 10 for one digit more. */
#define BIG_LIMBS 36

typedef struct big {
    uint32_t limbs[BIG_LIMBS]; /* lowest first */
    size_t count;              /* limbs in use, the highest of them not 0 */
} big;

/* value * 2^shift */
static big big_from(uint64_t value, unsigned shift) {
    big b = {{0}, 0};
    size_t limb = shift / 32;
    unsigned rest = shift % 32;
    uint64_t low = (value & UINT32_MAX) << rest;
    uint64_t high = ((value >> 32) << rest) + (low >> 32);
    b.limbs[limb] = (uint32_t)low;
    b.limbs[limb + 1] = (uint32_t)high;
    b.limbs[limb + 2] = (uint32_t)(high >> 32);
    b.count = limb + 3;
    while (b.count > 0 && b.limbs[b.count - 1] == 0) {
        b.count--;
    }
    return b;
}

static void big_multiply(big *b, uint32_t factor) {
    uint64_t carry = 0;
    for (size_t i = 0; i < b->count; i++) {
        carry += (uint64_t)b->limbs[i] * factor;
        b->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0) {
        b->limbs[b->count++] = (uint32_t)carry;
    }
}

static void big_multiply_power_of_ten(big *b, unsigned power) {
    for (; power >= 9; power -= 9) {
        big_multiply(b, 1000000000u);
    }
    for (; power > 0; power--) {
        big_multiply(b, 10);
    }
}

/* The sign of a - b. */
static int big_compare(const big *a, const big *b) {
    if (a->count != b->count) {
        return a->count > b->count ? 1 : -1;
    }
    for (size_t i = a->count; i-- > 0;) {
        if (a->limbs[i] != b->limbs[i]) {
            return a->limbs[i] > b->limbs[i] ? 1 : -1;
        }
    }
    return 0;
}

static big big_add(const big *a, const big *b) {
    big sum = a->count >= b->count ? *a : *b;
    const big *other = a->count >= b->count ? b : a;
    uint64_t carry = 0;
    for (size_t i = 0; i < sum.count; i++) {
        carry += (uint64_t)sum.limbs[i] + (i < other->count ? other->limbs[i] : 0);
        sum.limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0) {
        sum.limbs[sum.count++] = (uint32_t)carry;
    }
    return sum;
}

/* a -= b * factor, where a is no less; factor is below 2^31 */
static void big_subtract(big *a, const big *b, uint32_t factor) {
    uint64_t borrow = 0;
    for (size_t i = 0; i < a->count; i++) {
        borrow += (uint64_t)(i < b->count ? b->limbs[i] : 0) * factor;
        uint32_t take = (uint32_t)borrow;
        borrow = (borrow >> 32) + (a->limbs[i] < take);
        a->limbs[i] -= take;
    }
    while (a->count > 0 && a->limbs[a->count - 1] == 0) {
        a->count--;
    }
}

/* ---- shortest digits: Steele and White (1990), Dragon4, as simplified by
 *      Burger and Dybvig (1996), with exact arithmetic throughout ---- */

/* What is still to be written, as a fraction of `one`; every number strictly
 * between rest - below and rest + above reads back as the same double, and so
 * do these two ends when the double is even (ties read to even). */
typedef struct remainder {
    big rest, above, below, one;
    bool even;
} remainder;

static bool rounds_down(const remainder *r) {
    return big_compare(&r->rest, &r->below) < (r->even ? 1 : 0);
}

static bool rounds_up(const remainder *r) {
    big end = big_add(&r->rest, &r->above);
    return big_compare(&end, &r->one) > (r->even ? -1 : 0);
}

static void next_digit_place(remainder *r) {
    big_multiply(&r->rest, 10);
    big_multiply(&r->above, 10);
    big_multiply(&r->below, 10);
}

/* floor(log10(2) * n), exact for |n| <= 1650 */
static int floor_log10_of_power_of_2(int n) {
    int64_t scaled = (int64_t)n * 78913;
    return (int)(scaled >= 0 ? scaled / 262144 : -((262143 - scaled) / 262144));
}

/* Multiplies by powers of ten such that the first digit is the one of tenths.
 * Returns the power that was taken out. The estimate is right or one too low. */
static int scale_to_tenths(remainder *r, binary parts) {
    int top_bit = parts.exponent;
    for (uint64_t f = parts.fraction; f > 1; f >>= 1) {
        top_bit++;
    }
    int point = floor_log10_of_power_of_2(top_bit) + 1;
    if (point >= 0) {
        big_multiply_power_of_ten(&r->one, (unsigned)point);
    } else {
        big_multiply_power_of_ten(&r->rest, (unsigned)-point);
        big_multiply_power_of_ten(&r->above, (unsigned)-point);
        big_multiply_power_of_ten(&r->below, (unsigned)-point);
    }
    if (rounds_up(r)) {
        big_multiply(&r->one, 10);
        point++;
    }
    return point;
}

/* In quarters of a unit, so that half the smaller gap is whole. */
static remainder start_remainder(binary parts) {
    unsigned up = parts.exponent > 0 ? (unsigned)parts.exponent : 0;
    unsigned down = parts.exponent < 0 ? (unsigned)-parts.exponent : 0;
    return (remainder){.rest = big_from(parts.fraction, up + 2),
                       .above = big_from(2, up),
                       .below = big_from(parts.narrow_below ? 1 : 2, up),
                       .one = big_from(4, down),
                       .even = parts.fraction % 2 == 0};
}

/* How often b goes into a at least, told by their first limbs: seldom once less than it
 * does. a is below 10 b. */
static uint32_t big_quotient(const big *a, const big *b) {
    size_t n = b->count;
    if (a->count < n) {
        return 0;
    }
    uint64_t over = a->count > n ? (uint64_t)a->limbs[n] << 32 : 0;
    return (uint32_t)((over | a->limbs[n - 1]) / ((uint64_t)b->limbs[n - 1] + 1));
}

static unsigned take_digit(remainder *r) {
    unsigned digit = big_quotient(&r->rest, &r->one);
    if (digit > 0) {
        big_subtract(&r->rest, &r->one, digit);
    }
    while (big_compare(&r->rest, &r->one) >= 0) {
        big_subtract(&r->rest, &r->one, 1);
        digit++;
    }
    return digit;
}

/* Both digit and digit + 1 would do: whether the latter is nearer, or as near
 * and even. */
static bool upper_is_nearer(const remainder *r, unsigned digit) {
    big twice = big_add(&r->rest, &r->rest);
    int side = big_compare(&twice, &r->one);
    return side > 0 || (side == 0 && digit % 2 == 1);
}

/* The digits of any double, in numbers as wide as it takes. */
static decimal shortest_wide(binary parts) {
    decimal result = {{0}, 0, 0};
    remainder r = start_remainder(parts);
    result.point = scale_to_tenths(&r, parts);
    for (;;) {
        next_digit_place(&r);
        unsigned digit = take_digit(&r);
        bool down = rounds_down(&r), up = rounds_up(&r);
        if (up && (!down || upper_is_nearer(&r, digit))) {
            digit++; /* never 10: then the digit before would have ended it */
        }
        result.digits[result.count++] = (char)('0' + digit);
        if (down || up) {
            return result;
        }
    }
}

/* ---- the same for numbers that fit into 64 bits ---- */

/* In quarters of a unit, and times 10 for one digit more. */
#define NARROW_SHIFT 58

/* From about 1/64 up to 2^53, as nearly all that is printed. */
static bool is_narrow(binary parts) {
    return parts.exponent <= 0 && parts.exponent >= -NARROW_SHIFT;
}

static void put_digit(decimal *d, unsigned digit) {
    if (d->count > 0 || digit > 0) {
        d->digits[d->count++] = (char)('0' + digit);
    } else {
        d->point--; /* a zero behind the point, before all other digits */
    }
}

/* Of a number below 2^53; of 0 none. */
static decimal whole_digits(uint64_t whole) {
    decimal d = {{0}, 0, 0};
    uint64_t power = 1;
    for (; whole / power >= 10; power *= 10) {
    }
    for (; whole > 0 && power > 0; power /= 10) {
        d.digits[d.count++] = (char)('0' + whole / power % 10);
    }
    d.point = (int)d.count;
    return d;
}

/* Between two doubles next to each other lies no whole number, so that all digits
 * before the point are those of the number itself. */
static decimal shortest_narrow(binary parts) {
    unsigned shift = (unsigned)-parts.exponent + 2;
    uint64_t one = UINT64_C(1) << shift, even = parts.fraction % 2 == 0;
    uint64_t rest = parts.fraction << 2 & (one - 1);
    uint64_t above = 2, below = parts.narrow_below ? 1 : 2;
    decimal d = whole_digits(parts.fraction >> (shift - 2));
    for (bool down = rest == 0, up = false; !down && !up;) {
        rest *= 10;
        above *= 10;
        below *= 10;
        unsigned digit = (unsigned)(rest >> shift);
        rest &= one - 1;
        down = rest < below + even;
        up = rest + above + even > one;
        bool is_nearer = 2 * rest > one || (2 * rest == one && digit % 2 == 1);
        put_digit(&d, digit + (up && (!down || is_nearer)));
    }
    while (d.digits[d.count - 1] == '0') { /* 1200 has two digits */
        d.count--;
    }
    return d;
}

decimal decimal_shortest(binary parts) {
    return is_narrow(parts) ? shortest_narrow(parts) : shortest_wide(parts);
}
