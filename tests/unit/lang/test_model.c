/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/parse_model.h"
#include "unit/base/base_support.h"

#include <string.h>

#define MOST_BYTES 16384u /* of the weights: it must stay a small table */
#define TRIES 20000

static uint32_t width(size_t variable) {
    return (uint32_t)evidence_first[variable + 1] - evidence_first[variable];
}

/* Any value of each variable. */
static evidence any(uint64_t *random) {
    evidence e;
    for (size_t v = 0; v < EVIDENCE_VARIABLES; v++) {
        e.of[v] = (uint8_t)(evidence_first[v] + next_random(random) % width(v));
    }
    return e;
}

static int weight_of(size_t pair, const evidence *e) {
    return model_weights[model_index(model_pairs[pair], e)];
}

/* ---- Names and layout ------------------------------------------------------------ */

/* The values of all variables are one row of numbers. */
static void numbers(void **state) {
    assert_int_equal(evidence_first[0], 0);
    assert_int_equal(evidence_first[EVIDENCE_VARIABLES], EVIDENCE_VALUES);
    assert_true(EVIDENCE_VALUES <= UINT8_MAX);
    for (size_t v = 0; v < EVIDENCE_VARIABLES; v++) {
        assert_true(width(v) > 1);
    }
    assert_int_equal(EVIDENCE_MARK_FIRST, EVIDENCE_MARK_STOP);
    assert_int_equal(EVIDENCE_BEFORE_FIRST, EVIDENCE_MARK_OTHER + 1);
    assert_int_equal(EVIDENCE_SPACED_YES, EVIDENCE_VALUES - 1);
}

/* A model names variables and values: no blank, no bracket, none twice. */
static void expect_names(const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        assert_true(names[i][0] != '\0' && names[i][0] != '#');
        assert_int_equal(strcspn(names[i], " \t[]"), strlen(names[i]));
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(names[k], names[i]);
        }
    }
}

static void names(void **state) {
    expect_names(evidence_variable_names, EVIDENCE_VARIABLES);
    for (size_t v = 0; v < EVIDENCE_VARIABLES; v++) {
        expect_names(evidence_value_names + evidence_first[v], width(v));
    }
    assert_string_equal(evidence_variable_names[EVIDENCE_BARE], "bare");
    assert_string_equal(evidence_value_names[EVIDENCE_BARE_OFTEN_LEADS], "often-leads");
}

/* Each pair of values has a weight of its own, and no weight is left over. */
static void layout(void **state) {
    model_pair pairs[MODEL_PAIRS];
    uint32_t count = model_layout(pairs), next = 0;
    assert_true(count <= MOST_BYTES);
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        assert_memory_equal(&pairs[i], &model_pairs[i], sizeof pairs[i]);
        evidence e = {{0}};
        for (unsigned a = 0; a < width(pairs[i].a); a++) {
            for (unsigned b = 0; b < width(pairs[i].b); b++) {
                e.of[pairs[i].a] = (uint8_t)(evidence_first[pairs[i].a] + a);
                e.of[pairs[i].b] = (uint8_t)(evidence_first[pairs[i].b] + b);
                assert_int_equal(model_index(pairs[i], &e), next);
                next++;
            }
        }
    }
    assert_int_equal(next, count);
}

/* A pair stands once; a variable that is in none would be looked at for nothing. */
static void pairs_are_distinct(void **state) {
    bool used[EVIDENCE_VARIABLES] = {false};
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        model_pair p = model_pairs[i];
        assert_int_not_equal(p.a, p.b);
        used[p.a] = used[p.b] = true;
        for (size_t k = 0; k < i; k++) {
            model_pair q = model_pairs[k];
            assert_false((p.a == q.a && p.b == q.b) || (p.a == q.b && p.b == q.a));
        }
    }
    for (size_t v = 0; v < EVIDENCE_VARIABLES; v++) {
        assert_true(used[v]);
    }
}

/* ---- The score and its largest parts ---------------------------------------------- */

static void score_is_a_sum(void **state) {
    uint64_t random = 1;
    for (int n = 0; n < TRIES; n++) {
        evidence e = any(&random);
        int sum = 0;
        for (size_t i = 0; i < MODEL_PAIRS; i++) {
            sum += weight_of(i, &e);
        }
        assert_int_equal(model_score(&e), sum);
    }
}

/* The largest sum that any model can have: lede_boundary.score holds it. */
static void score_fits(void **state) {
    assert_true(MODEL_PAIRS * 127 <= INT16_MAX);
}

static int amount(int weight) {
    return weight < 0 ? -weight : weight;
}

/* How many pairs weigh more than the i-th, or as much and stand before it. */
static size_t rank_of(size_t pair, const evidence *e) {
    size_t rank = 0;
    int mine = amount(weight_of(pair, e));
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        int other = amount(weight_of(i, e));
        rank += other > mine || (other == mine && i < pair);
    }
    return rank;
}

static void expect_term(const lede_boundary_term *t, size_t pair, const evidence *e) {
    model_pair p = model_pairs[pair];
    assert_int_equal(t->weight, weight_of(pair, e));
    if (t->weight == 0) {
        assert_null(t->of[0]);
        assert_null(t->of[1]);
        assert_null(t->is[0]);
        assert_null(t->is[1]);
        return;
    }
    assert_ptr_equal(t->of[0], evidence_variable_names[p.a]);
    assert_ptr_equal(t->of[1], evidence_variable_names[p.b]);
    assert_ptr_equal(t->is[0], evidence_value_names[e->of[p.a]]);
    assert_ptr_equal(t->is[1], evidence_value_names[e->of[p.b]]);
}

/* Against every pair sorted by its amount, the earlier of equals first. */
static void explained(void **state) {
    uint64_t random = 2;
    size_t seen = 0;
    for (int n = 0; n < TRIES; n++) {
        evidence e = any(&random);
        lede_boundary_term terms[LEDE_BOUNDARY_TERMS];
        memset(terms, 0xA5, sizeof terms);
        model_explain(&e, terms);
        for (size_t i = 0; i < MODEL_PAIRS; i++) {
            size_t rank = rank_of(i, &e);
            if (rank < LEDE_BOUNDARY_TERMS) {
                expect_term(&terms[rank], i, &e);
                seen += terms[rank].weight == 0;
            }
        }
    }
    assert_true(seen > 0); /* fewer weights than terms, too */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),        cmocka_unit_test(names),
        cmocka_unit_test(layout),         cmocka_unit_test(pairs_are_distinct),
        cmocka_unit_test(score_is_a_sum), cmocka_unit_test(score_fits),
        cmocka_unit_test(explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
