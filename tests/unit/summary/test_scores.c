/* SPDX-License-Identifier: MIT */
/* The scores of all rows, against the slow reference and by hand. */
#include "summary/scores.h"

#include "summary/candidates.h"
#include "summary/methods.h"
#include "support/background.h"
#include "support/open.h"
#include "support/texts.h"
#include "text/background_stems.h"
#include "unit/summary/reference.h"

#include <math.h>
#include <stdio.h>

/* The scores of every candidate of a document. */
typedef struct scored {
    counting memory;
    candidates c;
    vectors v;
    vectors x; /* by the background, if there is one */
    double *idf;
    uint32_t query_words;
    uint32_t *sentences;
    score_row *rows;
} scored;

static void score(scored *s, const lede_document *d, const lede_summary_options *o) {
    *s = (scored){0};
    counting_init(&s->memory, NEVER);
    assert_true(candidates_find(&s->c, d, &s->memory.allocator));
    size_t count = s->c.list.count;
    s->sentences = calloc(count + 1, sizeof *s->sentences);
    s->rows = calloc(count + 1, sizeof *s->rows);
    assert_true(s->sentences != NULL && s->rows != NULL);
    for (size_t i = 0; i < count; i++) {
        s->sentences[i] = s->c.list.items[i].sentence;
    }
    s->v.allocator = &s->memory.allocator;
    assert_true(vectors_build(&s->v, d, s->sentences, (uint32_t)count));
    s->x = s->v;
    s->idf = calloc((size_t)s->v.stems + 1, sizeof *s->idf);
    assert_non_null(s->idf);
    const ranker *learnt = NULL;
    (void)method_of(o->method, d, &learnt);
    if (o->background != NULL && learnt == NULL) {
        background_stem_idf(o->background, d, s->idf);
        assert_true(vectors_reweigh(&s->v, s->idf, &s->x));
    }
    score_task task = {d, s->sentences, &s->v, &s->x, o};
    assert_int_equal(scores_compute(&task, s->rows, &s->query_words, NULL), LEDE_OK);
}

static void scored_close(scored *s) {
    if (s->x.weight.items != s->v.weight.items) {
        vectors_free_weights(&s->x);
    }
    free(s->idf);
    vectors_free(&s->v);
    candidates_free(&s->c, &s->memory.allocator);
    assert_int_equal(s->memory.live_blocks, 0);
    assert_int_equal(s->memory.wrong_sizes, 0);
    free(s->sentences);
    free(s->rows);
}

static double real_of(int64_t fixed) {
    return (double)fixed / 4294967296.0;
}

static void expect_close(int64_t fixed, double wanted, double close) {
    if (!(fabs(real_of(fixed) - wanted) < close)) {
        fail_msg("%.9f, wanted %.9f", real_of(fixed), wanted);
    }
}

static void expect_near(int64_t fixed, double wanted) {
    expect_close(fixed, wanted, 1e-6);
}

static void compare(const lede_document *d, const lede_summary_options *o) {
    reference *r = reference_open(d, o);
    scored s;
    score(&s, d, o);
    assert_int_equal(s.v.rows, r->rows);
    assert_int_equal(s.query_words, r->query_words);
    for (uint32_t i = 0; i < r->rows; i++) {
        int64_t sum = 0;
        for (int p = 0; p < LEDE_PART_COUNT; p++) {
            expect_close(s.rows[i].parts[p], r->part[p][i], r->close);
            sum += s.rows[i].parts[p];
        }
        assert_true(sum == s.rows[i].total);
        expect_close(s.rows[i].total, r->total[i], r->close);
    }
    scored_close(&s);
    reference_close(r);
}

static const char given[] = "Captains and the ropes of a sail-boat, the Oona";

static const char query[] = "Who quarrelled over mussels? The captains of the Oona";

static void compare_methods(const lede_document *d, lede_summary_options o) {
    for (int id = LEDE_METHOD_AUTO; id < LEDE_METHOD_COUNT; id++) {
        o.method = (lede_method)id;
        compare(d, &o);
    }
}

/* Each method and switch that changes a score. */
static void compare_all(const text_buffer *t) {
    background_sample b = background_sample_open("articles");
    lede_document *d = open_bytes(t->bytes, t->n);
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    compare_methods(d, o);
    o.no_position = 1;
    compare_methods(d, o);
    o.no_title = 1;
    o.background = b.background;
    compare_methods(d, o);
    o = (lede_summary_options)LEDE_SUMMARY_OPTIONS_INIT;
    o.title = given;
    o.title_length = sizeof given - 1;
    compare_methods(d, o);
    o.query = query;
    o.query_length = sizeof query - 1;
    o.background = b.background;
    compare_methods(d, o);
    lede_document_free(d);
    background_sample_close(&b);
}

static void test_corpus(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        text_buffer t = text_article(i);
        compare_all(&t);
        text_free(&t);
    }
}

static void test_made_texts(void **state) {
    for (uint64_t seed = 0; seed < 200; seed++) {
        text_buffer t = text_made(seed, 10);
        compare_all(&t);
        text_free(&t);
    }
}

