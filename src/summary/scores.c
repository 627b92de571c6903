/* SPDX-License-Identifier: MIT */
/*
 * The default method: directed and undirected TF-ISF centrality, TF-ISF
 * weight, position and title, each divided by its largest value in the
 * document. No pair of sentences is ever compared: the sum of the similarities
 * of a row to many others is its product with their sum.
 */
#include "summary/scores.h"

#include "base/error.h"
#include "base/real.h"
#include "summary/title.h"

#include <string.h>

/* Chosen on development documents; the optimum is flat. */
#define FACTOR_CENTRALITY 0.4
#define FACTOR_FORWARD 0.4
#define FACTOR_WEIGHT 0.4
#define FACTOR_POSITION 0.4
#define FACTOR_TITLE 0.5
#define POSITION_SCALE 5.0 /* sentences until position has fallen to 1/e */
#define FULL_LENGTH 5.0    /* words: shorter sentences are fragments */

/* The parts of all rows as real numbers, one array after the other. */
typedef struct raw {
    double *parts[LEDE_PART_COUNT]; /* NULL: this part is 0 */
    double *dense;                  /* stems: sums over rows */
} raw;

static void clear(const vectors *v, double *dense) {
    memset(dense, 0, ((size_t)v->stems + 1) * sizeof *dense);
}

/* A row's product with itself is 1 but for the last bits. What is left of them
 * must not count as likeness, which scale() would blow up to a whole part. */
#define NOISE 1e-9

/* Sum of the cosines with all other rows. */
static void score_centrality(const vectors *v, double *dense, double *out) {
    clear(v, dense);
    for (uint32_t i = 0; i < v->rows; i++) {
        vectors_add(v, i, 1.0, dense);
    }
    for (uint32_t i = 0; i < v->rows; i++) {
        bool empty = v->begin[i] == v->begin[i + 1];
        double others = empty ? 0.0 : vectors_dot(v, i, dense) - 1.0;
        out[i] = others > NOISE ? others : 0.0;
    }
}

/* Sum of the cosines with the rows behind it. */
static void score_forward(const vectors *v, double *dense, double *out) {
    clear(v, dense);
    for (uint32_t i = v->rows; i-- > 0;) {
        out[i] = vectors_dot(v, i, dense);
        vectors_add(v, i, 1.0, dense);
    }
}

static void score_weight(const vectors *v, double *out) {
    for (uint32_t i = 0; i < v->rows; i++) {
        double sum = 0.0;
        for (uint32_t e = v->begin[i]; e < v->begin[i + 1]; e++) {
            uint32_t stem = v->stem.items[e];
            sum += (double)v->total[stem] * v->isf[stem];
        }
        double words = v->content[i] > 1 ? (double)v->content[i] : 1.0;
        out[i] = sum / real_sqrt(words);
    }
}

static void score_position(const vectors *v, double *out) {
    /* e^(-i/5) underflows early; the rest stays 0 without calling exp. */
    for (uint32_t i = 0; i < v->rows && i < 4000; i++) {
        out[i] = real_exp(-(double)i / POSITION_SCALE);
    }
}

static lede_status score_title(const vectors *v, const lede_document *d,
                               const lede_summary_options *options, raw *r,
                               lede_error *error) {
    clear(v, r->dense);
    lede_status status = title_read(d, options, v, r->dense, error);
    for (uint32_t i = 0; i < v->rows && status == LEDE_OK; i++) {
        r->parts[LEDE_PART_TITLE][i] = vectors_dot(v, i, r->dense);
    }
    return status;
}

/* Largest value 1, times factor. */
static void scale(double *part, uint32_t rows, double factor) {
    double most = 0.0;
    for (uint32_t i = 0; i < rows; i++) {
        most = part[i] > most ? part[i] : most;
    }
    for (uint32_t i = 0; i < rows && most > 0.0; i++) {
        part[i] = part[i] / most * factor;
    }
}

