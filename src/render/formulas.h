/* SPDX-License-Identifier: MIT */
/* The readability formulas: all of them, or one with all that is known of it. */
#ifndef LEDE_RENDER_FORMULAS_H
#define LEDE_RENDER_FORMULAS_H

#include "base/out.h"
#include "measure/formulas.h"

/* A line each, in groups by language. */
void formulas_list_text(out *o);
void formulas_one_text(out *o, const lede_formula_info *info);

/* A table for each language, then the bands. */
void formulas_list_markdown(out *o);
void formulas_one_markdown(out *o, const lede_formula_info *info);

/* The same report for both; NULL: every formula. */
void formulas_json(out *o, const lede_formula_info *info);

/* What the formats share. */

/* "206.835 - 1.015 * words per sentence - 84.6 * syllables per word" */
void formulas_write_expression(out *o, const lede_formula_info *info);
/* "English (en)", "Any language" */
void formulas_write_language(out *o, const formula_language *language);
const formula_language *formulas_language_of(const lede_formula_info *info);
/* "100 words", "30 sentences"; nothing where none is known */
void formulas_write_minimum(out *o, const lede_formula_info *info);
/* "below 30", of the last "else" */
void formulas_write_limit(out *o, const lede_formula_info *info, uint32_t band);
/* "higher is easier" */
const char *formulas_direction(const lede_formula_info *info);
/* What "P" and so on mean. */
const char *formulas_evidence(const lede_formula_info *info);

#endif
