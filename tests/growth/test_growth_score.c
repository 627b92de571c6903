/* SPDX-License-Identifier: MIT */
/* Memory for the metrics of hostile texts, beside that of the document. */
#include "growth/growth.h"

#define MOST_BYTES_HITS 64
#define MOST_BYTES_PARTS 192 /* a sentence of two letters has counts of its own */

/* The most memory that was taken at once. */
static size_t metrics_peak(const text_buffer *t, lede_unit unit) {
    meter m;
    meter_init(&m);
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_metrics_options measure = LEDE_METRICS_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_metrics *metrics = NULL;
    read.language = "en";
    read.no_stems = 1;
    measure.unit = unit;
    measure.keep_hits = 1;
    measure.allocator = &m.allocator;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
    assert_int_equal(lede_metrics_create(d, &measure, &metrics, NULL), LEDE_OK);
    lede_metrics_free(metrics);
    lede_document_free(d);
    assert_int_equal(m.live, 0);
    return m.peak;
}

/* Prints a line of a table either way. */
static bool is_cheap(const char *name, text_buffer small, text_buffer large,
                     lede_unit unit) {
    size_t most = unit == LEDE_UNIT_SENTENCE ? MOST_BYTES_PARTS : MOST_BYTES_HITS;
    size_t a = metrics_peak(&small, unit), b = metrics_peak(&large, unit);
    bool cheap = b <= MOST_GROWTH * a && b <= most * large.n;
    print_message("%-24s %6.1f bytes a byte, %5.1f times%s\n", name,
                  (double)b / (double)large.n, (double)b / (double)a,
                  cheap ? "" : "  TOO MUCH");
    text_free(&small);
    text_free(&large);
    return cheap;
}

static bool are_cheap(const hostile *families, size_t count, lede_unit unit) {
    bool cheap = true;
    for (size_t i = 0; i < count; i++) {
        cheap &= is_cheap(families[i].name, hostile_text(&families[i], SMALL / 4),
                          hostile_text(&families[i], LARGE / 4), unit);
    }
    return cheap;
}

static bool all_are_cheap(lede_unit unit) {
    bool marks = are_cheap(hostile_marks, HOSTILE_COUNT(hostile_marks), unit);
    bool lines = are_cheap(hostile_lines, HOSTILE_COUNT(hostile_lines), unit);
    bool words = is_cheap("different words", hostile_words(SMALL / 4),
                          hostile_words(LARGE / 4), unit);
    return marks && lines && words;
}

static void test_memory(void **state) {
    assert_true(all_are_cheap(LEDE_UNIT_FILE));
}

static void test_memory_of_sentences(void **state) {
    assert_true(all_are_cheap(LEDE_UNIT_SENTENCE));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_memory_of_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
