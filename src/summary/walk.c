/* SPDX-License-Identifier: MIT */
#include "summary/walk.h"

#include <string.h>

static bool is_empty(const vectors *v, uint32_t row) {
    return v->begin[row] == v->begin[row + 1];
}

/* out = C in */
static void multiply(const vectors *v, double *dense, const double *in, double *out) {
    memset(dense, 0, ((size_t)v->stems + 1) * sizeof *dense);
    for (uint32_t i = 0; i < v->rows; i++) {
        vectors_add(v, i, in[i], dense);
    }
    for (uint32_t i = 0; i < v->rows; i++) {
        out[i] = is_empty(v, i) ? in[i] : vectors_dot(v, i, dense);
    }
}

static void find_degrees(const vectors *v, double *dense, const walk_room *room) {
    for (uint32_t i = 0; i < v->rows; i++) {
        room->direction[i] = 1.0;
    }
    multiply(v, dense, room->direction, room->degree);
}

/* The sum of residual x residual / degree. */
static double size_of(const vectors *v, const walk_room *room) {
    double sum = 0.0;
    for (uint32_t i = 0; i < v->rows; i++) {
        sum += room->residual[i] * room->residual[i] / room->degree[i];
    }
    return sum;
}

/* From the walk without any likeness, where every rank is the mean. */
static void begin(const vectors *v, double *dense, const walk_room *room) {
    double mean = 1.0 / (double)v->rows;
    find_degrees(v, dense, room);
    for (uint32_t i = 0; i < v->rows; i++) {
        room->visits[i] = mean / room->degree[i];
    }
    multiply(v, dense, room->visits, room->image);
    for (uint32_t i = 0; i < v->rows; i++) {
        room->residual[i] = WALK_JUMP * mean - mean + (1.0 - WALK_JUMP) * room->image[i];
        room->direction[i] = room->residual[i] / room->degree[i];
    }
}

/* One step along the direction; returns the largest residual behind it. */
static double step(const vectors *v, double *dense, const walk_room *room, double size) {
    double along = 0.0, most = 0.0;
    multiply(v, dense, room->direction, room->image);
    for (uint32_t i = 0; i < v->rows; i++) {
        room->image[i] =
            room->degree[i] * room->direction[i] - (1.0 - WALK_JUMP) * room->image[i];
        along += room->direction[i] * room->image[i];
    }
    double factor = along > 0.0 ? size / along : 0.0;
    for (uint32_t i = 0; i < v->rows; i++) {
        room->visits[i] += factor * room->direction[i];
        room->residual[i] -= factor * room->image[i];
        double rest = room->residual[i] < 0.0 ? -room->residual[i] : room->residual[i];
        most = rest > most ? rest : most;
    }
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
        if (step(v, dense, room, size) <= close) {
            return;
        }
        double now = size_of(v, room);
        turn(v, room, now / size);
        size = now;
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
