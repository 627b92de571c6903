/* SPDX-License-Identifier: MIT */
#include "summary/walk.h"

#include <string.h>

/* No entries, or none of any weight: those of words that every text of a background
 * has. Mostly the first one tells. */
static bool is_empty(const vectors *v, uint32_t row) {
    uint32_t e = v->begin[row], end = v->begin[row + 1];
    while (e < end && v->weight.items[e] <= 0.0) {
        e++;
    }
    return e == end;
}

/* out = C in */
static void multiply(const vectors *v, double *dense, const double *in, double *out) {
    memset(dense, 0, ((size_t)v->stems + 1) * sizeof *dense);
    vectors_add_rows(v, in, dense);
    vectors_dot_rows(v, dense, out);
    for (uint32_t i = 0; i < v->rows; i++) {
        out[i] = is_empty(v, i) ? in[i] : out[i];
    }
}

/* The sum of residual x residual / degree. */
static double size_of(const vectors *v, const walk_room *room) {
    double sum = 0.0;
    for (uint32_t i = 0; i < v->rows; i++) {
        sum += room->residual[i] * room->residual[i] / room->degree[i];
    }
    return sum;
}

/* The degrees, and a walk that never jumps, where every rank is as the degree: C times
 * equal visits are the degrees. What it leaves out is small, since most jumps come to
 * where the walk would have come by itself. */
static void begin(const vectors *v, double *dense, const walk_room *room) {
    double mean = 1.0 / (double)v->rows, all = 0.0;
    for (uint32_t i = 0; i < v->rows; i++) {
        room->direction[i] = 1.0;
    }
    multiply(v, dense, room->direction, room->degree);
    for (uint32_t i = 0; i < v->rows; i++) {
        all += room->degree[i];
    }
    for (uint32_t i = 0; i < v->rows; i++) {
        room->visits[i] = 1.0 / all;
        room->residual[i] = WALK_JUMP * (mean - room->degree[i] / all);
        room->direction[i] = room->residual[i] / room->degree[i];
    }
}

/* The image of the direction; returns its product with it. */
static double find_image(const vectors *v, double *dense, const walk_room *room) {
    double along = 0.0;
    multiply(v, dense, room->direction, room->image);
    for (uint32_t i = 0; i < v->rows; i++) {
        room->image[i] =
            room->degree[i] * room->direction[i] - (1.0 - WALK_JUMP) * room->image[i];
        along += room->direction[i] * room->image[i];
    }
    return along;
}

/* Goes along the direction; returns the largest residual behind it, and in *size the sum
 * of residual x residual / degree. */
static double go(const vectors *v, const walk_room *room, double factor, double *size) {
    double most = 0.0, sum = 0.0;
    for (uint32_t i = 0; i < v->rows; i++) {
        double rest = room->residual[i] - factor * room->image[i];
        room->visits[i] += factor * room->direction[i];
        room->residual[i] = rest;
        sum += rest * rest / room->degree[i];
        rest = rest < 0.0 ? -rest : rest;
        most = rest > most ? rest : most;
    }
    *size = sum;
    return most;
}

static void turn(const vectors *v, const walk_room *room, double by) {
    for (uint32_t i = 0; i < v->rows; i++) {
        room->direction[i] =
            room->residual[i] / room->degree[i] + by * room->direction[i];
    }
}

static void solve(const vectors *v, double *dense, const walk_room *room) {
    double size = size_of(v, room), close = WALK_CLOSE / (double)v->rows;
    for (uint32_t i = 0; i < WALK_MOST && size > 0.0; i++) {
        double along = find_image(v, dense, room), before = size;
        if (!(along > 0.0) || go(v, room, size / along, &size) <= close) {
            return;
        }
        turn(v, room, size / before);
    }
}

void walk_rank(const vectors *v, double *dense, const walk_room *room, double *rank) {
    if (v->rows == 0) {
        return;
    }
    begin(v, dense, room);
    solve(v, dense, room);
    for (uint32_t i = 0; i < v->rows; i++) {
        rank[i] = room->visits[i] * room->degree[i];
    }
}
