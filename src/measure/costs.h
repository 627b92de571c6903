/* SPDX-License-Identifier: MIT */
/* Which sentences make a text hard: leave one out. */
#ifndef LEDE_MEASURE_COSTS_H
#define LEDE_MEASURE_COSTS_H

#include "measure/counts.h"

/* Fills the costs of m, whose counts and headline are there. Of a long text the
 * sentences are tried that cost most by the slopes of the hardness, and these exactly. */
void costs_find(lede_metrics *m, const counter *c);

#endif
