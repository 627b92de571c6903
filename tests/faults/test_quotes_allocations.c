/* SPDX-License-Identifier: MIT */
/*
 * Every allocation of looking for quotations in turn gets no memory: once alone, and once
 * with all that follow. That is said, and nothing stays behind.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lede/lede.h>

#include "support/drying.h"

#include <string.h>

/* One of each state. Whole texts by name, so that no comma can seem to be missing. */
#define SUMMARY                                                                                 \
    "Second pump\n\n"                                                                           \
    "The pump ran all night. The pump ran all day. Nobody slept. Zebras waltz "                 \
    "there.\n\n"                                                                                \
    "“We will buy … pump,” he said. He wants “[the] second pump” and\nThe cellar is " \
    "wet.\n\n"                                                                                  \
    "The pump ran all night and the bill came to $1,200.\n"
#define SOURCE                                                                           \
    "The pump ran all night. Nobody slept, and the cellar stayed dry. \"We will buy a "  \
    "second pump,\" said the warden.\n"

static const char *const texts[] = {
    SUMMARY,
    SOURCE,
    "The bill came to $1,200 or 12%. It was -5 °C in the yard.\n",
};

#define TEXTS 3u

static lede_document *documents[TEXTS];

static lede_status find(drying *memory, lede_quotes **q, lede_error *error) {
    lede_quotes_options o = LEDE_QUOTES_OPTIONS_INIT;
    o.allocator = &memory->allocator;
    o.headings = 1;
    return lede_quotes_create(documents[0], (const lede_document *const *)documents + 1,
                              TEXTS - 1, &o, q, error);
}

/* False: nothing failed. */
static bool fail_at(size_t n, bool for_good) {
    drying memory;
    lede_quotes *q = NULL;
    lede_error error;
    drying_init(&memory, n, for_good);
    lede_status status = find(&memory, &q, &error);
    assert_int_equal(status, error.status);
    if (status != LEDE_OK) {
        assert_int_equal(status, LEDE_NO_MEMORY);
        assert_null(q);
        assert_string_equal(error.text, "out of memory");
    }
    lede_quotes_free(q);
    drying_expect_balance(&memory);
    return status != LEDE_OK;
}

static void test_allocations(void **state) {
    size_t n = 1;
    for (size_t i = 0; i < TEXTS; i++) {
        assert_int_equal(
            lede_document_create(texts[i], strlen(texts[i]), NULL, &documents[i], NULL),
            LEDE_OK);
    }
    while (fail_at(n, false)) {
        assert_true(fail_at(n, true));
        n++;
    }
    assert_true(n > 40);
    for (size_t i = 0; i < TEXTS; i++) {
        lede_document_free(documents[i]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
