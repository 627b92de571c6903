/* SPDX-License-Identifier: MIT */
#include "render/score_text.h"

#include "markup/places.h"
#include "measure/formulas.h"
#include "render/excerpt.h"
#include "render/rhythm.h"
#include "render/visible.h"

#include <string.h>

#define MARGIN 2u       /* of the sentences below a line */
#define LEGEND_GAP 5u   /* between the bars and what they are */
#define EXCERPT_MIN 12u /* columns; an excerpt that has fewer goes below */

phrase score_phrase(const score *s) {
    return phrase_begin(s->ascii);
}

flow score_label(out *o, const score *s, const char *label) {
    return flow_begin(o, s->width, label, SCORE_INDENT);
}

/* ---- The headline -------------------------------------------------------- */

static int count_columns(void *ctx, const char *bytes, size_t n) {
    size_t *columns = ctx;
    for (size_t i = 0; i < n; i++) {
        *columns += ((unsigned char)bytes[i] & 0xC0) != 0x80 ? 1 : 0;
    }
    return 0;
}

/* The path is shown whole, however long it is. */
static flow begin_with_path(out *o, const score *s) {
    size_t n = strlen(s->path), columns = 0;
    out counter;
    out_init(&counter, (lede_sink){count_columns, &columns});
    visible_write(&counter, s->path, n);
    (void)out_flush(&counter);
    visible_write(o, s->path, n);
    return (flow){o, s->width, columns > MARGIN ? MARGIN : 0, columns};
}

static void put_counted(flow *f, const score *s, uint64_t count, const char *noun) {
    phrase p = score_phrase(s);
    phrase_text(&p, "· ");
    phrase_counted(&p, count, noun);
    flow_item(f, &p, 1);
}

static void put_minutes(flow *f, const score *s, double seconds) {
    uint64_t minutes = (uint64_t)(seconds / 60.0 + 0.5);
    phrase p = score_phrase(s);
    phrase_text(&p, "· about ");
    phrase_count(&p, minutes > 0 ? minutes : 1);
    phrase_text(&p, " min");
    flow_item(f, &p, 1);
}

static void write_headline(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    flow f = begin_with_path(o, s);
    phrase p = score_phrase(s);
    phrase_counted(&p, s->metrics->counts.words, "word");
    flow_item(&f, &p, 3);
    put_counted(&f, s, s->metrics->counts.sentences, "sentence");
    if (st->headings > 0) {
        put_counted(&f, s, st->headings, "heading");
    }
    if (st->reading_seconds > 0) {
        put_minutes(&f, s, st->reading_seconds);
    }
    flow_end(&f);
}

/* ---- Lengths ------------------------------------------------------------- */

/* "longest 38 (sentence 1)" */
static void put_sentence(flow *f, const score *s, const char *what, uint32_t sentence) {
    phrase p = score_phrase(s);
    if (sentence == LEDE_NONE) {
        return;
    }
    phrase_text(&p, what);
    phrase_count(&p, s->document->sentences.items[sentence].words);
    phrase_text(&p, " (sentence ");
    phrase_count(&p, (uint64_t)sentence + 1);
    phrase_text(&p, ")");
    flow_item(f, &p, 3);
}

static void write_lengths(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    const double *quartiles = st->sentence_words.quartiles;
    flow f = score_label(o, s, "Sentence length");
    phrase p = score_phrase(s);
    phrase_text(&p, "median ");
    phrase_trimmed(&p, quartiles[1], 1);
    flow_item(&f, &p, 3);
    if (st->sentence_words.count > 2) {
        p = score_phrase(s);
        phrase_text(&p, "middle half ");
        phrase_trimmed(&p, quartiles[0], 1);
        phrase_text(&p, "–");
        phrase_trimmed(&p, quartiles[2], 1);
        flow_item(&f, &p, 3);
    }
    put_sentence(&f, s, "longest ", st->longest[0]);
    if (st->sentence_words.count > 1) {
        put_sentence(&f, s, "shortest ", st->shortest);
    }
    flow_end(&f);
}

/* ---- Rhythm -------------------------------------------------------------- */

static size_t write_bars(out *o, const score *s, const rhythm *r) {
    rhythm_reader reader = rhythm_begin(s->metrics, r);
    bool gap = false;
    size_t at = 0;
    for (unsigned height = rhythm_next(&reader, &gap); height > 0;
         height = rhythm_next(&reader, &gap)) {
        if (at + (gap ? 1 : 0) >= r->columns) {
            out_text(o, "\n");
            flow_spaces(o, SCORE_INDENT);
            at = 0;
        } else if (gap) {
            out_text(o, " ");
            at++;
        }
        out_text(o, rhythm_bar(height, s->ascii));
        at++;
    }
    return at;
}

