/* SPDX-License-Identifier: MIT */
/* Documents with their metrics, through the public interface. */
#ifndef LEDE_TESTS_MEASURE_SCORED_H
#define LEDE_TESTS_MEASURE_SCORED_H

#include "support/open.h"

#include <stdbool.h>
#include <stdlib.h>

/* A document in a language and its metrics. */
typedef struct scored {
    lede_document *d;
    lede_metrics *m;
    char *bytes;
} scored;

static inline scored score_with(const char *text, const char *language,
                                lede_metrics_options options) {
    lede_document_options reading = LEDE_DOCUMENT_OPTIONS_INIT;
    scored s = {NULL, NULL, malloc(strlen(text) + 1)};
    assert_non_null(s.bytes);
    memcpy(s.bytes, text, strlen(text) + 1);
    reading.language = language;
    reading.no_stems = 1;
    assert_int_equal(lede_document_create(s.bytes, strlen(text), &reading, &s.d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_metrics_create(s.d, &options, &s.m, NULL), LEDE_OK);
    return s;
}

static inline scored score(const char *text) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    return score_with(text, "en", options);
}

static inline void drop(scored *s) {
    lede_metrics_free(s->m);
    lede_document_free(s->d);
    free(s->bytes);
}

static inline double value_of(const scored *s, const char *id) {
    lede_value v = lede_metrics_value(s->m, lede_formula_find(id));
    assert_int_equal(v.status, LEDE_VALUE_OK);
    return v.value;
}

static inline uint8_t status_of(const scored *s, const char *id) {
    return lede_metrics_value(s->m, lede_formula_find(id)).status;
}

static inline bool near(double a, double b) {
    return a - b < 1e-9 && b - a < 1e-9;
}

/* Six sentences in two paragraphs, of which the second is by far the hardest. */
static const char six_sentences[] =
    "the dog ran to the gate. administrative considerations necessitated "
    "comprehensive organisational restructuring throughout every participating "
    "municipality. the cat sat on the mat. it was an unusually complicated morning.\n\n"
    "we sat in the sun for a while. the bread was good.\n";

#endif
