/* SPDX-License-Identifier: MIT */
#include "render/escape_markdown.h"
#include "render/excerpt.h"
#include "render/repeats_text.h"
#include "render/shown.h"

#include "render/names.h"

#include <string.h>

#define CELL_COLUMNS 200u /* of words in a table */

static void write_phrase(out *o, const phrase *p) {
    out_bytes(o, p->bytes, p->used);
}

static int write_escaped(void *ctx, const char *bytes, size_t n) {
    escape_markdown(ctx, bytes, n);
    return 0; /* the writer keeps its own error */
}

static void write_words(out *o, const repetition *s, lede_span span) {
    out escaped;
    out_init(&escaped, (lede_sink){write_escaped, o});
    excerpt_write(&escaped, s->document->page.text + span.begin, span.end - span.begin,
                  CELL_COLUMNS, s->ascii);
    (void)out_flush(&escaped);
}

static void write_number(out *o, const repetition *s, uint64_t number) {
    phrase p = phrase_begin(s->ascii);
    phrase_count(&p, number);
    write_phrase(o, &p);
}

static void write_place(out *o, const repetition *s, uint32_t offset) {
    phrase p = phrase_begin(s->ascii);
    shown_put_place(&p, s->document, offset);
    write_phrase(o, &p);
}

static lede_span span_of(const repetition *s, uint32_t sentence) {
    return s->document->sentences.items[sentence].span;
}

/* ---- The headline ------------------------------------------------------------------ */

static void put_figures(phrase *p, const repetition *s) {
    const lede_repeats_facts *facts = &s->repeats->facts;
    if (repeats_is_empty(s)) {
        phrase_text(p, facts->no_words != 0 ? "no phrase is repeated"
                                            : "nothing is repeated");
        return;
    }
    if (facts->redundant_stock > 0) {
        phrase_fixed(p, facts->stock_per_1000, 1);
        phrase_text(p, " stock words per 1,000");
    } else {
        phrase_text(p, "no stock phrases");
    }
    if (facts->redundant > facts->redundant_stock) {
        phrase_text(p, " · ");
        phrase_fixed(p, facts->per_1000, 1);
        phrase_text(p, facts->redundant_stock > 0 ? " with topics"
                                                  : " words per 1,000 with topics");
    }
}

static void write_headline(out *o, const repetition *s) {
    const lede_repeats_facts *facts = &s->repeats->facts;
    phrase p = phrase_begin(s->ascii);
    out_text(o, "## ");
    escape_markdown(o, s->path, strlen(s->path));
    phrase_text(&p, "\n\n");
    phrase_counted(&p, facts->words, "word");
    phrase_text(&p, " · ");
    phrase_counted(&p, s->document->facts.body_sentences, "sentence");
    phrase_text(&p, " · ");
    put_figures(&p, s);
    phrase_text(&p, "\n");
    write_phrase(o, &p);
}

/* ---- Phrases ----------------------------------------------------------------------- */

static uint32_t most_of(const repetition *s, uint32_t most) {
    return s->all ? UINT32_MAX : most;
}

static void write_phrase_row(out *o, const repetition *s, uint32_t index) {
    const lede_repeat *r = &s->repeats->phrases.items[index];
    repeats_row row = repeats_row_of_phrase(s, index);
    phrase p = phrase_begin(s->ascii);
    out_text(o, "| ");
    write_number(o, s, r->count);
    out_text(o, " | ");
    write_words(o, s, row.text);
    out_text(o, " | ");
    out_text(o, r->accepted != 0 ? "accepted" : names_repeat_group(r->group));
    out_text(o, " | ");
    write_number(o, s, r->cost);
    out_text(o, " | ");
    repeats_put_sentences(&p, &row);
    write_phrase(o, &p);
    out_text(o, " |\n");
}

