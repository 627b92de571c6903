/* SPDX-License-Identifier: MIT */
/* LexRank: how often a random walk from sentence to sentence comes by each. */
#ifndef LEDE_SUMMARY_WALK_H
#define LEDE_SUMMARY_WALK_H

#include "text/vectors.h"

#define WALK_JUMP 0.15  /* how often the walk goes to any sentence at all */
#define WALK_MOST 100u  /* steps at most */
#define WALK_CLOSE 1e-7 /* of a mean rank: when no rank changes by more, it is over */

/*
 * Continuous LexRank (Erkan and Radev 2004): with S rows and d = WALK_JUMP,
 *     r(i) = d/S + (1 - d) sum over j of cos(i, j) / degree(j) r(j)
 *     degree(j) = sum over i of cos(i, j)
 * where a row is like itself too. A row without entries is like nothing else. Exact and
 * without a matrix: sum over j of cos(i, j) w(j) is row i times the sum of the rows
 * weighted by w, two walks over the entries for each step. dense: as many numbers as
 * stems and one more; rank and degree: one for each row; the sum of the ranks is 1.
 */
void walk_rank(const vectors *v, double *dense, double *rank, double *degree);

#endif