/* ---- By hand ------------------------------------------------------------------- */

/* Every ISF is ln 2; W is ln 2 times sqrt(5) and sqrt(3); nothing is shared. */
static void test_two_sentences(void **state) {
    lede_document *d = open_text("Apples grapes melons olives plums. Ships boats rafts.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    scored s;
    score(&s, d, &o);
    assert_int_equal(s.v.rows, 2);
    expect_near(s.rows[0].parts[LEDE_PART_WEIGHT], 0.5);
    expect_near(s.rows[0].parts[LEDE_PART_POSITION], 0.5);
    expect_near(s.rows[0].total, 1.0);
    expect_near(s.rows[1].parts[LEDE_PART_WEIGHT], 0.6 * 0.5 * sqrt(0.6));
    expect_near(s.rows[1].parts[LEDE_PART_POSITION], 0.6 * 0.5 * exp(-0.2));
    expect_near(s.rows[1].parts[LEDE_PART_CENTRALITY], 0.0);
    scored_close(&s);
    lede_document_free(d);
}

/* Sentences that share no word have no centrality: what rounding leaves of the
 * cosine with itself must not be scaled up to the largest value. */
static void test_disjoint_sentences(void **state) {
    lede_document *d =
        open_text("Alpha beta gamma delta epsilon. Zeta eta theta iota kappa. "
                  "Lambda mu nu xi omicron pi. Rho sigma tau upsilon phi chi psi.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    scored s;
    score(&s, d, &o);
    assert_int_equal(s.v.rows, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_true(s.rows[i].parts[LEDE_PART_CENTRALITY] == 0);
        assert_true(s.rows[i].parts[LEDE_PART_FORWARD] == 0);
    }
    scored_close(&s);
    lede_document_free(d);
}

/* The same with one sentence, of every length. */
static void test_one_sentence(void **state) {
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    text_buffer t = {0};
    text_put(&t, "Zulus");
    for (int words = 1; words < 40; words++) {
        text_buffer whole = {0};
        text_add(&whole, t.bytes, t.n);
        text_put(&whole, ".");
        lede_document *d = open_bytes(whole.bytes, whole.n);
        scored s;
        score(&s, d, &o);
        assert_int_equal(s.v.rows, 1);
        assert_true(s.rows[0].parts[LEDE_PART_CENTRALITY] == 0);
        assert_true(s.rows[0].parts[LEDE_PART_WEIGHT] == INT64_C(1) << 31);
        assert_true(s.rows[0].total == INT64_C(1) << 32);
        scored_close(&s);
        lede_document_free(d);
        text_free(&whole);
        char more[] = {' ', 'q', (char)('a' + words % 26), (char)('a' + words / 26), 'x'};
        text_add(&t, more, sizeof more);
    }
    text_free(&t);
}

static void test_lead(void **state) {
    lede_document *d = open_text("One boat. Two boats. Three boats. Four boats.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.method = LEDE_METHOD_LEAD;
    scored s;
    score(&s, d, &o);
    assert_int_equal(s.v.rows, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_true(s.rows[i].total == (int64_t)(4 - i) << 30);
        assert_true(s.rows[i].parts[LEDE_PART_POSITION] == s.rows[i].total);
    }
    scored_close(&s);
    lede_document_free(d);
}

/* Nothing but stop words: no vector at all, and no division by 0. */
static void test_stop_words_only(void **state) {
    lede_document *d = open_text("It was of the same. And so it was there.");
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    scored s;
    o.no_position = 1;
    score(&s, d, &o);
    assert_int_equal(s.v.rows, 2);
    for (uint32_t i = 0; i < 2; i++) {
        assert_true(s.rows[i].total == 0);
    }
    scored_close(&s);
    lede_document_free(d);
}

/* Position underflows far back and stays a number. */
static void test_many_rows(void **state) {
    text_buffer t = {0};
    for (int i = 0; i < 5000; i++) {
        char line[40];
        snprintf(line, sizeof line, "Boats came in today, %d. ", 1000 + i);
        text_put(&t, line);
    }
    lede_document *d = open_bytes(t.bytes, t.n);
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    scored s;
    score(&s, d, &o);
    assert_int_equal(s.v.rows, 5000);
    assert_true(s.rows[0].total == INT64_C(1) << 32);
    for (uint32_t i = 1; i < 5000; i++) {
        assert_true(s.rows[i].total <= s.rows[i - 1].total);
        assert_true(s.rows[i].total > 0);
    }
    assert_true(s.rows[4999].parts[LEDE_PART_POSITION] == 0);
    scored_close(&s);
    lede_document_free(d);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_corpus),          cmocka_unit_test(test_made_texts),
        cmocka_unit_test(test_two_sentences),   cmocka_unit_test(test_disjoint_sentences),
        cmocka_unit_test(test_one_sentence),    cmocka_unit_test(test_lead),
        cmocka_unit_test(test_stop_words_only), cmocka_unit_test(test_many_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
