/* SPDX-License-Identifier: MIT */
/* What only a document shows of a word: is it a name, is it spelled out? */
#ifndef LEDE_MEASURE_CASING_H
#define LEDE_MEASURE_CASING_H

#include "measure/metrics.h"

/*
 * Changes the facts of m's terms. Names (measure/names.h) are on every list and never
 * hard. Short words in capitals are spelled ("the BBC"), unless their neighbours are in
 * capitals too or the word occurs in lower case. Numbers, URLs and addresses have one
 * syllable.
 */
void casing_apply(lede_metrics *m);

#endif
