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
static inline size_t peak_of_summary(const text_buffer *t, lede_summary_options *choose) {
    meter m;
    meter_init(&m);
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_summary *s = NULL;
    lede_report r;
    size_t written = 0;
    read.allocator = choose->allocator = &m.allocator;
    assert_int_equal(lede_document_create(t->bytes, t->n, &read, &d, NULL), LEDE_OK);
    assert_int_equal(lede_summary_create(d, choose, &s, NULL), LEDE_OK);
    lede_sink sink = {swallow, &written};
    (void)lede_report_begin(&r, LEDE_FORMAT_TEXT, sink);
    assert_int_equal(lede_report_summary(&r, "a", d, s), LEDE_OK);
    assert_int_equal(lede_report_end(&r), LEDE_OK);
    lede_summary_free(s);
    lede_document_free(d);
    assert_int_equal(m.live, 0);
    return m.peak;
}

static inline size_t peak_of(const text_buffer *t, lede_budget_kind budget,
                             double amount) {
    lede_summary_options choose = LEDE_SUMMARY_OPTIONS_INIT;
    choose.budget = budget;
    choose.amount = amount;
    return peak_of_summary(t, &choose);
}

/* What is measured: the peak of a text, and how much of it is allowed. */
typedef struct memory_rule {
    size_t (*peak)(const text_buffer *t, unsigned how);
    unsigned how;
    size_t most_bytes; /* for each of the text */
} memory_rule;

/* False: too much. One line of a table either way. The texts are freed. */
static inline bool is_cheap(const memory_rule *rule, const char *name, text_buffer small,
                            text_buffer large) {
    size_t a = rule->peak(&small, rule->how), b = rule->peak(&large, rule->how);
    bool cheap = b <= MOST_GROWTH * a && b <= rule->most_bytes * large.n;
    print_message("%-24s %6.1f bytes a byte, %5.1f times%s\n", name,
                  (double)b / (double)large.n, (double)b / (double)a,
                  cheap ? "" : "  TOO MUCH");
    text_free(&small);
    text_free(&large);
    return cheap;
}

static inline bool are_cheap(const memory_rule *rule, const hostile *families,
                             size_t count) {
    bool cheap = true;
    for (size_t i = 0; i < count; i++) {
        cheap &= is_cheap(rule, families[i].name, hostile_text(&families[i], SMALL / 4),
                          hostile_text(&families[i], LARGE / 4));
    }
    return cheap;
}

/* The families that every kind of work is tried with. */
static inline bool all_are_cheap(const memory_rule *rule) {
    bool marks = are_cheap(rule, hostile_marks, HOSTILE_COUNT(hostile_marks));
    bool lines = are_cheap(rule, hostile_lines, HOSTILE_COUNT(hostile_lines));
    bool words = is_cheap(rule, "different words", hostile_words(SMALL / 4),
                          hostile_words(LARGE / 4));
    return marks && lines && words;
}

static inline size_t three_sentences_peak(const text_buffer *t, unsigned how) {
    (void)how;
    return peak_of(t, LEDE_BUDGET_SENTENCES, 3);
}

/* Of a summary of three sentences. */
static inline bool is_linear(const char *name, text_buffer small, text_buffer large) {
    const memory_rule rule = {three_sentences_peak, 0, MOST_BYTES};
    return is_cheap(&rule, name, small, large);
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
