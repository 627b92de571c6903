/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include "base/lanes.h"

#define LANES 16 /* bytes of the two lanes */

uint64_t hash_bytes(const char *bytes, size_t n, uint64_t seed) {
    size_t left = n;
    while (left > LANES) {
        seed = hash_short(lanes_load(bytes), lanes_load(bytes + 8), LANES, seed);
        bytes += LANES;
        left -= LANES;
    }
    if (left <= 8) {
        return hash_short(lanes_front(bytes, left), 0, n, seed);
    }
    return hash_short(lanes_load(bytes), lanes_front(bytes + 8, left - 8), n, seed);
}
