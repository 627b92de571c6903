/* SPDX-License-Identifier: MIT */
#include "render/score.h"

#include "measure/formulas.h"

#include <string.h>

#define WIDTH_MIN 50u

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
    bool every = view->all != 0 || view->all_formulas != 0;
    s->listed = every || s->formula_count > 0;
    if (s->formula_count == 0) {
        add_headline(s);
    }
    if (every) {
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
    s->hard_words = frequent_find(metrics, LEDE_HIT_HARD_WORD);
    s->long_words = frequent_find(metrics, LEDE_HIT_LONG_WORD);
    choose_formulas(s, view);
}

lede_value score_value(const score *s, const lede_counts *counts, size_t formula) {
    bool is_for =
        formulas_at(formula) != NULL && metrics_has_formula(s->document, formula);
    return is_for ? metrics_value(s->metrics, counts, formula)
                  : (lede_value){.status = LEDE_VALUE_LANGUAGE};
}
