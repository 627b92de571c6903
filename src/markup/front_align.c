/* SPDX-License-Identifier: MIT */
#include "markup/front_align.h"

#include "unicode/utf8.h"

#include <string.h>

/* Two cursors that go through source and value side by side. */
typedef struct walk {
    front_matter *f;
    const lede_allocator *allocator;
    const char *source;
    uint32_t at;  /* in the source */
    uint32_t end; /* of the scalar, its closing quote left out */
    const char *value;
    uint32_t done;      /* bytes of the value that have a piece */
    uint32_t size;      /* of the value */
    uint32_t text;      /* where the value begins in f->text */
    size_t first_piece; /* of this value */
    bool no_memory;
} walk;

/* ---- Pieces ------------------------------------------------------------ */

/* Runs of equal units stay one piece. */
static bool lengthen(const walk *w, const piece *next) {
    if (w->f->pieces.count == w->first_piece || next->kind == PIECE_GENERATED) {
        return false;
    }
    piece *last = &w->f->pieces.items[w->f->pieces.count - 1];
    bool more = last->kind == next->kind && last->unit_text == next->unit_text &&
                last->unit_source == next->unit_source &&
                last->source.end == next->source.begin;
    if (more) {
        last->text.end = next->text.end;
        last->source.end = next->source.end;
    }
    return more;
}

static bool add_piece(walk *w, const piece *next) {
    if (lengthen(w, next)) {
        return true;
    }
    if (!VEC_RESERVE(&w->f->pieces, w->allocator, 1)) {
        w->no_memory = true;
        return false;
    }
    w->f->pieces.items[w->f->pieces.count++] = *next;
    return true;
}

/* So many bytes of the value stand for so many of the source; of the latter alone there
 * is no piece. False: the value has fewer, or there is no memory. */
static bool take(walk *w, piece_kind kind, uint32_t of_value, uint32_t of_source) {
    if (of_value > w->size - w->done) {
        return false;
    }
    uint32_t begin = w->text + w->done;
    piece next = {{begin, begin + of_value},
                  {w->at, w->at + of_source},
                  (uint8_t)kind,
                  (uint8_t)(kind == PIECE_DECODED ? of_value : 0),
                  (uint8_t)(kind == PIECE_DECODED ? of_source : 0)};
    if (of_value > 0 && !add_piece(w, &next)) {
        return false;
    }
    w->done += of_value;
    w->at += of_source;
    return true;
}

static bool take_same(walk *w, uint32_t n) {
    return n <= w->size - w->done &&
           memcmp(w->value + w->done, w->source + w->at, n) == 0 &&
           take(w, PIECE_SAME, n, n);
}

/* ---- Line breaks, by the rules of YAML 1.1 --------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* Bytes of the line break at `at`; 0 where there is none. Those of three bytes, U+2028
 * and U+2029, are kept by YAML; all others become LF. */
static uint32_t break_at(const walk *w, uint32_t at) {
    const char *p = w->source + at;
    uint32_t left = w->end - at;
    if (left == 0) {
        return 0;
    }
    if (p[0] == '\r') {
        return left > 1 && p[1] == '\n' ? 2 : 1;
    }
    if (left > 1 && p[0] == '\xC2' && p[1] == '\x85') {
        return 2;
    }
    bool separator = left > 2 && p[0] == '\xE2' && p[1] == '\x80' &&
                     (p[2] == '\xA8' || p[2] == '\xA9');
    return separator ? 3 : p[0] == '\n';
}

/* ---- Plain and quoted scalars ------------------------------------------------------ */

/* The source up to `to` is blanks and line breaks. The first break is a space, or
 * nothing when others follow or a backslash stood before it; these stay. */
static bool fold(walk *w, uint32_t to, bool escaped) {
    uint32_t kept = 0;
    bool first = !escaped, space = false;
    for (uint32_t at = w->at, n; at<to; at += n> 0 ? n : 1) {
        n = break_at(w, at);
        if (n == 0) {
            continue;
        }
        space = space || (first && n < 3);
        kept += first && n < 3 ? 0 : n < 3 ? 1 : n;
        first = false;
    }
    return take(w, PIECE_GENERATED, kept > 0 ? kept : space, to - w->at);
}

/* A run of blanks and line breaks; without the latter it stays as it is. */
static bool take_white(walk *w, bool escaped) {
    uint32_t to = w->at, n = 0;
    bool broken = escaped;
    while (to < w->end && ((n = break_at(w, to)) > 0 || is_blank(w->source[to]))) {
        broken = broken || n > 0;
        to += n > 0 ? n : 1;
    }
    return broken ? fold(w, to, escaped) : take_same(w, to - w->at);
}

