/* SPDX-License-Identifier: MIT */
/* The members of lede_counts by their names. */
#ifndef LEDE_RENDER_COUNTS_H
#define LEDE_RENDER_COUNTS_H

#include <lede/types.h>

/* Members that are one number each, in the order of the record; NULL from their
 * number on. */
const char *counts_name(size_t i);
uint64_t counts_value(size_t i, const lede_counts *counts);
/* The bit of LEDE_COUNTED_... that must be set for it to be known; 0: it always is. */
uint32_t counts_kind(size_t i);
/* SIZE_MAX: there is none of these n bytes, or it is no single number. */
size_t counts_find(const char *name, size_t n);

#endif
