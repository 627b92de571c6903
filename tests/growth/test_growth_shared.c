/* SPDX-License-Identifier: MIT */
/* Memory for hostile texts that are compared with themselves, beside that of the
 * document. */
#include "growth/growth.h"

#define MOST_BYTES_SHARED 32

/* The most memory that was taken at once. */
static size_t shared_peak(const text_buffer *t, unsigned how) {
    (void)how;
    meter m;
    meter_init(&m);
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
    lede_shared *s = NULL;
    read.language = "en";
    read.no_stems = 1;
    o.allocator = &m.allocator;
    assert_int_equal(lede_shared_create(&o, &s, NULL), LEDE_OK);
    for (size_t part = 0; part < 6; part++) { /* whole, whole, a third, a ninth ... */
        size_t n = t->n;
        for (size_t i = 1; i < part; i++) {
            n /= 3;
        }
        lede_document *d = NULL;
        assert_int_equal(lede_document_create(t->bytes, n, &read, &d, NULL), LEDE_OK);
        assert_int_equal(lede_shared_add(s, d, NULL), LEDE_OK);
        lede_document_free(d);
    }
    assert_int_equal(lede_shared_list(s, NULL), LEDE_OK);
    assert_int_equal(lede_shared_measure(s).first_compared, LEDE_NONE);
    lede_shared_free(s);
    assert_int_equal(m.live, 0);
    return m.peak;
}

static const memory_rule rule = {shared_peak, 0, MOST_BYTES_SHARED};

static void test_memory(void **state) {
    assert_true(all_are_cheap(&rule));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
