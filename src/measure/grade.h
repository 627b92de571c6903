/* SPDX-License-Identifier: MIT */
/* The headline of a text: the median of a fixed set of formulas. */
#ifndef LEDE_MEASURE_GRADE_H
#define LEDE_MEASURE_GRADE_H

#include "measure/metrics.h"

/* For counts of m's document. The sets are those of headline.def. */
lede_grade grade_of(const lede_metrics *m, const lede_counts *counts);

/* One number that grows as the text gets harder: the grade, or the main or ease
 * formula where the language has no grade. False: there is none. */
bool grade_hardness(const lede_metrics *m, const lede_counts *counts, double *hardness);

#endif
