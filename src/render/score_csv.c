/* SPDX-License-Identifier: MIT */
#include "render/csv.h"
#include "render/score.h"

#include "markup/places.h"
#include "measure/formulas.h"
#include "measure/grade.h"
#include "measure/headline.h"

#include <string.h>

static const char *const columns[] = {"path",
                                      "line",
                                      "column",
                                      "state",
                                      "language",
                                      "words",
                                      "sentences",
                                      "syllables",
                                      "letters",
                                      "median_words_per_sentence",
                                      "grade_median",
                                      "grade_low",
                                      "grade_high",
                                      "stock_per_1000",
                                      "redundant_per_1000",
                                      "told_twice"};

#define FIGURES 11u /* of the columns, those behind the language */

/* ---- Which formulas --------------------------------------------------------- */

static bool is_named(const lede_score_view *view, size_t formula) {
    for (size_t i = 0; view->formulas != NULL && i < view->formula_count; i++) {
        if (view->formulas[i] == formula) {
            return true;
        }
    }
    return false;
}

/* Those that are shown beside the named ones: every one, or without names those of the
 * headlines. The language of a text has no say, so that all lines have one form. */
static bool is_shown(const lede_score_view *view, size_t formula) {
    const lede_formula_info *info = formulas_at(formula);
    bool verified = info->evidence != LEDE_EVIDENCE_UNVERIFIED;
    bool named = view->formulas != NULL && view->formula_count > 0;
    if (is_named(view, formula)) {
        return false;
    }
    if (view->all != 0 || view->all_formulas != 0) {
        return verified;
    }
    return !named && headline_has(info->id);
}

typedef void each_formula(csv_writer *w, const void *context, size_t formula);

static void visit_formulas(csv_writer *w, const lede_score_view *view,
                           each_formula *visit, const void *context) {
    for (size_t i = 0; view->formulas != NULL && i < view->formula_count; i++) {
        visit(w, context, view->formulas[i]);
    }
    for (size_t i = 0; formulas_at(i) != NULL; i++) {
        if (is_shown(view, i)) {
            visit(w, context, i);
        }
    }
}

/* ---- Lines ------------------------------------------------------------------- */

static void write_id(csv_writer *w, const void *context, size_t formula) {
    const lede_formula_info *info = formulas_at(formula);
    (void)context;
    csv_text(w, info != NULL ? info->id : NULL);
}

void score_csv_header(out *o, const lede_score_view *view) {
    csv_writer w = csv_begin(o);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        csv_text(&w, columns[i]);
    }
    visit_formulas(&w, view, write_id, NULL);
    csv_end(&w);
}

/* The whole text, or one of its parts. */
typedef struct row {
    const score *s;
    const lede_counts *counts;
    const lede_metrics_part *part; /* NULL: the whole */
} row;

static void write_value(csv_writer *w, const void *context, size_t formula) {
    const row *r = context;
    lede_value value = score_value(r->s, r->counts, formula);
    if (value.status == LEDE_VALUE_OK) {
        csv_double(w, value.value);
    } else {
        csv_text(w, NULL);
    }
}

static void write_place(csv_writer *w, const row *r) {
    if (r->part == NULL) {
        csv_text(w, NULL);
        csv_text(w, NULL);
        return;
    }
    lede_place place = place_in_text(&r->s->document->source, &r->s->document->page,
                                     r->part->span.begin);
    csv_u64(w, place.line);
    csv_u64(w, place.column);
}

static void write_counts(csv_writer *w, const row *r) {
    const lede_counts *c = r->counts;
    csv_u64(w, c->words);
    csv_u64(w, c->sentences);
    if ((c->word_kinds & LEDE_COUNTED_SYLLABLES) != 0) {
        csv_u64(w, c->syllables);
    } else {
        csv_text(w, NULL);
    }
    csv_u64(w, c->letters);
    if (r->part == NULL && c->sentences > 0) {
        csv_double(w, r->s->metrics->statistics.sentence_words.quartiles[1]);
    } else {
        csv_text(w, NULL);
    }
}

static void write_grade(csv_writer *w, const row *r) {
    lede_grade grade = grade_of(r->s->metrics, r->counts);
    if (grade.median.status != LEDE_VALUE_OK) {
        csv_text(w, NULL);
        csv_text(w, NULL);
        csv_text(w, NULL);
        return;
    }
    csv_double(w, grade.median.value);
    csv_double(w, grade.low);
    csv_double(w, grade.high);
}

/* Of the whole alone. */
static void write_repeats(csv_writer *w, const row *r) {
    const lede_repeats *repeats = r->s->repeats;
    if (repeats == NULL || r->part != NULL) {
        csv_nothing(w);
        csv_nothing(w);
        csv_nothing(w);
        return;
    }
    csv_double(w, repeats->facts.stock_per_1000);
    csv_double(w, repeats->facts.per_1000);
    csv_u64(w, repeats->told.count);
}

static void write_row(out *o, const row *r, const lede_score_view *view) {
    csv_writer w = csv_begin(o);
    csv_text(&w, r->s->path);
    write_place(&w, r);
    csv_text(&w, "done");
    csv_text(&w, r->s->document->facts.language);
    write_counts(&w, r);
    write_grade(&w, r);
    write_repeats(&w, r);
    visit_formulas(&w, view, write_value, r);
    csv_end(&w);
}

void score_csv(out *o, const score *s, const lede_score_view *view) {
    const lede_metrics *m = s->metrics;
    row r = {s, &m->counts, NULL};
    if (m->parts.count == 0) {
        write_row(o, &r, view);
    }
    for (size_t i = 0; i < m->parts.count; i++) {
        r.part = &m->parts.items[i];
        r.counts = &r.part->counts;
        write_row(o, &r, view);
    }
}

static void write_nothing(csv_writer *w, const void *context, size_t formula) {
    (void)context;
    (void)formula;
    csv_text(w, NULL);
}

void score_csv_state(out *o, const char *path, const char *state,
                     const lede_score_view *view) {
    csv_writer w = csv_begin(o);
    csv_text(&w, path);
    csv_text(&w, NULL);
    csv_text(&w, NULL);
    csv_text(&w, state);
    csv_text(&w, NULL);
    for (size_t i = 0; i < FIGURES; i++) {
        csv_text(&w, NULL);
    }
    visit_formulas(&w, view, write_nothing, NULL);
    csv_end(&w);
}
