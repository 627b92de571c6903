/* SPDX-License-Identifier: MIT */
/* One run of a verb that reads texts: arguments in, a state for each out. */
#ifndef LEDE_CLI_RUN_H
#define LEDE_CLI_RUN_H

#include "base/out.h"
#include "cli/input.h"
#include "cli/json_scan.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/runs.h"

#include <lede/lede.h>

/* Exit status. Several files: the worst. */
enum {
    RUN_FINE = 0,
    RUN_FOUND = 1,   /* what was looked for: something that is not verbatim */
    RUN_ERROR = 2,   /* usage, input or output */
    RUN_INTERNAL = 3 /* out of memory, or a defect */
};

typedef struct run run;
typedef void run_then(run *r);

struct run {
    const options *options;
    const char *participle; /* "summarized": what a file is when it is done */
    outputs *outputs;
    lede_vocabulary *vocabulary; /* of every language; NULL for a single text */
    uint64_t seed;
    int status;                /* the worst so far */
    size_t results;            /* files that are no error */
    uint64_t replaced;         /* records whose bytes were not all text */
    bool no_data_noted;        /* the language without data was named */
    bool several;              /* more than one file: notes and texts name theirs */
    const json_record *record; /* the one at hand, NULL but in JSON Lines */
    run_then *then;            /* what is done behind the last text; NULL: nothing */
};

/* What a verb does with one file that was read. It calls one of run_done(),
 * run_fail(), run_not_scored(), exactly once. */
typedef void run_work(run *r, const input *in);

/* All arguments of a verb, or standard input. Returns the exit status. */
int run_texts(const options *o, const char *participle, run_work *work);

/* The same, and then(r) behind the last of them, before reports end. */
int run_texts_then(const options *o, const char *participle, run_work *work,
                   run_then *then);

/* The same over JSON Lines: the work is done with each record as its file. */
int run_records(const options *o, run_work *work);

/* The seed, the vocabulary, the outputs; then body(r). Returns the exit status. */
typedef void run_body(run *r, run_work *work);
int run_around(run *r, run_body *body, run_work *work);

/* The two cannot be given together; returns the exit status. */
int run_contradiction(option_id a, option_id b);

/* Makes the exit status at least this bad. */
void run_worsen(run *r, int status);
/* Of what outputs_close() returns. */
int run_output_status(int error);
uint64_t run_byte_limit(const options *o);
lede_hygiene run_hygiene(const options *o);

/* The name of an argument in messages; "-" is standard input. */
const char *run_shown_name(const options *o, const char *path);

/* A file that was read: its notes, and the work. */
void run_input(run *r, const input *in, run_work *work);
/* Is this argument a folder, and does the verb walk folders? */
bool run_is_folder(const options *o, const char *path);
/* The work with an argument: a file, or every file of a folder. */
void run_path(run *r, const char *path, run_work *work);
/* Every file below it, in one order. */
void run_folder(run *r, const char *path, run_work *work);

/* The document of a file, its notes written. NULL: the file has its state. */
lede_document *run_document(run *r, const input *in);

/* The states. status: what the reports answered. */
void run_done(run *r, const input *in, lede_status status);
void run_fail(run *r, const char *name, const lede_error *error);
void run_not_scored(run *r, const input *in, const char *reason);

#endif
