/* SPDX-License-Identifier: MIT */
/* Scores by a learnt ranker: what its features are is said in docs/summarization.md. */
#ifndef LEDE_SUMMARY_RANKED_H
#define LEDE_SUMMARY_RANKED_H

#include "lang/ranker.h"
#include "summary/scores.h"

/* Fills the parts of all rows, which are cleared by the caller. */
lede_status ranked_compute(const score_task *task, const ranker *learnt, score_parts *p,
                           lede_error *error);

#endif
