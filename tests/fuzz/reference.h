/* SPDX-License-Identifier: MIT */
/* UTF-8, white space and lines told another way than in src/. */
#ifndef LEDE_TESTS_FUZZ_REFERENCE_H
#define LEDE_TESTS_FUZZ_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct reference_point {
    uint32_t code; /* U+FFFD for a bad sequence */
    uint32_t bytes;
    bool bad;
} reference_point;

/* n >= 1. A bad sequence is as long as the longest beginning of any good one, and
 * at least a byte. */
reference_point reference_decode(const char *bytes, size_t n);
bool reference_is_utf8(const char *bytes, size_t n);
bool reference_is_space(uint32_t code);
/* Only white space in these bytes of UTF-8. */
bool reference_is_blank(const char *bytes, size_t n);

#endif
