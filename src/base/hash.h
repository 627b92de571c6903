/* SPDX-License-Identifier: MIT */
/*
 * A seeded hash of bytes: multiply-and-fold of 64-bit lanes. The seed keeps
 * hostile texts from choosing colliding words; no output depends on it.
 */
#ifndef LEDE_BASE_HASH_H
#define LEDE_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define HASH_A UINT64_C(0x9E3779B97F4A7C15)
#define HASH_B UINT64_C(0xD6E8FEB86659FD93)

/* High and low half of the 128-bit product, folded. __extension__: the type is
 * no part of ISO C; without it (-m32) the halves are multiplied by hand. */
static inline uint64_t hash_fold(uint64_t a, uint64_t b) {
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
    uint64_t al = a & 0xFFFFFFFFu, ah = a >> 32, bl = b & 0xFFFFFFFFu, bh = b >> 32;
    uint64_t ll = al * bl, lh = al * bh, hl = ah * bl, hh = ah * bh;
    uint64_t mid = (ll >> 32) + (lh & 0xFFFFFFFFu) + (hl & 0xFFFFFFFFu);
    uint64_t low = (mid << 32) | (ll & 0xFFFFFFFFu);
    return low ^ (hh + (lh >> 32) + (hl >> 32) + (mid >> 32));
#endif
}

/* What a seed gives to each factor, for loops that hash much with one seed. */
typedef struct hash_factors {
    uint64_t low;
    uint64_t high;
} hash_factors;

static inline hash_factors hash_factors_of(uint64_t seed) {
    hash_factors factors = {seed ^ HASH_A, (seed * HASH_A) ^ HASH_B};
    return factors;
}

static inline uint64_t hash_lanes(uint64_t low, uint64_t high, hash_factors factors) {
    return hash_fold(low ^ factors.low, high ^ factors.high);
}

/* Keys of at most 16 bytes, zero-padded into two little-endian lanes. The same
 * value as hash_bytes() of those bytes. The seed goes into both factors: with a
 * factor known from outside, a lane that makes it 0 or a power of two would
 * give collisions under every seed. */
static inline uint64_t hash_short(uint64_t low, uint64_t high, size_t n, uint64_t seed) {
    return hash_lanes(low, high ^ n, hash_factors_of(seed));
}

uint64_t hash_bytes(const char *bytes, size_t n, uint64_t seed);

#endif
