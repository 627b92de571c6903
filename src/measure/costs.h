/* SPDX-License-Identifier: MIT */
/* Which sentences make a text hard: leave one out. */
#ifndef LEDE_MEASURE_COSTS_H
#define LEDE_MEASURE_COSTS_H

#include "measure/counts.h"

/* Fills the costs of m, whose counts are those of the whole. c must be clear. */
void costs_find(lede_metrics *m, counter *c);

#endif
