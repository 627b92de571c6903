/* SPDX-License-Identifier: MIT */
#include "summary/walk.h"

#include <string.h>

static bool is_empty(const vectors *v, uint32_t row) {
    return v->begin[row] == v->begin[row + 1];
}

static void find_degrees(const vectors *v, double *dense, double *degree) {
    memset(dense, 0, ((size_t)v->stems + 1) * sizeof *dense);
    for (uint32_t i = 0; i < v->rows; i++) {
        vectors_add(v, i, 1.0, dense);
    }
    for (uint32_t i = 0; i < v->rows; i++) {
        degree[i] = is_empty(v, i) ? 1.0 : vectors_dot(v, i, dense);
    }
}

/* The largest change of a rank. */
static double step(const vectors *v, double *dense, double *rank, const double *degree) {
    double jump = WALK_JUMP / (double)v->rows, most = 0.0;
    memset(dense, 0, ((size_t)v->stems + 1) * sizeof *dense);
    for (uint32_t i = 0; i < v->rows; i++) {
        vectors_add(v, i, rank[i] / degree[i], dense);
    }
    for (uint32_t i = 0; i < v->rows; i++) {
        double from = is_empty(v, i) ? rank[i] : vectors_dot(v, i, dense);
        double now = jump + (1.0 - WALK_JUMP) * from;
        double change = now > rank[i] ? now - rank[i] : rank[i] - now;
        most = change > most ? change : most;
        rank[i] = now;
    }
    return most;
}

void walk_rank(const vectors *v, double *dense, double *rank, double *degree) {
    double mean = v->rows > 0 ? 1.0 / (double)v->rows : 0.0;
    find_degrees(v, dense, degree);
    for (uint32_t i = 0; i < v->rows; i++) {
        rank[i] = mean;
    }
    for (uint32_t i = 0; i < WALK_MOST && v->rows > 0; i++) {
        if (step(v, dense, rank, degree) <= WALK_CLOSE * mean) {
            return;
        }
    }
}
