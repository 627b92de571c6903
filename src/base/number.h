/* SPDX-License-Identifier: MIT */
/* Numbers <-> text without locale. No function writes a NUL. */
#ifndef LEDE_BASE_NUMBER_H
#define LEDE_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NUMBER_MAX 32 /* bytes that any of the writers needs at most */

/* Each returns how many bytes it wrote to out[NUMBER_MAX]. */
size_t number_from_u64(char *out, uint64_t value);
size_t number_from_i64(char *out, int64_t value);
/* Shortest decimal form that reads back as the same double, as JSON writes
 * numbers: 0.1, 14.5, 1e21, 5e-324, -0 as 0. value must be finite. */
size_t number_from_double(char *out, double value);
/* Fixed number of decimals (0-9), round half away from zero on the exact
 * decimal value; no sign before zero. |value| < 1e15. */
size_t number_from_fixed(char *out, double value, unsigned decimals);

/* Reads all n bytes: decimal digits only. False, and *out untouched: not a
 * number, or too large. */
bool number_to_u64(const char *text, size_t n, uint64_t *out);
/* Reads all n bytes: optional sign, digits, optional point and digits; no
 * exponent, at most 15 digits from the first that is not 0, at most 22 behind
 * the point. False, and *out untouched: anything else. Correctly rounded. */
bool number_to_double(const char *text, size_t n, double *out);

#endif
