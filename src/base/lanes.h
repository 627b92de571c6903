/* SPDX-License-Identifier: MIT */
/* Eight bytes of text at a time. */
#ifndef LEDE_BASE_LANES_H
#define LEDE_BASE_LANES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define LANES_EACH(x) (UINT64_C(0x0101010101010101) * (x))
#define LANES_TOP LANES_EACH(0x80u)

/* First byte lowest, on every machine. */
static inline uint64_t lanes_load(const char *p) {
    uint64_t lane = 0;
    memcpy(&lane, p, sizeof lane);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    lane = __builtin_bswap64(lane);
#endif
    return lane;
}

/* Four bytes, the upper half 0. */
static inline uint64_t lanes_load_half(const char *p) {
    uint32_t half = 0;
    memcpy(&half, p, sizeof half);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    half = __builtin_bswap32(half);
#endif
    return half;
}

/* Up to eight bytes, zeros behind. The loads overlap, which OR does not mind: a byte
 * read twice goes to the same place twice. */
static inline uint64_t lanes_front(const char *p, size_t n) {
    if (n >= 8) {
        return lanes_load(p);
    }
    if (n >= 4) {
        return lanes_load_half(p) | lanes_load_half(p + n - 4) << (8 * (n - 4));
    }
    if (n == 0) {
        return 0;
    }
    size_t middle = n / 2, last = n - 1;
    return (uint64_t)(unsigned char)p[0] |
           (uint64_t)(unsigned char)p[middle] << 8 * middle |
           (uint64_t)(unsigned char)p[last] << 8 * last;
}

/* The last eight of n bytes, the very last highest; zeros before fewer than eight. */
static inline uint64_t lanes_tail(const char *p, size_t n) {
    if (n >= 8) {
        return lanes_load(p + n - 8);
    }
    return n > 0 ? lanes_front(p, n) << (64 - 8 * n) : 0;
}

static inline void lanes_store(char *p, uint64_t lane) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    lane = __builtin_bswap64(lane);
#endif
    memcpy(p, &lane, sizeof lane);
}

/* The first n of eight bytes. */
static inline uint64_t lanes_keep(uint64_t lane, uint32_t n) {
    return n >= 8 ? lane : lane & ((UINT64_C(1) << (8 * n)) - 1);
}

/* All bits of the bytes before the lowest top bit of `stop`; of all eight when
 * there is none. */
static inline uint64_t lanes_before(uint64_t stop) {
    return ((stop & (~stop + 1u)) >> 7) - 1u;
}

/* How many bytes that are; stop is not 0. */
static inline uint32_t lanes_count(uint64_t stop) {
    return (uint32_t)__builtin_ctzll(stop) / 8u;
}

/* How many bytes have their top bit set; no other bit may be. */
static inline uint32_t lanes_sum(uint64_t tops) {
    return (uint32_t)((tops >> 7) * LANES_EACH(1u) >> 56);
}

#endif
