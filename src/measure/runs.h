/* SPDX-License-Identifier: MIT */
/* Code points of a sentence, and the runs of scripts that Japanese mixes. */
#ifndef LEDE_MEASURE_RUNS_H
#define LEDE_MEASURE_RUNS_H

#include "text/document.h"

/* Code points of the span that are no white space. */
uint64_t runs_visible(const lede_document *d, lede_span span);

/* Adds to runs and run_length. */
void runs_count(const lede_document *d, lede_span span, lede_counts *counts);

#endif
