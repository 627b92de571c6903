/* SPDX-License-Identifier: MIT */
/* A few documents that belong together, and summaries of them. */
#ifndef LEDE_TESTS_SUMMARY_TOGETHER_SUPPORT_H
#define LEDE_TESTS_SUMMARY_TOGETHER_SUPPORT_H

#include "summary/join.h"
#include "support/open.h"
#include "support/texts.h"

static const char harbour_text[] =
    "The harbour\n\nThe north wall of the harbour broke on Monday night. Two boats "
    "sank behind the wall and a third one ran aground. Nobody slept aboard.\n\nThe "
    "harbour master wants a new wall before winter. A wall of stone would cost more "
    "than the boats.\n";
static const char boats_text[] =
    "Boats without a berth\n\nThe north wall of the harbour broke on Monday night. The "
    "crews of eleven boats look for a berth along the coast. Their well-known captain "
    "Oona Reyes asks for a wall of stone.\n\nWinter storms come early here.\n";
static const char sturm_text[] =
    "Der Sturm\n\nDie Mauer im Norden des Hafens brach in der Nacht zum Montag. Oona "
    "Reyes rettete die beiden Boote nicht mehr, die hinter der Mauer lagen. Die Hafen"
    "meisterin verlangt vor dem Winter eine neue Mauer.\n";

static inline lede_document *open_with(const char *text, const char *language,
                                       uint64_t seed) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    o.language = language;
    o.hash_seed = seed;
    assert_int_equal(lede_document_create(text, strlen(text), &o, &d, NULL), LEDE_OK);
    return d;
}

#define TRIO 3u

/* Two in English, one in German. */
typedef struct trio {
    lede_document *d[TRIO];
} trio;

static inline trio open_trio(uint64_t seed) {
    return (trio){{open_with(harbour_text, "en", seed), open_with(boats_text, "en", seed),
                   open_with(sturm_text, "de", seed)}};
}

static inline void close_trio(trio *t) {
    for (size_t i = 0; i < TRIO; i++) {
        lede_document_free(t->d[i]);
    }
}

static inline lede_summary *sum_up(lede_document *const *d, size_t count,
                                   const lede_summary_options *o) {
    lede_summary *s = NULL;
    lede_error error;
    lede_status status = lede_summary_create_together((const lede_document *const *)d,
                                                      count, o, &s, &error);
    assert_int_equal(status, LEDE_OK);
    assert_int_equal(error.status, LEDE_OK);
    return s;
}

/* The same figures and, in the order `to` of the documents, the same places. */
static inline void expect_equal_pick(const lede_pick *p, const lede_pick *q,
                                     const uint32_t *to) {
    assert_int_equal(to[p->document], q->document);
    assert_int_equal(p->sentence, q->sentence);
    assert_int_equal(p->rank, q->rank);
    assert_true(p->score - q->score <= 64 && q->score - p->score <= 64);
    assert_int_equal(p->alike, q->alike);
}

#endif
