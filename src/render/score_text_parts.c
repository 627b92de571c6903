/* SPDX-License-Identifier: MIT */
/* A line for each part: a section, a paragraph, a sentence. */
#include "render/score_text.h"

#include "markup/places.h"
#include "measure/formulas.h"
#include "measure/grade.h"
#include "render/excerpt.h"

#define PLACE_COLUMNS 9u
#define NUMBER_COLUMNS 7u

static void write_right(out *o, const phrase *p, size_t columns) {
    size_t n = phrase_columns(p);
    flow_spaces(o, n < columns ? columns - n : 1);
    out_bytes(o, p->bytes, p->used);
}

static void write_head(out *o, const score *s, const char *what) {
    static const char *const heads[] = {"words", "sent."};
    phrase p = score_phrase(s);
    phrase_text(&p, "place");
    write_right(o, &p, PLACE_COLUMNS);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        p = score_phrase(s);
        phrase_text(&p, heads[i]);
        write_right(o, &p, NUMBER_COLUMNS);
    }
    p = score_phrase(s);
    phrase_text(&p, what);
    write_right(o, &p, NUMBER_COLUMNS);
    out_text(o, "\n");
}

bool score_part_value(const score *s, const lede_counts *counts, double *value) {
    const lede_grade whole = s->metrics->grade;
    lede_value v = {.status = LEDE_VALUE_LANGUAGE};
    if (whole.formula_count > 0) {
        v = grade_of(s->metrics, counts).median;
    } else if (whole.main != LEDE_NONE) {
        v = score_value(s, counts, whole.main);
    }
    *value = v.value;
    return v.status == LEDE_VALUE_OK;
}

const char *score_part_label(const score *s) {
    const lede_grade *whole = &s->metrics->grade;
    bool has_main = whole->formula_count == 0 && whole->main != LEDE_NONE;
    return has_main ? formulas_at(whole->main)->id : "grade";
}

static void write_number(out *o, const score *s, uint64_t number) {
    phrase p = score_phrase(s);
    phrase_count(&p, number);
    write_right(o, &p, NUMBER_COLUMNS);
}

/* What a section is called by is its heading. */
lede_span score_part_words(const score *s, const lede_metrics_part *part) {
    return part->heading != LEDE_NONE ? s->document->sentences.items[part->heading].span
                                      : part->span;
}

static void write_part(out *o, const score *s, const lede_metrics_part *part) {
    lede_span words = score_part_words(s, part);
    lede_place place =
        place_in_text(&s->document->source, &s->document->page, part->span.begin);
    size_t at = PLACE_COLUMNS + 3 * NUMBER_COLUMNS + 3;
    double value = 0;
    phrase p = score_phrase(s);
    phrase_count(&p, place.line);
    phrase_text(&p, ":");
    phrase_count(&p, place.column);
    write_right(o, &p, PLACE_COLUMNS);
    write_number(o, s, part->counts.words);
    write_number(o, s, part->counts.sentences);
    p = score_phrase(s);
    if (score_part_value(s, &part->counts, &value)) {
        phrase_fixed(&p, value, 1);
    } else {
        phrase_text(&p, "–");
    }
    write_right(o, &p, NUMBER_COLUMNS);
    out_text(o, "   ");
    excerpt_write(o, s->document->page.text + words.begin, words.end - words.begin,
                  s->width - at, s->ascii);
    out_text(o, "\n");
}

void score_text_parts(out *o, const score *s) {
    write_head(o, s, score_part_label(s));
    for (size_t i = 0; i < s->metrics->parts.count; i++) {
        write_part(o, s, &s->metrics->parts.items[i]);
    }
}
