/* SPDX-License-Identifier: MIT */
#include "render/repeats_rows.h"

#include "render/excerpt.h"
#include "render/listing.h"
#include "render/shown.h"

#include <string.h>

#define MARGIN 2u         /* before the count, and behind it */
#define GAP 3u            /* between columns */
#define VARIANT 2u        /* columns that variants stand further in */
#define WHERE_MOST 26u    /* columns of the numbers of sentences */
#define FRAME_COLUMNS 40u /* of a word with its neighbour */
#define TEXT_LINES 8u     /* of a long phrase, with all that is known of it */
#define PLACE_COLUMNS 6u

/* ---- Cells ------------------------------------------------------------------------- */

/* Each sentence once; those that have no room are an ellipsis. */
void repeats_put_sentences(phrase *p, const repeats_row *row) {
    uint32_t last = LEDE_NONE;
    size_t begin = p->used;
    for (uint32_t i = 0; i < row->place_count; i++) {
        uint32_t sentence = row->places[i].sentence;
        bool heading = (row->places[i].flags & LEDE_PLACE_HEADING) != 0;
        if (sentence == last || heading) {
            continue;
        }
        bool several = row->places[row->place_count - 1].sentence != sentence;
        if (p->used == begin) {
            phrase_text(p, several ? "sentences " : "sentence ");
        } else if (p->used - begin > WHERE_MOST - 8) {
            phrase_text(p, ", …");
            return;
        } else {
            phrase_text(p, ", ");
        }
        phrase_count(p, (uint64_t)sentence + 1);
        last = sentence;
    }
}

/* "234 words apart"; of more than two places the two that are nearest. */
static void put_distance(phrase *p, const repeats_row *row) {
    bool two = row->count == 2;
    if (row->nearest == 0) {
        phrase_text(p, two ? "side by side" : "some side by side");
        return;
    }
    phrase_text(p, two ? "" : "nearest ");
    phrase_counted(p, row->nearest, "word");
    phrase_text(p, two ? " apart" : "");
}

static void put_marks(flow *f, const repetition *s, const repeats_row *row) {
    phrase p = phrase_begin(s->ascii);
    if (row->in_headings > 0) {
        phrase_text(&p, "+");
        phrase_count(&p, row->in_headings);
        phrase_text(&p, row->in_headings == 1 ? " in a heading" : " in headings");
        flow_item(f, &p, GAP);
    }
    if (row->quoted) {
        p = phrase_begin(s->ascii);
        phrase_text(&p, "in quotes");
        flow_item(f, &p, GAP);
    }
    if (row->what != NULL) {
        p = phrase_begin(s->ascii);
        phrase_text(&p, row->what);
        flow_item(f, &p, GAP);
    }
    if (row->keyness != 0) {
        p = phrase_begin(s->ascii);
        phrase_text(&p, "keyness ");
        phrase_fixed(&p, row->keyness, 1);
        flow_item(f, &p, GAP);
    }
}

/* "tide gauge 4×, at high tide 2×" */
static void write_frames(flow f, const repetition *s, const repeats_row *row) {
    const lede_overused *r = row->overused;
    listing l = listing_begin(f, r->frame_count, 0);
    for (uint32_t i = 0; i < r->frame_count; i++) {
        phrase p = phrase_begin(s->ascii);
        shown_put_excerpt(
            &p, s->document,
            shown_words(s->document, r->frames[i].first_word, r->frames[i].last_word),
            FRAME_COLUMNS);
        phrase_text(&p, " ");
        phrase_count(&p, r->frames[i].count);
        phrase_text(&p, "×");
        (void)listing_add(&l, &p);
    }
    listing_end(&l);
}

/* ---- Columns ----------------------------------------------------------------------- */

static phrase count_of(const repetition *s, const repeats_row *row) {
    phrase p = phrase_begin(s->ascii);
    phrase_count(&p, row->count);
    phrase_text(&p, "×");
    return p;
}

static size_t text_columns(const repetition *s, const repeats_row *row) {
    return excerpt_columns(s->document->page.text + row->text.begin,
                           row->text.end - row->text.begin, s->width);
}

static size_t larger(size_t a, size_t b) {
    return a > b ? a : b;
}

/* What is longer than two fifths of the line makes no column wider. */
void repeats_row_measure(repeats_columns *c, const repetition *s,
                         const repeats_row *row) {
    phrase count = count_of(s, row), where = phrase_begin(s->ascii);
    size_t text = text_columns(s, row) + (row->variant ? VARIANT : 0);
    repeats_put_sentences(&where, row);
    c->count = larger(c->count, phrase_columns(&count));
    c->text = text <= s->width * 2 / 5 ? larger(c->text, text) : c->text;
    c->where = larger(c->where, phrase_columns(&where));
}

static size_t text_begin(const repeats_columns *c, const repeats_row *row) {
    return MARGIN + c->count + MARGIN + (row->variant ? VARIANT : 0);
}

/* Words that the column has no room for have the rest of the line behind them, or the
 * next one; those that are more than a line have lines of their own. */
