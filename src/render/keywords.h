/* SPDX-License-Identifier: MIT */
/* Key terms, in each of the formats of summaries. */
#ifndef LEDE_RENDER_KEYWORDS_H
#define LEDE_RENDER_KEYWORDS_H

#include "render/json.h"
#include "summary/keywords.h"
#include "summary/summary.h"

/* What stands beside the summary. */
typedef struct summary_extras {
    const lede_keywords *keywords; /* NULL: none */
    bool explain;                  /* the reasons */
} summary_extras;

/* How the place of a span is told: span_write_place() or span_write_offsets(). */
typedef void keywords_place(json_writer *j, const lede_document *document,
                            lede_span span);

/* The member "keywords"; NULL: nothing. place: of the first one's. */
void keywords_json(json_writer *j, const lede_keywords *keywords, keywords_place *place);

/* A blank line if there are lines before, and "keywords: a; b; c"; NULL: nothing.
 * explain: below it a line for each. */
void keywords_text(out *o, const lede_keywords *keywords, bool after, bool explain);

#endif
