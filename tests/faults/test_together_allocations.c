/* SPDX-License-Identifier: MIT */
/* Every allocation of a summary of several documents in turn gets no memory: that is
 * said, and nothing stays behind. */
#include "support/drying.h"
#include "unit/summary/together_support.h"

#define NEVER SIZE_MAX

static lede_status fail_at(const trio *t, size_t n, bool for_good, size_t *calls) {
    drying memory;
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 4);
    lede_summary *s = (lede_summary *)&o;
    lede_error error;
    drying_init(&memory, n, for_good);
    o.allocator = &memory.allocator;
    o.explain = 1;
    o.query = "a wall of stone";
    o.query_length = strlen(o.query);
    lede_status status = lede_summary_create_together((const lede_document *const *)t->d,
                                                      TRIO, &o, &s, &error);
    assert_int_equal(error.status, status);
    assert_true((s != NULL) == (status == LEDE_OK));
    if (status != LEDE_OK) {
        assert_int_equal(status, LEDE_NO_MEMORY);
        assert_string_equal(error.text, "out of memory");
    }
    lede_summary_free(s);
    drying_expect_balance(&memory);
    *calls = memory.below.calls;
    return status;
}

static void test_each(void **state) {
    trio t = open_trio(9);
    size_t calls = 0, other = 0, unnoticed = 0;
    assert_int_equal(fail_at(&t, NEVER, false, &calls), LEDE_OK);
    assert_true(calls > 40);
    for (size_t n = 1; n <= calls; n++) {
        unnoticed += fail_at(&t, n, false, &other) == LEDE_OK;
        (void)fail_at(&t, n, true, &other);
    }
    assert_true(unnoticed <= 4); /* the query's document, read twice: two trims each */
    close_trio(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
