/* SPDX-License-Identifier: MIT */
/* Learnt weights, one feature at a time by hand; all together in test_scores.c. */
#include "summary/ranked.h"

#include "summary/candidates.h"
#include "support/drying.h"
#include "support/open.h"
#include "support/texts.h"

#include <math.h>

/* Boats stands in all three rows, ropes in the last two. */
#define TEXT                                                                             \
    "Boats: ships. \"They hauled ropes beneath boats 12 times.\" Ropes held boats."

typedef struct ranking {
    lede_document *d;
    candidates c;
    vectors v;
    uint32_t sentences[8];
    score_parts parts;
    double *block;
} ranking;

static void open_ranking(ranking *r, const char *text) {
    *r = (ranking){.d = open_text(text), .v = {.allocator = &memory_default}};
    assert_true(candidates_find(&r->c, r->d, &memory_default));
    assert_true(r->c.list.count <= 8);
    for (size_t i = 0; i < r->c.list.count; i++) {
        r->sentences[i] = r->c.list.items[i].sentence;
    }
    assert_true(vectors_build(&r->v, r->d, r->sentences, (uint32_t)r->c.list.count));
    r->block =
        calloc(8 * LEDE_PART_COUNT + 2 * ((size_t)r->v.stems + 1), sizeof *r->block);
    assert_non_null(r->block);
    r->parts.spare = r->block + (size_t)8 * LEDE_PART_REDUNDANCY;
    r->parts.dense = r->block + (size_t)8 * LEDE_PART_COUNT;
    r->parts.total = r->parts.dense + r->v.stems + 1;
    for (size_t part = 0; part < LEDE_PART_REDUNDANCY; part++) {
        r->parts.of[part] = r->block + 8 * part;
    }
}

static void close_ranking(ranking *r) {
    free(r->block);
    vectors_free(&r->v);
    candidates_free(&r->c, &memory_default);
    lede_document_free(r->d);
}

static lede_status compute(ranking *r, const ranker *learnt,
                           const lede_summary_options *o) {
    score_task task = {r->d, r->sentences, &r->v, &r->v, o};
    memset(r->block, 0,
           (8 * LEDE_PART_COUNT + 2 * ((size_t)r->v.stems + 1)) * sizeof *r->block);
    return ranked_compute(&task, learnt, &r->parts, NULL);
}

/* A ranker of one feature that weighs 1, and what each row is worth by it: all of it in
 * the one part. */
static void expect_feature(ranker_feature feature, lede_score_part part,
                           const double *wanted) {
    static const char title[] = "Ropes, ropes and whales";
    ranking r;
    ranker one = {.weight = {0}};
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.title = title;
    o.title_length = sizeof title - 1;
    one.weight[feature] = RANKER_UNIT;
    open_ranking(&r, TEXT);
    assert_int_equal(r.v.rows, 3);
    assert_int_equal(compute(&r, &one, &o), LEDE_OK);
    for (uint32_t i = 0; i < 3; i++) {
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            double value = p == (int)part ? wanted[i] : 0.0;
            if (!(fabs(r.parts.of[p][i] - value) < 1e-9)) {
                fail_msg("feature %d, row %u, part %d: %.9f, wanted %.9f", (int)feature,
                         i, p, r.parts.of[p][i], value);
            }
        }
    }
    close_ranking(&r);
}

#define VALUES(...) ((const double[]){__VA_ARGS__})

static void test_position(void **state) {
    expect_feature(RANKER_FIRST, LEDE_PART_POSITION, VALUES(1, 0, 0));
    expect_feature(RANKER_NEAR_2, LEDE_PART_POSITION, VALUES(1, exp(-0.5), exp(-1)));
    expect_feature(RANKER_NEAR_5, LEDE_PART_POSITION, VALUES(1, exp(-0.2), exp(-0.4)));
    expect_feature(RANKER_NEAR_15, LEDE_PART_POSITION,
                   VALUES(1, exp(-1 / 15.0), exp(-2 / 15.0)));
    expect_feature(RANKER_RELATIVE_10, LEDE_PART_POSITION,
                   VALUES(1, exp(-1 / 0.3), exp(-2 / 0.3)));
    expect_feature(RANKER_RELATIVE_30, LEDE_PART_POSITION,
                   VALUES(1, exp(-1 / 0.9), exp(-2 / 0.9)));
}

