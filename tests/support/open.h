/* SPDX-License-Identifier: MIT */
/* Documents and summaries through the public interface, checked on the way. */
#ifndef LEDE_TESTS_SUPPORT_OPEN_H
#define LEDE_TESTS_SUPPORT_OPEN_H

#include <lede/lede.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* In English, so that a short text is never read by neutral rules. */
static inline lede_document *open_bytes(const char *bytes, size_t n) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *document = NULL;
    lede_error error;
    options.language = "en";
    assert_int_equal(lede_document_create(bytes, n, &options, &document, &error),
                     LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    assert_non_null(document);
    return document;
}

static inline lede_document *open_text(const char *text) {
    return open_bytes(text, strlen(text));
}

static inline lede_summary *open_summary(const lede_document *document,
                                         const lede_summary_options *options) {
    lede_summary *summary = NULL;
    lede_error error;
    assert_int_equal(lede_summary_create(document, options, &summary, &error), LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    assert_non_null(summary);
    return summary;
}

static inline lede_summary_options budget_of(lede_budget_kind kind, double amount) {
    lede_summary_options options = LEDE_SUMMARY_OPTIONS_INIT;
    options.budget = kind;
    options.amount = amount;
    return options;
}

/* The text of a sentence of the document against what it should be. */
static inline void expect_sentence(const lede_document *document, uint32_t sentence,
                                   const char *wanted) {
    size_t count = 0, size = 0;
    const lede_sentence *sentences = lede_document_sentences(document, &count);
    const char *text = lede_document_text(document, &size);
    assert_true(sentence < count);
    lede_span span = sentences[sentence].span;
    assert_int_equal(span.end - span.begin, strlen(wanted));
    assert_memory_equal(text + span.begin, wanted, strlen(wanted));
}

/* The picks as sentence numbers, ascending: 0-based, the list ends in LEDE_NONE. */
static inline void expect_picks(const lede_summary *summary, const uint32_t *wanted) {
    size_t count = 0, i = 0;
    const lede_pick *picks = lede_summary_picks(summary, &count);
    for (; wanted[i] != LEDE_NONE; i++) {
        assert_true(i < count);
        assert_int_equal(picks[i].sentence, wanted[i]);
    }
    assert_int_equal(count, i);
}

#define PICKS(...) ((const uint32_t[]){__VA_ARGS__, LEDE_NONE})

#endif
