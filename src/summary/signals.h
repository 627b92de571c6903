/* SPDX-License-Identifier: MIT */
/*
 * What can be said of a sentence among the others: one number for each row. No pair of
 * sentences is ever compared: the sum of the cosines of a row with many others is its
 * product with their sum, so that each costs one or two walks over the entries.
 */
#ifndef LEDE_SUMMARY_SIGNALS_H
#define LEDE_SUMMARY_SIGNALS_H

#include "text/vectors.h"

/* A row's product with itself is 1 but for the last bits. What is left of them must not
 * count as likeness, which scaling would blow up to a whole part. */
#define SIGNALS_NOISE 1e-9

/* dense: room for a number of each stem and one more; whatever is in it. out: one number
 * for each row. */

/* Sum of the cosines with all other rows. */
void signal_centrality(const vectors *v, double *dense, double *out);

/* Sum over distinct stems of occurrences in the text x ISF, by the square root of the
 * content words. */
void signal_weight(const vectors *v, double *out);

/* The product of each row with a vector over stems. */
void signal_product(const vectors *v, const double *dense, double *out);

/* Divides by the largest value, times factor; all 0 when that is not over 0. */
void signal_scale(double *values, uint32_t rows, double factor);

#endif
