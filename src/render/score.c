/* SPDX-License-Identifier: MIT */
#include "render/score.h"

#include "measure/formulas.h"
#include "measure/grade.h"

#include <string.h>

#define WIDTH_MIN 50u
#define FEW_WORDS 30u /* a part of fewer has no grade to rely on */

static void add(score *s, size_t formula) {
    if (formula == LEDE_NONE || formulas_at(formula) == NULL) {
        return;
    }
    for (size_t i = 0; i < s->formula_count; i++) {
        if (s->formulas[i] == formula) {
            return;
        }
    }
    if (s->formula_count < SCORE_FORMULAS_MAX) {
        s->formulas[s->formula_count++] = (uint32_t)formula;
    }
}

static bool is_for_any(const lede_formula_info *info) {
    return strcmp(info->languages, "*") == 0 && info->scale == LEDE_SCALE_INDEX &&
           info->band_count > 0;
}

/* The headline and what stands behind it, then what has bands in any language. */
static void add_headline(score *s) {
    const lede_grade *grade = &s->metrics->grade;
    add(s, grade->main);
    for (uint32_t i = 0; i < grade->formula_count; i++) {
        add(s, grade->formulas[i]);
    }
    add(s, grade->ease);
    const lede_formula_info *info = NULL;
    for (size_t i = 0; (info = formulas_at(i)) != NULL; i++) {
        if (is_for_any(info) && info->evidence != LEDE_EVIDENCE_UNVERIFIED) {
            add(s, i);
        }
    }
}

/* What could not be verified is shown to those who ask for it by its id. */
static void add_all(score *s) {
    const lede_formula_info *info = NULL;
    for (size_t i = 0; (info = formulas_at(i)) != NULL; i++) {
        if (info->evidence != LEDE_EVIDENCE_UNVERIFIED &&
            metrics_has_formula(s->document, i)) {
            add(s, i);
        }
    }
}

static void choose_formulas(score *s, const lede_score_view *view) {
    for (size_t i = 0; i < view->formula_count && view->formulas != NULL; i++) {
        add(s, view->formulas[i]);
    }
    s->every = view->all != 0 || view->all_formulas != 0;
    s->listed = s->every || s->formula_count > 0;
    if (s->formula_count == 0) {
        add_headline(s);
    }
    if (s->every) {
        add_all(s);
    }
}

void score_open(score *s, const char *path, const lede_document *document,
                const lede_metrics *metrics, const lede_report *report) {
    const lede_score_view *view = &report->score;
    size_t width = view->width > 0 ? view->width : SCORE_WIDTH;
    *s = (score){.path = path,
                 .document = document,
                 .metrics = metrics,
                 .explain = report->explain != 0,
                 .all = view->all != 0,
                 .ascii = view->ascii != 0,
                 .width = width > WIDTH_MIN ? width : WIDTH_MIN};
    choose_formulas(s, view);
}

repetition score_repetition(const score *s) {
    lede_repeats_view view = {.width = (uint32_t)s->width, .ascii = s->ascii};
    return repeats_open(s->path, s->document, s->repeats, &view);
}

lede_value score_value(const score *s, const lede_counts *counts, size_t formula) {
    bool is_for =
        formulas_at(formula) != NULL && metrics_has_formula(s->document, formula);
    return is_for ? metrics_value(s->metrics, counts, formula)
                  : (lede_value){.status = LEDE_VALUE_LANGUAGE};
}

/* ---- Parts ------------------------------------------------------------------- */

lede_value score_part_value(const score *s, const lede_counts *counts) {
    const lede_grade *whole = &s->metrics->grade;
    if (whole->formula_count > 0) {
        return grade_of(s->metrics, counts).median;
    }
    return whole->main != LEDE_NONE ? score_value(s, counts, whole->main)
                                    : (lede_value){.status = LEDE_VALUE_LANGUAGE};
}

const char *score_part_label(const score *s) {
    const lede_grade *whole = &s->metrics->grade;
    bool has_main = whole->formula_count == 0 && whole->main != LEDE_NONE;
    return has_main ? formulas_at(whole->main)->id : "grade";
}

const char score_part_doubt[] = "?  fewer than 30 words: too few to rely on the figure";

bool score_part_is_rough(lede_value value, const lede_counts *counts) {
    return value.status == LEDE_VALUE_OK && counts->words < FEW_WORDS &&
           (value.flags & LEDE_VALUE_BELOW_MINIMUM) != 0;
}

/* ---- The hardest sentences ------------------------------------------------------ */

bool score_has_grade(const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    return grade->formula_count > 0 && grade->median.status == LEDE_VALUE_OK;
}

/* A cost that is shown as nothing is none; and something must be left to compare with. */
size_t score_hardest(const score *s) {
    const lede_metrics *m = s->metrics;
    size_t n = 0;
    while (n < SCORE_HARDEST && n < m->cost_count && m->costs[n].cost >= 0.005 &&
           m->without[n].status == LEDE_VALUE_OK) {
        n++;
    }
    return n;
}
