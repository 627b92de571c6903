/* SPDX-License-Identifier: MIT */
#include "summary/ranked.h"

#include "base/error.h"
#include "base/real.h"
#include "summary/forward.h"
#include "summary/signals.h"
#include "summary/stretch.h"
#include "summary/surface.h"
#include "summary/title.h"

#include <string.h>

/* To which part of a score each feature belongs. */
static const uint8_t part_of[RANKER_FEATURES] = {
    [RANKER_WEIGHT] = LEDE_PART_WEIGHT,        [RANKER_WEIGHT_MEAN] = LEDE_PART_WEIGHT,
    [RANKER_CENTROID] = LEDE_PART_WEIGHT,      [RANKER_LATER] = LEDE_PART_FORWARD,
    [RANKER_LATER_NEW] = LEDE_PART_FORWARD,    [RANKER_FORWARD] = LEDE_PART_FORWARD,
    [RANKER_FORWARD_MEAN] = LEDE_PART_FORWARD, [RANKER_CENTRALITY] = LEDE_PART_CENTRALITY,
    [RANKER_TITLE] = LEDE_PART_TITLE,          [RANKER_TITLE_SHARE] = LEDE_PART_TITLE,
    [RANKER_FIRST] = LEDE_PART_POSITION,       [RANKER_NEAR_2] = LEDE_PART_POSITION,
    [RANKER_NEAR_5] = LEDE_PART_POSITION,      [RANKER_NEAR_15] = LEDE_PART_POSITION,
    [RANKER_RELATIVE_10] = LEDE_PART_POSITION, [RANKER_RELATIVE_30] = LEDE_PART_POSITION,
    [RANKER_NEW] = LEDE_PART_NOVELTY,          [RANKER_LENGTH] = LEDE_PART_LENGTH,
    [RANKER_LENGTH_RATIO] = LEDE_PART_LENGTH,  [RANKER_FULL_5] = LEDE_PART_LENGTH,
    [RANKER_FULL_10] = LEDE_PART_LENGTH,       [RANKER_STOP] = LEDE_PART_FORM,
    [RANKER_DIGIT] = LEDE_PART_FORM,           [RANKER_DIGITS] = LEDE_PART_FORM,
    [RANKER_QUOTE] = LEDE_PART_FORM,           [RANKER_COLON] = LEDE_PART_FORM,
    [RANKER_ANAPHOR] = LEDE_PART_FORM,
};

/* Features that are known only when all rows are. */
typedef enum array_id {
    ARRAY_WEIGHT,
    ARRAY_WEIGHT_MEAN,
    ARRAY_LATER,
    ARRAY_LATER_NEW,
    ARRAY_CENTRALITY,
    ARRAY_FORWARD,
    ARRAY_FORWARD_MEAN,
    ARRAY_CENTROID,
    ARRAY_TITLE,
    ARRAY_TITLE_SHARE,
    ARRAY_NEW,
    ARRAYS
} array_id;

static const uint8_t feature_of[ARRAYS] = {
    RANKER_WEIGHT,     RANKER_WEIGHT_MEAN, RANKER_LATER,        RANKER_LATER_NEW,
    RANKER_CENTRALITY, RANKER_FORWARD,     RANKER_FORWARD_MEAN, RANKER_CENTROID,
    RANKER_TITLE,      RANKER_TITLE_SHARE, RANKER_NEW};

/* Features that fall by the same factor from row to row. */
enum { POSITIONS = 5 };
static const uint8_t position_of[POSITIONS] = {
    RANKER_NEAR_2, RANKER_NEAR_5, RANKER_NEAR_15, RANKER_RELATIVE_10, RANKER_RELATIVE_30};

typedef struct ranking {
    const score_task *task;
    const vectors *v;
    const ranker *learnt;
    score_parts *sums;
    double *dense;
    double *of[ARRAYS];     /* rows */
    uint32_t *first;        /* stems: the first row of the document that has it */
    uint32_t *own;          /* stems: rows of the document that have it */
    uint32_t *later;        /* stems: of these, those behind the one at hand */
    surface *surfaces;      /* rows */
    double mean_pieces;     /* of a row */
    double near[POSITIONS]; /* of the row at hand: e^(-i/scale) */
    double fall[POSITIONS]; /* from row to row */
    double context[RANKER_CONTEXTS];
    double by_context[RANKER_FEATURES]; /* weight, and those by each context */
} ranking;

/* ---- Arrays -------------------------------------------------------------------- */

static double content_of(const vectors *v, uint32_t row) {
    return v->content[row] > 1 ? (double)v->content[row] : 1.0;
}

static void meet_document(ranking *r, const stretch *s) {
    const vectors *v = r->v;
    for (uint32_t e = v->begin[s->begin]; e < v->begin[s->end]; e++) {
        r->own[v->stem.items[e]] = r->later[v->stem.items[e]] = 0;
    }
    for (uint32_t i = s->end; i-- > s->begin;) {
        for (uint32_t e = v->begin[i]; e < v->begin[i + 1]; e++) {
            r->first[v->stem.items[e]] = i;
            r->own[v->stem.items[e]]++;
        }
    }
}

