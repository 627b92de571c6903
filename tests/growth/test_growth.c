/* SPDX-License-Identifier: MIT */
/* Memory for hostile marks, letters and bytes. */
#include "growth/growth.h"

static void test_memory(void **state) {
    assert_true(are_linear(hostile_marks, HOSTILE_COUNT(hostile_marks)));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
