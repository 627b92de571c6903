/* SPDX-License-Identifier: MIT */
#include "measure/grade.h"

#include "measure/formulas.h"

#include <string.h>

typedef struct record {
    const char *language;
    const char *main;
    const char *ease;
    const char *grades; /* ids between spaces */
} record;

static const record records[] = {
#define HEADLINE(language, main, ease, grades) {language, main, ease, grades},
#include "measure/headline.def"
#undef HEADLINE
};

/* ---- The set of a language ----------------------------------------------------- */

/* LEDE_NONE: none, or none that is for the language. */
static uint32_t formula_named(const language_pack *pack, const char *id, size_t n) {
    size_t i = n > 0 ? formulas_find(id, n) : SIZE_MAX;
    return i != SIZE_MAX && formulas_is_for(i, pack->info.code) ? (uint32_t)i : LEDE_NONE;
}

static void add_grades(headline *h, const language_pack *pack, const char *ids) {
    while (*ids != '\0' && h->grade_count < HEADLINE_GRADES) {
        size_t n = strcspn(ids, " ");
        bool banded = ids[n - 1] == '~';
        uint32_t formula = formula_named(pack, ids, n - banded);
        if (formula != LEDE_NONE) {
            h->banded[h->grade_count] = banded;
            h->grades[h->grade_count++] = formula;
        }
        ids += n + (ids[n] == ' ');
    }
}

headline headline_of(const language_pack *pack) {
    const record *r = records; /* the last one is of every language without a line */
    headline h = {.grade_count = 0};
    while (r->language[0] != '\0' && strcmp(r->language, pack->info.code) != 0) {
        r++;
    }
    h.main = formula_named(pack, r->main, strlen(r->main));
    h.ease = formula_named(pack, r->ease, strlen(r->ease));
    add_grades(&h, pack, r->grades);
    return h;
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

static double median_of(const double *sorted, size_t n) {
    double low = sorted[(n - 1) / 2], high = sorted[n / 2];
    return low + (high - low) / 2;
}

/* The grades that have a value, ascending. */
typedef struct grades {
    double sorted[HEADLINE_GRADES];
    uint32_t formulas[HEADLINE_GRADES];
    uint32_t count;
    uint8_t flags;   /* of them all */
    uint8_t missing; /* why the first without a value has none; LEDE_VALUE_OK: all have */
} grades;

static grades grades_of(const lede_metrics *m, const lede_counts *counts) {
    const headline *h = &m->headline;
    grades g = {.count = 0};
    for (uint32_t i = 0; i < h->grade_count; i++) {
        lede_value v = metrics_value(m, counts, h->grades[i]);
        if (v.status == LEDE_VALUE_OK) {
            double grade = h->banded[i] ? grade_in_bands(v.value) : v.value;
            insert(g.sorted, g.count, grade);
            g.formulas[g.count++] = h->grades[i];
            g.flags |= v.flags;
        } else if (g.missing == LEDE_VALUE_OK) {
            g.missing = v.status;
        }
    }
    return g;
}

lede_grade grade_of(const lede_metrics *m, const lede_counts *counts) {
    const headline *h = &m->headline;
    grades g = grades_of(m, counts);
    lede_grade out = {.median = {0, LEDE_VALUE_LANGUAGE, 0},
                      .main = h->main,
                      .ease = h->ease,
                      .formula_count = g.count};
    _Static_assert(sizeof out.formulas == sizeof g.formulas,
                   "a grade has room for each formula");
    memcpy(out.formulas, g.formulas, sizeof out.formulas);
    if (g.count > 0) {
        out.median = (lede_value){median_of(g.sorted, g.count), LEDE_VALUE_OK, g.flags};
        out.low = g.sorted[0];
        out.high = g.sorted[g.count - 1];
    } else if (h->grade_count > 0) {
        out.median.status = g.missing;
    }
    return out;
}

bool grade_hardness(const lede_metrics *m, const lede_counts *counts, double *hardness) {
    *hardness = 0;
    if (m->headline.grade_count > 0) {
        grades g = grades_of(m, counts);
        for (uint32_t i = 0; i < g.count; i++) {
            *hardness += g.sorted[i] / g.count;
        }
        return g.count > 0;
    }
    if (m->headline.main == LEDE_NONE) {
        return false;
    }
    lede_value v = metrics_value(m, counts, m->headline.main);
    *hardness = formulas_at(m->headline.main)->direction * v.value;
    return v.status == LEDE_VALUE_OK;
}

bool grade_of_bands(const lede_metrics *m, uint32_t formula, double value,
                    double *grade) {
    const headline *h = &m->headline;
    for (uint32_t i = 0; i < h->grade_count; i++) {
        if (h->banded[i] && h->grades[i] == formula) {
            *grade = grade_in_bands(value);
            return true;
        }
    }
    return false;
}

lede_value grade_headline(const lede_metrics *m, const lede_counts *counts) {
    if (m->headline.grade_count > 0) {
        return grade_of(m, counts).median;
    }
    static const lede_value none = {0, LEDE_VALUE_LANGUAGE, 0};
    return m->headline.main != LEDE_NONE ? metrics_value(m, counts, m->headline.main)
                                         : none;
}
