/* SPDX-License-Identifier: MIT */
/* Phrases and words that are there again, with their places. */
#include "render/repeats_json.h"

#include "render/names.h"
#include "render/shown.h"

void repeats_json_words(const repeats_writer *w, const char *key, lede_span span) {
    jw_key(w->j, key);
    jw_words(w->j, w->s->document->page.text + span.begin, span.end - span.begin);
}

void repeats_json_keyness(const repeats_writer *w, double value) {
    if (w->s->keyness) {
        jw_key(w->j, "keyness");
        jw_double(w->j, value);
    }
}

static void write_number_or_null(json_writer *j, const char *key, uint32_t number) {
    jw_key(j, key);
    if (number != LEDE_NONE) {
        jw_u64(j, number);
    } else {
        jw_text(j, NULL);
    }
}

/* ---- Places ------------------------------------------------------------------------ */

static void begin_place(const repeats_writer *w, const lede_repeat_place *place) {
    jw_object_begin(w->j);
    jw_member_u64(w->j, "sentence", (uint64_t)place->sentence + 1);
    w->place(w->j, w->s->document,
             shown_words(w->s->document, place->first_word, place->last_word));
    jw_member_bool(w->j, "in_quote", (place->flags & LEDE_PLACE_QUOTED) != 0);
}

static void write_phrase_places(const repeats_writer *w, const lede_repeat *r) {
    jw_key(w->j, "places");
    jw_array_begin(w->j);
    for (uint32_t i = 0; i < r->place_count; i++) {
        const lede_repeat_place *place = &w->s->repeats->places.items[r->first_place + i];
        begin_place(w, place);
        jw_member_bool(w->j, "in_heading", (place->flags & LEDE_PLACE_HEADING) != 0);
        jw_member_bool(w->j, "nested", (place->flags & LEDE_PLACE_NESTED) != 0);
        write_number_or_null(w->j, "words_before", place->before);
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}

static void write_word_places(const repeats_writer *w, uint32_t first, uint32_t count,
                              bool crosses) {
    jw_key(w->j, "places");
    jw_array_begin(w->j);
    for (uint32_t i = 0; i < count; i++) {
        const lede_repeat_place *place = &w->s->repeats->places.items[first + i];
        begin_place(w, place);
        if (crosses) {
            jw_member_bool(w->j, "crosses_heading",
                           (place->flags & LEDE_PLACE_CROSSES) != 0);
        }
        write_number_or_null(w->j, "words_before", place->before);
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}

/* ---- Lists ------------------------------------------------------------------------- */

static void write_phrase(const repeats_writer *w, const lede_repeat *r) {
    jw_object_begin(w->j);
    repeats_json_words(w, "text", repeats_cut_words(w->s, r->first_place));
    jw_member_text(w->j, "group", names_repeat_group(r->group));
    jw_member_u64(w->j, "count", r->count);
    jw_member_u64(w->j, "in_headings", r->in_headings);
    jw_member_u64(w->j, "quoted", r->quoted);
    jw_member_u64(w->j, "words", r->words);
    jw_member_u64(w->j, "content_words", r->content);
    jw_member_u64(w->j, "cost", r->cost);
    jw_member_u64(w->j, "nearest", r->nearest);
    jw_member_u64(w->j, "leader", r->leader);
    jw_member_bool(w->j, "accepted", r->accepted != 0);
    repeats_json_keyness(w, r->keyness);
    write_phrase_places(w, r);
    jw_object_end(w->j);
}

void repeats_json_phrases(const repeats_writer *w) {
    jw_key(w->j, "phrases");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->repeats->phrases.count; i++) {
        write_phrase(w, &w->s->repeats->phrases.items[i]);
    }
    jw_array_end(w->j);
}

static void write_frames(const repeats_writer *w, const lede_overused *r) {
    jw_key(w->j, "frames");
    jw_array_begin(w->j);
    for (uint32_t i = 0; i < r->frame_count; i++) {
        const lede_frame *frame = &r->frames[i];
        jw_object_begin(w->j);
        repeats_json_words(
            w, "text", shown_words(w->s->document, frame->first_word, frame->last_word));
        jw_member_u64(w->j, "count", frame->count);
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}

void repeats_json_overused(const repeats_writer *w) {
    jw_key(w->j, "overused");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->repeats->overused.count; i++) {
        const lede_overused *r = &w->s->repeats->overused.items[i];
        jw_object_begin(w->j);
        repeats_json_words(w, "word", repeats_first_words(w->s, r->first_place));
        jw_member_u64(w->j, "count", r->count);
        jw_member_bool(w->j, "accepted", r->accepted != 0);
        repeats_json_keyness(w, r->keyness);
        write_frames(w, r);
        write_word_places(w, r->first_place, r->place_count, false);
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}

void repeats_json_echoes(const repeats_writer *w) {
    jw_key(w->j, "echoes");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->repeats->echoes.count; i++) {
        const lede_echo *r = &w->s->repeats->echoes.items[i];
        jw_object_begin(w->j);
        repeats_json_words(w, "word", repeats_first_words(w->s, r->first_place));
        jw_member_u64(w->j, "count", r->count);
        jw_member_u64(w->j, "nearest", r->nearest);
        jw_member_bool(w->j, "accepted", r->accepted != 0);
        write_word_places(w, r->first_place, r->place_count, true);
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}
