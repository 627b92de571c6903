/* SPDX-License-Identifier: MIT */
#include "summary/summary.h"

#include "base/error.h"
#include "summary/candidates.h"
#include "summary/carriers.h"
#include "summary/methods.h"
#include "summary/scores.h"
#include "summary/select.h"
#include "text/background_stems.h"

#include <stdlib.h>
#include <string.h>

/* What is needed while choosing, and dropped afterwards. */
typedef struct workspace {
    const lede_allocator *allocator;
    candidates c;
    vectors v;           /* weighed by ISF */
    vectors by_idf;      /* by the background, when there is one */
    double *idf;         /* stems; NULL: none */
    uint32_t *sentences; /* of each row */
    score_row *rows;
} workspace;

static int by_sentence(const void *a, const void *b) {
    const lede_pick *x = a, *y = b;
    return (x->sentence > y->sentence) - (x->sentence < y->sentence);
}

static int by_rank(const void *a, const void *b) {
    const lede_pick *x = a, *y = b;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

static bool allocate_rows(workspace *w) {
    size_t rows = w->c.list.count;
    w->sentences = memory_allocate(w->allocator, rows * sizeof *w->sentences);
    w->rows = memory_allocate(w->allocator, rows * sizeof *w->rows);
    if (w->sentences == NULL || w->rows == NULL) {
        return false;
    }
    for (size_t i = 0; i < rows; i++) {
        w->sentences[i] = w->c.list.items[i].sentence;
    }
    return true;
}

static void free_workspace(workspace *w) {
    size_t rows = w->c.list.count;
    memory_free(w->allocator, w->sentences, rows * sizeof *w->sentences);
    memory_free(w->allocator, w->rows, rows * sizeof *w->rows);
    vectors_free_weights(&w->by_idf);
    memory_free(w->allocator, w->idf, ((size_t)w->v.stems + 1) * sizeof *w->idf);
    vectors_free(&w->v);
    candidates_free(&w->c, w->allocator);
}

/* What sentences are compared by: the background, or the text itself, as learnt weights
 * want it. NULL: no memory. */
static const vectors *weigh(workspace *w, const lede_document *d,
                            const lede_summary_options *options) {
    const lede_background *background = options->background;
    const ranker *learnt = NULL;
    (void)method_of(options->method, d, &learnt);
    if (background == NULL || learnt != NULL) {
        return &w->v;
    }
    w->idf = memory_allocate(w->allocator, ((size_t)w->v.stems + 1) * sizeof *w->idf);
    if (w->idf == NULL) {
        return NULL;
    }
    background_stem_idf(background, d, w->idf);
    return vectors_reweigh(&w->v, w->idf, &w->by_idf) ? &w->by_idf : NULL;
}

static lede_status choose(lede_summary *s, workspace *w, const lede_document *d,
                          const lede_summary_options *options, lede_error *error) {
    uint32_t rows = (uint32_t)w->c.list.count;
    if (!allocate_rows(w) || !vectors_build(&w->v, d, w->sentences, rows)) {
        return error_no_memory(error);
    }
    const vectors *x = weigh(w, d, options);
    if (x == NULL) {
        return error_no_memory(error);
    }
    score_task task = {d, w->sentences, &w->v, x, options};
    lede_status status = scores_compute(&task, w->rows, &s->facts.query_words, error);
    if (status != LEDE_OK) {
        return status;
    }
    selection from = {d, &w->c, x, w->rows, options};
    if (!select_sentences(s, &from)) {
        return error_no_memory(error);
    }
    qsort(s->picks.items, s->picks.count, sizeof *s->picks.items, by_sentence);
    return options->explain != 0 ? carriers_name(&task, s, error) : LEDE_OK;
}

lede_status summary_build(lede_summary *s, const lede_document *document,
                          const lede_summary_options *options, lede_error *error) {
    const ranker *learnt = NULL;
    workspace w = {.allocator = s->allocator,
                   .v = {.allocator = s->allocator},
                   .by_idf = {.allocator = s->allocator}};
    lede_status status = LEDE_OK;
    if (!candidates_find(&w.c, document, s->allocator)) {
        status = error_no_memory(error);
    }
    s->next.pick.sentence = LEDE_NONE;
    s->facts.documents = s->facts.in_language = 1;
    memcpy(s->facts.language, document->facts.language, sizeof s->facts.language);
    s->facts.budget = options->budget;
    s->facts.source = w.c.source;
    s->facts.eligible = w.c.eligible;
    s->facts.distinct = (uint32_t)w.c.list.count;
    (void)method_of(options->method, document, &learnt);
    s->facts.method = options->method;
    s->facts.learnt = learnt != NULL;
    s->facts.asked = options->query != NULL;
    s->facts.limit = select_limit(options, s->facts.eligible);
    if (status == LEDE_OK && w.c.list.count > 0) {
        status = choose(s, &w, document, options, error);
    }
    s->facts.sentences = (uint32_t)s->picks.count;
    free_workspace(&w);
    if (options->by_rank != 0) {
        qsort(s->picks.items, s->picks.count, sizeof *s->picks.items, by_rank);
    }
    return status;
}

void summary_free(lede_summary *s) {
    VEC_FREE(&s->picks, s->allocator);
}
