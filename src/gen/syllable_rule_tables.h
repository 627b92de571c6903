/* SPDX-License-Identifier: MIT */
/* Writes the syllable rules of a language as constant tables in C. */
#ifndef LEDE_GEN_SYLLABLE_RULE_TABLES_H
#define LEDE_GEN_SYLLABLE_RULE_TABLES_H

#include "lang/syllable_tables.h"

#include <stdio.h>

/* Defines syllable_rules_NUMBER and what it points to. */
void syllable_rule_tables_write(const syllable_tables *t, size_t number, FILE *out);

#endif
