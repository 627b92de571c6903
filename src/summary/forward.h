/* SPDX-License-Identifier: MIT */
/* What later sentences take up again, in one document or in several. */
#ifndef LEDE_SUMMARY_FORWARD_H
#define LEDE_SUMMARY_FORWARD_H

#include "summary/scores.h"

/* What a sentence of another document counts: as much as on average over all orders that
 * the documents could be given in, behind it in every other one. */
#define FORWARD_ELSEWHERE 0.5

/*
 * out: of each row the sum of the cosines with the rows behind it in its document, and of
 * FORWARD_ELSEWHERE times those with the rows of all others. With `before`, which may be
 * NULL, the same with the rows before it. v: which weights of the task's. dense, total:
 * room for a number of each stem and one more.
 */
void forward_read(const score_task *task, const vectors *v, score_parts *p, double *out,
                  double *before);

/* max(0, 1.2 x forward - 0.2 x before), in place of forward. */
void forward_direct(uint32_t rows, double *forward, const double *before);

#endif
