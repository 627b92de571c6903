/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#define LANES 16 /* bytes of the two lanes */

static uint64_t load_1(const char *bytes) {
    return (unsigned char)bytes[0];
}

/* Written out byte by byte: right in either byte order, and compilers turn it
 * into a single load (a loop they leave as it is). */
static uint64_t load_4(const char *bytes) {
    return load_1(bytes) | load_1(bytes + 1) << 8 | load_1(bytes + 2) << 16 |
           load_1(bytes + 3) << 24;
}

static uint64_t load_8(const char *bytes) {
    return load_4(bytes) | load_4(bytes + 4) << 32;
}

/* Up to 8 bytes, zeros behind. The loads overlap, which OR does not mind: a byte
 * read twice goes to the same place twice. */
static inline uint64_t load_lane(const char *bytes, size_t n) {
    if (n >= 4) {
        return load_4(bytes) | load_4(bytes + n - 4) << (8 * (n - 4));
    }
    if (n == 0) {
        return 0;
    }
    size_t middle = n / 2, last = n - 1;
    return load_1(bytes) | load_1(bytes + middle) << (8 * middle) |
           load_1(bytes + last) << (8 * last);
}

uint64_t hash_bytes(const char *bytes, size_t n, uint64_t seed) {
    size_t left = n;
    while (left > LANES) {
        seed = hash_short(load_8(bytes), load_8(bytes + 8), LANES, seed);
        bytes += LANES;
        left -= LANES;
    }
    if (left <= 8) {
        return hash_short(load_lane(bytes, left), 0, n, seed);
    }
    return hash_short(load_8(bytes), load_lane(bytes + 8, left - 8), n, seed);
}
