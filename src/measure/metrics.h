/* SPDX-License-Identifier: MIT */
/* Counts, statistics and values of a document: what the public metrics are. */
#ifndef LEDE_MEASURE_METRICS_H
#define LEDE_MEASURE_METRICS_H

#include "measure/frequent.h"
#include "measure/style.h"

#define METRICS_COSTS 10u

#define HEADLINE_GRADES 8u

/* Formulas, by index; LEDE_NONE: the language has none. */
typedef struct headline {
    uint32_t main;
    uint32_t ease;
    uint32_t grades[HEADLINE_GRADES];
    bool banded[HEADLINE_GRADES]; /* its value stands for a grade by bands */
    uint32_t grade_count;
} headline;

struct lede_metrics {
    const lede_allocator *allocator;
    const lede_document *d;
    word_facts *facts; /* of each term; those of names are changed */
    uint8_t *on_lists; /* of each term: 1u << lede_list; names are on all */
    uint8_t *counted;  /* of each sentence */
    size_t terms;      /* that the arrays were made for */
    size_t sentences;
    uint32_t formula_flags;
    lede_counts counts;
    lede_statistics statistics;
    headline headline;
    lede_grade grade;
    VEC_OF(lede_metrics_part) parts;
    style_hits hits;
    opener_runs opener_runs;
    frequent frequent[LEDE_HIT_COUNT]; /* of hard and long words and nominalisations */
    lede_cost costs[METRICS_COSTS];
    double cost_together[METRICS_COSTS]; /* of the first 1, 2, ... of them */
    lede_value without[METRICS_COSTS];   /* the headline without them */
    size_t cost_count;
};

typedef struct lede_metrics lede_metrics;

/* m is zeroed by the caller but for its allocator; metrics_free() is due even after
 * a failure. */
lede_status metrics_build(lede_metrics *m, const lede_document *d,
                          const lede_metrics_options *options, lede_error *error);
void metrics_free(lede_metrics *m);

/* Is the formula made for the document's language, with data or without? */
bool metrics_has_formula(const lede_document *d, size_t formula);

/* Of any counts of the document. The formula must be for its language. */
lede_value metrics_value(const lede_metrics *m, const lede_counts *counts,
                         size_t formula);

#endif
