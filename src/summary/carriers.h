/* SPDX-License-Identifier: MIT */
/* The words that carried a sentence: to whom its score is owed. */
#ifndef LEDE_SUMMARY_CARRIERS_H
#define LEDE_SUMMARY_CARRIERS_H

#include "summary/scores.h"
#include "summary/summary.h"

/*
 * Fills the words of the picks, which are in the order of the document, and of the
 * runner-up. The parts of a score that are sums over words are divided among these: a
 * part goes to the stems of the sentence in proportion to what each adds to the formula
 * behind it, x(i, w) times the sum of the rows (centrality), of those behind (forward),
 * occurrences x ISF (weight), the words of the title and of the query. One walk over the
 * entries, and one over the title and the query.
 */
lede_status carriers_name(const score_task *task, lede_summary *s, lede_error *error);

#endif
