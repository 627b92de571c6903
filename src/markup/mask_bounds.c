/* SPDX-License-Identifier: MIT */
/* What would cost the parser more than linear time: containers in containers, through
 * all of which it goes on every line, and targets of definitions, which it reads for
 * every link to them; brackets in a paragraph of many lines. */
#include "markup/mask_parts.h"

#include <string.h>

#define LEAST_BYTES (MASK_COLUMNS / 4) /* that reach so many columns: tabs */

typedef VEC_OF(masked) masked_list;

typedef struct bounds {
    mask_scan *c;
    masked_list spans;    /* ascending, disjoint */
    uint32_t passed;      /* behind the last definition */
    uint32_t unclosed[3]; /* of each kind of title: none ends before this */
    uint64_t steps;       /* of the parser for brackets */
    uint32_t lines;       /* of the paragraph, or more */
    uint32_t most;        /* bytes of a target or title that are left alone */
} bounds;

static void add(bounds *b, uint32_t begin, uint32_t end, mask_kind kind) {
    masked_list *spans = &b->spans;
    if (!VEC_RESERVE(spans, b->c->allocator, 1)) {
        b->c->failed = true;
        return;
    }
    spans->items[spans->count++] = (masked){{begin, end}, (uint8_t)kind, false};
}

/* ---- Depth ------------------------------------------------------------------ */

/* Each container takes a column at least, of the line that opens it. */
static void bound_depth(bounds *b, const mask_line *line) {
    const char *bytes = b->c->bytes;
    uint32_t at = line->begin, column = 0;
    while (at < line->content && (column < MASK_COLUMNS || mask_blank(bytes[at]))) {
        column += bytes[at] == '\t' ? 4 - column % 4 : 1;
        at++;
    }
    if (at < line->content) {
        add(b, at, line->content, MASK_DEEP);
    }
}

/* ---- Definitions ------------------------------------------------------------- */

/* Behind "[label]:" at `at`; 0: it is not there. */
static uint32_t behind_label(const mask_scan *c, uint32_t at) {
    uint32_t most = c->size - at < MASK_LABEL ? c->size : at + MASK_LABEL;
    for (at++; at + 1 < most && c->bytes[at] != '['; at++) {
        if (c->bytes[at] == ']') {
            return c->bytes[at + 1] == ':' ? at + 2 : 0;
        }
        at += c->bytes[at] == '\\' ? 1 : 0;
    }
    return 0;
}

static bool is_line_end(char byte) {
    return byte == '\n' || byte == '\r';
}

/* Past white space, a line end, and what stands before the content of the next line. */
static uint32_t skip_white(const mask_scan *c, uint32_t at) {
    at = mask_skip_blanks(c, at, c->size);
    if (!is_line_end(mask_byte(c, at))) {
        return at;
    }
    at += mask_byte(c, at) == '\r' && mask_byte(c, at + 1) == '\n' ? 2 : 1;
    while (mask_blank(mask_byte(c, at)) || mask_byte(c, at) == '>') {
        at++;
    }
    return at;
}

static uint32_t target_end(const mask_scan *c, uint32_t at) {
    bool angle = mask_byte(c, at) == '<';
    while (at < c->size && !is_line_end(c->bytes[at])) {
        if (angle ? c->bytes[at] == '>' : mask_blank(c->bytes[at])) {
            return at + (angle ? 1 : 0);
        }
        at += angle && c->bytes[at] == '\\' ? 2 : 1;
    }
    return at < c->size ? at : c->size;
}

/* The next of a byte in [at, size), not behind a stroke nor behind a blank line; where
 * the search ended without one. */
static uint32_t find_close(const mask_scan *c, uint32_t at, char close) {
    while (at < c->size && c->bytes[at] != close) {
        bool blank = is_line_end(c->bytes[at]) && c->bytes[at - 1] == c->bytes[at];
        if (blank) {
            break;
        }
        at += c->bytes[at] == '\\' ? 2 : 1;
    }
    return at < c->size ? at : c->size;
}

/* Behind the title at `at`; `at` where there is none. */
static uint32_t title_end(bounds *b, uint32_t at) {
    static const char opens[] = "\"'(", closes[] = "\"')";
    const mask_scan *c = b->c;
    char first = mask_byte(c, at);
    const char *open = first != '\0' ? strchr(opens, first) : NULL;
    if (open == NULL || at < b->unclosed[open - opens]) {
        return at;
    }
    char close = closes[open - opens];
    uint32_t end = find_close(c, at + 1, close);
    if (mask_byte(c, end) != close) {
        b->unclosed[open - opens] = end;
        return at;
    }
    return end + 1;
}

