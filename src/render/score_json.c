/* SPDX-License-Identifier: MIT */
#include "render/score_json.h"

#include "measure/grade.h"
#include "render/element.h"
#include "render/names.h"
#include "render/score_path.h"
#include "render/span.h"

typedef struct writer {
    json_writer *j;
    const score *s;
    explain_place *place;
} writer;

static lede_span span_of(const score *s, uint32_t sentence) {
    return s->document->sentences.items[sentence].span;
}

/* ---- Sentences ------------------------------------------------------------- */

static void write_cost(const writer *w, const lede_cost *cost) {
    const lede_sentence *sentence = &w->s->document->sentences.items[cost->sentence];
    jw_object_begin(w->j);
    jw_member_u64(w->j, "sentence", (uint64_t)cost->sentence + 1);
    w->place(w->j, w->s->document, sentence->span);
    span_write_text(w->j, w->s->document, sentence->span);
    jw_member_u64(w->j, "words", sentence->words);
    jw_key(w->j, "cost");
    jw_double(w->j, cost->cost);
    jw_key(w->j, "together");
    jw_double(w->j, w->s->metrics->cost_together[cost - w->s->metrics->costs]);
    jw_object_end(w->j);
}

static void write_hardest(const writer *w) {
    const lede_metrics *m = w->s->metrics;
    jw_key(w->j, "hardest");
    jw_array_begin(w->j);
    for (size_t i = 0; i < m->cost_count; i++) {
        write_cost(w, &m->costs[i]);
    }
    jw_array_end(w->j);
}

static void write_opener_runs(const writer *w) {
    const lede_document *d = w->s->document;
    jw_key(w->j, "opener_runs");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->metrics->opener_runs.count; i++) {
        const lede_opener_run *run = &w->s->metrics->opener_runs.items[i];
        lede_span key = d->terms.items[run->term].key;
        jw_object_begin(w->j);
        jw_key(w->j, "word");
        jw_string(w->j, d->keys.items + key.begin, key.end - key.begin);
        jw_member_u64(w->j, "sentences", run->sentences);
        jw_member_u64(w->j, "first_sentence", (uint64_t)run->first_sentence + 1);
        jw_member_u64(w->j, "last_sentence", (uint64_t)run->last_sentence + 1);
        w->place(w->j, d,
                 (lede_span){span_of(w->s, run->first_sentence).begin,
                             span_of(w->s, run->last_sentence).end});
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}

static void write_hits(const writer *w) {
    const lede_document *d = w->s->document;
    jw_key(w->j, "hits");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->metrics->hits.count; i++) {
        const lede_hit *hit = &w->s->metrics->hits.items[i];
        const lede_word *first = &d->words.items[hit->first_word];
        lede_span span = {first->span.begin, first[hit->word_count - 1].span.end};
        jw_object_begin(w->j);
        jw_member_text(w->j, "kind", names_hit_kind(hit->kind));
        jw_member_u64(w->j, "sentence", (uint64_t)hit->sentence + 1);
        w->place(w->j, d, span);
        span_write_text(w->j, d, span);
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}

/* ---- Parts ----------------------------------------------------------------- */

static void write_part(const writer *w, const lede_metrics_part *part) {
    const lede_document *d = w->s->document;
    lede_grade grade = grade_of(w->s->metrics, &part->counts);
    jw_object_begin(w->j);
    w->place(w->j, d, part->span);
    jw_member_u64(w->j, "first_sentence", (uint64_t)part->first_sentence + 1);
    jw_member_u64(w->j, "last_sentence",
                  (uint64_t)part->first_sentence + part->sentence_count);
    jw_key(w->j, "heading");
    if (part->heading != LEDE_NONE) {
        lede_span span = score_path_heading(w->s, part->heading);
        jw_string(w->j, d->page.text + span.begin, span.end - span.begin);
    } else {
        jw_text(w->j, NULL);
    }
    score_path_json(w->j, w->s, part);
    score_json_counts(w->j, &part->counts);
    score_json_readability(w->j, w->s, &part->counts, &grade);
    jw_object_end(w->j);
}

static void write_parts(const writer *w) {
    jw_key(w->j, "parts");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->metrics->parts.count; i++) {
        write_part(w, &w->s->metrics->parts.items[i]);
    }
    jw_array_end(w->j);
}

/* ---- All of it -------------------------------------------------------------- */

static void write_members(const writer *w) {
    const lede_metrics *m = w->s->metrics;
    score_json_counts(w->j, &m->counts);
    score_json_readability(w->j, w->s, &m->counts, &m->grade);
    score_json_statistics(w->j, &m->statistics);
    write_hardest(w);
    write_opener_runs(w);
    if (w->s->repeats != NULL) {
        repetition r = score_repetition(w->s);
        repeats_json_score(w->j, &r, w->place);
    }
    if (w->s->all) {
        write_hits(w);
    }
    if (m->parts.count > 0) {
        write_parts(w);
    }
}

void score_json(json_writer *j, const score *s) {
    writer w = {j, s, span_write_place};
    element_begin(j, s->path, "done");
    element_language(j, &s->document->facts);
    write_members(&w);
    element_end(j, s->document);
}

void score_record(out *o, const score *s) {
    json_writer j = element_begin_record(o, s->path);
    writer w = {&j, s, span_write_offsets};
    bool scored = s->metrics->counts.sentences > 0 && s->metrics->counts.letters > 0;
    jw_member_text(&j, "state", scored ? "done" : "not_scored");
    element_language(&j, &s->document->facts);
    write_members(&w);
    element_end_record(&j);
}
