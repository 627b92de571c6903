/* SPDX-License-Identifier: MIT */
#include "markup/source.h"

#include "markup/stride.h"
#include "unicode/utf8.h"

#include <string.h>

static const char byte_order_mark[] = {'\xEF', '\xBB', '\xBF'};

static void note_bad(source *s, uint32_t offset) {
    if (offset < s->first_bad) {
        s->first_bad = offset;
    }
}

static void count_nuls(source *s) {
    const char *end = s->bytes + s->size;
    const char *p = s->size > 0 ? memchr(s->bytes, '\0', s->size) : NULL;
    while (p != NULL) {
        note_bad(s, (uint32_t)(p - s->bytes));
        s->nul++;
        p++;
        p = p < end ? memchr(p, '\0', (size_t)(end - p)) : NULL;
    }
}

/* ascii: bytes in front that need no look. */
static void count_bad(source *s, size_t ascii) {
    size_t at = ascii;
    while (at < s->size) {
        at += utf8_valid_prefix(s->bytes + at, s->size - at);
        if (at < s->size) {
            note_bad(s, (uint32_t)at);
            s->bad++;
            at += utf8_decode(s->bytes + at, s->size - at).bytes;
        }
    }
}

static bool add_line(source *s, const lede_allocator *allocator, size_t begin) {
    if (!VEC_RESERVE(&s->lines, allocator, 1)) {
        return false;
    }
    s->lines.items[s->lines.count++] = (uint32_t)begin;
    return true;
}

/* The next byte c from `at` on; the size when there is none. */
static size_t find_byte(const source *s, size_t at, char c) {
    const char *found = at < s->size ? memchr(s->bytes + at, c, s->size - at) : NULL;
    return found != NULL ? (size_t)(found - s->bytes) : s->size;
}

/* Behind the next line end. *lf and *cr keep where the next one of each kind
 * stands, so that no byte is searched twice however rare a kind is. */
static size_t line_after(const source *s, size_t at, size_t *lf, size_t *cr) {
    *lf = *lf < at ? find_byte(s, at, '\n') : *lf;
    *cr = *cr < at ? find_byte(s, at, '\r') : *cr;
    if (*cr < *lf && *cr + 1 != *lf) {
        return *cr + 1;
    }
    return *lf < s->size ? *lf + 1 : s->size;
}

static bool find_lines(source *s, const lede_allocator *allocator) {
    /* The first line begins behind the mark: no editor shows it as a column. */
    if (!add_line(s, allocator, s->bom)) {
        return false;
    }
    size_t lf = find_byte(s, 0, '\n'), cr = find_byte(s, 0, '\r');
    for (size_t at = s->bom; at < s->size;) {
        at = line_after(s, at, &lf, &cr);
        char last = s->bytes[at - 1];
        if ((last == '\n' || last == '\r') && !add_line(s, allocator, at)) {
            return false;
        }
    }
    return true;
}

static bool find_marks(source *s, const lede_allocator *allocator) {
    source_mark m = {0, 0, 0};
    size_t wanted = s->size / SOURCE_STRIDE + 1;
    if (!VEC_RESERVE(&s->marks, allocator, wanted)) {
        return false;
    }
    while (s->marks.count < wanted) {
        s->marks.items[s->marks.count] = m;
        s->marks.count++;
        m = stride_count(s, m, (uint32_t)(s->marks.count * SOURCE_STRIDE));
    }
    return true;
}

lede_status source_open(source *s, const lede_allocator *allocator, const char *bytes,
                        uint32_t size) {
    *s = (source){.bytes = bytes, .size = size, .first_bad = LEDE_NONE};
    size_t ascii = utf8_ascii_prefix(bytes, size);
    s->ascii = ascii == size;
    if (size >= sizeof byte_order_mark &&
        memcmp(bytes, byte_order_mark, sizeof byte_order_mark) == 0) {
        s->bom = sizeof byte_order_mark;
    }
    count_nuls(s);
    if (!s->ascii) {
        count_bad(s, ascii);
    }
    if (!find_lines(s, allocator) || (!s->ascii && !find_marks(s, allocator))) {
        return LEDE_NO_MEMORY;
    }
    return LEDE_OK;
}

void source_close(source *s, const lede_allocator *allocator) {
    VEC_FREE(&s->lines, allocator);
    VEC_FREE(&s->marks, allocator);
}

bool source_is_white(const source *s, lede_span span) {
    uint32_t at = span.begin;
    while (at < span.end &&
           (s->bytes[at] == ' ' || (s->bytes[at] >= '\t' && s->bytes[at] <= '\r'))) {
        at++;
    }
    return at == span.end;
}
