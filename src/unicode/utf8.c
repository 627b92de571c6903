/* SPDX-License-Identifier: MIT */
#include "unicode/utf8.h"

#include <string.h>

#define EACH_BYTE UINT64_C(0x0101010101010101)
#define TOP_BITS UINT64_C(0x8080808080808080)

/* Unicode 15.0, table 3-7: what may follow a lead byte. Only the second byte's
 * range depends on the lead; it shuts out overlong forms, surrogates and
 * everything above U+10FFFF. */
typedef struct sequence {
    uint32_t bytes; /* 0: no sequence begins with this byte */
    unsigned char low, high;
} sequence;

static sequence sequence_of(unsigned char lead) {
    sequence s = {0, 0x80, 0xBF};
    if (lead < 0xC2 || lead > 0xF4) {
        return s;
    }
    s.bytes = 2u + (lead >= 0xE0) + (lead >= 0xF0);
    if (lead == 0xE0) {
        s.low = 0xA0;
    } else if (lead == 0xED) {
        s.high = 0x9F;
    } else if (lead == 0xF0) {
        s.low = 0x90;
    } else if (lead == 0xF4) {
        s.high = 0x8F;
    }
    return s;
}

utf8_point utf8_decode(const char *bytes, size_t n) {
    const unsigned char *p = (const unsigned char *)bytes;
    if (p[0] < 0x80) {
        return (utf8_point){p[0], 1, false};
    }
    sequence s = sequence_of(p[0]);
    uint32_t code = p[0] & (0x7Fu >> s.bytes);
    uint32_t read = 1;
    while (read < s.bytes && read < n && p[read] >= s.low && p[read] <= s.high) {
        code = code << 6 | (p[read] & 0x3Fu);
        s.low = 0x80;
        s.high = 0xBF;
        read++;
    }
    if (read != s.bytes) {
        return (utf8_point){UTF8_REPLACEMENT, read, true};
    }
    return (utf8_point){code, read, false};
}

size_t utf8_encode(uint32_t code, char *out) {
    unsigned char *p = (unsigned char *)out;
    if (code < 0x80) {
        p[0] = (unsigned char)code;
        return 1;
    }
    size_t bytes = 2u + (code >= 0x800) + (code >= 0x10000);
    for (size_t i = bytes - 1; i > 0; i--) {
        p[i] = (unsigned char)(0x80u | (code & 0x3Fu));
        code >>= 6;
    }
    p[0] = (unsigned char)((0xF00u >> bytes & 0xFFu) | code);
    return bytes;
}

static inline uint64_t load(const char *bytes) {
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    return eight;
}

/* Has a top bit when one of the 32 bytes at p has one. */
static inline uint64_t row_bits(const char *p) {
    return load(p) | load(p + 8) | load(p + 16) | load(p + 24);
}

/* 32 bytes of ASCII? */
static inline bool is_ascii_row(const char *p) {
    return (row_bits(p) & TOP_BITS) == 0;
}

/* 128 of them? */
static inline bool is_ascii_block(const char *p) {
    uint64_t bits = row_bits(p) | row_bits(p + 32) | row_bits(p + 64) | row_bits(p + 96);
    return (bits & TOP_BITS) == 0;
}

static size_t skip_ascii(const char *bytes, size_t n, size_t at) {
    while (n - at >= 32 && is_ascii_row(bytes + at)) {
        at += 32;
    }
    while (n - at >= 8 && (load(bytes + at) & TOP_BITS) == 0) {
        at += 8;
    }
    while (at < n && (unsigned char)bytes[at] < 0x80) {
        at++;
    }
    return at;
}

size_t utf8_ascii_prefix(const char *bytes, size_t n) {
    return skip_ascii(bytes, n, 0);
}

static inline bool is_tail(const char *p) {
    return ((unsigned char)*p & 0xC0u) == 0x80;
}

/* Bytes of the sequence above U+007F that begins at p; 0: it is bad. Two bytes and
 * most of three, which letters have, need no look at ranges. */
static inline size_t sequence_length(const char *p, size_t n) {
    unsigned char lead = (unsigned char)p[0];
    if (lead >= 0xC2 && lead < 0xE0 && n >= 2) {
        return is_tail(p + 1) ? 2 : 0;
    }
    if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && n >= 3) {
        return is_tail(p + 1) && is_tail(p + 2) ? 3 : 0;
    }
    utf8_point point = utf8_decode(p, n);
    return point.bad ? 0 : point.bytes;
}

size_t utf8_valid_prefix(const char *bytes, size_t n) {
    size_t at = 0;
    while (at < n) {
        if ((unsigned char)bytes[at] < 0x80) {
            at++; /* one space stands between words that have no ASCII */
            at =
                at < n && (unsigned char)bytes[at] < 0x80 ? skip_ascii(bytes, n, at) : at;
            continue;
        }
        size_t length = sequence_length(bytes + at, n - at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return n;
}

/* How many of eight bytes have their top bit set in `bits`. */
static size_t count_top(uint64_t bits) {
    return (size_t)((bits >> 7 & EACH_BYTE) * EACH_BYTE >> 56);
}

/* Continuation bytes are 10xxxxxx: top bit set, the next one clear. */
static size_t leads_of(uint64_t eight) {
    return 8 - count_top(eight & ~(eight << 1));
}

/* 1111xxxx: a lead byte of four, two UTF-16 units. */
static size_t fours_of(uint64_t eight) {
    return count_top(eight & eight << 1 & eight << 2 & eight << 3);
}

size_t utf8_count(const char *text, size_t n) {
    size_t count = 0, i = 0;
    for (; n - i >= 32; i += 32) {
        const char *p = text + i;
        count += is_ascii_row(p) ? 32
                                 : leads_of(load(p)) + leads_of(load(p + 8)) +
                                       leads_of(load(p + 16)) + leads_of(load(p + 24));
    }
    for (; n - i >= 8; i += 8) {
        count += leads_of(load(text + i));
    }
    for (; i < n; i++) {
        count += ((unsigned char)text[i] & 0xC0u) != 0x80u;
    }
    return count;
}

/* The 32 bytes at p. */
static utf8_size row_size(const char *p) {
    uint64_t a = load(p), b = load(p + 8), c = load(p + 16), d = load(p + 24);
    return (utf8_size){leads_of(a) + leads_of(b) + leads_of(c) + leads_of(d),
                       fours_of(a) + fours_of(b) + fours_of(c) + fours_of(d)};
}

utf8_size utf8_measure(const char *text, size_t n) {
    size_t points = 0, fours = 0, i = 0;
    for (; n - i >= 128 && is_ascii_block(text + i); i += 128) {
        points += 128;
    }
    for (; n - i >= 32; i += 32) {
        utf8_size row = is_ascii_row(text + i) ? (utf8_size){32, 0} : row_size(text + i);
        points += row.points;
        fours += row.units;
    }
    for (; n - i >= 8; i += 8) {
        points += leads_of(load(text + i));
        fours += fours_of(load(text + i));
    }
    for (; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        points += (byte & 0xC0u) != 0x80u;
        fours += byte >= 0xF0;
    }
    return (utf8_size){points, points + fours};
}
