/* SPDX-License-Identifier: MIT */
/* Memory for hostile texts of which half is chosen, by each way of scoring, with a query
 * and the words that carried each sentence. */
#include "growth/growth.h"

static size_t half_peak(const text_buffer *t, unsigned how) {
    lede_summary_options choose = LEDE_SUMMARY_OPTIONS_INIT;
    choose.method = (lede_method)how;
    choose.budget = LEDE_BUDGET_RATIO;
    choose.amount = 0.5;
    choose.query = "Which boat came into the old harbour?";
    choose.query_length = strlen(choose.query);
    choose.explain = 1;
    return peak_of_summary(t, &choose);
}

static void expect_cheap(lede_method method) {
    const memory_rule rule = {half_peak, (unsigned)method, MOST_BYTES};
    assert_true(all_are_cheap(&rule));
}

static void test_auto(void **state) {
    expect_cheap(LEDE_METHOD_AUTO);
}

static void test_news(void **state) {
    expect_cheap(LEDE_METHOD_NEWS);
}

static void test_lexrank(void **state) {
    expect_cheap(LEDE_METHOD_LEXRANK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_auto),
        cmocka_unit_test(test_news),
        cmocka_unit_test(test_lexrank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
