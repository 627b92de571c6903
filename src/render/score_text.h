/* SPDX-License-Identifier: MIT */
/* The parts of a score as text, a file each. */
#ifndef LEDE_RENDER_SCORE_TEXT_H
#define LEDE_RENDER_SCORE_TEXT_H

#include "render/phrase.h"
#include "render/score.h"

#define SCORE_INDENT 18u /* columns of the labels */

/* A line that begins with a label. */
flow score_label(out *o, const score *s, const char *label);
phrase score_phrase(const score *s);

void score_text_style(out *o, const score *s); /* words, passives, openings */
void score_text_all(out *o, const score *s);   /* every count and statistic */
void score_text_parts(out *o, const score *s); /* --by */
void score_put_number(phrase *p, uint32_t formula, double value);
/* The headline figure of a part's counts: the grade, or the main formula where the
 * language has no grade. False: it has none. */
bool score_part_value(const score *s, const lede_counts *counts, double *value);
/* What that figure is: "grade", "lix". */
const char *score_part_label(const score *s);
/* The words by which a part is known. */
lede_span score_part_words(const score *s, const lede_metrics_part *part);
void score_text_explain(out *o, const score *s); /* each formula */
void score_text_formulas(out *o, const score *s);
void score_text_warnings(out *o, const score *s); /* what makes values doubtful */

/* "Flesch reading ease 31.0 (difficult: college)", or why there is none. */
void score_put_value(phrase *p, uint32_t formula, lede_value value);
/* How many of the hardest sentences are worth naming. */
size_t score_hardest(const score *s);
/* The unit of what sentences cost: "grades", "points of LIX". */
void score_put_unit(phrase *p, const score *s);

#endif
