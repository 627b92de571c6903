/* SPDX-License-Identifier: MIT */
/* Which of the eight bytes of a lane are ASCII letters. */
#ifndef LEDE_BASE_ASCII_LANES_H
#define LEDE_BASE_ASCII_LANES_H

#include "base/lanes.h"

#include <stdbool.h>

/* Top bit of each byte that is one of A-Z a-z. */
static inline uint64_t lanes_letters(uint64_t lane) {
    uint64_t small = (lane | LANES_EACH(0x20u)) & ~LANES_TOP;
    uint64_t from_a = small + LANES_EACH(0x80u - 'a');
    uint64_t past_z = small + LANES_EACH(0x80u - 'z' - 1u);
    return from_a & ~past_z & ~lane & LANES_TOP;
}

/* Top bit of each byte that is none of A-Z a-z. */
static inline uint64_t lanes_others(uint64_t lane) {
    uint64_t small = (lane | LANES_EACH(0x20u)) & ~LANES_TOP;
    uint64_t from_a = small + LANES_EACH(0x80u - 'a');
    uint64_t past_z = small + LANES_EACH(0x80u - 'z' - 1u);
    return (past_z | ~from_a | lane) & LANES_TOP;
}

/* Of these letters, the top bits of those in upper case. */
static inline uint64_t lanes_upper(uint64_t lane, uint64_t letters) {
    return letters & ~(lane << 2);
}

/* Top bits: none where all eight bytes are a-z. */
static inline uint64_t lanes_not_small(uint64_t lane) {
    uint64_t from_a = (lane | LANES_TOP) - LANES_EACH('a');
    uint64_t past_z = (lane & ~LANES_TOP) + LANES_EACH(0x80u - 'z' - 1u);
    return (past_z | ~from_a | lane) & LANES_TOP;
}

/* Are all of n bytes a-z? */
static inline bool lanes_plain(const char *p, size_t n) {
    if (n < 8) {
        uint64_t behind = LANES_EACH('a') << 8 * n; /* the bytes that are not there */
        return lanes_not_small(lanes_front(p, n) | behind) == 0;
    }
    uint64_t others = lanes_not_small(lanes_load(p + n - 8));
    for (size_t at = 0; others == 0 && at + 8 < n; at += 8) {
        others = lanes_not_small(lanes_load(p + at));
    }
    return others == 0;
}

#endif
