/* SPDX-License-Identifier: MIT */
/* Which sentences count, and the parts of a text that have values of their own. */
#ifndef LEDE_MEASURE_UNITS_H
#define LEDE_MEASURE_UNITS_H

#include "measure/metrics.h"

/* Fills counted[sentences]. */
void units_judge(const lede_document *d, uint8_t *counted);

/* Fills the parts of m, without their counts. False: no memory. */
bool units_divide(lede_metrics *m, lede_unit unit);

#endif
