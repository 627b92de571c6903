/* SPDX-License-Identifier: MIT */
/* What formulas multiply by their factors: pure functions of the counts. */
#ifndef LEDE_MEASURE_QUANTITIES_H
#define LEDE_MEASURE_QUANTITIES_H

#include <lede/types.h>

/* What a quantity asks of the counts: the bits of lists, and these. */
#define NEEDS_LIST(list) (1u << (list))
#define NEEDS_LISTS 0xffffu
#define NEEDS_WORDS 0x00010000u /* words between spaces, not characters */
#define NEEDS_SENTENCES 0x00020000u
#define NEEDS_SYLLABLES 0x00040000u
#define NEEDS_PREPOSITIONS 0x00080000u
#define NEEDS_PRONOUNS 0x00100000u
#define NEEDS_CONJUNCTIONS 0x00200000u
#define NEEDS_PLAIN 0x00400000u
#define NEEDS_RUNS 0x00800000u /* runs of the scripts of Japanese */

#define BORMUTH_COUNTS "letters off_list words sentences"
#define BORMUTH_NEEDS (NEEDS_WORDS | NEEDS_SENTENCES | NEEDS_LIST(LEDE_LIST_DALE_3000))

_Static_assert(LEDE_LIST_COUNT <= 16, "a list has no bit");

typedef enum quantity_id {
#define QUANTITY(id, name, counts, needs, expression) QUANTITY_##id,
#include "measure/quantities.def"
#undef QUANTITY
    QUANTITY_COUNT
} quantity_id;

/* What needs to be there, as constants that a table can be made of. */
enum {
#define QUANTITY(id, name, counts, needs, expression) QUANTITY_NEEDS_##id = (needs),
#include "measure/quantities.def"
#undef QUANTITY
};

/*
 * flags: LEDE_FORMULA_... With LEDE_FORMULA_INTEGER_INPUTS a number per sentence
 * and one per 100 words is rounded to a whole number, half up, and one per word to
 * hundredths, for a worksheet has it per 100 words. Not finite where the quantity
 * is not defined: divided by nothing, the logarithm of nothing.
 */
double quantities_value(quantity_id id, const lede_counts *counts, uint32_t flags);

#endif
