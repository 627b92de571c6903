/* SPDX-License-Identifier: MIT */
#include "render/element.h"
#include "render/names.h"
#include "render/quotes.h"
#include "render/span.h"

static void write_sources(json_writer *j, const quotations *s) {
    jw_key(j, "sources");
    jw_array_begin(j);
    for (size_t i = 0; i < s->quotes->source_count; i++) {
        jw_text(j, s->paths[i]);
    }
    jw_array_end(j);
}

static void write_counts(json_writer *j, const lede_quotes_facts *facts) {
    jw_key(j, "counts");
    jw_object_begin(j);
    jw_member_u64(j, "units", facts->units);
    for (int state = 0; state < LEDE_QUOTE_STATES; state++) {
        jw_member_u64(j, names_quote_state(state), facts->states[state]);
    }
    jw_member_u64(j, "failed", facts->failed);
    jw_object_end(j);
}

static void write_notes(json_writer *j, const lede_quote *q) {
    jw_key(j, "notes");
    jw_array_begin(j);
    for (unsigned i = 0; names_quote_note(i) != NULL; i++) {
        if ((q->notes & (1u << i)) != 0) {
            jw_text(j, names_quote_note(i));
        }
    }
    jw_array_end(j);
}

static void write_passage(json_writer *j, const quotations *s, uint32_t number,
                          lede_span span) {
    const lede_document *d = s->quotes->sources[number];
    jw_member_text(j, "path", s->paths[number]);
    span_write_text(j, d, span);
    span_write_place(j, d, span);
}

/* Where it stands or, of what is in no source, what is nearest. */
static void write_source(json_writer *j, const quotations *s, const lede_quote *q) {
    jw_key(j, "source");
    if (q->source == LEDE_NONE) {
        jw_text(j, NULL);
        return;
    }
    jw_object_begin(j);
    write_passage(j, s, q->source, q->passage);
    jw_member_u64(j, "first_sentence", (uint64_t)q->first_sentence + 1);
    jw_member_u64(j, "last_sentence", (uint64_t)q->last_sentence + 1);
    jw_object_end(j);
}

static void write_summary_span(json_writer *j, const quotations *s, lede_span span) {
    jw_key(j, "summary");
    jw_object_begin(j);
    span_write_text(j, s->quotes->summary, span);
    span_write_place(j, s->quotes->summary, span);
    jw_object_end(j);
}

static void write_step(json_writer *j, const quotations *s, const lede_quote_step *step) {
    jw_object_begin(j);
    jw_member_text(j, "op", names_quote_op(step->op));
    if (step->op != LEDE_QUOTE_ADDED) {
        jw_key(j, "source");
        jw_object_begin(j);
        write_passage(j, s, step->source, step->passage);
        jw_object_end(j);
    }
    if (step->op != LEDE_QUOTE_REMOVED) {
        write_summary_span(j, s, step->summary);
    }
    jw_object_end(j);
}

static void write_difference(json_writer *j, const quotations *s, const lede_quote *q) {
    jw_key(j, "difference");
    jw_array_begin(j);
    for (uint32_t i = 0; i < q->step_count; i++) {
        write_step(j, s, &s->quotes->steps.items[q->first_step + i]);
    }
    jw_array_end(j);
}

static void write_quote(json_writer *j, const quotations *s, const lede_quote *q) {
    jw_line(j);
    jw_object_begin(j);
    jw_member_text(j, "kind", names_quote_kind(q->kind));
    jw_member_text(j, "state", names_quote_state(q->state));
    jw_member_bool(j, "fails", verbatim_fails(s->quotes, q));
    span_write_text(j, s->quotes->summary, q->span);
    span_write_place(j, s->quotes->summary, q->span);
    jw_member_u64(j, "sentence", (uint64_t)q->sentence + 1);
    jw_member_u64(j, "words", q->words);
    write_notes(j, q);
    write_source(j, s, q);
    write_difference(j, s, q);
    jw_object_end(j);
}

void quotes_json(json_writer *j, const quotations *s) {
    const lede_quotes *q = s->quotes;
    element_begin(j, s->path, "done");
    element_language(j, &q->summary->facts);
    write_sources(j, s);
    write_counts(j, &q->facts);
    jw_key(j, "quotes");
    jw_array_begin(j);
    for (size_t i = 0; i < q->list.count; i++) {
        write_quote(j, s, &q->list.items[i]);
    }
    jw_array_end(j);
    element_end(j, q->summary);
}
