/* SPDX-License-Identifier: MIT */
/*
 * The formulas of readability, from formulas.def: each a sum of factors times
 * quantities, so that one record gives the value, its parts and its description.
 */
#ifndef LEDE_MEASURE_FORMULAS_H
#define LEDE_MEASURE_FORMULAS_H

#include <lede/types.h>

#include <stdbool.h>

/* NULL from their number on. */
const lede_formula_info *formulas_at(size_t i);
/* SIZE_MAX: there is none of this id. */
size_t formulas_find(const char *id, size_t n);
/* For the languages that it is made for, code may have a region: "pt-BR". */
bool formulas_is_for(size_t i, const char *code);

/* i below their number, here and in what follows. */
lede_value formulas_compute(size_t i, const lede_counts *c, uint32_t flags);
/* The number of terms; 0 where there is no value. */
size_t formulas_terms(size_t i, const lede_counts *c, uint32_t flags,
                      lede_formula_term terms[LEDE_FORMULA_TERMS]);
/* NULL: the formula has no bands. */
const char *formulas_band(size_t i, double value);

/* The languages that formulas are made for, in the order of the table. */
typedef struct formula_language {
    const char *code; /* "*": any */
    const char *name; /* in English */
} formula_language;

/* NULL from their number on. */
const formula_language *formulas_language(size_t i);

#endif
