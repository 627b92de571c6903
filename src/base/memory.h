/* SPDX-License-Identifier: MIT */
/* Memory through the caller's allocator, and sizes that cannot wrap. */
#ifndef LEDE_BASE_MEMORY_H
#define LEDE_BASE_MEMORY_H

#include <lede/types.h>

#include <stdbool.h>

/* The C library's realloc and free behind lede_allocator. */
extern const lede_allocator memory_default;

/* allocator, or memory_default when it is NULL: called once, where a public function
 * begins. Everything else in src/ takes an allocator that is not NULL. */
const lede_allocator *memory_or_default(const lede_allocator *allocator);

/* NULL when there is no memory or n is 0. */
void *memory_allocate(const lede_allocator *allocator, size_t n);
void memory_free(const lede_allocator *allocator, void *block, size_t n);

/* Fetches what will be read soon; no more than a hint. */
static inline void memory_prefetch(const void *p) {
#if defined(__GNUC__)
    __builtin_prefetch(p);
#else
    (void)p;
#endif
}

/* False, and *out untouched, when the result does not fit. */
bool size_add(size_t a, size_t b, size_t *out);
bool size_multiply(size_t a, size_t b, size_t *out);

#endif
