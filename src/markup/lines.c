/* SPDX-License-Identifier: MIT */
#include "markup/lines.h"

#include "markup/line_bytes.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <string.h>

/* Passes over bytes that begin no line end. */
static inline uint32_t skip_plain(const char *text, uint32_t n, uint32_t at) {
    for (; n - at >= LINE_BYTES; at += LINE_BYTES) {
        uint32_t before = line_bytes_before(text + at);
        if (before < LINE_BYTES) {
            return at + before;
        }
    }
    while (at < n && !line_bytes_have(text[at])) {
        at++;
    }
    return at;
}

/* Bytes of the line end at p[0], 0 when there is none. */
static uint32_t line_end_length(const char *p, size_t n, bool *hard) {
    unsigned char c = (unsigned char)p[0];
    *hard = c == 0x0C;
    if (c == '\r') {
        return n > 1 && p[1] == '\n' ? 2 : 1;
    }
    if (c >= 0x0A && c <= 0x0C) {
        return 1;
    }
    if (c == 0xC2 && (unsigned char)p[1] == 0x85) {
        return 2;
    }
    if (c == 0xE2 && (unsigned char)p[1] == 0x80 &&
        ((unsigned char)p[2] & 0xFEu) == 0xA8) {
        *hard = (unsigned char)p[2] == 0xA9;
        return 3;
    }
    return 0;
}

static bool is_space_at(const char *text, uint32_t at) {
    size_t next = at;
    unsigned char c = (unsigned char)text[at];
    if (c < 0x80) {
        return c == ' ' || (c >= 0x09 && c <= 0x0D);
    }
    unicode_class class = unicode_class_of(utf8_next(text, &next));
    return class == UC_SPACE || class == UC_LINE_END;
}

static lede_span trim(const char *text, uint32_t begin, uint32_t end) {
    while (begin < end && is_space_at(text, begin)) {
        size_t next = begin;
        utf8_next(text, &next);
        begin = (uint32_t)next;
    }
    while (end > begin) {
        size_t last = end;
        utf8_previous(text, &last);
        if (!is_space_at(text, (uint32_t)last)) {
            break;
        }
        end = (uint32_t)last;
    }
    return (lede_span){begin, end};
}

text_line line_read(const char *text, uint32_t n, uint32_t at) {
    text_line line = {{at, n}, n, false};
    uint32_t p = at, length = 0;
    while ((p = skip_plain(text, n, p)) < n) {
        length = line_end_length(text + p, n - p, &line.hard);
        if (length > 0) {
            break;
        }
        p++;
    }
    line.next = p + length;
    line.span = trim(text, at, p);
    return line;
}

#define LONGEST 100u
#define SHORTEST_MEDIAN 45u
#define FEWEST_LINES 4u

/* The length that `rank` lines do not exceed. */
static uint32_t percentile(const uint32_t *histogram, uint32_t rank) {
    uint32_t seen = 0, length = 0;
    while (length < LONGEST && seen + histogram[length] < rank) {
        seen += histogram[length++];
    }
    return length;
}

uint32_t lines_wrap_width(const char *text, uint32_t n) {
    uint32_t histogram[LONGEST + 1] = {0};
    uint32_t lines = 0;
    for (uint32_t at = 0; at < n;) {
        text_line line = line_read(text, n, at);
        at = line.next;
        uint32_t bytes = line.span.end - line.span.begin;
        if (bytes == 0) {
            continue;
        }
        size_t points =
            bytes > 4 * LONGEST ? LONGEST + 1 : utf8_count(text + line.span.begin, bytes);
        if (points > LONGEST) {
            return 0;
        }
        histogram[points]++;
        lines++;
    }
    uint32_t median = percentile(histogram, lines / 2 + 1);
    uint32_t ninety = percentile(histogram, lines - lines / 10);
    bool wrapped =
        lines >= FEWEST_LINES && median > SHORTEST_MEDIAN && median * 10 >= ninety * 7;
    return wrapped ? ninety : 0;
}
