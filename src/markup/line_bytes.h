/* SPDX-License-Identifier: MIT */
/* Where the next line end may be: 16 bytes of text at a time. */
#ifndef LEDE_MARKUP_LINE_BYTES_H
#define LEDE_MARKUP_LINE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#define LINE_BYTES 16u

/* Does a line end begin with this byte? Those below 0x0E do and, for NEL, U+2028 and
 * U+2029, two above 0x7F. */
static inline bool line_bytes_have(char c) {
    unsigned char byte = (unsigned char)c;
    return byte < 0x0E || byte == 0xC2 || byte == 0xE2;
}

#define LINE_BYTES_EACH(x) (UINT64_C(0x0101010101010101) * (x))

/* First byte lowest, on every machine. */
static inline uint64_t line_bytes_load(const char *p) {
    uint64_t lane;
    memcpy(&lane, p, sizeof lane);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    lane = __builtin_bswap64(lane);
#endif
    return lane;
}

/* Has the top bit of the first byte that is 0, and perhaps of some behind it. */
static inline uint64_t line_bytes_zeros(uint64_t lane) {
    return (lane - LINE_BYTES_EACH(0x01)) & ~lane;
}

/* Has the top bit of the first byte that line_bytes_have(), and perhaps of some behind
 * it. */
static inline uint64_t line_bytes_found(uint64_t lane) {
    return (((lane - LINE_BYTES_EACH(0x0E)) & ~lane) |
            line_bytes_zeros(lane ^ LINE_BYTES_EACH(0xC2)) |
            line_bytes_zeros(lane ^ LINE_BYTES_EACH(0xE2))) &
           LINE_BYTES_EACH(0x80);
}

/* How many of the 16 bytes at p stand before the first that line_bytes_have(). Of any
 * machine, and what the tests hold the other one to. */
static inline uint32_t line_bytes_before_lanes(const char *p) {
    uint64_t low = line_bytes_load(p), high = line_bytes_load(p + 8);
    uint64_t odd =
        (low - LINE_BYTES_EACH(0x0E)) | low | (high - LINE_BYTES_EACH(0x0E)) | high;
    if ((odd & LINE_BYTES_EACH(0x80)) == 0) {
        return LINE_BYTES;
    }
    low = line_bytes_found(low);
    high = line_bytes_found(high);
    return low != 0    ? (uint32_t)__builtin_ctzll(low) / 8
           : high != 0 ? 8 + (uint32_t)__builtin_ctzll(high) / 8
                       : LINE_BYTES;
}

static inline uint32_t line_bytes_before(const char *p) {
#if defined(__SSE2__)
    __m128i text = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(text, _mm_set1_epi8(0x0D)), text);
    __m128i nel = _mm_cmpeq_epi8(text, _mm_set1_epi8((char)0xC2));
    __m128i other = _mm_cmpeq_epi8(text, _mm_set1_epi8((char)0xE2));
    __m128i found = _mm_or_si128(low, _mm_or_si128(nel, other));
    return (uint32_t)__builtin_ctz((uint32_t)_mm_movemask_epi8(found) | 1u << LINE_BYTES);
#else
    return line_bytes_before_lanes(p);
#endif
}

#endif
