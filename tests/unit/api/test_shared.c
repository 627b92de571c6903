/* SPDX-License-Identifier: MIT */
/* lede_shared_create, _add, _list: arguments, defaults, seeds. */
#include "unit/repeat/shared_support.h"

static void refuse(const lede_shared_options *o) {
    lede_shared *s = (lede_shared *)&s;
    lede_error error;
    memset(&error, 'x', sizeof error);
    assert_int_equal(lede_shared_create(o, &s, &error), LEDE_INVALID_ARGUMENT);
    assert_null(s);
    assert_int_equal(error.status, LEDE_INVALID_ARGUMENT);
    assert_string_equal(error.text, "min_words must be from 4 to 100, or 0 for 8");
    s = (lede_shared *)&s;
    assert_int_equal(lede_shared_create(o, &s, NULL), LEDE_INVALID_ARGUMENT);
    assert_null(s);
}

static void test_min_words(void **state) {
    static const uint32_t bad[] = {1, 2, 3, 101, 102, UINT32_MAX};
    static const uint32_t good[] = {0, 4, 8, 99, 100};
    lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        o.min_words = bad[i];
        refuse(&o);
    }
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        o.min_words = good[i];
        lede_shared_free(open_shared(&o));
    }
}

static void expect_invalid(lede_status status, const lede_error *error,
                           const char *text) {
    assert_int_equal(status, LEDE_INVALID_ARGUMENT);
    assert_int_equal(error->status, LEDE_INVALID_ARGUMENT);
    assert_string_equal(error->text, text);
    assert_int_equal(error->line, 0);
}

static void test_null_arguments(void **state) {
    lede_document *d = open_text("One boat.");
    lede_shared *s = open_shared(NULL);
    lede_error e;
    expect_invalid(lede_shared_create(NULL, NULL, &e), &e, "out is NULL");
    expect_invalid(lede_shared_add(NULL, d, &e), &e, "shared is NULL");
    expect_invalid(lede_shared_add(s, NULL, &e), &e, "document is NULL");
    expect_invalid(lede_shared_list(NULL, &e), &e, "shared is NULL");
    assert_int_equal(lede_shared_create(NULL, NULL, NULL), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_shared_add(NULL, NULL, NULL), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_shared_list(NULL, NULL), LEDE_INVALID_ARGUMENT);
    lede_shared_free(NULL);
    assert_int_equal(lede_shared_measure(s).files, 0);
    lede_shared_free(s);
    lede_document_free(d);
}

/* A new object has nothing, and says so. */
static void test_nothing_yet(void **state) {
    lede_shared *s = open_shared(NULL);
    size_t count = 9;
    lede_shared_passages(s, &count);
    assert_int_equal(count, 0);
    count = 9;
    lede_shared_places(s, &count);
    assert_int_equal(count, 0);
    count = 9;
    lede_shared_bytes(s, &count);
    assert_int_equal(count, 0);
    lede_shared_facts facts = lede_shared_measure(s);
    assert_int_equal(facts.files, 0);
    assert_int_equal(facts.bytes, 0);
    assert_int_equal(facts.first_compared, LEDE_NONE);
    assert_int_equal(lede_shared_list(s, NULL), LEDE_OK);
    lede_shared_free(s);
}

static void test_defaults(void **state) {
    lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
    o.min_words = LEDE_SHARED_WORDS;
    o.max_bytes = LEDE_SHARED_BYTES;
    lede_shared *plain = open_shared(NULL), *same = open_shared(&o);
    assert_int_equal(plain->store.hash.window, same->store.hash.window);
    assert_int_equal(plain->store.quota.limit, same->store.quota.limit);
    assert_int_equal(plain->passages.quota.limit, same->passages.quota.limit);
    assert_int_equal(plain->store.quota.limit + plain->passages.quota.limit,
                     LEDE_SHARED_BYTES);
    lede_shared_free(plain);
    lede_shared_free(same);
    o.max_bytes = UINT64_MAX;
    lede_shared *large = open_shared(&o);
    add_text(large, "The old boat came in again with nine men.");
    lede_shared_free(large);
}

/* Whatever the seeds are, of documents too. */
static void test_hash_seeds(void **state) {
    listed first = {0};
    lede_shared *kept = NULL;
    for (uint64_t seed = 0; seed < 12; seed++) {
        lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
        lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
        uint64_t random = seed;
        o.hash_seed = next_random(&random);
        o.min_words = 4;
        read.hash_seed = next_random(&random);
        lede_shared *s = open_shared(&o);
        for (uint64_t i = 0; i < 25; i++) {
            text_buffer t = stock_text(i, 30);
            lede_document *d = NULL;
            assert_int_equal(lede_document_create(t.bytes, t.n, &read, &d, NULL),
                             LEDE_OK);
            assert_int_equal(lede_shared_add(s, d, NULL), LEDE_OK);
            lede_document_free(d);
            text_free(&t);
        }
        listed l = list_shared(s);
        if (seed == 0) {
            first = l;
            kept = s;
            assert_true(l.count > 20);
            continue;
        }
        assert_int_equal(l.count, first.count);
        assert_int_equal(l.place_count, first.place_count);
        assert_memory_equal(l.places, first.places, l.place_count * sizeof *l.places);
        for (size_t i = 0; i < l.count; i++) {
            lede_span a = l.passages[i].text, b = first.passages[i].text;
            assert_int_equal(a.end - a.begin, b.end - b.begin);
            assert_memory_equal(l.bytes + a.begin, first.bytes + b.begin,
                                a.end - a.begin);
        }
        lede_shared_free(s);
    }
    lede_shared_free(kept);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_min_words),   cmocka_unit_test(test_null_arguments),
        cmocka_unit_test(test_nothing_yet), cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_hash_seeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
