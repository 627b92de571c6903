/* SPDX-License-Identifier: MIT */
/* Which formulas stand in the headline of a language. */
#ifndef LEDE_MEASURE_HEADLINE_H
#define LEDE_MEASURE_HEADLINE_H

#include <stdbool.h>

/* Is the formula of this id in the headline of any language? */
bool headline_has(const char *id);

#endif