static flow write_long(out *o, const repetition *s, const repeats_row *row, flow f) {
    const char *text = s->document->page.text + row->text.begin;
    size_t n = row->text.end - row->text.begin, columns = text_columns(s, row);
    excerpt_lines lines = {.most = s->all ? TEXT_LINES : 2,
                           .columns = f.width - f.at,
                           .indent = f.at,
                           .ascii = s->ascii,
                           .begun = true};
    f.indent = f.at + VARIANT;
    if (f.at + columns <= f.width) {
        excerpt_write(o, text, n, columns, s->ascii);
        f.at += columns;
    } else {
        excerpt_write_lines(o, text, n, &lines);
        flow_spaces(o, f.indent);
        f.at = f.indent;
    }
    return f;
}

static flow write_text(out *o, const repetition *s, const repeats_columns *c,
                       const repeats_row *row) {
    size_t columns = text_columns(s, row);
    size_t end = MARGIN + c->count + MARGIN + c->text;
    flow f = {.out = o, .width = s->width, .indent = end + GAP, .at = text_begin(c, row)};
    if (f.at + columns > end) {
        return write_long(o, s, row, f);
    }
    excerpt_write(o, s->document->page.text + row->text.begin,
                  row->text.end - row->text.begin, columns, s->ascii);
    flow_spaces(o, f.indent - f.at - columns);
    f.at = f.indent;
    return f;
}

static void write_count(out *o, const repetition *s, const repeats_columns *c,
                        const repeats_row *row) {
    phrase p = count_of(s, row);
    flow_spaces(o, MARGIN + c->count - phrase_columns(&p));
    out_bytes(o, p.bytes, p.used);
    flow_spaces(o, row->variant ? MARGIN + VARIANT : MARGIN);
}

static void write_where(flow *f, const repetition *s, const repeats_columns *c,
                        const repeats_row *row) {
    phrase p = phrase_begin(s->ascii);
    repeats_put_sentences(&p, row);
    flow_item(f, &p, GAP);
    if (row->nearest != LEDE_NONE) {
        size_t columns = phrase_columns(&p);
        p = phrase_begin(s->ascii);
        put_distance(&p, row);
        flow_item(f, &p, GAP + (columns < c->where ? c->where - columns : 0));
    }
}

void repeats_row_write(out *o, const repetition *s, const repeats_columns *c,
                       const repeats_row *row) {
    write_count(o, s, c, row);
    flow f = write_text(o, s, c, row);
    if (row->overused == NULL) {
        write_where(&f, s, c, row);
    }
    put_marks(&f, s, row);
    if (row->overused != NULL) {
        write_frames(f, s, row);
    } else {
        flow_end(&f);
    }
}

/* ---- Places ------------------------------------------------------------------------ */

/* Where the excerpt of a sentence begins: where the sentence does, or so near before the
 * words that they are seen. */
static uint32_t excerpt_begin(const lede_document *d, const repeats_line *line,
                              size_t columns) {
    const lede_sentence *sentence = &d->sentences.items[line->sentence];
    const char *text = d->page.text;
    const lede_word *words = d->words.items;
    uint32_t begin = sentence->span.begin, end = words[line->last_word].span.end;
    uint32_t at = line->first_word;
    if (excerpt_columns(text + begin, end - begin, columns) < columns) {
        return begin;
    }
    while (at > sentence->first_word &&
           excerpt_columns(text + words[at - 1].span.begin,
                           words[line->first_word].span.begin - words[at - 1].span.begin,
                           columns) < columns / 3) {
        at--;
    }
    while (at < line->first_word && words[at].kind == LEDE_WORD_MARK) {
        at++;
    }
    return at > sentence->first_word ? words[at].span.begin : begin;
}

void repeats_write_line(out *o, const repetition *s, size_t indent,
                        const repeats_line *line) {
    const lede_document *d = s->document;
    lede_span span = d->sentences.items[line->sentence].span;
    phrase p = phrase_begin(s->ascii);
    shown_put_place(&p, d, d->words.items[line->first_word].span.begin);
    size_t columns = phrase_columns(&p);
    flow_spaces(o, indent);
    out_bytes(o, p.bytes, p.used);
    flow_spaces(o, columns < PLACE_COLUMNS ? PLACE_COLUMNS - columns : 0);
    p = phrase_begin(s->ascii);
    phrase_text(&p, "   ");
    phrase_text(&p, line->mark != NULL ? line->mark : "");
    columns = larger(columns, PLACE_COLUMNS) + phrase_columns(&p) + indent;
    columns = columns + 16 < s->width ? s->width - columns : 16;
    uint32_t begin = excerpt_begin(d, line, columns);
    if (begin > span.begin) {
        phrase_text(&p, "…");
        columns -= s->ascii ? 3 : 1;
    }
    out_bytes(o, p.bytes, p.used);
    excerpt_write(o, d->page.text + begin, span.end - begin, columns, s->ascii);
    out_text(o, "\n");
}

static const char *mark_of(const lede_repeat_place *place) {
    if ((place->flags & LEDE_PLACE_HEADING) != 0) {
        return "in a heading: ";
    }
    if ((place->flags & LEDE_PLACE_QUOTED) != 0) {
        return "quoted: ";
    }
    return NULL;
}

void repeats_row_places(out *o, const repetition *s, const repeats_columns *c,
                        const repeats_row *row) {
    for (uint32_t i = 0; i < row->place_count; i++) {
        const lede_repeat_place *place = &row->places[i];
        repeats_line line = {place->sentence, place->first_word, place->last_word,
                             mark_of(place)};
        repeats_write_line(o, s, text_begin(c, row) + VARIANT, &line);
    }
}
