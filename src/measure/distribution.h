/* SPDX-License-Identifier: MIT */
/* The shape of a sample of lengths. */
#ifndef LEDE_MEASURE_DISTRIBUTION_H
#define LEDE_MEASURE_DISTRIBUTION_H

#include <lede/types.h>

/* Sorts the values in their place. Quartiles and the 90th percentile lie between
 * neighbours (Hyndman and Fan 1996, type 7). Of nothing: zeros. */
lede_distribution distribution_of(uint32_t *values, size_t n);

#endif
