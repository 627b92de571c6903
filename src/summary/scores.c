/* SPDX-License-Identifier: MIT */
#include "summary/scores.h"

#include "base/error.h"
#include "base/real.h"
#include "summary/asked.h"
#include "summary/forward.h"
#include "summary/methods.h"
#include "summary/ranked.h"
#include "summary/signals.h"
#include "summary/stretch.h"
#include "summary/title.h"
#include "summary/walk.h"

#include <string.h>

/* ---- The parts of a formula ------------------------------------------------ */

/* e^(-i/scale) underflows early; the rest stays 0 without calling exp. */
static void score_position(const score_task *task, double scale, double *out) {
    for (stretch s = stretch_behind(task); stretch_before(task, &s);) {
        uint32_t rows = s.end - s.begin;
        for (uint32_t i = 0; i < rows && (double)i < 800.0 * scale; i++) {
            out[s.begin + i] = real_exp(-(double)i / scale);
        }
    }
}

static lede_status score_title(const score_task *task, score_parts *p,
                               lede_error *error) {
    const vectors *v = task->v;
    memset(p->dense, 0, ((size_t)v->stems + 1) * sizeof *p->dense);
    lede_status status = title_read(task->d, task->options, v, p->dense, error);
    if (status == LEDE_OK) {
        signal_product(v, p->dense, p->of[LEDE_PART_TITLE]);
    }
    return status;
}

static void clear_parts(score_parts *p, uint32_t rows, int first, int last) {
    for (int part = first; part <= last; part++) {
        memset(p->of[part], 0, rows * sizeof *p->of[part]);
    }
}

/* What the method asks for, as it comes. */
static lede_status compute_parts(const score_task *task, const method *m, score_parts *p,
                                 lede_error *error) {
    double *forward = p->of[LEDE_PART_FORWARD];
    if (m->factor[LEDE_PART_CENTRALITY] > 0.0 && m->walk) {
        /* parts that the method has not take the room of the solution */
        walk_room room = {p->spare, p->of[LEDE_PART_FORWARD], p->of[LEDE_PART_WEIGHT],
                          p->of[LEDE_PART_POSITION], p->of[LEDE_PART_TITLE]};
        walk_rank(task->x, p->dense, &room, p->of[LEDE_PART_CENTRALITY]);
        clear_parts(p, task->v->rows, LEDE_PART_FORWARD, LEDE_PART_TITLE);
    } else if (m->factor[LEDE_PART_CENTRALITY] > 0.0) {
        signal_centrality(task->v, p->dense, p->of[LEDE_PART_CENTRALITY]);
    }
    if (m->factor[LEDE_PART_FORWARD] > 0.0) {
        forward_read(task, task->x, p, forward, m->directed ? p->spare : NULL);
    }
    if (m->factor[LEDE_PART_FORWARD] > 0.0 && m->directed) {
        forward_direct(task->v->rows, forward, p->spare);
    }
    if (m->factor[LEDE_PART_WEIGHT] > 0.0) {
        signal_weight(task->x, p->of[LEDE_PART_WEIGHT]);
    }
    if (m->factor[LEDE_PART_POSITION] > 0.0 && !task->options->no_position) {
        score_position(task, m->position_scale, p->of[LEDE_PART_POSITION]);
    }
    return m->factor[LEDE_PART_TITLE] > 0.0 ? score_title(task, p, error) : LEDE_OK;
}

/* The first of each document, then the second of each. */
static void compute_lead(const score_task *task, score_parts *p) {
    uint32_t most = 0;
    for (stretch s = stretch_behind(task); stretch_before(task, &s);) {
        most = s.end - s.begin > most ? s.end - s.begin : most;
    }
    for (stretch s = stretch_behind(task); stretch_before(task, &s);) {
        for (uint32_t i = s.begin; i < s.end; i++) {
            double left = (double)(most - (i - s.begin));
            p->of[LEDE_PART_POSITION][i] = left / (double)most;
        }
    }
}

/* ---- The query --------------------------------------------------------------- */

