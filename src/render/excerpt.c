/* SPDX-License-Identifier: MIT */
#include "render/excerpt.h"

#include "render/visible.h"
#include "unicode/normalize.h"
#include "unicode/properties.h"
#include "unicode/segment.h"
#include "unicode/utf8.h"

/* More marks on one letter than any script puts there do not belong on a line. */
#define CLUSTER_MAX 64u /* bytes */

static bool is_white(uint32_t code) {
    unicode_class class = unicode_class_of(code);
    return class == UC_SPACE || class == UC_LINE_END;
}

/* Columns of a code point as visible_write() shows it: \x1b, \u0085, <U+202E>. */
static size_t columns_of_point(uint32_t code) {
    if (code < 0x20 || code == 0x7F) {
        return 4;
    }
    if (code >= 0x80 && code < 0xA0) {
        return 6;
    }
    return visible_is_hidden(code) ? 8 : (size_t)normalize_width(code);
}

/* Of a cluster. What is shown as one character is at most two columns wide. */
static size_t columns_of_cluster(const char *text, size_t n) {
    size_t shown = 0, escaped = 0;
    for (size_t at = 0; at < n;) {
        utf8_point point = utf8_decode(text + at, n - at);
        size_t columns = columns_of_point(point.code);
        escaped += columns > 2 ? columns : 0;
        shown += columns <= 2 ? columns : 0;
        at += point.bytes;
    }
    return escaped + (shown > 2 ? 2 : shown);
}

size_t excerpt_white_end(const char *text, size_t n, size_t at) {
    while (at < n) {
        utf8_point point = utf8_decode(text + at, n - at);
        if (!is_white(point.code)) {
            break;
        }
        at += point.bytes;
    }
    return at;
}

size_t excerpt_word_end(const char *text, size_t n, size_t at) {
    while (at < n) {
        utf8_point point = utf8_decode(text + at, n - at);
        if (is_white(point.code)) {
            break;
        }
        at += point.bytes;
    }
    return at;
}

/* A step over white space or one cluster: where it ends, and its columns. */
static size_t step(const char *text, size_t n, size_t at, size_t *columns) {
    size_t white = excerpt_white_end(text, n, at);
    if (white > at) {
        *columns = white < n ? 1 : 0; /* at the end it is not written */
        return white;
    }
    size_t end = segment_grapheme_end(text, n, at);
    *columns =
        end - at <= CLUSTER_MAX ? columns_of_cluster(text + at, end - at) : SIZE_MAX;
    return end;
}

static void write_part(out *o, const char *text, size_t n) {
    size_t at = excerpt_white_end(text, n, 0);
    while (at < n) {
        size_t end = excerpt_word_end(text, n, at);
        visible_write(o, text + at, end - at);
        at = excerpt_white_end(text, n, end);
        out_bytes(o, " ", at < n ? 1 : 0);
    }
}

/* What fits into so many columns. */
typedef struct fitting {
    size_t whole; /* where what fits ends */
    size_t cut;   /* the same with an ellipsis behind */
    size_t word;  /* the same before white space; 0: there is none */
} fitting;

static fitting fit(const char *text, size_t n, size_t columns, size_t ellipsis) {
    fitting f = {0, 0, 0};
    size_t used = 0;
    while (f.whole < n) {
        size_t more = 0;
        size_t end = step(text, n, f.whole, &more);
        bool white = excerpt_white_end(text, n, f.whole) > f.whole;
        f.word = white && f.whole > 0 ? f.whole : f.word;
        if (more > columns - used) {
            break;
        }
        used += more;
        f.whole = end;
        if (used + ellipsis <= columns) {
            f.cut = end;
        }
    }
    return f;
}

void excerpt_write(out *o, const char *text, size_t n, size_t columns, bool ascii) {
    fitting f = fit(text, n, columns, ascii ? 3 : 1);
    write_part(o, text, f.whole == n ? n : f.cut);
    out_text(o, f.whole == n ? "" : ascii ? "..." : "…");
}

size_t excerpt_columns(const char *text, size_t n, size_t most) {
    size_t used = 0;
    for (size_t at = 0; at < n && used <= most;) {
        size_t more = 0;
        at = step(text, n, at, &more);
        used = more > most - used ? most + 1 : used + more;
    }
    return used;
}

static void indent(out *o, size_t n) {
    for (size_t i = 0; i < n; i++) {
        out_bytes(o, " ", 1);
    }
}

void excerpt_write_lines(out *o, const char *text, size_t n, const excerpt_lines *lines) {
    size_t at = excerpt_white_end(text, n, 0);
    for (size_t line = 1; at < n; line++) {
        fitting f = fit(text + at, n - at, lines->columns, lines->ascii ? 3 : 1);
        size_t end = f.whole == n - at || f.word == 0 ? f.whole : f.word;
        indent(o, line == 1 && lines->begun ? 0 : lines->indent);
        /* A cluster that no line has room for ends it. */
        if (line == lines->most || end == 0) {
            excerpt_write(o, text + at, n - at, lines->columns, lines->ascii);
            end = n - at;
        } else {
            write_part(o, text + at, end);
        }
        out_text(o, "\n");
        at = excerpt_white_end(text, n, at + end);
    }
}