static lede_status compute_auto(raw *r, const lede_document *d, const vectors *v,
                                const lede_summary_options *options, lede_error *error) {
    score_centrality(v, r->dense, r->parts[LEDE_PART_CENTRALITY]);
    score_forward(v, r->dense, r->parts[LEDE_PART_FORWARD]);
    score_weight(v, r->parts[LEDE_PART_WEIGHT]);
    if (!options->no_position) {
        score_position(v, r->parts[LEDE_PART_POSITION]);
    }
    lede_status status = score_title(v, d, options, r, error);
    scale(r->parts[LEDE_PART_CENTRALITY], v->rows, FACTOR_CENTRALITY);
    scale(r->parts[LEDE_PART_FORWARD], v->rows, FACTOR_FORWARD);
    scale(r->parts[LEDE_PART_WEIGHT], v->rows, FACTOR_WEIGHT);
    scale(r->parts[LEDE_PART_POSITION], v->rows, FACTOR_POSITION);
    scale(r->parts[LEDE_PART_TITLE], v->rows, FACTOR_TITLE);
    return status;
}

static void compute_lead(raw *r, const vectors *v) {
    for (uint32_t i = 0; i < v->rows; i++) {
        r->parts[LEDE_PART_POSITION][i] = (double)(v->rows - i) / (double)v->rows;
    }
}

static double row_sum(const raw *r, uint32_t row) {
    double sum = 0.0;
    for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
        sum += r->parts[p][row];
    }
    return sum;
}

/* Fragments lose; then the best row is 1. */
static void shorten(raw *r, const lede_document *d, const uint32_t *sentences,
                    uint32_t rows) {
    double most = 0.0;
    for (uint32_t i = 0; i < rows; i++) {
        double words = (double)d->sentences.items[sentences[i]].words;
        double factor = words < FULL_LENGTH ? words / FULL_LENGTH : 1.0;
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            r->parts[p][i] *= factor;
        }
        double sum = row_sum(r, i);
        most = sum > most ? sum : most;
    }
    for (uint32_t i = 0; i < rows && most > 0.0; i++) {
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            r->parts[p][i] /= most;
        }
    }
}

/* The total is summed in fixed point, so that it is its parts exactly. */
static void fix(const raw *r, score_row *rows, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = (score_row){0};
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            rows[i].parts[p] = real_to_fixed(r->parts[p][i]);
            rows[i].total += rows[i].parts[p];
        }
    }
}

static lede_status compute(raw *r, const score_task *task, lede_error *error) {
    const vectors *v = task->v;
    if (task->options->method == LEDE_METHOD_LEAD) {
        compute_lead(r, v);
        return LEDE_OK;
    }
    if (task->options->method == LEDE_METHOD_TFIDF) {
        score_weight(v, r->parts[LEDE_PART_WEIGHT]);
        scale(r->parts[LEDE_PART_WEIGHT], v->rows, 1.0);
        return LEDE_OK;
    }
    lede_status status = compute_auto(r, task->d, v, task->options, error);
    shorten(r, task->d, task->sentences, v->rows);
    return status;
}

lede_status scores_compute(const score_task *task, score_row *rows, lede_error *error) {
    const vectors *v = task->v;
    size_t count = (size_t)v->rows * LEDE_PART_REDUNDANCY + v->stems + 1;
    double *block = memory_allocate(v->allocator, count * sizeof *block);
    if (block == NULL) {
        return error_no_memory(error);
    }
    memset(block, 0, count * sizeof *block);
    raw r = {.dense = block + (size_t)v->rows * LEDE_PART_REDUNDANCY};
    for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
        r.parts[p] = block + (size_t)v->rows * (size_t)p;
    }
    lede_status status = compute(&r, task, error);
    if (status == LEDE_OK) {
        fix(&r, rows, v->rows);
    }
    memory_free(v->allocator, block, count * sizeof *block);
    return status;
}
