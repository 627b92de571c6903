/* SPDX-License-Identifier: MIT */
/* A word of ASCII letters as the 16 bytes from its begin on show it. */
#ifndef LEDE_TEXT_LETTERS_H
#define LEDE_TEXT_LETTERS_H

#include "text/lanes.h"

#include <stddef.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef struct letters {
    key_lanes key;  /* folded */
    size_t n;       /* 16: perhaps more follow */
    uint32_t small; /* a bit for each that is a small letter, the first lowest */
} letters;

/* A bit for each byte, the first lowest, that has this bit: 0x20 in `lane` >> 5. */
static inline uint32_t letters_bits(uint64_t ones) {
    return (uint32_t)(ones * UINT64_C(0x0102040810204080) >> 56);
}

/* This bit makes a capital a small letter. */
#define LETTERS_SMALL LANES_EACH(0x20u)

/* Of any machine, and what the tests hold the other one to. */
static inline letters letters_read_lanes(const char *p) {
    uint64_t low = lanes_load(p), high = lanes_load(p + 8);
    uint64_t stop = lanes_others(low), behind = lanes_others(high);
    uint64_t kept = lanes_before(stop), more = stop == 0 ? lanes_before(behind) : 0;
    letters l = {{(low | LETTERS_SMALL) & kept, (high | LETTERS_SMALL) & more}, 8, 0};
    l.n = stop != 0 ? lanes_count(stop) : behind != 0 ? 8 + lanes_count(behind) : 16;
    l.small = letters_bits((low & LETTERS_SMALL & kept) >> 5) |
              letters_bits((high & LETTERS_SMALL & more) >> 5) << 8;
    return l;
}

#if defined(__SSE2__)

/* Read from 16 - n on: n bytes that are kept, the rest are not. */
static const uint8_t letters_kept[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                         0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

static inline letters letters_read(const char *p) {
    __m128i text = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i small = _mm_or_si128(text, _mm_set1_epi8(0x20));
    /* a to z become the last 26 of the signed numbers, and nothing else does. */
    __m128i last = _mm_add_epi8(small, _mm_set1_epi8(0x7F - 'z'));
    __m128i is_letter = _mm_cmpgt_epi8(last, _mm_set1_epi8(0x7F - 26));
    uint32_t stop = ~(uint32_t)_mm_movemask_epi8(is_letter); /* bits 16 up are set */
    size_t n = (size_t)__builtin_ctz(stop);
    __m128i kept =
        _mm_loadu_si128((const __m128i *)(const void *)(letters_kept + 16 - n));
    __m128i key = _mm_and_si128(small, kept);
    __m128i tops = _mm_and_si128(_mm_slli_epi16(text, 2), kept); /* 0x20 becomes 0x80 */
    letters l = {{(uint64_t)_mm_cvtsi128_si64(key),
                  (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(key, key))},
                 n,
                 (uint32_t)_mm_movemask_epi8(tops)};
    return l;
}

#else

static inline letters letters_read(const char *p) {
    return letters_read_lanes(p);
}

#endif

#endif
