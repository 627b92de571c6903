/* SPDX-License-Identifier: MIT */
/*
 * Is what a summary says verbatim in a source? The steps: every document as a row of
 * numbers (verbatim_row), what is looked for (verbatim_units), where sources have it
 * (verbatim_index, verbatim_find), what is nearest if none has (verbatim_near), what else
 * differs (verbatim_notes).
 */
#ifndef LEDE_REPEAT_VERBATIM_H
#define LEDE_REPEAT_VERBATIM_H

#include "base/vec.h"
#include "text/document.h"

struct lede_quotes {
    const lede_allocator *allocator;
    const lede_document *summary;
    const lede_document **sources; /* source_count of them; NULL if there are none */
    size_t source_count;
    lede_quotes_options options;
    lede_quotes_facts facts;
    VEC_OF(lede_quote) list;
    VEC_OF(lede_quote_step) steps;
};

typedef struct lede_quotes lede_quotes;

/* q has all but its results. verbatim_free() is due even after a failure. False: no
 * memory. */
bool verbatim_find_all(lede_quotes *q);
void verbatim_free(lede_quotes *q);

static inline bool verbatim_fails(const lede_quotes *q, const lede_quote *quote) {
    bool marked = quote->state == LEDE_QUOTE_ELIDED || quote->state == LEDE_QUOTE_EDITED;
    return quote->state >= LEDE_QUOTE_SHORTENED || (marked && q->options.exact != 0);
}

#endif
