/* SPDX-License-Identifier: MIT */
#include "markup/mask_parts.h"

#include <string.h>

#define INERT 'x'
#define LABEL_BYTES 999u /* the most that CommonMark allows */

/* Marks of emphasis look at what stands beside them. Braces and brackets are signs, so
 * there it stays a sign. */
#define INERT_SIGN ','

typedef struct painter {
    const mask_scan *c;
    char *copy;
    size_t first;    /* span: the first that ends behind the line at hand begins */
    uint32_t inside; /* spans that begin and end on lines with something to see hold the
                        paragraph together up to here */
} painter;

static bool is_emphasis(char byte) {
    return byte == '*' || byte == '_' || byte == '~';
}

/* Whether anything but white space stands in [at, end). */
static bool is_seen(const mask_scan *c, uint32_t at, uint32_t end) {
    return mask_skip_blanks(c, at, end) < end;
}

/* Something to see on the line beside its spans, of which `first` is the first. */
static bool line_shows(const painter *p, const mask_line *line, size_t first) {
    const mask *m = p->c->m;
    uint32_t at = line->content;
    bool seen = false;
    for (size_t i = first; i < m->spans.count && !seen; i++) {
        lede_span span = m->spans.items[i].span;
        if (span.begin >= line->end) {
            break;
        }
        seen = span.begin > at && is_seen(p->c, at, span.begin);
        at = span.end > at ? span.end : at;
    }
    return seen || (at < line->end && is_seen(p->c, at, line->end));
}

/* Where a list marker goes so that what stands behind n bytes is in its item: at most 3
 * in front, at most 4 behind. */
static void fill_as_item(char *out, uint32_t n) {
    bool fits = n >= 2 && n <= 8;
    memset(out, fits ? ' ' : INERT, n);
    if (fits) {
        out[n > 5 ? n - 5 : 0] = '-';
    }
}

/* Three columns may be blank; the others lengthen the mark that follows. */
static void fill_as_mark(char *out, uint32_t n, char mark) {
    uint32_t spaces = n > 3 ? 3 : n - 1;
    memset(out, ' ', spaces);
    memset(out + spaces, mark, n - spaces);
}

/* "[label]: target" says where links lead, if a block begins with it. */
static bool is_reference(const mask_scan *c, uint32_t content) {
    if (mask_byte(c, content) != '[' || mask_byte(c, content + 1) == '^') {
        return false;
    }
    uint32_t most = c->size - content < LABEL_BYTES ? c->size : content + LABEL_BYTES;
    uint32_t at = content + 1;
    while (at < most && c->bytes[at] != ']' && c->bytes[at] != '[' &&
           c->bytes[at] != '\n' && c->bytes[at] != '\r') {
        at++;
    }
    return mask_starts(c, at, "]:");
}

static void paint_indent(const mask_scan *c, char *out, uint32_t n, uint32_t content) {
    char first = mask_byte(c, content);
    uint32_t run = mask_run(c, content, c->size);
    if ((first == '`' || first == '~') && run >= 3) {
        fill_as_mark(out, n, first);
    } else if (first == '>') {
        fill_as_mark(out, n, '>');
    } else if (first == '#' || mask_marker(c, content, c->size) > 0 ||
               is_reference(c, content)) {
        fill_as_item(out, n);
    } else if (first == '|' || (first == '-' && run > 1)) {
        memset(out, '-', n);
    } else {
        memset(out, INERT, n);
    }
}

static void paint_inert(const painter *p, uint32_t begin, uint32_t end) {
    const mask_scan *c = p->c;
    memset(p->copy + begin, INERT, end - begin);
    if (begin > c->begin && is_emphasis(c->bytes[begin - 1])) {
        p->copy[begin] = INERT_SIGN;
    }
    if (is_emphasis(mask_byte(c, end))) {
        p->copy[end - 1] = INERT_SIGN;
    }
}

/* A target of one letter, without a title. */
static void paint_target(const painter *p, lede_span part, bool first) {
    memset(p->copy + part.begin, ' ', part.end - part.begin);
    if (first) {
        p->copy[part.begin] = INERT;
    }
}

/* The part of a span that is on a line. */
static void paint_part(painter *p, const mask_line *line, const masked *one, bool shows) {
    uint32_t begin = one->span.begin > line->begin ? one->span.begin : line->begin;
    uint32_t end = one->span.end < line->end ? one->span.end : line->end;
    if (begin >= end) {
        return;
    }
    if (one->kind == MASK_TARGET) {
        paint_target(p, (lede_span){begin, end}, begin == one->span.begin);
    } else if (!shows && line->end > p->inside) {
        memset(p->copy + begin, ' ', end - begin);
    } else if (one->kind == MASK_INDENT || one->kind == MASK_DEFINITION) {
        uint32_t content = mask_skip_blanks(p->c, end, line->end);
        paint_indent(p->c, p->copy + begin, end - begin, content);
    } else {
        paint_inert(p, begin, end);
    }
}

static bool holds_together(const masked *one) {
    return one->kind == MASK_SHORTCODE || one->kind == MASK_EXPRESSION ||
           one->kind == MASK_TAG || one->kind == MASK_COMMENT;
}

/* A tag that begins and ends inside a sentence must leave no blank line between. */
static void hold_paragraph(painter *p, size_t row, const masked *one, size_t index) {
    const mask_scan *c = p->c;
    while (row + 1 < c->s->lines.count && c->s->lines.items[row + 1] < one->span.end) {
        row++;
    }
    mask_line last = mask_read_line(c, row);
    if (holds_together(one) && line_shows(p, &last, index)) {
        p->inside = one->span.end;
    }
}

static void paint_line(painter *p, size_t row) {
    const mask *m = p->c->m;
    mask_line line = mask_read_line(p->c, row);
    while (p->first < m->spans.count && m->spans.items[p->first].span.end <= line.begin) {
        p->first++;
    }
    if (p->first == m->spans.count || m->spans.items[p->first].span.begin >= line.next) {
        return;
    }
    bool shows = line_shows(p, &line, p->first);
    for (size_t i = p->first; i < m->spans.count; i++) {
        const masked *one = &m->spans.items[i];
        if (one->span.begin >= line.end) {
            break;
        }
        paint_part(p, &line, one, shows);
        if (shows && one->span.end > line.next && one->span.begin >= line.begin) {
            hold_paragraph(p, row, one, i);
        }
    }
}

/* Signs that the parser shall not see stay in the text. */
static void paint_brackets(const mask_scan *c, char *copy) {
    uint32_t from = c->m->plain;
    char *at = from > 0 ? memchr(copy + from, '[', c->size - from) : NULL;
    while (at != NULL) {
        *at++ = INERT_SIGN;
        at = memchr(at, '[', c->size - (size_t)(at - copy));
    }
}

void mask_paint(mask_scan *c) {
    mask *m = c->m;
    if (m->spans.count == 0 && m->plain == 0) {
        return;
    }
    if (!VEC_RESERVE(&m->copy, c->allocator, c->size)) {
        c->failed = true;
        return;
    }
    memcpy(m->copy.items, c->bytes, c->size);
    m->copy.count = c->size;
    m->bytes = m->copy.items;
    painter p = {c, m->copy.items, 0, 0};
    for (size_t row = c->first_row; row < c->s->lines.count; row++) {
        paint_line(&p, row);
    }
    paint_brackets(c, m->copy.items);
}
