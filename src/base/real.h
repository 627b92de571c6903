/* SPDX-License-Identifier: MIT */
/*
 * exp and ln from + - * / in a fixed order. The C library's versions differ in
 * the last bit between machines, and a score must not.
 */
#ifndef LEDE_BASE_REAL_H
#define LEDE_BASE_REAL_H

#include <stdint.h>

/* Relative error below 4e-16 (2 units in the last place) over the finite range;
 * where exp is subnormal, below one unit of the last place instead. exp: 0 below
 * -745, +infinity above 709.782712893384. ln: x > 0 finite (subnormals too);
 * ln(0) = -infinity, ln(negative) = NaN, ln(+infinity) = +infinity. */
double real_exp(double x);
double real_ln(double x);
double real_sqrt(double x); /* IEEE 754 square root, exact */

/* Scores: multiples of 2^-32, round to nearest, ties away from zero.
 * |x| < 2^30. */
int64_t real_to_fixed(double x);
double real_from_fixed(int64_t fixed);

#endif