static void write_rhythm(out *o, const score *s) {
    rhythm r = rhythm_measure(s->metrics, s->width - SCORE_INDENT);
    if (s->metrics->counts.sentences < 2) {
        return;
    }
    flow f = score_label(o, s, "Rhythm");
    phrase p = score_phrase(s);
    f.at += write_bars(o, s, &r);
    if (r.per_bar > 1) {
        phrase_text(&p, "one bar ");
        phrase_counted(&p, r.per_bar, "sentence");
    } else {
        phrase_text(&p, r.gaps ? "one bar a sentence, a gap between paragraphs"
                               : "one bar a sentence");
    }
    if (f.at + LEGEND_GAP + phrase_columns(&p) > s->width) {
        flow_end(&f);
        f = score_label(o, s, "");
        flow_words(&f, &p);
    } else {
        flow_item(&f, &p, LEGEND_GAP);
    }
    flow_end(&f);
}

/* ---- Readability --------------------------------------------------------- */

static const char *reason_of(uint8_t status) {
    switch ((lede_value_status)status) {
    case LEDE_VALUE_NO_WORDS:
        return "no words";
    case LEDE_VALUE_NO_SENTENCES:
        return "no sentences";
    case LEDE_VALUE_LANGUAGE:
        return "made for other languages";
    case LEDE_VALUE_LIST_MISSING:
        return "its word list is not at hand (--word-list)";
    case LEDE_VALUE_NO_SYLLABLES:
        return "nothing is known of the language's syllables";
    case LEDE_VALUE_TOO_SHORT:
        return "not defined for so short a text";
    case LEDE_VALUE_OK:
        break;
    }
    return "";
}

/* Years of school and points of ease are not known better than to a tenth; small
 * numbers of other scales would lose all they have to say. */
void score_put_number(phrase *p, uint32_t formula, double value) {
    lede_scale scale = formulas_at(formula)->scale;
    bool own = scale == LEDE_SCALE_CLOZE || scale == LEDE_SCALE_INDEX;
    if (own && value > -10 && value < 10) {
        phrase_trimmed(p, value, 2);
    } else {
        phrase_fixed(p, value, 1);
    }
}

void score_put_value(phrase *p, uint32_t formula, lede_value value) {
    const char *band = formulas_band(formula, value.value);
    phrase_text(p, formulas_at(formula)->name);
    phrase_text(p, " ");
    if (value.status != LEDE_VALUE_OK) {
        phrase_text(p, "none: ");
        phrase_text(p, reason_of(value.status));
        return;
    }
    score_put_number(p, formula, value.value);
    if (band != NULL) {
        phrase_text(p, " (");
        phrase_text(p, band);
        phrase_text(p, ")");
    }
}

static lede_value value_of(const score *s, uint32_t formula) {
    return score_value(s, &s->metrics->counts, formula);
}

/* "grade 14.5 (12.9–16.1 by six formulas; Flesch-Kincaid grade level 14.2)" */
static void put_grade(phrase *p, const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    phrase_text(p, "grade ");
    phrase_fixed(p, grade->median.value, 1);
    if (grade->formula_count > 1) {
        phrase_text(p, " (");
        phrase_fixed(p, grade->low, 1);
        phrase_text(p, "–");
        phrase_fixed(p, grade->high, 1);
        phrase_text(p, " by ");
        phrase_number_word(p, grade->formula_count);
        phrase_text(p, " formulas; ");
        score_put_value(p, grade->main, value_of(s, grade->main));
        phrase_text(p, ")");
    } else if (grade->main != LEDE_NONE) {
        phrase_text(p, " by ");
        phrase_text(p, formulas_at(grade->main)->name);
    }
}

/* What has a value, where the language's own formulas have none. */
static void put_other(phrase *p, const score *s) {
    for (size_t i = 0; i < s->formula_count; i++) {
        lede_value value = value_of(s, s->formulas[i]);
        if (value.status == LEDE_VALUE_OK) {
            phrase_text(p, " · ");
            score_put_value(p, s->formulas[i], value);
            return;
        }
    }
}

static bool has_value(const score *s, uint32_t formula) {
    return formula != LEDE_NONE && value_of(s, formula).status == LEDE_VALUE_OK;
}

