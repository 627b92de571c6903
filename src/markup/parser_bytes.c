/* SPDX-License-Identifier: MIT */
#include "markup/parser_bytes.h"

#include <string.h>

typedef struct mender {
    mask *m;
    const lede_allocator *allocator;
    const source *s;
} mender;

static lede_status own_bytes(mender *r) {
    mask *m = r->m;
    uint32_t n = r->s->size;
    bool painted = m->copy.count > 0;
    if (!VEC_RESERVE(&m->copy, r->allocator, painted ? 1 : (size_t)n + 1)) {
        return LEDE_NO_MEMORY;
    }
    if (!painted && n > 0) {
        memcpy(m->copy.items, m->bytes, n);
    }
    m->copy.count = n;
    m->copy.items[n] = '\0';
    m->bytes = m->copy.items;
    return LEDE_OK;
}

static void hide_nul(mender *r) {
    size_t n = r->s->size;
    char *at = r->s->nul > 0 ? memchr(r->m->copy.items, '\0', n) : NULL;
    while (at != NULL) {
        *at++ = 'x';
        at = memchr(at, '\0', n - (size_t)(at - r->m->copy.items));
    }
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
    for (; end > line.begin; end--) {
        if (!is_line_end(m->bytes[end - 1])) {
            break;
        }
    }
    return end >= line.begin + 4 && memcmp(m->bytes + end - 4, "<!--", 4) == 0 &&
           has_text(m, next, "-->", 3);
}

static void join_lines(mender *r, lede_span line) {
    for (uint32_t at = line.end; at > line.begin; at--) {
        if (!is_line_end(r->m->bytes[at - 1])) {
            break;
        }
        r->m->copy.items[at - 1] = ' ';
    }
}

/* ---- Blank lines behind blocks that have ended --------------------------------- */

/* An offset of the parser's that it takes for the type of a block, an item. */
static bool is_mistaken(uint32_t offset) {
    return (offset & 0xFF) == 4;
}

static uint32_t behind(const mask *m, lede_span line, uint32_t at, const char *signs) {
    while (at < line.end && m->bytes[at] != '\0' && strchr(signs, m->bytes[at]) != NULL) {
        at++;
    }
    return at;
}

/* "- ## A heading", whose text begins at such an offset. */
static bool is_mistaken_heading(const mask *m, lede_span line, uint32_t begin) {
    uint32_t at = behind(m, line, line.begin, " \t>-+*0123456789.)");
    uint32_t text = behind(m, line, at, "#");
    return text > at && is_mistaken(behind(m, line, text, " \t") - begin);
}

/* "```", behind a line that ends at such an offset. */
static bool is_mistaken_fence(const mask *m, lede_span line, uint32_t begin) {
    uint32_t end = line.begin, at = behind(m, line, line.begin, " \t>");
    bool fence = at + 3 <= line.end && (memcmp(m->bytes + at, "```", 3) == 0 ||
                                        memcmp(m->bytes + at, "~~~", 3) == 0);
    while (end > begin && is_line_end(m->bytes[end - 1])) {
        end--;
    }
    return fence && is_mistaken(end - begin);
}

static bool is_mistaken_end(const mask *m, lede_span line, uint32_t begin) {
    return is_mistaken_heading(m, line, begin) || is_mistaken_fence(m, line, begin);
}

static void mend_lines(mender *r, uint32_t begin) {
    const source *s = r->s;
    bool blank = false;
    for (size_t i = 0; i + 1 < s->lines.count; i++) {
        lede_span line = line_at(s, i), next = line_at(s, i + 1);
        if (line.begin < begin || next.begin == next.end) {
            continue;
        }
        bool before = blank || is_blank(r->m, line), empty = is_blank(r->m, next);
        blank = before && empty;
        if (blank || (empty && is_mistaken_end(r->m, line, begin)) ||
            opens_comment(r->m, line, next)) {
            join_lines(r, line);
        }
    }
}

lede_status parser_bytes_mend(mask *m, const lede_allocator *allocator, const source *s,
                              uint32_t begin) {
    mender r = {m, allocator, s};
    lede_status status = own_bytes(&r);
    if (status == LEDE_OK) {
        hide_nul(&r);
        mend_lines(&r, begin);
    }
    return status;
}