static void test_form(void **state) {
    expect_feature(RANKER_LENGTH, LEDE_PART_LENGTH, VALUES(2 / 30.0, 7 / 30.0, 0.1));
    expect_feature(RANKER_LENGTH_RATIO, LEDE_PART_LENGTH,
                   VALUES(2 / 4.0 / 3, 7 / 4.0 / 3, 3 / 4.0 / 3));
    expect_feature(RANKER_FULL_5, LEDE_PART_LENGTH, VALUES(0.4, 1, 0.6));
    expect_feature(RANKER_FULL_10, LEDE_PART_LENGTH, VALUES(0.2, 0.7, 0.3));
    expect_feature(RANKER_STOP, LEDE_PART_FORM, VALUES(0, 2 / 7.0, 0));
    expect_feature(RANKER_DIGIT, LEDE_PART_FORM, VALUES(0, 1, 0));
    expect_feature(RANKER_DIGITS, LEDE_PART_FORM, VALUES(0, 1 / 3.0, 0));
    expect_feature(RANKER_QUOTE, LEDE_PART_FORM, VALUES(0, 1, 0));
    expect_feature(RANKER_COLON, LEDE_PART_FORM, VALUES(1, 0, 0));
    expect_feature(RANKER_ANAPHOR, LEDE_PART_FORM, VALUES(0, 1, 0));
}

/* Rows: boats ships / hauled ropes boats times / ropes held boats. */
static void test_terms(void **state) {
    expect_feature(RANKER_NEW, LEDE_PART_NOVELTY, VALUES(1, 0.75, 1 / 3.0));
    expect_feature(RANKER_TITLE_SHARE, LEDE_PART_TITLE, VALUES(0, 1, 1));
}

/* ---- Contexts ------------------------------------------------------------------------
 */

/* A feature counts by the size of the text, and by what its first sentence is like. */
static void test_contexts(void **state) {
    ranking r;
    ranker one = {.weight = {0}};
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    open_ranking(&r, TEXT);
    one.by[RANKER_BY_SIZE][RANKER_QUOTE] = -2 * RANKER_UNIT;
    assert_int_equal(compute(&r, &one, &o), LEDE_OK);
    assert_true(fabs(r.parts.of[LEDE_PART_FORM][1] + 2.0 * log(3.0) / 5.0) < 1e-9);
    one.by[RANKER_BY_SIZE][RANKER_QUOTE] = 0;
    one.by[RANKER_BY_TITLE_FIRST][RANKER_QUOTE] = RANKER_UNIT;
    assert_int_equal(compute(&r, &one, &o), LEDE_OK);
    assert_true(r.parts.of[LEDE_PART_FORM][1] == 0.0); /* no title */
    o.title = "ships";
    o.title_length = 5;
    assert_int_equal(compute(&r, &one, &o), LEDE_OK);
    assert_true(fabs(r.parts.of[LEDE_PART_FORM][1] - 1.0) < 1e-9);
    close_ranking(&r);
}

static void test_no_position(void **state) {
    ranking r;
    ranker all = {.weight = {0}};
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    for (int i = RANKER_FIRST; i <= RANKER_RELATIVE_30; i++) {
        all.weight[i] = 9900;
    }
    o.no_position = 1;
    open_ranking(&r, TEXT);
    assert_int_equal(compute(&r, &all, &o), LEDE_OK);
    for (size_t i = 0; i < 8 * (size_t)LEDE_PART_REDUNDANCY; i++) {
        assert_true(r.block[i] == 0.0);
    }
    close_ranking(&r);
}

/* No text makes a number that is none: one row, no terms, marks alone. */
static void test_little_text(void **state) {
    static const char *const texts[] = {"Boats.", "It was.", "...", "It. Was. And so."};
    ranker all;
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    memset(&all, 0, sizeof all);
    for (int f = 0; f < RANKER_FEATURES; f++) {
        all.weight[f] = RANKER_UNIT;
        for (int c = 0; c < RANKER_CONTEXTS; c++) {
            all.by[c][f] = RANKER_UNIT;
        }
    }
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        ranking r;
        open_ranking(&r, texts[t]);
        assert_int_equal(compute(&r, &all, &o), LEDE_OK);
        for (size_t i = 0; i < 8 * (size_t)LEDE_PART_REDUNDANCY; i++) {
            assert_true(r.block[i] > -1000.0 && r.block[i] < 1000.0);
        }
        close_ranking(&r);
    }
}

static void test_no_memory(void **state) {
    ranking r;
    ranker none = {.weight = {0}};
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    drying memory;
    o.title = "ropes";
    o.title_length = 5;
    open_ranking(&r, TEXT);
    size_t n = 0;
    lede_status status = LEDE_NO_MEMORY;
    while (status != LEDE_OK) {
        drying_init(&memory, ++n, true);
        r.v.allocator = &memory.allocator;
        status = compute(&r, &none, &o);
        assert_true(status == LEDE_OK || status == LEDE_NO_MEMORY);
        drying_expect_balance(&memory);
        assert_true(n < 1000);
    }
    assert_true(n > 5);
    r.v.allocator = &memory_default;
    close_ranking(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_position),    cmocka_unit_test(test_form),
        cmocka_unit_test(test_terms),       cmocka_unit_test(test_contexts),
        cmocka_unit_test(test_no_position), cmocka_unit_test(test_little_text),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
