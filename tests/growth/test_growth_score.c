/* SPDX-License-Identifier: MIT */
/* Memory for the metrics of hostile texts, beside that of the document. */
#include "growth/growth.h"

#define MOST_BYTES_HITS 64
#define MOST_BYTES_PARTS 192 /* a sentence of two letters has counts of its own */

/* The most memory that was taken at once. */
static size_t metrics_peak(const text_buffer *t, unsigned unit) {
    meter m;
    meter_init(&m);
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_metrics_options measure = LEDE_METRICS_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_metrics *metrics = NULL;
    read.language = "en";
    read.no_stems = 1;
    measure.unit = (lede_unit)unit;
    measure.keep_hits = 1;
    measure.allocator = &m.allocator;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
    assert_int_equal(lede_metrics_create(d, &measure, &metrics, NULL), LEDE_OK);
    lede_metrics_free(metrics);
    lede_document_free(d);
    assert_int_equal(m.live, 0);
    return m.peak;
}

static void test_memory(void **state) {
    const memory_rule rule = {metrics_peak, LEDE_UNIT_FILE, MOST_BYTES_HITS};
    assert_true(all_are_cheap(&rule));
}

static void test_memory_of_sentences(void **state) {
    const memory_rule rule = {metrics_peak, LEDE_UNIT_SENTENCE, MOST_BYTES_PARTS};
    assert_true(all_are_cheap(&rule));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_memory_of_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
