/* SPDX-License-Identifier: MIT */
/* Filling a lede_error; every function accepts NULL for it. */
#ifndef LEDE_BASE_ERROR_H
#define LEDE_BASE_ERROR_H

#include <lede/types.h>

void error_clear(lede_error *error);

/* Sets status and text, no place. Returns status, so that a function can
 * `return error_set(...)`. The format takes %s, %u and %llu style conversions
 * only: nothing that a locale changes. */
lede_status error_set(lede_error *error, lede_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds the place to what error_set() wrote. */
void error_place(lede_error *error, uint64_t offset, uint32_t line, uint32_t column);

lede_status error_no_memory(lede_error *error);

#endif