/* Behind a backslash: a line break, or what stands for one code point. */
static bool take_escape(walk *w) {
    uint32_t broken = w->at + 1 < w->end ? break_at(w, w->at + 1) : 0;
    if (broken > 0) {
        w->at += 1 + broken;
        return take_white(w, true);
    }
    if (w->end - w->at < 2 || w->done == w->size) {
        return false;
    }
    char c = w->source[w->at + 1];
    uint32_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    uint32_t bytes = utf8_peek(w->value + w->done, w->size - w->done).bytes;
    return take(w, PIECE_DECODED, bytes, 2 + digits);
}

static bool take_next(walk *w, front_style style) {
    char c = w->source[w->at];
    if (is_blank(c) || break_at(w, w->at) > 0) {
        return take_white(w, false);
    }
    if (style == FRONT_SINGLE_QUOTED && c == '\'') {
        return take(w, PIECE_DECODED, 1, 2);
    }
    return style == FRONT_DOUBLE_QUOTED && c == '\\' ? take_escape(w) : take_same(w, 1);
}

static bool walk_flow(walk *w, front_style style) {
    if (style != FRONT_PLAIN) {
        w->at++;
        w->end--;
    }
    while (w->at < w->end) {
        if (!take_next(w, style)) {
            return false;
        }
    }
    return true;
}

/* ---- Block scalars ------------------------------------------------------------------
 */

static uint32_t line_end(const walk *w, uint32_t at) {
    while (at < w->end && break_at(w, at) == 0) {
        at++;
    }
    return at;
}

/* Behind the line of the indicator. */
static void skip_header(walk *w) {
    w->at = line_end(w, w->at);
    w->at += break_at(w, w->at);
}

static uint32_t count_spaces(const char *bytes, uint32_t at, uint32_t end) {
    uint32_t begin = at;
    while (at < end && bytes[at] == ' ') {
        at++;
    }
    return at - begin;
}

/* The spaces that each line has in the source and not in the value, by the first line
 * that has anything else. */
static uint32_t block_indent(const walk *w) {
    uint32_t at = w->at, done = 0, spaces = 0, n = 0;
    do {
        at += n;
        spaces = count_spaces(w->source, at, w->end);
        at += spaces;
    } while ((n = break_at(w, at)) > 0);
    while (done < w->size && w->value[done] == '\n') {
        done++;
    }
    uint32_t kept = count_spaces(w->value, done, w->size);
    return spaces > kept ? spaces - kept : 0;
}

static uint32_t behind_indent(const walk *w, uint32_t at, uint32_t indent) {
    uint32_t spaces = count_spaces(w->source, at, w->end);
    return at + (spaces < indent ? spaces : indent);
}

static bool take_break(walk *w, uint32_t indent) {
    uint32_t n = break_at(w, w->at);
    bool same = n == 3 || w->source[w->at] == '\n';
    if (!(same ? take_same(w, n) : take(w, PIECE_DECODED, 1, n))) {
        return false;
    }
    w->at = behind_indent(w, w->at, indent);
    return true;
}

/* Line breaks and indentation up to the next line with content. Whether the first of
 * them is kept depends on both lines; the value shows it. */
static bool take_gap(walk *w, uint32_t indent) {
    uint32_t to = w->at, n, kept = 0;
    while ((n = break_at(w, to)) > 0) {
        to = behind_indent(w, to + n, indent);
    }
    while (w->done + kept < w->size && w->value[w->done + kept] == '\n') {
        kept++;
    }
    bool space = kept == 0 && w->value[w->done] == ' ';
    return (space || kept > 0) && take(w, PIECE_GENERATED, space ? 1 : kept, to - w->at);
}

static bool walk_block(walk *w, front_style style) {
    skip_header(w);
    uint32_t indent = block_indent(w);
    w->at = behind_indent(w, w->at, indent);
    while (w->done < w->size && w->at < w->end) {
        if (!take_same(w, line_end(w, w->at) - w->at)) {
            return false;
        }
        if (w->done == w->size || w->at == w->end) {
            break;
        }
        if (!(style == FRONT_FOLDED ? take_gap(w, indent) : take_break(w, indent))) {
            return false;
        }
    }
    return true;
}

/* ---- All of them ----------------------------------------------------------------------
 */

bool front_align(front_matter *f, const lede_allocator *allocator, const char *bytes,
                 front_value *v, front_style style) {
    walk w = {.f = f,
              .allocator = allocator,
              .source = bytes,
              .at = v->source.begin,
              .end = v->source.end,
              .value = f->text.items + v->value.begin,
              .size = v->value.end - v->value.begin,
              .text = v->value.begin,
              .first_piece = f->pieces.count};
    v->first_piece = (uint32_t)w.first_piece;
    if (w.size > 0) {
        bool block = style == FRONT_LITERAL || style == FRONT_FOLDED;
        (void)(block ? walk_block(&w, style) : walk_flow(&w, style));
    }
    if (!w.no_memory && w.done < w.size) {
        (void)take(&w, PIECE_GENERATED, w.size - w.done, w.end - w.at);
    }
    v->piece_count = (uint32_t)(f->pieces.count - w.first_piece);
    return !w.no_memory;
}