static void write_readability(out *o, const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    flow f = score_label(o, s, "Readability");
    phrase p = score_phrase(s);
    bool has_grade = grade->formula_count > 0 && grade->median.status == LEDE_VALUE_OK;
    if (has_grade) {
        put_grade(&p, s);
    } else if (grade->main != LEDE_NONE) {
        score_put_value(&p, grade->main, value_of(s, grade->main));
    } else {
        phrase_text(&p, "no formula for this language");
    }
    if (grade->ease != LEDE_NONE && (has_grade || grade->ease != grade->main)) {
        phrase_text(&p, " · ");
        score_put_value(&p, grade->ease, value_of(s, grade->ease));
    }
    if (!has_grade && !has_value(s, grade->main) && !has_value(s, grade->ease)) {
        put_other(&p, s);
    }
    flow_words(&f, &p);
    flow_end(&f);
}

/* ---- The hardest sentences ------------------------------------------------ */

void score_put_unit(phrase *p, const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    if (grade->median.status == LEDE_VALUE_OK && grade->formula_count > 0) {
        phrase_text(p, "grades");
    } else {
        phrase_text(p, "points");
    }
}

/* "+0.6  sentence 12 at 37:5, 41 words" */
static phrase describe_sentence(const score *s, const lede_cost *cost) {
    const lede_sentence *sentence = &s->document->sentences.items[cost->sentence];
    lede_place place =
        place_in_text(&s->document->source, &s->document->page, sentence->span.begin);
    phrase p = score_phrase(s);
    phrase_signed(&p, cost->cost, 1);
    phrase_text(&p, "  sentence ");
    phrase_count(&p, (uint64_t)cost->sentence + 1);
    phrase_text(&p, " at ");
    phrase_count(&p, place.line);
    phrase_text(&p, ":");
    phrase_count(&p, place.column);
    phrase_text(&p, ", ");
    phrase_counted(&p, sentence->words, "word");
    return p;
}

static void write_hard_sentences(out *o, const score *s, size_t n) {
    size_t widest = 0;
    for (size_t i = 0; i < n; i++) {
        phrase p = describe_sentence(s, &s->metrics->costs[i]);
        widest = phrase_columns(&p) > widest ? phrase_columns(&p) : widest;
    }
    size_t at = MARGIN + widest + MARGIN;
    bool below = s->width < at + EXCERPT_MIN;
    at = below ? 4 * MARGIN : at;
    for (size_t i = 0; i < n; i++) {
        phrase p = describe_sentence(s, &s->metrics->costs[i]);
        lede_span span = s->document->sentences.items[s->metrics->costs[i].sentence].span;
        flow_spaces(o, MARGIN);
        out_bytes(o, p.bytes, p.used);
        out_text(o, below ? "\n" : "");
        flow_spaces(o, below ? at : at - MARGIN - phrase_columns(&p));
        excerpt_write(o, s->document->page.text + span.begin, span.end - span.begin,
                      s->width - at, s->ascii);
        out_text(o, "\n");
    }
}

/* A cost that is shown as nothing is none. */
size_t score_hardest(const score *s) {
    const lede_metrics *m = s->metrics;
    size_t n = 0;
    while (n < SCORE_HARDEST && n < m->cost_count && m->costs[n].cost >= 0.05) {
        n++;
    }
    return n;
}

static void write_hardest(out *o, const score *s) {
    const lede_metrics *m = s->metrics;
    size_t n = score_hardest(s);
    if (n == 0) {
        return;
    }
    flow f = score_label(o, s, "Hardest");
    phrase p = score_phrase(s);
    phrase_text(&p, n == 1 ? "this sentence costs " : "these ");
    if (n > 1) {
        phrase_number_word(&p, n);
        phrase_text(&p, " sentences cost ");
    }
    phrase_fixed(&p, m->cost_together[n - 1], 1);
    phrase_text(&p, " ");
    score_put_unit(&p, s);
    phrase_text(&p, n == 1 ? ": without it" : ": without them");
    phrase_text(&p, " the text would be that much easier");
    flow_words(&f, &p);
    flow_end(&f);
    write_hard_sentences(o, s, n);
}

/* ---- All of it ------------------------------------------------------------ */

void score_text(out *o, const score *s, bool after) {
    out_text(o, after ? "\n" : "");
    write_headline(o, s);
    if (s->metrics->counts.sentences == 0) {
        return;
    }
    write_lengths(o, s);
    write_rhythm(o, s);
    write_readability(o, s);
    score_text_warnings(o, s);
    if (s->metrics->parts.count > 0) {
        score_text_parts(o, s);
        return;
    }
    write_hardest(o, s);
    score_text_style(o, s);
    score_text_formulas(o, s);
    if (s->all) {
        score_text_all(o, s);
    }
    if (s->explain) {
        score_text_explain(o, s);
    }
}
