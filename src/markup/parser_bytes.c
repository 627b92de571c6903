/* SPDX-License-Identifier: MIT */
#include "markup/parser_bytes.h"

#include <string.h>

typedef struct mender {
    mask *m;
    const lede_allocator *allocator;
    const source *s;
} mender;

/* Only what must change is copied. */
static lede_status own_bytes(mender *r) {
    mask *m = r->m;
    if (m->copy.count > 0) {
        return LEDE_OK;
    }
    if (!VEC_RESERVE(&m->copy, r->allocator, r->s->size)) {
        return LEDE_NO_MEMORY;
    }
    memcpy(m->copy.items, m->bytes, r->s->size);
    m->copy.count = r->s->size;
    m->bytes = m->copy.items;
    return LEDE_OK;
}

static lede_status hide_nul(mender *r) {
    size_t n = r->s->size;
    if (r->s->nul == 0) {
        return LEDE_OK;
    }
    lede_status status = own_bytes(r);
    char *at = status == LEDE_OK ? memchr(r->m->copy.items, '\0', n) : NULL;
    while (at != NULL) {
        *at++ = 'x';
        at = memchr(at, '\0', n - (size_t)(at - r->m->copy.items));
    }
    return status;
}

/* ---- Lines ------------------------------------------------------------ */

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

static lede_span line_at(const source *s, size_t i) {
    uint32_t end = i + 1 < s->lines.count ? s->lines.items[i + 1] : s->size;
    return (lede_span){s->lines.items[i], end};
}

static bool is_blank(const mask *m, lede_span line) {
    const char *bytes = m->bytes;
    uint32_t at = line.begin;
    while (at < line.end &&
           (bytes[at] == ' ' || bytes[at] == '\t' || is_line_end(bytes[at]))) {
        at++;
    }
    return at == line.end;
}

static bool has_text(const mask *m, lede_span line, const char *text, uint32_t n) {
    for (uint32_t at = line.begin; at + n <= line.end; at++) {
        if (memcmp(m->bytes + at, text, n) == 0) {
            return true;
        }
    }
    return false;
}

static bool opens_comment(const mask *m, lede_span line, lede_span next) {
    uint32_t end = line.end;
    while (end > line.begin && is_line_end(m->bytes[end - 1])) {
        end--;
    }
    return end - line.begin >= 4 && memcmp(m->bytes + end - 4, "<!--", 4) == 0 &&
           has_text(m, next, "-->", 3);
}

static lede_status join_lines(mender *r, lede_span line) {
    lede_status status = own_bytes(r);
    for (uint32_t at = line.end; status == LEDE_OK && at > line.begin; at--) {
        if (!is_line_end(r->m->bytes[at - 1])) {
            break;
        }
        r->m->copy.items[at - 1] = ' ';
    }
    return status;
}

lede_status parser_bytes_mend(mask *m, const lede_allocator *allocator, const source *s,
                              uint32_t begin) {
    mender r = {m, allocator, s};
    bool blank = false;
    lede_status status = hide_nul(&r);
    for (size_t i = 0; i + 1 < s->lines.count && status == LEDE_OK; i++) {
        lede_span line = line_at(s, i), next = line_at(s, i + 1);
        if (line.begin < begin) {
            continue;
        }
        blank = (blank || is_blank(m, line)) && is_blank(m, next);
        if (blank || opens_comment(m, line, next)) {
            status = join_lines(&r, line);
        }
    }
    return status;
}
