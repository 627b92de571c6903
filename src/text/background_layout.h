/* SPDX-License-Identifier: MIT */
/* Where things stand in a background file; docs/background.md says what they are. */
#ifndef LEDE_TEXT_BACKGROUND_LAYOUT_H
#define LEDE_TEXT_BACKGROUND_LAYOUT_H

#include "base/lanes.h"

/* As of PNG: the first byte is no text, and a transfer as text changes the others. */
#define BACKGROUND_MAGIC "\x89LBG\r\n\x1A\n"
#define BACKGROUND_MAGIC_SIZE 8u

/* Offsets of the head. */
#define BACKGROUND_AT_FORMAT 8u
#define BACKGROUND_AT_TOKENIZER 10u
#define BACKGROUND_AT_FOLD 12u
#define BACKGROUND_AT_STEM 14u
#define BACKGROUND_AT_UNICODE 16u
#define BACKGROUND_AT_LANGUAGE 28u
#define BACKGROUND_AT_DOCUMENTS 40u
#define BACKGROUND_AT_TOKENS 48u
#define BACKGROUND_AT_WORDS 56u
#define BACKGROUND_AT_OCCURRENCES 64u
#define BACKGROUND_AT_LEAST 72u
#define BACKGROUND_AT_SIZE 80u /* of the words, in bytes */
#define BACKGROUND_AT_RESERVED 88u
#define BACKGROUND_AT_WORDS_SUM 116u
#define BACKGROUND_AT_INDEX_SUM 120u
#define BACKGROUND_AT_HEAD_SUM 124u
#define BACKGROUND_HEAD 128u

#define BACKGROUND_NAME_SIZE 12u  /* of the texts in it, filled up with NUL */
#define BACKGROUND_OFFSET_SIZE 8u /* of an entry of the index */

/* Offsets of an entry of a block. */
#define BACKGROUND_AT_SHARED 0u /* bytes it has in common with the word before */
#define BACKGROUND_AT_LENGTH 1u /* of the bytes that follow */
#define BACKGROUND_AT_REST 2u

/* Little endian, at any address. */
static inline unsigned background_u16(const char *p) {
    return (unsigned)(unsigned char)p[0] | (unsigned)(unsigned char)p[1] << 8;
}
static inline uint32_t background_u32(const char *p) {
    return (uint32_t)lanes_load_half(p);
}
static inline uint64_t background_u64(const char *p) {
    return lanes_load(p);
}

/* A count of a file that was checked, and where it ends. */
static inline const char *background_read_count(const char *at, uint64_t *count) {
    unsigned shift = 0;
    *count = 0;
    for (;; at++, shift += 7) {
        unsigned byte = (unsigned char)*at;
        *count |= (uint64_t)(byte & 0x7Fu) << shift;
        if (byte < 0x80) {
            return at + 1;
        }
    }
}

/* How many bytes the two have in common at their beginnings. */
static inline size_t background_common(const char *a, size_t a_size, const char *b,
                                       size_t b_size) {
    size_t n = a_size < b_size ? a_size : b_size, i = 0;
    while (i < n && a[i] == b[i]) {
        i++;
    }
    return i;
}

/* Bytes as unsigned numbers; the shorter of two that agree comes first. */
static inline int background_compare(const char *a, size_t a_size, const char *b,
                                     size_t b_size) {
    size_t n = a_size < b_size ? a_size : b_size;
    int order = n > 0 ? memcmp(a, b, n) : 0;
    return order != 0 ? order : (a_size > b_size) - (a_size < b_size);
}

#endif
