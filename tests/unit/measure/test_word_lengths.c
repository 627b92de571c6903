/* SPDX-License-Identifier: MIT */
#include "measure/word_lengths.h"

#include "support/open.h"

/* Marks are no words; a number is one of a syllable and without letters. */
static void sums_are_those_of_the_counts(void **state) {
    lede_document *d = open_text("The boat came in, at 10. Fishermen complained.");
    lede_metrics *m = NULL;
    (void)state;
    assert_int_equal(lede_metrics_create(d, NULL, &m, NULL), LEDE_OK);
    word_lengths first = word_lengths_of(m, 0), second = word_lengths_of(m, 1);
    assert_int_equal(first.words, 6);
    assert_int_equal(first.syllables, 6);
    assert_int_equal(first.letters, 15);
    assert_int_equal(second.words, 2);
    assert_int_equal(second.syllables, 5);
    assert_int_equal(second.letters, 19);
    const lede_counts *all = lede_metrics_counts(m);
    assert_int_equal(first.syllables + second.syllables, all->syllables);
    assert_int_equal(first.letters + second.letters, all->letters);
    lede_metrics_free(m);
    lede_document_free(d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_the_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