/* How many of a group are left out. */
static uint32_t write_group(out *o, const repetition *s, uint8_t group) {
    const lede_repeats *r = s->repeats;
    uint32_t most = most_of(s, group < LEDE_REPEAT_TOPIC ? REPEATS_LINES : REPEATS_FEW);
    uint32_t found = 0;
    for (uint32_t i = 0; i < r->phrases.count; i++) {
        const lede_repeat *p = &r->phrases.items[i];
        uint8_t of =
            p->accepted != 0 ? LEDE_REPEAT_GROUPS : r->phrases.items[p->leader].group;
        if (of == group && found++ < most) {
            write_phrase_row(o, s, i);
        }
    }
    return found < most ? 0 : found - most;
}

static void write_more(out *o, const repetition *s, uint32_t left) {
    phrase p = phrase_begin(s->ascii);
    if (left > 0) {
        phrase_text(&p, "\n… ");
        phrase_count(&p, left);
        phrase_text(&p, " more\n");
        write_phrase(o, &p);
    }
}

static void write_phrases(out *o, const repetition *s) {
    uint32_t left = 0;
    if (s->repeats->phrases.count == 0) {
        return;
    }
    out_text(o, "\n| Times | Phrase | Group | Cost | Where |\n"
                "|--:|---|---|--:|---|\n");
    for (int group = 0; group <= LEDE_REPEAT_GROUPS; group++) {
        left += write_group(o, s, (uint8_t)group);
    }
    write_more(o, s, left);
}

/* ---- Lists ------------------------------------------------------------------------- */

static uint32_t begin_list(out *o, const repetition *s, const char *title, size_t count,
                           uint32_t most) {
    if (count > 0) {
        out_text(o, "\n");
        out_text(o, title);
        out_text(o, "\n\n");
    }
    most = most_of(s, most);
    return count < most ? (uint32_t)count : most;
}

static void write_told(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    uint32_t n = begin_list(o, s, "Told twice:", r->told.count, REPEATS_FEW);
    for (uint32_t i = 0; i < n; i++) {
        const lede_told_twice *told = &r->told.items[i];
        phrase p = repeats_pair(s, told);
        out_text(o, "- ");
        write_phrase(o, &p);
        for (uint32_t k = 0; k < told->word_count; k++) {
            out_text(o, k == 0 ? ": " : ", ");
            write_words(o, s, shown_words(s->document, told->words[k], told->words[k]));
        }
        out_text(o, "\n");
    }
    write_more(o, s, (uint32_t)r->told.count - n);
}

static void write_doubled(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    uint32_t n = begin_list(o, s, "Doubled words:", r->doubled.count, REPEATS_LINES);
    for (uint32_t i = 0; i < n; i++) {
        const lede_doubled *d = &r->doubled.items[i];
        lede_span span = shown_words(s->document, d->first_word, d->second_word);
        out_text(o, "- ");
        write_words(o, s, span);
        out_text(o, ", sentence ");
        write_number(o, s, (uint64_t)d->sentence + 1);
        out_text(o, " at ");
        write_place(o, s, span.begin);
        out_text(o, "\n");
    }
    write_more(o, s, (uint32_t)r->doubled.count - n);
}

static void write_openings(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    uint32_t n = begin_list(
        o, s, "Sentences in a row that begin alike:", r->openings.count, REPEATS_LINES);
    for (uint32_t i = 0; i < n; i++) {
        const lede_opening *run = &r->openings.items[i];
        phrase p = phrase_begin(s->ascii);
        phrase_text(&p, "- ");
        phrase_count(&p, run->sentences);
        phrase_text(&p, "× ");
        write_phrase(o, &p);
        write_words(o, s,
                    shown_words(s->document, run->word, run->word + run->shared - 1));
        p = phrase_begin(s->ascii);
        phrase_text(&p, ", sentences ");
        phrase_count(&p, (uint64_t)run->first_sentence + 1);
        phrase_text(&p, "–");
        phrase_count(&p, (uint64_t)run->last_sentence + 1);
        phrase_text(&p, " at ");
        write_phrase(o, &p);
        write_place(o, s, span_of(s, run->first_sentence).begin);
        out_text(o, "\n");
    }
    write_more(o, s, (uint32_t)r->openings.count - n);
}