static void bound_definition(bounds *b, uint32_t at) {
    const mask_scan *c = b->c;
    uint32_t label = behind_label(c, at);
    if (label == 0) {
        return;
    }
    uint32_t begin = skip_white(c, label), end = target_end(c, begin);
    uint32_t title = skip_white(c, end), behind = title_end(b, title);
    b->passed = behind > title ? behind : end;
    if (behind - title > b->most) {
        add(b, begin, behind, MASK_TARGET);
    } else if (end - begin > b->most) {
        add(b, begin, end, MASK_TARGET);
    }
}

/* Each bracket may close a link that makes the parser read a target. */
static uint32_t most_bytes(const mask_scan *c) {
    uint32_t brackets = 1;
    const char *at = c->bytes + c->begin, *end = c->bytes + c->size;
    for (at = memchr(at, ']', (size_t)(end - at)); at != NULL; brackets++) {
        at++;
        at = memchr(at, ']', (size_t)(end - at));
    }
    uint32_t share = c->size / brackets;
    return share > MASK_LEAST / MASK_READINGS ? MASK_READINGS * share : MASK_LEAST;
}

/* ---- Brackets -------------------------------------------------------------- */

/* For each the parser goes through all lines of its paragraph up to its own. */
static void count_brackets(bounds *b, size_t row) {
    const mask_scan *c = b->c;
    uint32_t at = c->s->lines.items[row], end = c->size;
    end = row + 1 < c->s->lines.count ? c->s->lines.items[row + 1] : end;
    while (at < end && (c->bytes[at] == '>' || mask_blank(c->bytes[at]))) {
        at++;
    }
    bool blank = at == end || is_line_end(c->bytes[at]);
    b->lines = blank ? 0 : b->lines + 1;
    const char *found = memchr(c->bytes + at, '[', end - at);
    while (found != NULL && c->m->plain == 0) {
        at = (uint32_t)(found - c->bytes) + 1;
        b->steps += b->lines;
        c->m->plain = b->steps > (uint64_t)MASK_STEPS * c->size ? at : 0;
        found = memchr(c->bytes + at, '[', end - at);
    }
}

/* ---- All lines ------------------------------------------------------------------- */

static bool is_sign(char byte) {
    return mask_blank(byte) || mask_digit(byte) || byte == '>' || byte == '-' ||
           byte == '+' || byte == '*' || byte == '.' || byte == ')';
}

static void bound_line(bounds *b, size_t row) {
    const mask_scan *c = b->c;
    uint32_t begin = c->s->lines.items[row], at = begin;
    while (is_sign(mask_byte(c, at))) {
        at++;
    }
    bool named = mask_byte(c, at) == '[';
    if (at - begin < LEAST_BYTES && !named) {
        return;
    }
    mask_line line = mask_read_line(c, row);
    if (line.column > MASK_COLUMNS && line.begin >= b->passed) {
        bound_depth(b, &line);
    }
    if (named && line.content == at && at >= b->passed) {
        bound_definition(b, at);
    }
}

/* Spans of the walk go first where they meet these. */
static void merge(bounds *b) {
    mask *m = b->c->m;
    size_t old = m->spans.count, next = 0, kept = 0;
    for (size_t i = 0; i < b->spans.count; i++) {
        masked one = b->spans.items[i];
        while (next < old && m->spans.items[next].span.end <= one.span.begin) {
            next++;
        }
        if (next == old || m->spans.items[next].span.begin >= one.span.end) {
            b->spans.items[kept++] = one;
        }
    }
    if (kept == 0) {
        return;
    }
    if (!VEC_RESERVE(&m->spans, b->c->allocator, kept)) {
        b->c->failed = true;
        return;
    }
    masked *out = m->spans.items + old + kept;
    m->spans.count = old + kept;
    while (kept > 0) { /* from behind, in place */
        bool walked = old > 0 && m->spans.items[old - 1].span.begin >
                                     b->spans.items[kept - 1].span.begin;
        *--out = walked ? m->spans.items[--old] : b->spans.items[--kept];
    }
}

void mask_bounds(mask_scan *c) {
    bounds b = {.c = c, .most = most_bytes(c)};
    for (size_t row = c->first_row; row < c->s->lines.count && !c->failed; row++) {
        bound_line(&b, row);
        count_brackets(&b, row);
    }
    if (!c->failed) {
        merge(&b);
    }
    VEC_FREE(&b.spans, c->allocator);
}
