/* SPDX-License-Identifier: MIT */
/*
 * Why sentences end where they do, and why they were chosen. As text each reason
 * is a line of its own behind four spaces, which no sentence begins with.
 */
#ifndef LEDE_RENDER_EXPLAIN_H
#define LEDE_RENDER_EXPLAIN_H

#include "render/json.h"
#include "summary/summary.h"

/* How the place of a span is told: span_write_place() or span_write_offsets(). */
typedef void explain_place(json_writer *j, const lede_document *document, lede_span span);

/* The member "boundaries": every place that was judged. */
void explain_boundaries(json_writer *j, const lede_document *document,
                        explain_place *place);

/* A line for each judged place of one sentence. next: index of its first boundary;
 * the one of the sentence behind it is returned. */
size_t explain_sentence(out *o, const lede_document *document, uint32_t sentence,
                        size_t next);

/* " at 3:14": line and column of a byte of the text. */
void explain_at(out *o, const lede_document *document, uint32_t offset);

/* The members "score" and "parts". */
void explain_score(json_writer *j, const lede_pick *pick);
/* Of what a summary is: one document, or several, whose paths are told. */
typedef struct explain_texts {
    const lede_document *const *documents;
    const char *const *paths; /* NULL: there is one document */
} explain_texts;

/* The document of a pick. */
const lede_document *explain_document(const explain_texts *t, const lede_pick *pick);

/* The members "alike" and, of several documents, "alike_path", if there is such a
 * sentence, and "words", those that carried it. */
void explain_causes(json_writer *j, const explain_texts *t, const lede_pick *pick);
/* The members "budget" and "next", the best sentence that was not chosen. */
void explain_next(json_writer *j, const explain_texts *t, const lede_summary *summary,
                  explain_place *place);

/* A line: place, rank and the parts of the score. */
void explain_pick(out *o, const explain_texts *t, const lede_pick *pick);
/* Lines: the best sentence that was not chosen, and why. */
void explain_not_chosen(out *o, const explain_texts *t, const lede_summary *summary);

#endif
