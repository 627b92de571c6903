/* SPDX-License-Identifier: MIT */
/* Memory for hostile texts that are looked for in a third of themselves, beside that of
 * the documents. */
#include "growth/growth.h"

#define MOST_BYTES_QUOTES 200

static lede_document *open_part(const text_buffer *t, size_t part) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    read.language = "en";
    read.no_stems = 1;
    assert_int_equal(lede_document_create(t->bytes, t->n / part, &read, &d, NULL),
                     LEDE_OK);
    return d;
}

static void find(const text_buffer *t, size_t summary_part, size_t source_part,
                 meter *m) {
    lede_quotes_options o = LEDE_QUOTES_OPTIONS_INIT;
    lede_document *d = open_part(t, summary_part), *s = open_part(t, source_part);
    const lede_document *sources[] = {s};
    lede_quotes *q = NULL;
    o.allocator = &m->allocator;
    assert_int_equal(lede_quotes_create(d, sources, 1, &o, &q, NULL), LEDE_OK);
    lede_quotes_free(q);
    lede_document_free(s);
    lede_document_free(d);
}

/* The most memory that was taken at once. */
static size_t quotes_peak(const text_buffer *t, unsigned how) {
    (void)how;
    meter m;
    meter_init(&m);
    find(t, 1, 3, &m);
    assert_int_equal(m.live, 0);
    return m.peak;
}

static const memory_rule rule = {quotes_peak, 0, MOST_BYTES_QUOTES};

static void test_memory(void **state) {
    assert_true(all_are_cheap(&rule));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