/* In how many rows a stem comes again, once more for each call in a document. */
static double count_later(ranking *r, uint32_t stem) {
    double elsewhere = (double)(r->v->rows_with[stem] - r->own[stem]);
    return (double)r->later[stem]++ + FORWARD_ELSEWHERE * elsewhere;
}

/* Backwards, so that `later` is what lies behind. */
static void read_later(ranking *r, const stretch *s) {
    const vectors *v = r->v;
    meet_document(r, s);
    for (uint32_t i = s->end; i-- > s->begin;) {
        double sum = 0.0, of_new = 0.0;
        uint32_t fresh = 0, begin = v->begin[i], end = v->begin[i + 1];
        for (uint32_t e = begin; e < end; e++) {
            uint32_t stem = v->stem.items[e];
            double worth = count_later(r, stem) * v->isf[stem];
            bool is_new = r->first[stem] == i;
            sum += worth;
            of_new += is_new ? worth : 0.0;
            fresh += is_new;
        }
        double root = real_sqrt(content_of(v, i));
        r->of[ARRAY_LATER][i] = sum / root;
        r->of[ARRAY_LATER_NEW][i] = of_new / root;
        r->of[ARRAY_NEW][i] = end > begin ? (double)fresh / (double)(end - begin) : 0.0;
    }
}

static void read_weight(ranking *r) {
    signal_weight(r->v, r->of[ARRAY_WEIGHT]);
    for (uint32_t i = 0; i < r->v->rows; i++) {
        double root = real_sqrt(content_of(r->v, i));
        r->of[ARRAY_WEIGHT_MEAN][i] = r->of[ARRAY_WEIGHT][i] / root;
    }
}

/* Of that many rows it is the mean. */
static void read_forward_mean(ranking *r, const stretch *s) {
    uint32_t elsewhere = r->v->rows - (s->end - s->begin);
    for (uint32_t i = s->begin; i < s->end; i++) {
        double rows = (double)(s->end - 1 - i) + FORWARD_ELSEWHERE * (double)elsewhere;
        r->of[ARRAY_FORWARD_MEAN][i] =
            r->of[ARRAY_FORWARD][i] / (rows > 1.0 ? rows : 1.0);
    }
}

static void read_order(ranking *r) {
    forward_read(r->task, r->v, r->sums, r->of[ARRAY_FORWARD], NULL);
    for (stretch s = stretch_behind(r->task); stretch_before(r->task, &s);) {
        read_forward_mean(r, &s);
        read_later(r, &s);
    }
}

/* The whole text as a row; its length does not matter, since the largest is made 1. */
static void read_centroid(ranking *r) {
    for (uint32_t stem = 0; stem < r->v->stems; stem++) {
        r->dense[stem] = (double)r->v->total[stem] * r->v->isf[stem];
    }
    signal_product(r->v, r->dense, r->of[ARRAY_CENTROID]);
}

/* Each word of the title counts once. */
static lede_status read_title(ranking *r, lede_error *error) {
    const vectors *v = r->v;
    double all = 0.0;
    memset(r->dense, 0, ((size_t)v->stems + 1) * sizeof *r->dense);
    lede_status status = title_read(r->task->d, r->task->options, v, r->dense, error);
    for (uint32_t stem = 0; stem < v->stems && status == LEDE_OK; stem++) {
        r->dense[stem] = r->dense[stem] > 0.0 ? v->isf[stem] : 0.0;
        all += r->dense[stem];
    }
    if (status != LEDE_OK || all <= 0.0) {
        return status;
    }
    signal_product(v, r->dense, r->of[ARRAY_TITLE]);
    for (uint32_t i = 0; i < v->rows; i++) {
        double mass = 0.0;
        for (uint32_t e = v->begin[i]; e < v->begin[i + 1]; e++) {
            mass += r->dense[v->stem.items[e]];
        }
        r->of[ARRAY_TITLE_SHARE][i] = mass / all;
    }
    return status;
}

static lede_status read_arrays(ranking *r, lede_error *error) {
    signal_centrality(r->v, r->dense, r->of[ARRAY_CENTRALITY]);
    read_order(r);
    read_weight(r);
    read_centroid(r);
    lede_status status = read_title(r, error);
    for (int a = 0; a < ARRAY_TITLE_SHARE; a++) {
        signal_scale(r->of[a], r->v->rows, 1.0);
    }
    return status;
}

/* Of the first row; of several documents, the mean. */
static double first_of(const ranking *r, array_id array) {
    double sum = 0.0, documents = 0.0;
    for (stretch s = stretch_behind(r->task); stretch_before(r->task, &s);) {
        sum += r->of[array][s.begin];
        documents += 1.0;
    }
    return sum / documents;
}

