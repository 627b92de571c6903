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

void score_text_hardest(out *o, const score *s); /* sentences, and what they cost */
void score_text_repeats(out *o, const score *s); /* repetition, told twice */
void score_text_style(out *o, const score *s);   /* words, passives, openings */
void score_text_all(out *o, const score *s);     /* every count and statistic */
void score_text_parts(out *o, const score *s);   /* --by */
void score_text_reasons(out *o, const score *s); /* why the hardest sentences are hard */
void score_text_explain(out *o, const score *s); /* each formula */
void score_text_formulas(out *o, const score *s);
void score_text_warnings(out *o, const score *s); /* what makes values doubtful */

/* "Flesch reading ease 31.0 (difficult: college)", or why there is none. */
void score_put_value(phrase *p, uint32_t formula, lede_value value);
void score_put_number(phrase *p, uint32_t formula, double value);
/* "12.9–16.1", "−8.0 to 4.0" */
void score_put_range(phrase *p, double low, double high);
/* "without these three sentences the grade would be 6.8 instead of 8.1" */
void score_put_without(phrase *p, const score *s, size_t n);
/* "+0.6, sentence 12 at 37:5, 41 words", with something else for the first comma. */
void score_put_cost(phrase *p, const score *s, const lede_cost *cost, const char *comma);
/* Words as they stand in the text, from entry `first` of the word array on. */
void score_put_words(phrase *p, const score *s, uint32_t first, uint32_t count);

#endif
