/* SPDX-License-Identifier: MIT */
/* UTF-8 in, code points out. */
#ifndef LEDE_UNICODE_UTF8_H
#define LEDE_UNICODE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

typedef struct utf8_point {
    uint32_t code;  /* UTF8_REPLACEMENT for a bad sequence */
    uint32_t bytes; /* 1-4; for a bad sequence its maximal subpart (Unicode
                       15.0, section 3.9, table 3-8) */
    bool bad;
} utf8_point;

/* Any bytes; n >= 1. */
utf8_point utf8_decode(const char *bytes, size_t n);

/* The same, inline where the first byte is ASCII. */
static inline utf8_point utf8_peek(const char *bytes, size_t n) {
    unsigned char lead = (unsigned char)bytes[0];
    return lead < 0x80 ? (utf8_point){lead, 1, false} : utf8_decode(bytes, n);
}

/* Bytes known to be valid (the text of a document); faster, inline. */
static inline uint32_t utf8_next(const char *text, size_t *at) {
    const unsigned char *p = (const unsigned char *)text + *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *at += 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] < 0xF0) {
        *at += 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    *at += 4;
    return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 |
           (p[3] & 0x3Fu);
}

/* The code point that ends at *at > 0 in valid bytes; *at moves to its start. */
static inline uint32_t utf8_previous(const char *text, size_t *at) {
    size_t p = *at - 1;
    while (((unsigned char)text[p] & 0xC0u) == 0x80u) {
        p--;
    }
    *at = p;
    return utf8_next(text, &p);
}

/* Bytes written to out[4]; code must be a scalar value. */
size_t utf8_encode(uint32_t code, char *out);

/* How many bytes from the start are ASCII: n when all are. */
size_t utf8_ascii_prefix(const char *bytes, size_t n);

/* How many bytes from the start are valid UTF-8: n when all are. Skips ASCII
 * eight bytes at a time. */
size_t utf8_valid_prefix(const char *bytes, size_t n);

typedef struct utf8_size {
    size_t points; /* code points */
    size_t units;  /* of UTF-16 */
} utf8_size;

/* Code points in valid bytes; and both at once. */
size_t utf8_count(const char *text, size_t n);
utf8_size utf8_measure(const char *text, size_t n);

#endif
