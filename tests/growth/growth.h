/* SPDX-License-Identifier: MIT */
/*
 * Hostile texts of 64 KiB and of 1 MiB: memory grows with the text and stays a
 * fixed multiple of it. That each run ends at all within the limit of the test is
 * the bound on time here; growth.py counts steps.
 */
#ifndef LEDE_TESTS_GROWTH_GROWTH_H
#define LEDE_TESTS_GROWTH_GROWTH_H

#include "support/hostile.h"
#include "support/meter.h"
#include "unit/render/sample.h"

#define SMALL ((size_t)64 << 10)
#define LARGE ((size_t)1 << 20)
#define MOST_GROWTH 20 /* times, for 16 times the text */
#define MOST_BYTES 96  /* for each of the text; a block a letter costs 72 */

static inline int swallow(void *ctx, const char *bytes, size_t n) {
    size_t *total = ctx;
    (void)bytes;
    *total += n;
    return 0;
}

/* Reads, chooses and writes; the most memory that was taken at once. */
static inline size_t peak_of(const text_buffer *t, lede_budget_kind budget,
                             double amount) {
    meter m;
    meter_init(&m);
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_summary_options choose = LEDE_SUMMARY_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_summary *s = NULL;
    lede_report r;
    size_t written = 0;
    read.allocator = choose.allocator = &m.allocator;
    choose.budget = budget;
    choose.amount = amount;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
    assert_int_equal(lede_summary_create(d, &choose, &s, NULL), LEDE_OK);
    lede_sink sink = {swallow, &written};
    (void)lede_report_begin(&r, LEDE_FORMAT_TEXT, sink);
    assert_int_equal(lede_report_summary(&r, "a", d, s), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    lede_summary_free(s);
    lede_document_free(d);
    assert_int_equal(m.live, 0);
    return m.peak;
}

/* False: too much. One line of a table either way. */
static inline bool is_linear(const char *name, text_buffer small, text_buffer large) {
    size_t a = peak_of(&small, LEDE_BUDGET_SENTENCES, 3);
    size_t b = peak_of(&large, LEDE_BUDGET_SENTENCES, 3);
    bool linear = b <= MOST_GROWTH * a && b <= MOST_BYTES * large.n;
    print_message("%-24s %6.1f bytes a byte, %5.1f times%s\n", name,
                  (double)b / (double)large.n, (double)b / (double)a,
                  linear ? "" : "  TOO MUCH");
    text_free(&small);
    text_free(&large);
    return linear;
}

static inline bool are_linear(const hostile *families, size_t count) {
    bool linear = true;
    for (size_t i = 0; i < count; i++) {
        linear &= is_linear(families[i].name, hostile_text(&families[i], SMALL),
                            hostile_text(&families[i], LARGE));
    }
    return linear;
}

#endif
