/* SPDX-License-Identifier: MIT */
#include "summary/signals.h"

#include "base/real.h"

#include <string.h>

static void clear(const vectors *v, double *dense) {
    memset(dense, 0, ((size_t)v->stems + 1) * sizeof *dense);
}

void signal_centrality(const vectors *v, double *dense, double *out) {
    clear(v, dense);
    for (uint32_t i = 0; i < v->rows; i++) {
        vectors_add(v, i, 1.0, dense);
    }
    vectors_dot_rows(v, dense, out);
    for (uint32_t i = 0; i < v->rows; i++) {
        double others = out[i] - 1.0; /* an empty row comes below 0 */
        out[i] = others > SIGNALS_NOISE ? others : 0.0;
    }
}

void signal_weight(const vectors *v, double *out) {
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

void signal_product(const vectors *v, const double *dense, double *out) {
    vectors_dot_rows(v, dense, out);
}

void signal_scale(double *values, uint32_t rows, double factor) {
    double most = 0.0;
    for (uint32_t i = 0; i < rows; i++) {
        most = values[i] > most ? values[i] : most;
    }
    for (uint32_t i = 0; i < rows; i++) {
        values[i] = most > 0.0 ? values[i] / most * factor : 0.0;
    }
}
