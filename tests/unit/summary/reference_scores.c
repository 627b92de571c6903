/* SPDX-License-Identifier: MIT */
/* The formulae of the methods. */
#include "unit/summary/reference.h"

#include "support/open.h"

#include <math.h>
#include <stdlib.h>

#define NOISE 1e-9   /* of sums of cosines: less is what rounding leaves of them */
#define WALKED 1e-13 /* of a random walk: no rank changes by more */
#define JUMP 0.15
#define WALK_OFF 1e-6 /* 1e-7 missing from each equation, by 1/JUMP, is less */

/* The table of docs/summarization.md. */
typedef struct formula {
    double centrality, forward, weight, position, title;
    double scale; /* tau */
    double full_length;
    double redundancy;
} formula;

static const formula formulae[LEDE_METHOD_COUNT] = {
    [LEDE_METHOD_AUTO] = {0.4, 0.4, 0.4, 0.4, 0.5, 5.0, 5.0, 0.1},
    [LEDE_METHOD_NEWS] = {0.0, 1.0, 0.0, 1.0, 0.5, 3.0, 20.0, 0.6},
    [LEDE_METHOD_DIRECTED] = {0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 5.0, 0.1},
    [LEDE_METHOD_CENTRALITY] = {1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 5.0, 0.1},
    [LEDE_METHOD_TFIDF] = {0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.1},
    [LEDE_METHOD_LEXRANK] = {1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 5.0, 0.1},
    [LEDE_METHOD_LEAD] = {0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0},
};

/* ---- The random walk ----------------------------------------------------------------
 */

/* A sentence without terms is like itself alone. */
static double likeness(const reference *r, uint32_t i, uint32_t j) {
    double alike = r->pair[(size_t)i * r->rows + j];
    return i == j ? 1.0 : alike;
}

static double degree_of(const reference *r, uint32_t j) {
    double degree = 0.0;
    for (uint32_t i = 0; i < r->rows; i++) {
        degree += likeness(r, i, j);
    }
    return degree;
}

/* The sum of the changes. */
static double step(const reference *r, const double *degree, double *rank) {
    double change = 0.0, *now = reference_numbers(r->rows);
    for (uint32_t i = 0; i < r->rows; i++) {
        now[i] = JUMP / (double)r->rows;
        for (uint32_t j = 0; j < r->rows; j++) {
            now[i] += (1.0 - JUMP) * likeness(r, i, j) / degree[j] * rank[j];
        }
    }
    for (uint32_t i = 0; i < r->rows; i++) {
        change += fabs(now[i] - rank[i]);
        rank[i] = now[i];
    }
    free(now);
    return change;
}

static void walk(const reference *r, double *rank) {
    double *degree = reference_numbers(r->rows);
    for (uint32_t i = 0; i < r->rows; i++) {
        degree[i] = degree_of(r, i);
        rank[i] = 1.0 / (double)r->rows;
    }
    while (r->rows > 0 && step(r, degree, rank) > WALKED) {
    }
    free(degree);
}

/* ---- Parts ----------------------------------------------------------------------------
 */

static void sum_cosines(reference *r) {
    bool directed = r->options.method == LEDE_METHOD_NEWS ||
                    r->options.method == LEDE_METHOD_DIRECTED;
    for (uint32_t i = 0; i < r->rows; i++) {
        double all = 0.0, later = 0.0, earlier = 0.0;
        for (uint32_t j = 0; j < r->rows; j++) {
            double cosine = r->pair[(size_t)i * r->rows + j];
            all += j != i ? r->alike[(size_t)i * r->rows + j] : 0.0;
            later += j > i ? cosine : 0.0;
            earlier += j < i ? cosine : 0.0;
        }
        later = directed ? fmax(0.0, 1.2 * later - 0.2 * earlier) : later;
        r->part[LEDE_PART_CENTRALITY][i] = all > NOISE ? all : 0.0;
        r->part[LEDE_PART_FORWARD][i] = later > NOISE ? later : 0.0;
    }
    if (r->options.method == LEDE_METHOD_LEXRANK) {
        walk(r, r->part[LEDE_PART_CENTRALITY]);
    }
}

