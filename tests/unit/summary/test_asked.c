/* SPDX-License-Identifier: MIT */
/* Words from outside the document, as weights of its stems. */
#include "summary/asked.h"

#include "support/drying.h"
#include "support/open.h"
#include "support/texts.h"

#include <math.h>

#define TEXT                                                                             \
    "The crab boat sailed with two crabs. A whale was well-known to the captains. "      \
    "Nobody saw the rope."

typedef struct reading {
    lede_document *d;
    vectors v;
    double dense[64];
    uint32_t found;
} reading;

/* The first `rows` sentences are rows. */
static void open_reading(reading *r, uint32_t rows) {
    static const uint32_t sentences[] = {0, 1, 2};
    *r = (reading){.d = open_text(TEXT), .v = {.allocator = &memory_default}};
    assert_true(vectors_build(&r->v, r->d, sentences, rows));
    assert_true(r->v.stems < 64);
}

static void close_reading(reading *r) {
    vectors_free(&r->v);
    lede_document_free(r->d);
}

static void ask(reading *r, const char *words, size_t n) {
    asked a = {words, n, 99};
    memset(r->dense, 0, sizeof r->dense);
    assert_int_equal(asked_read(&a, r->d, &r->v, r->dense, NULL), LEDE_OK);
    r->found = a.found;
}

/* How often a stem was asked for. */
static double times(const reading *r, const char *key) {
    for (size_t i = 0; i < r->d->terms.count; i++) {
        const lede_term *t = &r->d->terms.items[i];
        if (t->key.end - t->key.begin == strlen(key) &&
            memcmp(r->d->keys.items + t->key.begin, key, strlen(key)) == 0) {
            return r->dense[t->stem] / r->v.isf[t->stem];
        }
    }
    fail_msg("no term \"%s\"", key);
    return 0.0;
}

#define EXPECT_TIMES(r, key, wanted)                                                     \
    assert_true(fabs(times((r), (key)) - (wanted)) < 1e-12)

static double sum_of(const reading *r) {
    double sum = 0.0;
    for (uint32_t i = 0; i < r->v.stems; i++) {
        sum += r->dense[i] / r->v.isf[i];
    }
    return sum;
}

#define ASK(r, words) ask((r), words, sizeof(words) - 1)

/* found counts words, each time they are said; stop words and strange ones are none. */
static void test_found(void **state) {
    reading r;
    open_reading(&r, 3);
    ASK(&r, "Which captain sails? The CAPTAINS of a zeppelin, and 7");
    assert_int_equal(r.found, 3);
    EXPECT_TIMES(&r, "captains", 2.0);
    EXPECT_TIMES(&r, "sailed", 1.0);
    assert_true(fabs(sum_of(&r) - 3.0) < 1e-12);
    ASK(&r, "zeppelins of the");
    assert_int_equal(r.found, 0);
    assert_true(sum_of(&r) == 0.0);
    ASK(&r, "");
    assert_int_equal(r.found, 0);
    close_reading(&r);
}

/* A compound is one word, found whole or in part; both are asked for. */
static void test_compounds(void **state) {
    reading r;
    open_reading(&r, 3);
    ASK(&r, "rope-whale");
    assert_int_equal(r.found, 1);
    EXPECT_TIMES(&r, "rope", 1.0);
    EXPECT_TIMES(&r, "whale", 1.0);
    ASK(&r, "well-known");
    assert_int_equal(r.found, 1);
    EXPECT_TIMES(&r, "well-known", 1.0);
    ASK(&r, "x-rope x-zeppelin");
    assert_int_equal(r.found, 1);
    EXPECT_TIMES(&r, "rope", 1.0);
    close_reading(&r);
}

/* Words that stand elsewhere in the document are not in the rows. */
static void test_rows_only(void **state) {
    reading r;
    open_reading(&r, 1);
    ASK(&r, "crabs, whales and ropes");
    assert_int_equal(r.found, 1);
    EXPECT_TIMES(&r, "crab", 1.0);
    assert_true(fabs(sum_of(&r) - 1.0) < 1e-12);
    close_reading(&r);
}

/* A label that would be set aside in a text, several blocks, a NUL. */
static void test_any_text(void **state) {
    reading r;
    open_reading(&r, 3);
    ASK(&r, "ADVERTISEMENT\n\n- Whale\n\nRope\0Crab");
    assert_int_equal(r.found, 3);
    EXPECT_TIMES(&r, "whale", 1.0);
    EXPECT_TIMES(&r, "rope", 1.0);
    EXPECT_TIMES(&r, "crab", 1.0);
    close_reading(&r);
}

/* What is there is added to. */
static void test_adds(void **state) {
    reading r;
    open_reading(&r, 3);
    asked a = {"rope", 4, 0};
    for (int i = 1; i <= 3; i++) {
        assert_int_equal(asked_read(&a, r.d, &r.v, r.dense, NULL), LEDE_OK);
        EXPECT_TIMES(&r, "rope", (double)i);
        assert_int_equal(a.found, 1);
    }
    close_reading(&r);
}

static void test_no_memory(void **state) {
    reading r;
    open_reading(&r, 3);
    bool failed = true;
    size_t refused = 0;
    for (size_t n = 1; failed && n < 1000; n++) {
        drying memory;
        lede_error error = {.status = LEDE_OK};
        asked a = {"whales of a sail-boat", 21, 0};
        drying_init(&memory, n, true);
        r.v.allocator = &memory.allocator;
        lede_status status = asked_read(&a, r.d, &r.v, r.dense, &error);
        failed = memory.below.calls >= n;
        refused += status == LEDE_NO_MEMORY;
        assert_int_equal(error.status, status);
        drying_expect_balance(&memory);
    }
    assert_false(failed);
    assert_true(refused > 5);
    r.v.allocator = &memory_default;
    close_reading(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),     cmocka_unit_test(test_compounds),
        cmocka_unit_test(test_rows_only), cmocka_unit_test(test_any_text),
        cmocka_unit_test(test_adds),      cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
