/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include "base/decimal.h"

#include <float.h>
#include <string.h>

/* Wider evaluation (x87) would round twice. */
_Static_assert(FLT_EVAL_METHOD != 2 && FLT_EVAL_METHOD >= 0, "double is not double");

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
    binary parts = binary_of(value);
    if (parts.fraction == 0) {
        return put_zeros(out, 1);
    }
    decimal d = decimal_shortest(parts);
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
    binary parts = binary_of(value);
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
