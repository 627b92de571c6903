/* SPDX-License-Identifier: MIT */
/* Doubles by their parts, and their shortest decimal digits. */
#ifndef LEDE_BASE_DECIMAL_H
#define LEDE_BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* |value| = fraction * 2^exponent, exactly. */
typedef struct binary {
    uint64_t fraction; /* below 2^53 */
    int exponent;
    bool negative;
    bool narrow_below; /* the next smaller double lies half as far as the next larger */
} binary;

/* Of a finite double. */
binary binary_of(double value);

/* 0.d1d2d3... * 10^point */
typedef struct decimal {
    char digits[20];
    size_t count;
    int point;
} decimal;

/* The fewest digits that read back as the same double, of these the nearest to it.
 * parts.fraction must not be 0. */
decimal decimal_shortest(binary parts);

#endif
