/* SPDX-License-Identifier: MIT */
#include "summary/forward.h"

#include "summary/signals.h"
#include "summary/stretch.h"

#include <string.h>

static void add_rows(const vectors *v, const stretch *s, double *dense) {
    for (uint32_t i = s->begin; i < s->end; i++) {
        vectors_add(v, i, 1.0, dense);
    }
}

/* Only what the rows have: clearing all stems for each document would be quadratic. */
static void clear_rows(const vectors *v, const stretch *s, double *dense) {
    for (uint32_t e = v->begin[s->begin]; e < v->begin[s->end]; e++) {
        dense[v->stem.items[e]] = 0.0;
    }
}

static void read_behind(const vectors *v, const stretch *s, double *dense, double *out) {
    for (uint32_t i = s->end; i-- > s->begin;) {
        out[i] = vectors_dot(v, i, dense);
        vectors_add(v, i, 1.0, dense);
    }
    clear_rows(v, s, dense);
}

static void read_before(const vectors *v, const stretch *s, double *dense, double *out) {
    for (uint32_t i = s->begin; i < s->end; i++) {
        out[i] = vectors_dot(v, i, dense);
        vectors_add(v, i, 1.0, dense);
    }
    clear_rows(v, s, dense);
}

static void add_elsewhere(const vectors *v, const stretch *s, score_parts *p, double *out,
                          double *before) {
    add_rows(v, s, p->dense);
    for (uint32_t i = s->begin; i < s->end; i++) {
        double others = vectors_dot(v, i, p->total) - vectors_dot(v, i, p->dense);
        double counts = others > SIGNALS_NOISE ? FORWARD_ELSEWHERE * others : 0.0;
        out[i] += counts;
        if (before != NULL) {
            before[i] += counts;
        }
    }
    clear_rows(v, s, p->dense);
}

void forward_read(const score_task *task, const vectors *v, score_parts *p, double *out,
                  double *before) {
    const stretch all = {0, v->rows, 0};
    size_t size = ((size_t)v->stems + 1) * sizeof *p->dense;
    memset(p->dense, 0, size);
    if (task->d->starts.count > 0) {
        memset(p->total, 0, size);
        add_rows(v, &all, p->total);
    }
    for (stretch s = stretch_behind(task); stretch_before(task, &s);) {
        read_behind(v, &s, p->dense, out);
        if (before != NULL) {
            read_before(v, &s, p->dense, before);
        }
        if (s.end - s.begin < v->rows) {
            add_elsewhere(v, &s, p, out, before);
        }
    }
}

void forward_direct(uint32_t rows, double *forward, const double *before) {
    for (uint32_t i = 0; i < rows; i++) {
        double directed = 1.2 * forward[i] - 0.2 * before[i];
        forward[i] = directed > SIGNALS_NOISE ? directed : 0.0;
    }
}
