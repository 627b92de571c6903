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

/* More than six letters, each once, the longest first and then as they stand. */
static void expect_longest(const char *text, const char *const *wanted, size_t n) {
    uint32_t words[WORD_LENGTHS_MOST];
    lede_document *d = open_text(text);
    lede_metrics *m = NULL;
    size_t size = 0;
    assert_int_equal(lede_metrics_create(d, NULL, &m, NULL), LEDE_OK);
    assert_int_equal(word_lengths_longest(m, 0, words), n);
    for (size_t i = 0; i < n; i++) {
        lede_span span = d->words.items[words[i]].span;
        assert_int_equal(span.end - span.begin, strlen(wanted[i]));
        assert_memory_equal(lede_document_text(d, &size) + span.begin, wanted[i],
                            strlen(wanted[i]));
    }
    lede_metrics_free(m);
    lede_document_free(d);
}

static void the_longest_come_first(void **state) {
    static const char *const few[] = {"Fishermen", "complain", "harbour"};
    static const char *const many[] = {"fffffffffff", "dddddddddd", "ccccccccc",
                                       "ggggggggg",   "bbbbbbbb",   "eeeeeeee",
                                       "hhhhhhhh",    "Aaaaaaa"};
    (void)state;
    expect_longest("Fishermen of the harbour complain, fishermen shout at 10000000.", few,
                   3);
    expect_longest("Short words only.", NULL, 0);
    expect_longest("Aaaaaaa bbbbbbbb ccccccccc dddddddddd eeeeeeee fffffffffff ggggggggg "
                   "hhhhhhhh iiiiiii jjjjjjj aaaaaaa.",
                   many, 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_are_those_of_the_counts),
        cmocka_unit_test(the_longest_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
