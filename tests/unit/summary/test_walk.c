/* SPDX-License-Identifier: MIT */
/* LexRank against a dense matrix whose powers are taken until nothing changes. */
#include "summary/walk.h"

#include "support/open.h"
#include "support/texts.h"

#include <math.h>

#define CLOSE 1e-6 /* of a mean rank: 1e-7 missing from each equation, by 1/0.15 */

typedef struct walked {
    lede_document *d;
    vectors v;
    double *dense, *rank, *matrix;
    double *block; /* the room of the walk */
} walked;

static double *numbers(size_t count) {
    double *block = calloc(count + 1, sizeof *block);
    assert_non_null(block);
    return block;
}

static void walk_over(walked *w, const vectors *v) {
    size_t rows = v->rows + 1;
    double *at = w->block;
    const walk_room room = {at, at + rows, at + 2 * rows, at + 3 * rows, at + 4 * rows};
    walk_rank(v, w->dense, &room, w->rank);
}

/* All sentences are rows. */
static void walk(walked *w, const char *text, size_t n) {
    *w = (walked){.d = open_bytes(text, n), .v = {.allocator = &memory_default}};
    uint32_t count = (uint32_t)w->d->sentences.count;
    uint32_t *rows = calloc(count + 1, sizeof *rows);
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = i;
    }
    assert_true(vectors_build(&w->v, w->d, rows, count));
    free(rows);
    w->dense = numbers(w->v.stems);
    w->rank = numbers(count);
    w->block = numbers(5 * ((size_t)count + 1));
    w->matrix = numbers((size_t)count * count);
    walk_over(w, &w->v);
}

static void walked_close(walked *w) {
    vectors_free(&w->v);
    lede_document_free(w->d);
    free(w->dense);
    free(w->rank);
    free(w->block);
    free(w->matrix);
}

/* ---- The reference ------------------------------------------------------------------
 */

static void fill_matrix(walked *w) {
    const vectors *v = &w->v;
    for (uint32_t j = 0; j < v->rows; j++) {
        double degree = 0.0;
        memset(w->dense, 0, (v->stems + 1) * sizeof *w->dense);
        vectors_add(v, j, 1.0, w->dense);
        for (uint32_t i = 0; i < v->rows; i++) {
            double alike = i == j ? 1.0 : vectors_dot(v, i, w->dense);
            w->matrix[(size_t)i * v->rows + j] = alike;
            degree += alike;
        }
        for (uint32_t i = 0; i < v->rows; i++) {
            w->matrix[(size_t)i * v->rows + j] /= degree;
        }
    }
}

static void multiply(const walked *w, const double *from, double *to) {
    double rows = w->v.rows;
    for (uint32_t i = 0; i < w->v.rows; i++) {
        double sum = 0.0;
        for (uint32_t j = 0; j < w->v.rows; j++) {
            sum += w->matrix[(size_t)i * w->v.rows + j] * from[j];
        }
        to[i] = 0.15 / rows + 0.85 * sum;
    }
}

static void expect_ranks(walked *w) {
    uint32_t rows = w->v.rows;
    double *a = numbers(rows), *b = numbers(rows), sum = 0.0;
    fill_matrix(w);
    for (uint32_t i = 0; i < rows; i++) {
        a[i] = 1.0 / rows;
    }
    for (int power = 0; power < 200; power++) { /* 0.85^400 is next to nothing */
        multiply(w, a, b);
        multiply(w, b, a);
    }
    for (uint32_t i = 0; i < rows; i++) {
        assert_true(fabs(w->rank[i] - a[i]) * rows < CLOSE);
        assert_true(w->rank[i] > 0.0);
        sum += w->rank[i];
    }
    assert_true(rows == 0 || fabs(sum - 1.0) < 1e-6);
    free(a);
    free(b);
}

static void check(const char *text) {
    walked w;
    walk(&w, text, strlen(text));
    expect_ranks(&w);
    walked_close(&w);
}

/* ---- Tests
 * ------------------------------------------------------------------------------ */

