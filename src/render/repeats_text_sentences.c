/* SPDX-License-Identifier: MIT */
/* Words and sentences that stand too near to their like, and what was left out. */
#include "render/repeats_text.h"

#include "render/listing.h"
#include "render/shown.h"

#define MARGIN 2u
#define GAP 3u
#define LINE_INDENT 8u     /* of the sentences below an entry */
#define WORDS_COLUMNS 40u  /* of the words that sentences begin with */
#define SHARED_COLUMNS 32u /* of a word that two sentences share */

static uint32_t shown_of(const repetition *s, size_t count, uint32_t most) {
    return s->all || count < most ? (uint32_t)count : most;
}

static lede_span span_of(const repetition *s, uint32_t sentence) {
    return s->document->sentences.items[sentence].span;
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

/* "sentence 4 at 3:14" */
static void put_sentence(phrase *p, const repetition *s, uint32_t sentence,
                         uint32_t offset) {
    phrase_text(p, "sentence ");
    phrase_count(p, (uint64_t)sentence + 1);
    phrase_text(p, " at ");
    shown_put_place(p, s->document, offset);
}

/* ---- Doubled words ----------------------------------------------------------------- */

static phrase doubled_words(const repetition *s, const lede_doubled *d) {
    phrase p = phrase_begin(s->ascii);
    shown_put_excerpt(&p, s->document,
                      shown_words(s->document, d->first_word, d->second_word),
                      WORDS_COLUMNS);
    return p;
}

static void write_doubled(out *o, const repetition *s, const lede_doubled *d,
                          size_t columns) {
    phrase p = doubled_words(s, d);
    flow f = {.out = o, .width = s->width, .indent = MARGIN, .at = MARGIN};
    size_t gap = GAP + columns - phrase_columns(&p);
    flow_spaces(o, MARGIN);
    flow_item(&f, &p, 0);
    p = phrase_begin(s->ascii);
    put_sentence(&p, s, d->sentence, s->document->words.items[d->first_word].span.begin);
    flow_item(&f, &p, gap);
    if (d->across_lines != 0) {
        p = phrase_begin(s->ascii);
        phrase_text(&p, "across a line end");
        flow_item(&f, &p, GAP);
    }
    flow_end(&f);
    if (s->all) {
        repeats_line line = {d->sentence, d->first_word, d->second_word, NULL};
        repeats_write_line(o, s, LINE_INDENT, &line);
    }
}

void repeats_text_words(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    uint32_t n = shown_of(s, r->doubled.count, REPEATS_LINES);
    size_t columns = 0;
    phrase p = phrase_begin(s->ascii);
    if (r->doubled.count == 0) {
        return;
    }
    phrase_counted(&p, r->doubled.count, "place");
    repeats_text_label(o, s, "Doubled words", &p);
    for (uint32_t i = 0; i < n; i++) {
        p = doubled_words(s, &r->doubled.items[i]);
        columns = larger(columns, phrase_columns(&p));
    }
    for (uint32_t i = 0; i < n; i++) {
        write_doubled(o, s, &r->doubled.items[i], columns);
    }
    repeats_text_more(o, s, (uint32_t)r->doubled.count - n, "--all");
}

/* ---- Told twice -------------------------------------------------------------------- */

phrase repeats_pair(const repetition *s, const lede_told_twice *told) {
    phrase p = phrase_begin(s->ascii);
    phrase_count(&p, (uint64_t)told->first + 1);
    phrase_text(&p, " ≈ ");
    phrase_count(&p, (uint64_t)told->second + 1);
    return p;
}

/* An ellipsis stands for shared words that are not named. */
void repeats_write_told(const repetition *s, flow f, const lede_told_twice *told) {
    listing l = listing_begin(f, told->shared, 2);
    l.counted = false;
    for (uint32_t i = 0; i < told->word_count; i++) {
        phrase p = phrase_begin(s->ascii);
        shown_put_excerpt(&p, s->document,
                          shown_words(s->document, told->words[i], told->words[i]),
                          SHARED_COLUMNS);
        if (!listing_add(&l, &p)) {
            break;
        }
    }
    listing_end(&l);
}

static void write_sentence(out *o, const repetition *s, uint32_t sentence) {
    uint32_t word = s->document->sentences.items[sentence].first_word;
    repeats_line line = {sentence, word, word, NULL};
    repeats_write_line(o, s, LINE_INDENT, &line);
}

static void write_pair(out *o, const repetition *s, const lede_told_twice *told,
                       size_t columns) {
    phrase p = repeats_pair(s, told);
    size_t gap = columns - phrase_columns(&p) + GAP;
    flow f = {.out = o,
              .width = s->width,
              .indent = MARGIN + columns + GAP,
              .at = MARGIN + columns + GAP};
    flow_spaces(o, MARGIN);
    out_bytes(o, p.bytes, p.used);
    flow_spaces(o, gap);
    repeats_write_told(s, f, told);
    if (s->all) {
        write_sentence(o, s, told->first);
        write_sentence(o, s, told->second);
    }
}

void repeats_text_told(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    uint32_t n = shown_of(s, r->told.count, REPEATS_FEW);
    size_t columns = 0;
    phrase p = phrase_begin(s->ascii);
    if (r->told.count == 0) {
        return;
    }
    phrase_counted(&p, r->told.count, "pair");
    phrase_text(&p, " of sentences");
    repeats_text_label(o, s, "Told twice", &p);
    for (uint32_t i = 0; i < n; i++) {
        p = repeats_pair(s, &r->told.items[i]);
        columns = larger(columns, phrase_columns(&p));
    }
    for (uint32_t i = 0; i < n; i++) {
        write_pair(o, s, &r->told.items[i], columns);
    }
    repeats_text_more(o, s, (uint32_t)r->told.count - n, "--all");
}

/* ---- Openings ---------------------------------------------------------------------- */

static phrase opening_words(const repetition *s, const lede_opening *run) {
    phrase p = phrase_begin(s->ascii);
    phrase_count(&p, run->sentences);
    phrase_text(&p, "×  ");
    shown_put_excerpt(&p, s->document,
                      shown_words(s->document, run->word, run->word + run->shared - 1),
                      WORDS_COLUMNS);
    return p;
}

static void write_opening(out *o, const repetition *s, const lede_opening *run,
                          size_t columns) {
    phrase p = opening_words(s, run);
    flow f = {.out = o, .width = s->width, .indent = MARGIN, .at = MARGIN};
    size_t gap = GAP + columns - phrase_columns(&p);
    out_text(o, run->sentences >= LEDE_OPENING_WARN ? "! " : "  ");
    flow_item(&f, &p, 0);
    p = phrase_begin(s->ascii);
    phrase_text(&p, "sentences ");
    phrase_count(&p, (uint64_t)run->first_sentence + 1);
    phrase_text(&p, "–");
    phrase_count(&p, (uint64_t)run->last_sentence + 1);
    phrase_text(&p, " at ");
    shown_put_place(&p, s->document, span_of(s, run->first_sentence).begin);
    flow_item(&f, &p, gap);
    flow_end(&f);
    uint32_t end = run->sentences < LEDE_REPEAT_PLACES
                       ? run->last_sentence + 1
                       : run->first_sentence + LEDE_REPEAT_PLACES;
    for (uint32_t i = run->first_sentence; s->all && i < end; i++) {
        write_sentence(o, s, i);
    }
}

/* "9 of 21 sentences begin with “The”" */
static phrase top_opener(const repetition *s) {
    const lede_repeats_facts *facts = &s->repeats->facts;
    phrase p = phrase_begin(s->ascii);
    phrase_count(&p, facts->top_opener_count);
    phrase_text(&p, " of ");
    phrase_counted(&p, facts->sentences, "sentence");
    phrase_text(&p, " begin with “");
    shown_put_excerpt(&p, s->document,
                      shown_words(s->document, facts->top_opener, facts->top_opener),
                      WORDS_COLUMNS);
    phrase_text(&p, "”");
    return p;
}

static void write_runs(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    uint32_t n = shown_of(s, r->openings.count, REPEATS_LINES);
    size_t columns = 0;
    bool marked = false;
    phrase p = phrase_begin(s->ascii);
    for (uint32_t i = 0; i < n; i++) {
        phrase words = opening_words(s, &r->openings.items[i]);
        columns = larger(columns, phrase_columns(&words));
        marked = marked || r->openings.items[i].sentences >= LEDE_OPENING_WARN;
    }
    phrase_counted(&p, r->openings.count, "run");
    phrase_text(&p, " of sentences");
    phrase_text(&p, marked ? " (! four and more)" : "");
    repeats_text_label(o, s, "Openings", &p);
    for (uint32_t i = 0; i < n; i++) {
        write_opening(o, s, &r->openings.items[i], columns);
    }
    repeats_text_more(o, s, (uint32_t)r->openings.count - n, "--all");
}

#define TOP_LEAST 3u /* sentences, for their share to be worth a line */

void repeats_text_openings(out *o, const repetition *s) {
    const lede_repeats *r = s->repeats;
    bool runs = r->openings.count > 0;
    bool top = r->facts.top_opener != LEDE_NONE && r->facts.top_opener_count >= TOP_LEAST;
    if (runs) {
        write_runs(o, s);
    }
    if (top && !repeats_is_empty(s)) {
        phrase p = top_opener(s);
        flow f = {.out = o, .width = s->width, .indent = MARGIN, .at = MARGIN};
        if (!runs) {
            f = flow_begin(o, s->width, "Openings", REPEATS_INDENT);
        } else {
            flow_spaces(o, MARGIN);
        }
        flow_words(&f, &p);
        flow_end(&f);
    }
}

/* ---- Notes ------------------------------------------------------------------------- */

static const struct {
    unsigned bit;
    const char *text;
} capped[] = {
    {LEDE_CAPPED_PHRASES, "there are more phrases than the 1,000 that are listed"},
    {LEDE_CAPPED_PLACES,
     "of what stands in more than 200 places the first 200 are listed"},
    {LEDE_CAPPED_LENGTH,
     "some long passages, or phrases inside others, were compared in part"},
    {LEDE_CAPPED_WORDS,
     "there are more overused words, echoes, openings or pairs than are listed"},
    {LEDE_CAPPED_COMPARED,
     "some sentences were only compared with those near before them"},
};

const char *repeats_next_note(const lede_repeats_facts *facts, size_t *at) {
    size_t i = (*at)++;
    if (i == 0) {
        return facts->folded != 0
                   ? ""
                   : "forms of words were not taken together: no rules for this language";
    }
    if (i == 1) {
        return facts->formulas != 0
                   ? ""
                   : "formulas were not looked for: no word lists for this language";
    }
    if (i - 2 == sizeof capped / sizeof *capped) {
        return NULL;
    }
    return (facts->capped & capped[i - 2].bit) != 0 ? capped[i - 2].text : "";
}

void repeats_text_notes(out *o, const repetition *s) {
    const char *text = NULL;
    bool first = true;
    for (size_t at = 0; (text = repeats_next_note(&s->repeats->facts, &at)) != NULL;) {
        if (*text != '\0') {
            phrase p = phrase_begin(s->ascii);
            phrase_text(&p, text);
            repeats_text_label(o, s, first ? "Note" : "", &p);
            first = false;
        }
    }
}
