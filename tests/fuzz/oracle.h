/* SPDX-License-Identifier: MIT */
/* What must hold whatever the bytes. A harness reads its options from the first
 * bytes of an input, does its work and asks these. */
#ifndef LEDE_TESTS_FUZZ_ORACLE_H
#define LEDE_TESTS_FUZZ_ORACLE_H

#include "support/texts.h"
#include "text/document.h"

#include <lede/lede.h>

#include <jansson.h>

/* Ends the process with a line that says what did not hold. */
_Noreturn void oracle_fail(const char *what, const char *file, int line);

#define ORACLE(condition)                                                                \
    ((condition) ? (void)0 : oracle_fail(#condition, __FILE__, __LINE__))

/* What libFuzzer calls; the other main is in replay.c. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* ---- Options out of an input --------------------------------------------- */

typedef struct oracle_input {
    const char *bytes;
    size_t n;
} oracle_input;

/* The next byte modulo `below`; 0 when there is none left. */
unsigned oracle_take(oracle_input *in, unsigned below);
/* The next `n` bytes, or as many as there are. */
oracle_input oracle_take_bytes(oracle_input *in, size_t n);
/* A code that is known, unknown, malformed, or "auto". */
const char *oracle_take_language(oracle_input *in);

/* The same text in other bytes: CR LF or CR in the place of LF, a line end more, and
 * a byte-order mark in front if asked for. Not where there is a CR already. */
bool oracle_can_rewrite(oracle_input in);
text_buffer oracle_rewrite(oracle_input in, const char *line_end, bool mark);

/* ---- Memory -------------------------------------------------------------- */

/* Nothing is left of what the allocator gave, and all sizes were right. */
void oracle_nothing_left(const counting *memory);

/* ---- Markup -------------------------------------------------------------- */

void oracle_source(const source *s);
void oracle_page(const source *s, const page *p, lede_newlines newlines);
/* The same of Markdown, whose text is not all of the source. */
void oracle_markup(const source *s, const page *p);
/* The visible text and its map alone. */
void oracle_page_text(const source *s, const page *p);

/* ---- Documents ----------------------------------------------------------- */

/* A source that begins with the mark of UTF-16 is the only one refused for its
 * bytes, unless strict was asked for. */
bool oracle_is_utf16(const char *bytes, size_t n);
void oracle_document(const lede_document *d);

/* ---- Summaries ----------------------------------------------------------- */

void oracle_summary(const lede_document *d, const lede_summary *s,
                    const lede_summary_options *options);

/* Each key term lies in one sentence, with words of content at its edges, and is there as
 * often as it says. */
void oracle_keywords(const lede_document *d, const lede_keywords *keywords,
                     const lede_keywords_options *options);

/* ---- Metrics ------------------------------------------------------------- */

void oracle_metrics(const lede_document *d, const lede_metrics *m,
                    const lede_metrics_options *options);
void oracle_value(lede_value v);
/* Of any counts: a value, or a reason. */
void oracle_formula(size_t i, const lede_counts *c, uint32_t flags);

/* ---- Repetition ---------------------------------------------------------- */

void oracle_repeats(const lede_document *d, const lede_repeats *r,
                    const lede_repeats_options *options);
void oracle_same_repeats(const lede_repeats *a, const lede_repeats *b);

/* ---- Quotations ---------------------------------------------------------- */

#define ORACLE_SOURCES 2u

void oracle_quotes(const lede_quotes *q);
void oracle_same_quotes(const lede_quotes *a, const lede_quotes *b);

/* ---- Bytes that are no document ------------------------------------------ */

/* What is shown of them can do no harm. */
void oracle_visible(oracle_input in);
/* The segments of UAX #29 follow each other up to the end. */
void oracle_segments(oracle_input in);

/* ---- Output -------------------------------------------------------------- */

lede_sink oracle_sink(text_buffer *to);
/* The reports of one document, summary NULL for split. */
text_buffer oracle_report(lede_format format, const lede_document *d,
                          const lede_summary *summary, int with_words);
/* The whole output is one JSON text; json_decref() is due. */
json_t *oracle_json(const text_buffer *t);
/* Lines of UTF-8 without anything that could act on a terminal or hide. */
void oracle_harmless(const text_buffer *t, bool tabs);

void oracle_split_output(const lede_document *d, bool with_words);
void oracle_summary_output(const lede_document *d, const lede_summary *s);

#endif
