/* SPDX-License-Identifier: MIT */
/* Numbers for folded words, so that equal words of any document have equal ones. */
#ifndef LEDE_REPEAT_VERBATIM_KEYS_H
#define LEDE_REPEAT_VERBATIM_KEYS_H

#include "base/map.h"
#include "base/vec.h"

typedef struct verbatim_keys {
    const lede_allocator *allocator;
    uint64_t seed;
    map index;
    VEC_OF(char) bytes;
    VEC_OF(uint32_t) ends; /* of each key; the next number is their count */
} verbatim_keys;

#define VERBATIM_NO_KEY UINT32_MAX

/* The number of a key, in the order in which they are first asked for.
 * VERBATIM_NO_KEY: no memory. */
uint32_t verbatim_keys_number(verbatim_keys *k, const char *key, size_t n);
void verbatim_keys_free(verbatim_keys *k);

#endif
