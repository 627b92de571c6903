/* SPDX-License-Identifier: MIT */
/* Where results go: standard output and files, a report each. */
#ifndef LEDE_CLI_OUTPUTS_H
#define LEDE_CLI_OUTPUTS_H

#include "cli/fd_sink.h"
#include "cli/options.h"
#include "cli/replace.h"

typedef struct target {
    const char *name; /* for messages */
    lede_format format;
    bool explain;
    lede_score_view score;     /* as wide as the place is, if that is a terminal */
    lede_repeats_view repeats; /* likewise */
    lede_quotes_view quotes;   /* likewise */
    lede_columns columns;
    bool begun; /* a text stands before the next one */
    replacement file;
    fd_sink sink;
    lede_report report;
} target;

typedef struct outputs {
    size_t count;
    bool failed; /* a message was written; nothing more is of use */
    int error;   /* the errno of that failure */
    target items[OPTION_OUTPUTS_MAX];
} outputs;

/* NULL: no memory. May have failed already; outputs_close() is due anyway. */
outputs *outputs_open(const options *o);

/* A report in every output, for verbs that work file by file. */
void outputs_begin_reports(outputs *all);
void outputs_end_reports(outputs *all);

/* Does anyone read lines of text? */
bool outputs_have_text(const outputs *all);

/* The line "==> name <==" in the text formats, for runs over several files. */
void outputs_heading(outputs *all, const char *name);

/* After each file: hands on what standard output is due, notices failures. */
void outputs_check(outputs *all);

/*
 * Writes what is due and frees all. Files get their final names when `keep` is
 * true and nothing failed, else they stay as before. 0, or the errno of the
 * first failure.
 */
int outputs_close(outputs *all, bool keep);

#endif
