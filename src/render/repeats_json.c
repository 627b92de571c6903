/* SPDX-License-Identifier: MIT */
#include "render/repeats_json.h"

#include "render/element.h"
#include "render/names.h"
#include "render/span.h"

static void write_double(json_writer *j, const char *key, double value) {
    jw_key(j, key);
    jw_double(j, value);
}

static void write_sentence_number(json_writer *j, const char *key, uint32_t sentence) {
    jw_key(j, key);
    if (sentence != LEDE_NONE) {
        jw_u64(j, (uint64_t)sentence + 1);
    } else {
        jw_text(j, NULL);
    }
}

/* ---- Figures ----------------------------------------------------------------------- */

void repeats_json_figures(const repeats_writer *w) {
    json_writer *j = w->j;
    const lede_repeats_facts *facts = &w->s->repeats->facts;
    jw_member_u64(j, "words", facts->redundant);
    write_double(j, "per_1000", facts->per_1000);
    jw_member_u64(j, "stock_words", facts->redundant_stock);
    write_double(j, "stock_per_1000", facts->stock_per_1000);
    jw_key(j, "window");
    jw_object_begin(j);
    jw_member_u64(j, "words", facts->window_words);
    write_double(j, "per_1000", facts->window_per_1000);
    write_sentence_number(j, "sentence", facts->window_first);
    jw_object_end(j);
}

/* ---- What was asked for, and what was left out ------------------------------------- */

static void write_accepted(const repeats_writer *w) {
    if (w->s->accepted == NULL) {
        return;
    }
    jw_key(w->j, "accepted");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->repeats->accepted.count; i++) {
        const lede_accepted_use *entry = &w->s->repeats->accepted.items[i];
        size_t n = 0;
        const char *bytes = repeats_entry(w->s, entry, &n);
        jw_object_begin(w->j);
        jw_key(w->j, "phrase");
        jw_string(w->j, bytes, n);
        jw_member_u64(w->j, "line", entry->line);
        jw_member_bool(w->j, "used", entry->used != 0);
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}

static void write_capped(const repeats_writer *w) {
    const lede_repeats_facts *facts = &w->s->repeats->facts;
    jw_key(w->j, "capped");
    jw_array_begin(w->j);
    for (unsigned i = 0; names_capped(i) != NULL; i++) {
        if ((facts->capped & 1u << i) != 0) {
            jw_text(w->j, names_capped(i));
        }
    }
    jw_array_end(w->j);
}

static void write_limits(const repeats_writer *w) {
    const lede_repeats_facts *facts = &w->s->repeats->facts;
    jw_member_bool(w->j, "folded", facts->folded != 0);
    jw_member_bool(w->j, "formulas", facts->formulas != 0);
    write_capped(w);
}

/* ---- All of it --------------------------------------------------------------------- */

static void write_members(const repeats_writer *w) {
    jw_member_u64(w->j, "words", w->s->repeats->facts.words);
    jw_key(w->j, "redundancy");
    jw_object_begin(w->j);
    repeats_json_figures(w);
    jw_object_end(w->j);
    repeats_json_phrases(w);
    repeats_json_overused(w);
    repeats_json_echoes(w);
    repeats_json_doubled(w);
    repeats_json_openings(w);
    repeats_json_told(w);
    write_accepted(w);
    write_limits(w);
}

void repeats_json(json_writer *j, const repetition *s) {
    repeats_writer w = {j, s, span_write_place};
    element_begin(j, s->path, "done");
    element_language(j, &s->document->facts);
    write_members(&w);
    element_end(j, s->document);
}

void repeats_record(out *o, const repetition *s) {
    json_writer j = element_begin_record(o, s->path);
    repeats_writer w = {&j, s, span_write_offsets};
    bool some = s->repeats->facts.words > 0;
    jw_member_text(&j, "state", some ? "done" : "not_scored");
    element_language(&j, &s->document->facts);
    write_members(&w);
    element_end_record(&j);
}

/* ---- In scores --------------------------------------------------------------------- */

#define TOP_PHRASES 10u

static void write_top(const repeats_writer *w) {
    const lede_repeats *r = w->s->repeats;
    size_t written = 0;
    jw_key(w->j, "top");
    jw_array_begin(w->j);
    for (size_t i = 0; i < r->phrases.count && written < TOP_PHRASES; i++) {
        const lede_repeat *p = &r->phrases.items[i];
        if (!repeats_is_top(w->s, p)) {
            continue;
        }
        const lede_repeat_place *place = &r->places.items[p->first_place];
        jw_object_begin(w->j);
        repeats_json_words(w, "text", repeats_cut_words(w->s, p->first_place));
        jw_member_text(w->j, "group", names_repeat_group(p->group));
        jw_member_u64(w->j, "count", p->count);
        jw_member_u64(w->j, "cost", p->cost);
        jw_member_u64(w->j, "nearest", p->nearest);
        jw_member_u64(w->j, "sentence", (uint64_t)place->sentence + 1);
        w->place(w->j, w->s->document, repeats_first_words(w->s, p->first_place));
        jw_object_end(w->j);
        written++;
    }
    jw_array_end(w->j);
}

void repeats_json_score(json_writer *j, const repetition *s, explain_place *place) {
    const lede_repeats *r = s->repeats;
    repeats_writer w = {j, s, place};
    jw_key(j, "repetition");
    jw_object_begin(j);
    repeats_json_figures(&w);
    jw_key(j, "phrases");
    jw_object_begin(j);
    for (int group = 0; group < LEDE_REPEAT_GROUPS; group++) {
        jw_member_u64(j, names_repeat_group(group), r->facts.phrases[group]);
    }
    jw_object_end(j);
    write_top(&w);
    write_capped(&w);
    jw_object_end(j);
    jw_key(j, "told_twice");
    jw_object_begin(j);
    jw_member_u64(j, "count", r->told.count);
    jw_key(j, "first");
    if (r->told.count > 0) {
        repeats_json_pair(&w, &r->told.items[0]);
    } else {
        jw_text(j, NULL);
    }
    jw_object_end(j);
}
