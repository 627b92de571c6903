/* SPDX-License-Identifier: MIT */
/* Each signal against all pairs of rows. */
#include "summary/signals.h"

#include "support/open.h"
#include "support/texts.h"

#include <math.h>

typedef struct rows {
    lede_document *d;
    vectors v;
    double *dense, *out;
    double *x; /* rows x stems */
} rows;

static double *numbers(size_t count) {
    double *block = calloc(count + 1, sizeof *block);
    assert_non_null(block);
    return block;
}

/* All sentences are rows; what lies in dense before must not matter. */
static void open_rows(rows *r, const char *text, size_t n) {
    *r = (rows){.d = open_bytes(text, n), .v = {.allocator = &memory_default}};
    uint32_t count = (uint32_t)r->d->sentences.count;
    uint32_t *sentences = calloc(count + 1, sizeof *sentences);
    for (uint32_t i = 0; i < count; i++) {
        sentences[i] = i;
    }
    assert_true(vectors_build(&r->v, r->d, sentences, count));
    free(sentences);
    r->dense = numbers(r->v.stems);
    r->out = numbers(count);
    r->x = numbers((size_t)count * r->v.stems);
    for (uint32_t i = 0; i < count; i++) {
        vectors_add(&r->v, i, 1.0, r->x + (size_t)i * r->v.stems);
    }
    for (uint32_t i = 0; i < r->v.stems; i++) {
        r->dense[i] = 7.0;
    }
}

static void close_rows(rows *r) {
    vectors_free(&r->v);
    lede_document_free(r->d);
    free(r->dense);
    free(r->out);
    free(r->x);
}

/* The sum of the cosines of row i with all others. */
static double cosines(const rows *r, uint32_t i) {
    double sum = 0.0;
    for (uint32_t j = 0; j < r->v.rows; j++) {
        for (uint32_t w = 0; w < r->v.stems && j != i; w++) {
            sum += r->x[(size_t)i * r->v.stems + w] * r->x[(size_t)j * r->v.stems + w];
        }
    }
    return sum;
}

static void near(double found, double wanted) {
    if (!(fabs(found - wanted) < 1e-9)) {
        fail_msg("%.12f, wanted %.12f", found, wanted);
    }
}

static void expect_cosines(rows *r) {
    uint32_t n = r->v.rows;
    signal_centrality(&r->v, r->dense, r->out);
    for (uint32_t i = 0; i < n; i++) {
        near(r->out[i], cosines(r, i));
    }
}

static void expect_weights(rows *r) {
    signal_weight(&r->v, r->out);
    for (uint32_t i = 0; i < r->v.rows; i++) {
        double sum = 0.0;
        for (uint32_t w = 0; w < r->v.stems; w++) {
            bool there = r->x[(size_t)i * r->v.stems + w] > 0.0;
            sum += there ? r->v.total[w] * r->v.isf[w] : 0.0;
        }
        near(r->out[i], sum / sqrt(fmax(1.0, r->v.content[i])));
    }
    signal_product(&r->v, r->v.isf, r->out);
    for (uint32_t i = 0; i < r->v.rows; i++) {
        double dot = 0.0;
        for (uint32_t w = 0; w < r->v.stems; w++) {
            dot += r->x[(size_t)i * r->v.stems + w] * r->v.isf[w];
        }
        near(r->out[i], dot);
    }
}

static void test_texts(void **state) {
    for (uint64_t seed = 0; seed < 150; seed++) {
        text_buffer t = text_made(seed, 10);
        rows r;
        open_rows(&r, t.bytes, t.n);
        expect_cosines(&r);
        expect_weights(&r);
        close_rows(&r);
        text_free(&t);
    }
}

/* What rounding leaves of a row's likeness to itself is nothing. */
static void test_nothing_shared(void **state) {
    static const char text[] = "Alpha beta gamma delta epsilon. It was. Zeta eta theta.";
    rows r;
    open_rows(&r, text, sizeof text - 1);
    signal_centrality(&r.v, r.dense, r.out);
    for (uint32_t i = 0; i < r.v.rows; i++) {
        assert_true(r.out[i] == 0.0);
    }
    close_rows(&r);
}

static void test_scale(void **state) {
    double some[] = {2.0, 0.0, 4.0, 1.0, -1.0}, none[] = {0.0, 0.0},
           below[] = {-1.0, -2.0};
    signal_scale(some, 5, 0.5);
    assert_true(some[0] == 0.25 && some[1] == 0.0 && some[2] == 0.5);
    assert_true(some[3] == 0.125 && some[4] == -0.125);
    signal_scale(none, 2, 3.0);
    assert_true(none[0] == 0.0 && none[1] == 0.0);
    signal_scale(below, 2, 3.0);
    assert_true(below[0] == 0.0 && below[1] == 0.0);
    signal_scale(NULL, 0, 1.0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_nothing_shared),
        cmocka_unit_test(test_scale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
