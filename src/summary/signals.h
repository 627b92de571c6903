/* SPDX-License-Identifier: MIT */
/*
 * What can be said of a sentence among the others: one number for each row. No pair of
 * sentences is ever compared: the sum of the cosines of a row with many others is its
 * product with their sum, so that each costs one or two walks over the entries.
 */
#ifndef LEDE_SUMMARY_SIGNALS_H
#define LEDE_SUMMARY_SIGNALS_H

#include "text/vectors.h"

/* dense: room for a number of each stem and one more; whatever is in it. out: one number
 * for each row. */

/* Sum of the cosines with all other rows. */
void signal_centrality(const vectors *v, double *dense, double *out);

/* Sum of the cosines with the rows behind it; with `before`, which may be NULL, that with
 * the rows before it. */
void signal_forward(const vectors *v, double *dense, double *out, double *before);

/* max(0, 1.2 x forward - 0.2 x before), in place of forward. */
void signal_direct(uint32_t rows, double *forward, const double *before);

/* Sum over distinct stems of occurrences in the text x ISF, by the square root of the
 * content words. */
void signal_weight(const vectors *v, double *out);

/* The product of each row with a vector over stems. */
void signal_product(const vectors *v, const double *dense, double *out);

/* Divides by the largest value, times factor; all 0 when that is not over 0. */
void signal_scale(double *values, uint32_t rows, double factor);

#endif
