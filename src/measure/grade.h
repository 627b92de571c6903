/* SPDX-License-Identifier: MIT */
/* The headline of a text: the median of a fixed set of formulas. */
#ifndef LEDE_MEASURE_GRADE_H
#define LEDE_MEASURE_GRADE_H

#include "measure/metrics.h"

/* The headline of a language, from headline.def. */
headline headline_of(const language_pack *pack);

/* For counts of m's document. */
lede_grade grade_of(const lede_metrics *m, const lede_counts *counts);

/* One number that grows as the text gets harder: the mean of the grades, since of
 * their median a sentence moves no more than the formulas in the middle; the main
 * formula where the language has no grade. False: there is none. */
bool grade_hardness(const lede_metrics *m, const lede_counts *counts, double *hardness);

/* Of a formula whose value is no grade: which grade it stands for in the headline. False:
 * it is no such formula of the headline. */
bool grade_of_bands(const lede_metrics *m, uint32_t formula, double value, double *grade);

/* The median, or the main formula where the language has no grade. */
lede_value grade_headline(const lede_metrics *m, const lede_counts *counts);

#endif
