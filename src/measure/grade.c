/* SPDX-License-Identifier: MIT */
#include "measure/grade.h"

#include "measure/formulas.h"

#include <string.h>

typedef struct headline {
    const char *language;
    const char *main;
    const char *ease;
    const char *grades; /* ids between spaces */
} headline;

static const headline headlines[] = {
#define HEADLINE(language, main, ease, grades) {language, main, ease, grades},
#include "measure/headline.def"
#undef HEADLINE
};

#define GRADES_MAX (sizeof((lede_grade){.low = 0}.formulas) / sizeof(uint32_t))

/* The last one is of every language without a line. */
static const headline *headline_of(const char *code) {
    const headline *h = headlines;
    while (h->language[0] != '\0' && strcmp(h->language, code) != 0) {
        h++;
    }
    return h;
}

static uint32_t formula_named(const char *id, size_t n) {
    size_t i = n > 0 ? formulas_find(id, n) : SIZE_MAX;
    return i != SIZE_MAX ? (uint32_t)i : LEDE_NONE;
}

/* ---- Grades ------------------------------------------------------------------ */

/* The middles of Dale and Chall's bands and of the grades they stand for, joined by
 * lines, so that a sentence more does not make the grade jump. */
static double grade_in_bands(double score) {
    static const double scores[] = {4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5};
    static const double grades[] = {4, 5.5, 7.5, 9.5, 11.5, 14, 16};
    size_t last = sizeof scores / sizeof *scores - 1, i = 0;
    if (score <= scores[0]) {
        return grades[0];
    }
    if (score >= scores[last]) {
        return grades[last];
    }
    while (score >= scores[i + 1]) {
        i++;
    }
    double share = (score - scores[i]) / (scores[i + 1] - scores[i]);
    return grades[i] + share * (grades[i + 1] - grades[i]);
}

static void insert(double *sorted, size_t n, double value) {
    size_t at = n;
    for (; at > 0 && sorted[at - 1] > value; at--) {
        sorted[at] = sorted[at - 1];
    }
    sorted[at] = value;
}

typedef struct grades {
    double sorted[GRADES_MAX];
    uint32_t count;
    lede_value missing; /* why the first of those without a value has none */
    uint8_t flags;
} grades;

static void add_grade(grades *g, lede_grade *out, uint32_t formula, lede_value v,
                      bool banded) {
    if (v.status != LEDE_VALUE_OK) {
        g->missing = g->missing.status == LEDE_VALUE_OK ? v : g->missing;
        return;
    }
    insert(g->sorted, g->count++, banded ? grade_in_bands(v.value) : v.value);
    g->flags |= v.flags;
    out->formulas[out->formula_count++] = formula;
}

static void collect(const lede_metrics *m, const lede_counts *counts, const char *ids,
                    lede_grade *out, grades *g) {
    while (*ids != '\0' && g->count < GRADES_MAX) {
        size_t n = strcspn(ids, " ");
        bool banded = ids[n - 1] == '~';
        uint32_t formula = formula_named(ids, n - banded);
        if (formula != LEDE_NONE) {
            add_grade(g, out, formula, metrics_value(m, counts, formula), banded);
        }
        ids += n + (ids[n] == ' ');
    }
}

lede_grade grade_of(const lede_metrics *m, const lede_counts *counts) {
    const headline *h = headline_of(m->d->pack->info.code);
    lede_grade out = {.median = {0, LEDE_VALUE_LANGUAGE, 0}};
    grades g = {.count = 0};
    out.main = formula_named(h->main, strlen(h->main));
    out.ease = formula_named(h->ease, strlen(h->ease));
    collect(m, counts, h->grades, &out, &g);
    if (g.count == 0) {
        out.median.status =
            h->grades[0] == '\0' ? (uint8_t)LEDE_VALUE_LANGUAGE : g.missing.status;
        return out;
    }
    double low = g.sorted[(g.count - 1) / 2], high = g.sorted[g.count / 2];
    out.median = (lede_value){low + (high - low) / 2, LEDE_VALUE_OK, g.flags};
    out.low = g.sorted[0];
    out.high = g.sorted[g.count - 1];
    return out;
}

bool grade_hardness(const lede_metrics *m, const lede_counts *counts, double *hardness) {
    lede_grade grade = grade_of(m, counts);
    if (grade.median.status == LEDE_VALUE_OK) {
        *hardness = grade.median.value;
        return true;
    }
    if (grade.main == LEDE_NONE) {
        return false;
    }
    lede_value v = metrics_value(m, counts, grade.main);
    *hardness = formulas_at(grade.main)->direction * v.value;
    return v.status == LEDE_VALUE_OK;
}
