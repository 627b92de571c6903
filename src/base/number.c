/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <float.h>
#include <string.h>

/* Wider evaluation (x87) would round twice. */
_Static_assert(FLT_EVAL_METHOD != 2 && FLT_EVAL_METHOD >= 0, "double is not double");
_Static_assert(DBL_MANT_DIG == 53 && DBL_MAX_EXP == 1024, "double is not binary64");

/* ---- integers ---- */

size_t number_from_u64(char *out, uint64_t value) {
    char reversed[20];
    size_t n = 0;
    do {
        reversed[n++] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    for (size_t i = 0; i < n; i++) {
        out[i] = reversed[n - 1 - i];
    }
    return n;
}

size_t number_from_i64(char *out, int64_t value) {
    if (value >= 0) {
        return number_from_u64(out, (uint64_t)value);
    }
    out[0] = '-';
    return 1 + number_from_u64(out + 1, -(uint64_t)value);
}

/* ---- the parts of a double ---- */

/* |value| = fraction * 2^exponent, exactly. */
typedef struct binary {
    uint64_t fraction; /* below 2^53 */
    int exponent;
    bool negative;
    bool narrow_below; /* the next smaller double lies half as far as the next larger */
} binary;

static binary take_apart(double value) {
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

/* 0.d1d2d3... * 10^point */
typedef struct decimal {
    char digits[20];
    size_t count;
    int point;
} decimal;

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

static decimal shortest_decimal(binary parts) {
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

/* ---- doubles as text ---- */

static size_t put_zeros(char *out, size_t n) {
    memset(out, '0', n);
    return n;
}

static size_t put_digits(char *out, const decimal *d, size_t from, size_t to) {
    memcpy(out, d->digits + from, to - from);
    return to - from;
}

/* 12300 */
static size_t format_whole(char *out, const decimal *d) {
    size_t n = put_digits(out, d, 0, d->count);
    return n + put_zeros(out + n, (size_t)d->point - d->count);
}

/* 1.23, 0.00123 */
static size_t format_with_point(char *out, const decimal *d) {
    size_t whole = d->point > 0 ? (size_t)d->point : 0;
    size_t n = whole > 0 ? put_digits(out, d, 0, whole) : put_zeros(out, 1);
    out[n++] = '.';
    n += put_zeros(out + n, d->point < 0 ? (size_t)-d->point : 0);
    return n + put_digits(out + n, d, whole, d->count);
}

/* 1.23e-9 */
static size_t format_with_exponent(char *out, const decimal *d) {
    size_t n = put_digits(out, d, 0, 1);
    if (d->count > 1) {
        out[n++] = '.';
        n += put_digits(out + n, d, 1, d->count);
    }
    out[n++] = 'e';
    return n + number_from_i64(out + n, d->point - 1);
}

size_t number_from_double(char *out, double value) {
    binary parts = take_apart(value);
    if (parts.fraction == 0) {
        return put_zeros(out, 1);
    }
    decimal d = shortest_decimal(parts);
    size_t sign = parts.negative ? 1 : 0;
    out[0] = '-';
    if (d.point > 21 || d.point < -5) {
        return sign + format_with_exponent(out + sign, &d);
    }
    if (d.point >= (int)d.count) {
        return sign + format_whole(out + sign, &d);
    }
    return sign + format_with_point(out + sign, &d);
}

/* ---- a fixed number of decimals ---- */

static const uint32_t powers_of_ten[] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};

/* fraction / 2^shift * power, rounded half up, for a quotient below 1. The
 * product has up to 83 bits and is kept as high * 2^32 + low. */
static uint64_t scale_fraction(uint64_t fraction, unsigned shift, uint32_t power) {
    if (shift > 84) {
        return 0; /* less than half */
    }
    uint64_t low = (fraction & UINT32_MAX) * power;
    uint64_t high = (fraction >> 32) * power + (low >> 32);
    low &= UINT32_MAX;
    if (shift > 32) {
        return (high + (UINT64_C(1) << (shift - 33))) >> (shift - 32);
    }
    low += UINT64_C(1) << (shift - 1);
    return (high << (32 - shift)) + (low >> shift);
}

/* `decimals` digits with leading zeros */
static void put_padded(char *out, uint64_t value, unsigned decimals) {
    for (unsigned i = decimals; i-- > 0;) {
        out[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

size_t number_from_fixed(char *out, double value, unsigned decimals) {
    binary parts = take_apart(value);
    unsigned shift = (unsigned)-parts.exponent; /* 3 or more below 1e15 */
    uint64_t whole = shift < 64 ? parts.fraction >> shift : 0;
    uint64_t fraction = shift < 64 ? parts.fraction - (whole << shift) : parts.fraction;
    uint64_t scaled = scale_fraction(fraction, shift, powers_of_ten[decimals]);
    if (scaled == powers_of_ten[decimals]) {
        scaled = 0;
        whole++;
    }
    size_t n = 0;
    if (parts.negative && (whole != 0 || scaled != 0)) {
        out[n++] = '-';
    }
    n += number_from_u64(out + n, whole);
    if (decimals > 0) {
        out[n++] = '.';
        put_padded(out + n, scaled, decimals);
    }
    return n + decimals;
}

/* ---- text to numbers ---- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool number_to_u64(const char *text, size_t n, uint64_t *out) {
    uint64_t value = 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t digit = (uint64_t)(text[i] - '0');
        if (!is_digit(text[i]) || value > (UINT64_MAX - digit) / 10) {
            return false;
        }
        value = value * 10 + digit;
    }
    if (n == 0) {
        return false;
    }
    *out = value;
    return true;
}

/* The digits read so far, as a whole number. */
typedef struct scan {
    uint64_t digits;
    unsigned significant; /* digits from the first that is not 0 */
} scan;

#define MOST_SIGNIFICANT 15 /* 10^15 - 1 is exact in a double */
#define MOST_DECIMALS 22    /* and so is 10^22 */

/* Reads digits from text[at]. Returns where they end, which is `at` when there
 * are none, or too many. */
static size_t scan_digits(scan *s, const char *text, size_t n, size_t at) {
    size_t i = at;
    for (; i < n && is_digit(text[i]); i++) {
        s->digits = s->digits * 10 + (uint64_t)(text[i] - '0');
        s->significant += s->digits != 0;
        if (s->significant > MOST_SIGNIFICANT) {
            return at;
        }
    }
    return i;
}

/* One division of two exact numbers: rounded once, and so correctly. */
static double divide_by_power_of_ten(uint64_t digits, unsigned power) {
    double divisor = 1;
    for (; power > 0; power--) {
        divisor *= 10; /* exact up to 10^22 */
    }
    return (double)digits / divisor;
}

bool number_to_double(const char *text, size_t n, double *out) {
    scan s = {0, 0};
    unsigned decimals = 0;
    size_t begin = n > 0 && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    size_t end = scan_digits(&s, text, n, begin);
    if (end == begin) {
        return false;
    }
    if (end < n && text[end] == '.') {
        size_t point = end + 1;
        end = scan_digits(&s, text, n, point);
        if (end == point || end - point > MOST_DECIMALS) {
            return false;
        }
        decimals = (unsigned)(end - point);
    }
    if (end != n) {
        return false;
    }
    double value = divide_by_power_of_ten(s.digits, decimals);
    *out = text[0] == '-' ? -value : value;
    return true;
}
