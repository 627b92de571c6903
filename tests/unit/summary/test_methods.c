/* SPDX-License-Identifier: MIT */
/* Which method has what: the table of docs/summarization.md. */
#include "summary/methods.h"

#include "support/open.h"

static lede_document *open_in(const char *language) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    read.language = language;
    assert_int_equal(lede_document_create("Boats left.", 11, &read, &d, NULL), LEDE_OK);
    return d;
}

/* Only news, and only where the language has learnt weights. */
static void test_learnt(void **state) {
    lede_document *english = open_in("en"), *german = open_in("de");
    for (int id = LEDE_METHOD_AUTO; id < LEDE_METHOD_COUNT; id++) {
        const ranker *learnt = NULL;
        assert_non_null(method_of((lede_method)id, english, &learnt));
        assert_int_equal(learnt != NULL, id == LEDE_METHOD_NEWS);
        assert_non_null(method_of((lede_method)id, german, &learnt));
        assert_null(learnt);
    }
    lede_document_free(english);
    lede_document_free(german);
}

/* What scores are divided by is 1 when each method's parts are: no factor is below 0. */
static void test_factors(void **state) {
    static const double sums[LEDE_METHOD_COUNT] = {
        [LEDE_METHOD_AUTO] = 2.1,   [LEDE_METHOD_NEWS] = 2.5,
        [LEDE_METHOD_DIRECTED] = 1, [LEDE_METHOD_CENTRALITY] = 1,
        [LEDE_METHOD_TFIDF] = 1,    [LEDE_METHOD_LEXRANK] = 1,
        [LEDE_METHOD_LEAD] = 0,
    };
    lede_document *d = open_in("de");
    for (int id = LEDE_METHOD_AUTO; id < LEDE_METHOD_COUNT; id++) {
        const ranker *learnt = NULL;
        const method *m = method_of((lede_method)id, d, &learnt);
        double sum = 0.0;
        for (int part = 0; part < LEDE_PART_REDUNDANCY; part++) {
            assert_true(m->factor[part] >= 0.0);
            sum += m->factor[part];
        }
        assert_true(sum > sums[id] - 1e-9 && sum < sums[id] + 1e-9);
        assert_int_equal(m->lead, id == LEDE_METHOD_LEAD);
        assert_int_equal(m->walk, id == LEDE_METHOD_LEXRANK);
        assert_int_equal(m->directed,
                         id == LEDE_METHOD_NEWS || id == LEDE_METHOD_DIRECTED);
        assert_int_equal(method_compares((lede_method)id), id != LEDE_METHOD_LEAD);
        /* what falls off with the distance needs a distance */
        assert_true(m->factor[LEDE_PART_POSITION] == 0.0 || m->position_scale >= 1.0);
    }
    lede_document_free(d);
}

static void expect_redundancy(const lede_document *d, lede_method id, double mmr,
                              double wanted) {
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.method = id;
    o.mmr = mmr;
    double found = method_redundancy(&o, d);
    assert_true(found > wanted - 1e-12 && found < wanted + 1e-12);
}

static void test_redundancy(void **state) {
    lede_document *english = open_in("en"), *german = open_in("de");
    expect_redundancy(english, LEDE_METHOD_AUTO, LEDE_MMR_OF_METHOD, 0.1);
    expect_redundancy(english, LEDE_METHOD_TFIDF, -0.5, 0.1);
    expect_redundancy(english, LEDE_METHOD_NEWS, LEDE_MMR_OF_METHOD,
                      (double)english->pack->news->redundancy / 100.0);
    expect_redundancy(german, LEDE_METHOD_NEWS, LEDE_MMR_OF_METHOD, 0.6);
    for (int id = LEDE_METHOD_AUTO; id < LEDE_METHOD_COUNT; id++) {
        bool lead = id == LEDE_METHOD_LEAD;
        expect_redundancy(english, (lede_method)id, 0.0, 0.0);
        expect_redundancy(english, (lede_method)id, 0.75, lead ? 0.0 : 0.75);
        expect_redundancy(german, (lede_method)id, 10.0, lead ? 0.0 : 10.0);
    }
    lede_document_free(english);
    lede_document_free(german);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_learnt),
        cmocka_unit_test(test_factors),
        cmocka_unit_test(test_redundancy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
