/* SPDX-License-Identifier: MIT */
/* Eight bytes of text at a time, for words of plain letters. */
#ifndef LEDE_TEXT_LANES_H
#define LEDE_TEXT_LANES_H

#include <stdint.h>
#include <string.h>

#define LANES_EACH(x) (UINT64_C(0x0101010101010101) * (x))
#define LANES_TOP LANES_EACH(0x80u)

/* A key of at most 16 bytes as two zero-padded lanes, first byte lowest:
 * compared without a look at the key itself. */
typedef struct key_lanes {
    uint64_t low;
    uint64_t high;
} key_lanes;

#define LANES_BYTES 16u

/* In the lanes of a key of more than LANES_BYTES: low is its hash, high is
 * this, which no UTF-8 text can hold. */
#define LANES_LONG UINT64_MAX

/* First byte lowest, on every machine. */
static inline uint64_t lanes_load(const char *p) {
    uint64_t lane = 0;
    memcpy(&lane, p, sizeof lane);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    lane = __builtin_bswap64(lane);
#endif
    return lane;
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

static inline key_lanes lanes_of_key(const char *key, uint32_t n) {
    char padded[LANES_BYTES] = {0};
    memcpy(padded, key, n);
    key_lanes lanes = {lanes_load(padded), lanes_load(padded + 8)};
    return lanes;
}

#endif
