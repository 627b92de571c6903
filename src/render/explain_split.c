/* SPDX-License-Identifier: MIT */
#include "render/explain.h"

#include "markup/places.h"
#include "render/names.h"
#include "render/span.h"
#include "render/visible.h"
#include "unicode/utf8.h"

#define EXCERPT 40 /* code points: a word may be as long as the text */

/* ---- JSON ---------------------------------------------------------------- */

static void write_pair(json_writer *j, const char *key, const char *const pair[2]) {
    jw_key(j, key);
    jw_array_begin(j);
    jw_text(j, pair[0]);
    jw_text(j, pair[1]);
    jw_array_end(j);
}

static void write_terms(json_writer *j, const lede_boundary *b) {
    jw_key(j, "terms");
    jw_array_begin(j);
    for (size_t i = 0; i < LEDE_BOUNDARY_TERMS && b->terms[i].weight != 0; i++) {
        const lede_boundary_term *t = &b->terms[i];
        jw_object_begin(j);
        write_pair(j, "of", t->of);
        write_pair(j, "is", t->is);
        jw_key(j, "weight");
        jw_i64(j, t->weight);
        jw_object_end(j);
    }
    jw_array_end(j);
}

static void write_verdict(json_writer *j, const lede_boundary *b) {
    jw_member_u64(j, "sentence", (uint64_t)b->sentence + 1);
    jw_member_bool(j, "ends", b->ends != 0);
    jw_member_text(j, "rule", names_boundary_rule(b->rule));
    if (b->rule == LEDE_BOUNDARY_SCORE) {
        jw_key(j, "score");
        jw_i64(j, b->score);
        write_terms(j, b);
    }
}

void explain_boundaries(json_writer *j, const lede_document *document,
                        explain_place *place) {
    jw_key(j, "boundaries");
    jw_array_begin(j);
    for (size_t i = 0; i < document->boundaries.count; i++) {
        const lede_boundary *b = &document->boundaries.items[i];
        jw_object_begin(j);
        span_write_text(j, document, b->span);
        place(j, document, b->span);
        write_verdict(j, b);
        jw_object_end(j);
    }
    jw_array_end(j);
}

/* ---- Lines --------------------------------------------------------------- */

void explain_at(out *o, const lede_document *document, uint32_t offset) {
    lede_place at = place_in_text(&document->source, &document->page, offset);
    out_text(o, " at ");
    out_u64(o, at.line);
    out_text(o, ":");
    out_u64(o, at.column);
}

/* Where the first `most` code points of a span end. */
static uint32_t cut(const lede_document *document, lede_span span, size_t most) {
    size_t at = span.begin;
    while (at < span.end && most-- > 0) {
        (void)utf8_next(document->page.text, &at);
    }
    return (uint32_t)at;
}

static void write_excerpt(out *o, const lede_document *document, lede_span span) {
    uint32_t end = cut(document, span, EXCERPT);
    out_text(o, " \"");
    visible_write(o, document->page.text + span.begin, end - span.begin);
    out_text(o, end < span.end ? "…\": " : "\": ");
}

static void write_signed(out *o, int64_t value) {
    out_text(o, value > 0 ? "+" : "");
    out_i64(o, value);
}

/* " +38: class may-end, after starter +21; ..." */
static void write_score(out *o, const lede_boundary *b) {
    out_text(o, " ");
    write_signed(o, b->score);
    for (size_t i = 0; i < LEDE_BOUNDARY_TERMS && b->terms[i].weight != 0; i++) {
        const lede_boundary_term *t = &b->terms[i];
        out_text(o, i == 0 ? " (" : "; ");
        for (size_t k = 0; k < 2; k++) {
            out_text(o, t->of[k]);
            out_text(o, " ");
            out_text(o, t->is[k]);
            out_text(o, k == 0 ? ", " : " ");
        }
        write_signed(o, t->weight);
    }
    out_text(o, b->terms[0].weight != 0 ? ")" : "");
}

static void write_line(out *o, const lede_document *document, const lede_boundary *b) {
    out_text(o, b->ends ? "    end" : "    no end");
    explain_at(o, document, b->span.begin);
    write_excerpt(o, document, b->span);
    out_text(o, names_boundary_rule(b->rule));
    if (b->rule == LEDE_BOUNDARY_SCORE) {
        write_score(o, b);
    }
    out_bytes(o, "\n", 1);
}

size_t explain_sentence(out *o, const lede_document *document, uint32_t sentence,
                        size_t next) {
    while (next < document->boundaries.count &&
           document->boundaries.items[next].sentence == sentence) {
        write_line(o, document, &document->boundaries.items[next++]);
    }
    return next;
}
