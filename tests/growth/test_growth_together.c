/* SPDX-License-Identifier: MIT */
/* Memory of a summary of several documents, beside that of the documents: hostile texts
 * in pieces of one and of five kilobytes. */
#include "growth/growth.h"

#define MOST_BYTES_TOGETHER 96
#define PIECES 4096u

typedef struct pieces {
    lede_document *d[PIECES];
    size_t count;
} pieces;

static void cut(pieces *p, const text_buffer *t, size_t size) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    read.language = "en";
    for (size_t at = 0; at < t->n; at += size) {
        size_t n = t->n - at < size ? t->n - at : size;
        assert_true(p->count < PIECES);
        assert_int_equal(
            lede_document_create(t->bytes + at, n, &read, &p->d[p->count++], NULL),
            LEDE_OK);
    }
}

static size_t together_peak(const text_buffer *t, unsigned how) {
    static pieces p;
    meter m;
    meter_init(&m);
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    lede_summary *s = NULL;
    p.count = 0;
    cut(&p, t, how);
    o.allocator = &m.allocator;
    assert_int_equal(lede_summary_create_together((const lede_document *const *)p.d,
                                                  p.count, &o, &s, NULL),
                     LEDE_OK);
    lede_summary_free(s);
    assert_int_equal(m.live, 0);
    for (size_t i = 0; i < p.count; i++) {
        lede_document_free(p.d[i]);
    }
    return m.peak;
}

static void test_small(void **state) {
    const memory_rule rule = {together_peak, 1024, MOST_BYTES_TOGETHER};
    assert_true(all_are_cheap(&rule));
}

static void test_large(void **state) {
    const memory_rule rule = {together_peak, 5000, MOST_BYTES_TOGETHER};
    assert_true(all_are_cheap(&rule));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small),
        cmocka_unit_test(test_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
