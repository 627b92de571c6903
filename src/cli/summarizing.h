/* SPDX-License-Identifier: MIT */
/* What the two ways of the verb share: a summary of each file, and one of all. */
#ifndef LEDE_CLI_SUMMARIZING_H
#define LEDE_CLI_SUMMARIZING_H

#include "base/vec.h"
#include "cli/background_file.h"
#include "cli/notes.h"
#include "cli/run.h"

/* The texts of lede summarize --together until the last is read. */
typedef struct kept_texts {
    VEC_OF(lede_document *) documents;
    VEC_OF(const char *) paths;
    VEC_OF(input) inputs; /* the bytes that the documents stand on */
} kept_texts;

/* What every text of a run is weighed with. */
typedef struct summarizing {
    background_file model;
    bool language_noted;
    kept_texts kept;
} summarizing;

summarizing *summarizing_of(const run *r);
lede_summary_options summarizing_options(const run *r);
/* Why there is nothing to choose from. */
const char *summarizing_why_empty(const run *r, const lede_document *document);
/* The background is of another language than the text. */
void summarizing_note_language(run *r, const input *in, const lede_document *document);

/* The work with one file: it is kept. */
void together_read(run *r, const input *in);
/* Behind the last: the summary. */
void together_finish(run *r);
void together_close(kept_texts *kept);

#endif
