/* SPDX-License-Identifier: MIT */
#include "render/score_path.h"

#include "render/excerpt.h"

#include <string.h>

/* Of a heading above others, each of which shows it: a longer one is left out for people
 * and cut for programs, lest many small sections below it take quadratic time. */
#define HEADING_BYTES 240u

static const char between[] = " > ";
static const char more[] = "…";
#define BETWEEN (sizeof between - 1)

lede_span score_path_heading(const score *s, uint32_t sentence) {
    const lede_document *d = s->document;
    return d->page.blocks.items[d->sentences.items[sentence].block].span;
}

/* ---- For people --------------------------------------------------------------- */

static const char *bytes_of(const score *s, lede_span span) {
    return s->document->page.text + span.begin;
}

static size_t columns_of(const score *s, lede_span span, size_t most) {
    return excerpt_columns(bytes_of(s, span), span.end - span.begin, most);
}

static void write_words(out *o, const score *s, lede_span span, size_t columns) {
    excerpt_write(o, bytes_of(s, span), span.end - span.begin, columns, s->ascii);
}

/* The columns of "… > ". */
static size_t mark_columns(const score *s) {
    return (s->ascii ? 3 : 1) + BETWEEN;
}

/* The outermost heading that is shown: the nearest comes first, whatever its length. */
static uint32_t find_first(const score *s, const lede_metrics_part *part,
                           size_t columns) {
    uint32_t first = part->path_count - 1;
    size_t used = columns_of(s, score_path_heading(s, part->path[first]), columns);
    while (first > 0) {
        lede_span outer = score_path_heading(s, part->path[first - 1]);
        size_t mark = first > 1 ? mark_columns(s) : 0;
        if (outer.end - outer.begin > HEADING_BYTES) {
            break;
        }
        used += columns_of(s, outer, columns) + BETWEEN;
        if (used + mark > columns) {
            break;
        }
        first--;
    }
    return first;
}

static void write_path(out *o, const score *s, const lede_metrics_part *part,
                       size_t columns) {
    uint32_t first = find_first(s, part, columns);
    if (first > 0) {
        out_text(o, s->ascii ? "..." : more);
        out_text(o, between);
        columns -= mark_columns(s);
    }
    for (uint32_t i = first; i < part->path_count; i++) {
        lede_span heading = score_path_heading(s, part->path[i]);
        write_words(o, s, heading, columns);
        if (i + 1 < part->path_count) {
            out_text(o, between);
            columns -= columns_of(s, heading, columns) + BETWEEN;
        }
    }
}

void score_path_text(out *o, const score *s, const lede_metrics_part *part,
                     size_t columns) {
    if (part->heading != LEDE_NONE) {
        write_path(o, s, part, columns);
    } else {
        write_words(o, s, part->span, columns);
    }
}

/* ---- For programs --------------------------------------------------------------- */

static void write_heading(json_writer *j, const score *s, uint32_t sentence) {
    lede_span span = score_path_heading(s, sentence);
    const char *text = bytes_of(s, span);
    char cut[HEADING_BYTES + sizeof more];
    size_t n = span.end - span.begin;
    if (n <= HEADING_BYTES) {
        jw_string(j, text, n);
        return;
    }
    n = HEADING_BYTES + 1;
    do {
        n--;
    } while (((unsigned char)text[n] & 0xC0u) == 0x80u); /* inside a code point */
    memcpy(cut, text, n);
    memcpy(cut + n, more, sizeof more - 1);
    jw_string(j, cut, n + sizeof more - 1);
}

void score_path_json(json_writer *j, const score *s, const lede_metrics_part *part) {
    const lede_document *d = s->document;
    unsigned level = 0;
    if (part->heading != LEDE_NONE) {
        level = d->page.blocks.items[d->sentences.items[part->heading].block].level;
    }
    jw_key(j, "path");
    jw_array_begin(j);
    for (uint32_t i = 0; i < part->path_count; i++) {
        write_heading(j, s, part->path[i]);
    }
    jw_array_end(j);
    jw_member_u64(j, "level", level);
}