static void read_context(ranking *r) {
    const lede_document *d = r->task->d;
    uint64_t pieces = 0;
    for (uint32_t i = 0; i < r->v->rows; i++) {
        r->surfaces[i] = surface_read(d, &d->sentences.items[r->task->sentences[i]]);
        pieces += r->surfaces[i].pieces;
    }
    r->mean_pieces = (double)pieces / (double)r->v->rows;
    r->context[RANKER_BY_SIZE] = real_ln((double)r->v->rows) / 5.0;
    r->context[RANKER_BY_TITLE_FIRST] = first_of(r, ARRAY_TITLE);
    r->context[RANKER_BY_CENTRAL_FIRST] = first_of(r, ARRAY_CENTRALITY);
    for (int f = 0; f < RANKER_FEATURES; f++) {
        double weight = (double)r->learnt->weight[f];
        for (int c = 0; c < RANKER_CONTEXTS; c++) {
            weight += (double)r->learnt->by[c][f] * r->context[c];
        }
        r->by_context[f] = weight / RANKER_UNIT;
    }
}

/* ---- One row ---------------------------------------------------------------------- */

/* Of a document with so many rows. */
static void begin_position(ranking *r, uint32_t rows) {
    double n = (double)rows;
    const double scale[POSITIONS] = {2.0, 5.0, 15.0, 0.1 * n, 0.3 * n};
    for (int i = 0; i < POSITIONS; i++) {
        r->near[i] = 1.0;
        r->fall[i] = real_exp(-1.0 / scale[i]);
    }
}

/* Far down it is nothing, before the processor has to count in subnormal numbers. */
#define NOTHING 1e-200

static void see_position(ranking *r, bool first, double *f) {
    f[RANKER_FIRST] = first ? 1.0 : 0.0;
    for (int i = 0; i < POSITIONS; i++) {
        f[position_of[i]] = r->near[i];
        r->near[i] = r->near[i] > NOTHING ? r->near[i] * r->fall[i] : 0.0;
    }
}

static double at_most(double value, double most) {
    return value < most ? value : most;
}

static void see_surface(const ranking *r, const surface *s, double *f) {
    double pieces = (double)s->pieces;
    f[RANKER_LENGTH] = pieces / 30.0;
    f[RANKER_LENGTH_RATIO] =
        r->mean_pieces > 0.0 ? at_most(pieces / r->mean_pieces, 3.0) / 3.0 : 0.0;
    f[RANKER_FULL_5] = at_most(pieces / 5.0, 1.0);
    f[RANKER_FULL_10] = at_most(pieces / 10.0, 1.0);
    f[RANKER_STOP] = s->words > 0 ? (double)s->stop / (double)s->words : 0.0;
    f[RANKER_DIGIT] = s->with_digit > 0 ? 1.0 : 0.0;
    f[RANKER_DIGITS] = at_most((double)s->with_digit / 3.0, 1.0);
    f[RANKER_QUOTE] = s->quote ? 1.0 : 0.0;
    f[RANKER_COLON] = s->colon ? 1.0 : 0.0;
    f[RANKER_ANAPHOR] = s->anaphor ? 1.0 : 0.0;
}

static void weigh_row(ranking *r, uint32_t row, bool first) {
    double f[RANKER_FEATURES] = {0.0}, sums[LEDE_PART_REDUNDANCY] = {0.0};
    for (int a = 0; a < ARRAYS; a++) {
        f[feature_of[a]] = r->of[a][row];
    }
    if (!r->task->options->no_position) {
        see_position(r, first, f);
    }
    see_surface(r, &r->surfaces[row], f);
    for (int i = 0; i < RANKER_FEATURES; i++) {
        sums[part_of[i]] += r->by_context[i] * f[i];
    }
    for (int part = 0; part < LEDE_PART_REDUNDANCY; part++) {
        r->sums->of[part][row] = sums[part];
    }
}

static void weigh_rows(ranking *r) {
    for (stretch s = stretch_behind(r->task); stretch_before(r->task, &s);) {
        begin_position(r, s.end - s.begin);
        for (uint32_t i = s.begin; i < s.end; i++) {
            weigh_row(r, i, i == s.begin);
        }
    }
}

/* ---- All of it -------------------------------------------------------------------- */

static size_t block_size(const vectors *v) {
    return (size_t)v->rows * (ARRAYS * sizeof(double) + sizeof(surface)) +
           ((size_t)v->stems + 1) * 3 * sizeof(uint32_t);
}

lede_status ranked_compute(const score_task *task, const ranker *learnt, score_parts *p,
                           lede_error *error) {
    const vectors *v = task->v;
    double *block = memory_allocate(v->allocator, block_size(v));
    if (block == NULL) {
        return error_no_memory(error);
    }
    memset(block, 0, block_size(v));
    ranking r = {.task = task, .v = v, .learnt = learnt, .sums = p, .dense = p->dense};
    for (size_t a = 0; a < ARRAYS; a++) {
        r.of[a] = block + (size_t)v->rows * a;
    }
    r.surfaces = (surface *)(block + (size_t)v->rows * ARRAYS);
    r.first = (uint32_t *)(r.surfaces + v->rows);
    r.own = r.first + v->stems + 1;
    r.later = r.own + v->stems + 1;
    lede_status status = read_arrays(&r, error);
    if (status == LEDE_OK) {
        read_context(&r);
        weigh_rows(&r);
    }
    memory_free(v->allocator, block, block_size(v));
    return status;
}