/* It weighs as much as everything else together. */
static lede_status score_query(const score_task *task, double factor, score_parts *p,
                               uint32_t *found, lede_error *error) {
    const lede_summary_options *o = task->options;
    if (o->query == NULL) {
        return LEDE_OK;
    }
    asked query = {o->query, o->query_length, 0};
    memset(p->dense, 0, ((size_t)task->v->stems + 1) * sizeof *p->dense);
    lede_status status = asked_read(&query, task->d, task->v, p->dense, error);
    *found = query.found;
    if (status == LEDE_OK) {
        signal_product(task->v, p->dense, p->of[LEDE_PART_QUERY]);
        signal_scale(p->of[LEDE_PART_QUERY], task->v->rows, factor);
    }
    return status;
}

/* ---- The sum ------------------------------------------------------------------- */

static double row_sum(const score_parts *p, uint32_t row) {
    double sum = 0.0;
    for (int part = 0; part < LEDE_PART_REDUNDANCY; part++) {
        sum += p->of[part][row];
    }
    return sum;
}

static void multiply_row(score_parts *p, uint32_t row, double factor) {
    for (int part = 0; part < LEDE_PART_REDUNDANCY; part++) {
        p->of[part][row] *= factor;
    }
}

/* Fragments lose; then the best row is 1. */
static void shorten(const score_task *task, double full_length, score_parts *p) {
    double most = 0.0;
    for (uint32_t i = 0; i < task->v->rows; i++) {
        double words = (double)task->d->sentences.items[task->sentences[i]].words;
        if (words < full_length) {
            multiply_row(p, i, words / full_length);
        }
        double sum = row_sum(p, i);
        most = sum > most ? sum : most;
    }
    for (uint32_t i = 0; i < task->v->rows && most > 0.0; i++) {
        multiply_row(p, i, 1.0 / most);
    }
}

/* The total is summed in fixed point, so that it is its parts exactly. */
static void fix(const score_parts *p, score_row *rows, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = (score_row){0};
        for (int part = 0; part < LEDE_PART_REDUNDANCY; part++) {
            rows[i].parts[part] = real_to_fixed(p->of[part][i]);
            rows[i].total += rows[i].parts[part];
        }
    }
}

static lede_status compute_formula(const score_task *task, const method *m,
                                   score_parts *p, uint32_t *found, lede_error *error) {
    double factors = 0.0;
    lede_status status = compute_parts(task, m, p, error);
    for (int part = 0; part < LEDE_PART_REDUNDANCY && status == LEDE_OK; part++) {
        factors += m->factor[part];
        if (m->factor[part] > 0.0) {
            signal_scale(p->of[part], task->v->rows, m->factor[part]);
        }
    }
    if (status == LEDE_OK) {
        status = score_query(task, factors, p, found, error);
    }
    if (status == LEDE_OK) {
        shorten(task, m->full_length, p);
    }
    return status;
}

/* The weights of a ranker add up to about this where its sentences are good. */
#define LEARNT_RANGE 2.0

static lede_status compute(const score_task *task, score_parts *p, uint32_t *found,
                           lede_error *error) {
    const ranker *learnt = NULL;
    const method *m = method_of(task->options->method, task->d, &learnt);
    if (m->lead) {
        compute_lead(task, p);
        return LEDE_OK;
    }
    if (learnt == NULL) {
        return compute_formula(task, m, p, found, error);
    }
    lede_status status = ranked_compute(task, learnt, p, error);
    return status == LEDE_OK ? score_query(task, LEARNT_RANGE, p, found, error) : status;
}

lede_status scores_compute(const score_task *task, score_row *rows, uint32_t *found,
                           lede_error *error) {
    const vectors *v = task->v;
    size_t arrays = (size_t)LEDE_PART_REDUNDANCY + 1;
    size_t stems = (size_t)v->stems + 1;
    size_t count = (size_t)v->rows * arrays + 2 * stems;
    double *block = memory_allocate(v->allocator, count * sizeof *block);
    if (block == NULL) {
        return error_no_memory(error);
    }
    memset(block, 0, count * sizeof *block);
    score_parts p = {.spare = block, .dense = block + (size_t)v->rows * arrays};
    p.total = p.dense + stems;
    for (size_t part = 0; part < LEDE_PART_REDUNDANCY; part++) {
        p.of[part] = block + (size_t)v->rows * (part + 1);
    }
    lede_status status = compute(task, &p, found, error);
    if (status == LEDE_OK) {
        fix(&p, rows, v->rows);
    }
    memory_free(v->allocator, block, count * sizeof *block);
    return status;
}