static double weight_of(const reference *r, uint32_t i) {
    double sum = 0.0;
    for (uint32_t w = 0; w < r->stems; w++) {
        bool there = r->count[(size_t)i * r->stems + w] > 0.0;
        sum += there ? r->total_of[w] * r->idf[w] : 0.0;
    }
    return sum / sqrt(fmax(1.0, r->content[i]));
}

static void compute_parts(reference *r, const formula *f) {
    sum_cosines(r);
    for (uint32_t i = 0; i < r->rows; i++) {
        r->part[LEDE_PART_WEIGHT][i] = weight_of(r, i);
        r->part[LEDE_PART_POSITION][i] =
            r->options.no_position ? 0.0 : exp(-(double)i / f->scale);
        r->part[LEDE_PART_TITLE][i] = reference_product(r, i, r->title, r->isf);
    }
}

void reference_scale(double *values, uint32_t rows, double factor) {
    double most = 0.0;
    for (uint32_t i = 0; i < rows; i++) {
        most = fmax(most, values[i]);
    }
    for (uint32_t i = 0; i < rows; i++) {
        values[i] = most > 0.0 ? values[i] / most * factor : 0.0;
    }
}

static void ask(reference *r, double factor) {
    for (uint32_t i = 0; i < r->rows; i++) {
        r->part[LEDE_PART_QUERY][i] = reference_product(r, i, r->query, r->isf);
    }
    reference_scale(r->part[LEDE_PART_QUERY], r->rows, factor);
}

/* ---- Sums -----------------------------------------------------------------------------
 */

static void add_up(reference *r) {
    for (uint32_t i = 0; i < r->rows; i++) {
        r->total[i] = 0.0;
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            r->total[i] += r->part[p][i];
        }
    }
}

static void shorten(reference *r, double full_length) {
    for (uint32_t i = 0; i < r->rows && full_length > 0.0; i++) {
        double words = r->d->sentences.items[r->sentence[i]].words;
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            r->part[p][i] *= fmin(1.0, words / full_length);
        }
    }
    add_up(r);
    double most = 0.0;
    for (uint32_t i = 0; i < r->rows; i++) {
        most = fmax(most, r->total[i]);
    }
    for (uint32_t i = 0; i < r->rows && most > 0.0; i++) {
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            r->part[p][i] /= most;
        }
    }
    add_up(r);
}

static void score_by_formula(reference *r, const formula *f) {
    compute_parts(r, f);
    reference_scale(r->part[LEDE_PART_CENTRALITY], r->rows, f->centrality);
    reference_scale(r->part[LEDE_PART_FORWARD], r->rows, f->forward);
    reference_scale(r->part[LEDE_PART_WEIGHT], r->rows, f->weight);
    reference_scale(r->part[LEDE_PART_POSITION], r->rows, f->position);
    reference_scale(r->part[LEDE_PART_TITLE], r->rows, f->title);
    ask(r, f->centrality + f->forward + f->weight + f->position + f->title);
    shorten(r, f->full_length);
}

/* The first counts 1, the others less by as much each. */
static void score_lead(reference *r) {
    for (uint32_t i = 0; i < r->rows; i++) {
        r->part[LEDE_PART_POSITION][i] = 1.0 - (double)i / (double)r->rows;
    }
    add_up(r);
}

void reference_score(reference *r) {
    const formula *f = &formulae[r->options.method];
    bool walks = r->options.method == LEDE_METHOD_LEXRANK;
    r->close = walks ? WALK_OFF : 1e-6;
    r->same = walks ? 2.0 * WALK_OFF : 5e-9;
    r->redundancy = f->redundancy;
    if (r->options.method == LEDE_METHOD_LEAD) {
        score_lead(r);
        return;
    }
    if (r->options.method == LEDE_METHOD_NEWS && reference_score_learnt(r)) {
        r->learnt = true;
        ask(r, 2.0);
        add_up(r);
    } else {
        score_by_formula(r, f);
    }
    r->redundancy = r->options.mmr >= 0.0 ? r->options.mmr : r->redundancy;
}
