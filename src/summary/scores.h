/* SPDX-License-Identifier: MIT */
/* What each candidate is worth before anything is chosen. */
#ifndef LEDE_SUMMARY_SCORES_H
#define LEDE_SUMMARY_SCORES_H

#include "text/vectors.h"

/* parts[row][part], in fixed point, the best row's sum near 1.0; the part
 * REDUNDANCY is 0. */
typedef struct score_row {
    int64_t total; /* the sum of parts */
    int64_t parts[LEDE_PART_COUNT];
} score_row;

typedef struct score_task {
    const lede_document *d;
    const uint32_t *sentences; /* of each row */
    const vectors *v;
    const lede_summary_options *options;
} score_task;

/* rows[v->rows] is filled by the method that the options name. */
lede_status scores_compute(const score_task *task, score_row *rows, lede_error *error);

#endif