static void write_overused(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    uint32_t n = begin_list(o, s, "Overused words:", r->overused.count, REPEATS_LINES);
    for (uint32_t i = 0; i < n; i++) {
        const lede_overused *word = &r->overused.items[i];
        phrase p = phrase_begin(s->ascii);
        phrase_text(&p, "- ");
        phrase_count(&p, word->count);
        phrase_text(&p, "× ");
        write_phrase(o, &p);
        write_words(o, s, repeats_first_words(s, word->first_place));
        for (uint32_t k = 0; k < word->frame_count; k++) {
            out_text(o, k == 0 ? ": " : ", ");
            write_words(o, s,
                        shown_words(s->document, word->frames[k].first_word,
                                    word->frames[k].last_word));
            p = phrase_begin(s->ascii);
            phrase_text(&p, " ");
            phrase_count(&p, word->frames[k].count);
            phrase_text(&p, "×");
            write_phrase(o, &p);
        }
        out_text(o, word->accepted != 0 ? " (accepted)\n" : "\n");
    }
}

static void write_echoes(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    uint32_t n =
        begin_list(o, s, "Words that come again soon:", r->echoes.count, REPEATS_LINES);
    for (uint32_t i = 0; i < n; i++) {
        const lede_echo *echo = &r->echoes.items[i];
        phrase p = phrase_begin(s->ascii);
        phrase_text(&p, "- ");
        phrase_count(&p, echo->count);
        phrase_text(&p, "× ");
        write_phrase(o, &p);
        write_words(o, s, repeats_first_words(s, echo->first_place));
        p = phrase_begin(s->ascii);
        phrase_text(&p, ", ");
        phrase_counted(&p, echo->nearest, "word");
        phrase_text(&p, echo->accepted != 0 ? " apart (accepted)\n" : " apart\n");
        write_phrase(o, &p);
    }
    write_more(o, s, (uint32_t)r->echoes.count - n);
}

static void write_notes(out *o, const repetition *s) {
    const char *text = NULL;
    for (size_t at = 0; (text = repeats_next_note(&s->repeats->facts, &at)) != NULL;) {
        if (*text != '\0') {
            out_text(o, "\nNote: ");
            out_text(o, text);
            out_text(o, "\n");
        }
    }
}

void repeats_markdown(out *o, const repetition *s, bool after) {
    out_text(o, after ? "\n" : "");
    write_headline(o, s);
    write_phrases(o, s);
    write_told(o, s);
    write_doubled(o, s);
    write_openings(o, s);
    write_overused(o, s);
    write_echoes(o, s);
    write_notes(o, s);
}

/* ---- In scores --------------------------------------------------------------------- */

#define TOP_PHRASES 3u

static void write_top(out *o, const repetition *s, uint32_t index) {
    repeats_row row = repeats_row_of_phrase(s, index);
    phrase p = phrase_begin(s->ascii);
    phrase_text(&p, "- ");
    phrase_count(&p, row.count);
    phrase_text(&p, "× ");
    write_phrase(o, &p);
    write_words(o, s, row.text);
    p = phrase_begin(s->ascii);
    phrase_text(&p, ": ");
    repeats_put_sentences(&p, &row);
    phrase_text(&p, "\n");
    write_phrase(o, &p);
}

void repeats_markdown_score(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    phrase p = phrase_begin(s->ascii);
    phrase_text(&p, "\nRepetition: ");
    put_figures(&p, s);
    if (r->told.count > 0) {
        phrase_text(&p, " · ");
        phrase_counted(&p, r->told.count, "pair");
        phrase_text(&p, " of sentences told twice");
    }
    phrase_text(&p, "\n");
    write_phrase(o, &p);
    for (uint32_t i = 0, n = 0; i < r->phrases.count && n < TOP_PHRASES; i++) {
        if (repeats_is_top(s, &r->phrases.items[i])) {
            out_text(o, n++ == 0 ? "\n" : "");
            write_top(o, s, i);
        }
    }
}
