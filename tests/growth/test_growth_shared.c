/* SPDX-License-Identifier: MIT */
/* Memory for hostile texts that are compared with themselves, beside that of the
 * document. */
#include "growth/growth.h"

#define MOST_BYTES_SHARED 32

/* The most memory that was taken at once. */
static size_t shared_peak(const text_buffer *t) {
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

/* Prints a line of a table either way. */
static bool is_cheap(const char *name, text_buffer small, text_buffer large) {
    size_t a = shared_peak(&small), b = shared_peak(&large);
    bool cheap = b <= MOST_GROWTH * a && b <= MOST_BYTES_SHARED * large.n;
    print_message("%-24s %6.1f bytes a byte, %5.1f times%s\n", name,
                  (double)b / (double)large.n, (double)b / (double)a,
                  cheap ? "" : "  TOO MUCH");
    text_free(&small);
    text_free(&large);
    return cheap;
}

static bool are_cheap(const hostile *families, size_t count) {
    bool cheap = true;
    for (size_t i = 0; i < count; i++) {
        cheap &= is_cheap(families[i].name, hostile_text(&families[i], SMALL / 4),
                          hostile_text(&families[i], LARGE / 4));
    }
    return cheap;
}

static void test_memory(void **state) {
    bool marks = are_cheap(hostile_marks, HOSTILE_COUNT(hostile_marks));
    bool lines = are_cheap(hostile_lines, HOSTILE_COUNT(hostile_lines));
    bool words =
        is_cheap("different words", hostile_words(SMALL / 4), hostile_words(LARGE / 4));
    assert_true(marks && lines && words);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
