/* SPDX-License-Identifier: MIT */
/* What each candidate is worth before anything is chosen. */
#ifndef LEDE_SUMMARY_SCORES_H
#define LEDE_SUMMARY_SCORES_H

#include "text/vectors.h"

/* parts[row][part], in fixed point; the part REDUNDANCY is 0. */
typedef struct score_row {
    int64_t total; /* the sum of parts */
    int64_t parts[LEDE_PART_COUNT];
} score_row;

typedef struct score_task {
    const lede_document *d;
    const uint32_t *sentences; /* of each row */
    const vectors *v;          /* weighed by ISF */
    const vectors *x;          /* by the background's IDF; v where there is none */
    const lede_summary_options *options;
} score_task;

/* The parts of all rows as real numbers, one array after the other. */
typedef struct score_parts {
    double *of[LEDE_PART_REDUNDANCY];
    double *dense; /* stems and one more: sums over rows */
    double *total; /* likewise: over all of them */
    double *spare; /* one number for each row */
} score_parts;

/* rows[v->rows] is filled by the method that the options name; *found: how many words of
 * the query the rows have. */
lede_status scores_compute(const score_task *task, score_row *rows, uint32_t *found,
                           lede_error *error);

#endif
