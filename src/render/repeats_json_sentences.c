/* SPDX-License-Identifier: MIT */
/* Doubled words, openings and sentences told twice. */
#include "render/repeats_json.h"

#include "render/shown.h"
#include "render/span.h"

static lede_span span_of(const repeats_writer *w, uint32_t sentence) {
    return w->s->document->sentences.items[sentence].span;
}

void repeats_json_doubled(const repeats_writer *w) {
    jw_key(w->j, "doubled");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->repeats->doubled.count; i++) {
        const lede_doubled *r = &w->s->repeats->doubled.items[i];
        jw_object_begin(w->j);
        repeats_json_words(w, "word",
                           shown_words(w->s->document, r->first_word, r->first_word));
        jw_member_u64(w->j, "sentence", (uint64_t)r->sentence + 1);
        w->place(w->j, w->s->document,
                 shown_words(w->s->document, r->first_word, r->second_word));
        jw_member_bool(w->j, "across_lines", r->across_lines != 0);
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
}

static void write_top_opener(const repeats_writer *w) {
    const lede_repeats_facts *facts = &w->s->repeats->facts;
    jw_key(w->j, "top_opener");
    if (facts->top_opener == LEDE_NONE) {
        jw_text(w->j, NULL);
        return;
    }
    jw_object_begin(w->j);
    repeats_json_words(w, "word",
                       shown_words(w->s->document, facts->top_opener, facts->top_opener));
    jw_member_u64(w->j, "sentences", facts->top_opener_count);
    jw_member_u64(w->j, "of", facts->sentences);
    jw_object_end(w->j);
}

void repeats_json_openings(const repeats_writer *w) {
    jw_key(w->j, "openings");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->repeats->openings.count; i++) {
        const lede_opening *r = &w->s->repeats->openings.items[i];
        jw_object_begin(w->j);
        repeats_json_words(w, "word", shown_words(w->s->document, r->word, r->word));
        repeats_json_words(w, "shared",
                           shown_words(w->s->document, r->word, r->word + r->shared - 1));
        jw_member_u64(w->j, "sentences", r->sentences);
        jw_member_u64(w->j, "first_sentence", (uint64_t)r->first_sentence + 1);
        jw_member_u64(w->j, "last_sentence", (uint64_t)r->last_sentence + 1);
        w->place(w->j, w->s->document,
                 (lede_span){span_of(w, r->first_sentence).begin,
                             span_of(w, r->last_sentence).end});
        jw_object_end(w->j);
    }
    jw_array_end(w->j);
    write_top_opener(w);
}

/* ---- Told twice -------------------------------------------------------------------- */

static void write_side(const repeats_writer *w, const char *key, uint32_t sentence) {
    jw_key(w->j, key);
    jw_object_begin(w->j);
    jw_member_u64(w->j, "sentence", (uint64_t)sentence + 1);
    w->place(w->j, w->s->document, span_of(w, sentence));
    span_write_text(w->j, w->s->document, repeats_cut_sentence(w->s, sentence));
    jw_object_end(w->j);
}

void repeats_json_pair(const repeats_writer *w, const lede_told_twice *r) {
    jw_object_begin(w->j);
    write_side(w, "first", r->first);
    write_side(w, "second", r->second);
    jw_member_u64(w->j, "shared", r->shared);
    jw_member_u64(w->j, "smaller", r->smaller);
    jw_key(w->j, "words");
    jw_array_begin(w->j);
    for (uint32_t i = 0; i < r->word_count; i++) {
        lede_span span = shown_words(w->s->document, r->words[i], r->words[i]);
        jw_string(w->j, w->s->document->page.text + span.begin, span.end - span.begin);
    }
    jw_array_end(w->j);
    jw_object_end(w->j);
}

void repeats_json_told(const repeats_writer *w) {
    jw_key(w->j, "told_twice");
    jw_array_begin(w->j);
    for (size_t i = 0; i < w->s->repeats->told.count; i++) {
        repeats_json_pair(w, &w->s->repeats->told.items[i]);
    }
    jw_array_end(w->j);
}