static void test_texts(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i);
        walked w;
        walk(&w, t.bytes, t.n);
        expect_ranks(&w);
        walked_close(&w);
        text_free(&t);
    }
    for (uint64_t seed = 0; seed < 100; seed++) {
        text_buffer t = text_made(seed, 12);
        walked w;
        walk(&w, t.bytes, t.n);
        expect_ranks(&w);
        walked_close(&w);
        text_free(&t);
    }
}

static void test_few_rows(void **state) {
    check("");
    check("Boats.");
    check("It was.");
    check("Boats left. Boats came.");
}

/* A row without entries keeps what it has and gives nothing to the others. */
static void test_empty_rows(void **state) {
    static const char text[] = "Boats left. It was. Boats came. And so it was there.";
    walked w;
    walk(&w, text, sizeof text - 1);
    assert_int_equal(w.v.rows, 4);
    assert_int_equal(w.v.begin[1], w.v.begin[2]);
    assert_true(fabs(w.rank[1] - 0.25) < 1e-6 && fabs(w.rank[3] - 0.25) < 1e-6);
    expect_ranks(&w);
    walked_close(&w);
}

/* Two groups that share nothing, and one that is alone. */
static void test_disconnected(void **state) {
    static const char text[] = "Boats left. Bakers knead. Boats boarded. Lamps. Bakers.";
    walked w;
    walk(&w, text, sizeof text - 1);
    assert_int_equal(w.v.rows, 5);
    expect_ranks(&w);
    assert_true(fabs(w.rank[0] + w.rank[2] - 0.4) < 1e-6);
    assert_true(fabs(w.rank[3] - 0.2) < 1e-6);
    walked_close(&w);
}

/* A long chain, each sentence like its neighbours alone: it is as slow as any to come to
 * rest, and the steps that are allowed are enough. */
static void test_chain(void **state) {
    text_buffer t = {0};
    for (int i = 0; i < 300; i++) {
        char line[64];
        snprintf(line, sizeof line, "Word%c%cx near%c%cx. ", 'a' + i / 26, 'a' + i % 26,
                 'a' + (i + 1) / 26, 'a' + (i + 1) % 26);
        text_put(&t, line);
        snprintf(line, sizeof line, "Near%c%cx word%c%cx. ", 'a' + (i + 1) / 26,
                 'a' + (i + 1) % 26, 'a' + (i + 1) / 26, 'a' + (i + 1) % 26);
        text_put(&t, line);
    }
    walked w;
    walk(&w, t.bytes, t.n);
    assert_int_equal(w.v.rows, 600);
    expect_ranks(&w);
    walked_close(&w);
    text_free(&t);
}

/* Words that are in every text of a background weigh nothing: their rows are as good as
 * empty. */
static void test_rows_of_no_weight(void **state) {
    static const char text[] = "Boats left. Ropes. Boats came. Bakers boats.";
    walked w;
    walk(&w, text, sizeof text - 1);
    double *factor = numbers(w.v.stems);
    vectors x;
    for (uint32_t i = 0; i < w.v.stems; i++) {
        factor[i] = 1.0;
    }
    factor[w.v.stem.items[w.v.begin[1]]] = 0.0; /* ropes */
    assert_true(vectors_reweigh(&w.v, factor, &x));
    walk_over(&w, &x);
    double sum = 0.0;
    for (uint32_t i = 0; i < x.rows; i++) {
        assert_true(w.rank[i] > 0.0 && w.rank[i] < 1.0);
        sum += w.rank[i];
    }
    assert_true(fabs(sum - 1.0) < 1e-6);
    assert_true(fabs(w.rank[1] - 0.25) < 1e-6);
    vectors_free_weights(&x);
    free(factor);
    walked_close(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),      cmocka_unit_test(test_few_rows),
        cmocka_unit_test(test_empty_rows), cmocka_unit_test(test_disconnected),
        cmocka_unit_test(test_chain),      cmocka_unit_test(test_rows_of_no_weight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
