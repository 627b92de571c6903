/* SPDX-License-Identifier: MIT */
/* For the tests of verbatim: a summary with its sources, and rows as text. */
#ifndef LEDE_TESTS_VERBATIM_SUPPORT_H
#define LEDE_TESTS_VERBATIM_SUPPORT_H

#include "repeat/verbatim.h"
#include "repeat/verbatim_row.h"
#include "repeat_support.h"

#define SOURCES 2u

/* Words of a row, a bar between two: "the|pump|$|5". */
static inline void show_row(shown *to, const verbatim_row *r, const verbatim_keys *k,
                            uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; i++) {
        uint32_t number = r->numbers.items[i];
        uint32_t first = number > 0 ? k->ends.items[number - 1] : 0;
        show(to, "%s%.*s", i > begin ? "|" : "", (int)(k->ends.items[number] - first),
             k->bytes.items + first);
    }
}

typedef struct checked {
    opened summary;
    opened sources[SOURCES];
    lede_quotes *q;
} checked;

static inline void check_open(checked *c, const char *summary,
                              const char *const sources[SOURCES],
                              const lede_quotes_options *options) {
    const lede_document *documents[SOURCES];
    opened_text(&c->summary, summary, NULL);
    for (size_t i = 0; i < SOURCES; i++) {
        opened_text(&c->sources[i], sources[i] != NULL ? sources[i] : "", NULL);
        documents[i] = &c->sources[i].d;
    }
    assert_int_equal(
        lede_quotes_create(&c->summary.d, documents, SOURCES, options, &c->q, NULL),
        LEDE_OK);
}

static inline void check_close(checked *c) {
    lede_quotes_free(c->q);
    for (size_t i = 0; i < SOURCES; i++) {
        opened_close(&c->sources[i]);
    }
    opened_close(&c->summary);
}

#endif
