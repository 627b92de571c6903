/* SPDX-License-Identifier: MIT */
/* LexRank: how often a random walk from sentence to sentence comes by each. */
#ifndef LEDE_SUMMARY_WALK_H
#define LEDE_SUMMARY_WALK_H

#include "text/vectors.h"

#define WALK_JUMP 0.15  /* how often the walk goes to any sentence at all */
#define WALK_MOST 60u   /* steps of the solution at most; 20 are enough */
#define WALK_CLOSE 1e-7 /* of a mean rank: what may be missing from each equation */

/* Room for the solution: one number for each row in each. */
typedef struct walk_room {
    double *degree;
    double *visits; /* rank by degree */
    double *residual;
    double *direction;
    double *image; /* of the direction */
} walk_room;

/*
 * Continuous LexRank (Erkan and Radev 2004): with S rows and d = WALK_JUMP,
 *     r(i) = d/S + (1 - d) sum over j of cos(i, j) / degree(j) r(j)
 *     degree(j) = sum over i of cos(i, j)
 * where a row is like itself too. A row without entries is like nothing else.
 *
 * Exact and without a matrix. With u(j) = r(j) / degree(j) the equations are
 *     (degree - (1 - d) C) u = d/S,   C = X X'
 * whose matrix is symmetric and positive definite, so that conjugate gradients (Hestenes
 * and Stiefel 1952) solve them; divided by the degrees all its eigenvalues are between d
 * and 1, so that each step leaves less than half of the error, whatever the text. A step
 * costs two walks over the entries. dense: as many numbers as stems and one more.
 */
void walk_rank(const vectors *v, double *dense, const walk_room *room, double *rank);

#endif
