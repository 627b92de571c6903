/* SPDX-License-Identifier: MIT */
/* Memory for hostile sentences and lines, and for many words. */
#include "growth/growth.h"

static void test_memory(void **state) {
    bool linear = are_linear(hostile_lines, HOSTILE_COUNT(hostile_lines));
    linear &= is_linear("different words", hostile_words(SMALL), hostile_words(LARGE));
    assert_true(linear);
}

/* Every sentence is chosen: no pass over all of them for each. */
static void test_all_sentences(void **state) {
    static const hostile families[] = {
        HOSTILE("letters as sentences", "A? "),
        HOSTILE("equal sentences", "The boat came in today. ")};
    for (size_t i = 0; i < 2; i++) {
        text_buffer t = hostile_text(&families[i], LARGE);
        assert_true(peak_of(&t, LEDE_BUDGET_RATIO, 1) <= MOST_BYTES * t.n);
        text_free(&t);
    }
    text_buffer t = hostile_words(LARGE);
    assert_true(peak_of(&t, LEDE_BUDGET_RATIO, 1) <= MOST_BYTES * t.n);
    assert_true(peak_of(&t, LEDE_BUDGET_WORDS, 50000) <= MOST_BYTES * t.n);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_all_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
