/* SPDX-License-Identifier: MIT */
/* The verbs: each runs from its options to the exit status. */
#ifndef LEDE_CLI_RUNS_H
#define LEDE_CLI_RUNS_H

#include "base/out.h"
#include "cli/options.h"

int run_summarize(const options *o);
int run_score(const options *o);
int run_repeats(const options *o);
int run_quotes(const options *o);
int run_split(const options *o);
int run_languages(const options *o);
int run_formulas(const options *o);
int run_explain(const options *o);
int run_completions(const options *o);
int run_help(const options *o);

/* The formulas, or with an id that one, to every output. Returns the exit status. */
int run_write_formulas(const options *o, const char *id);

/* Standard output, from write(o, what). Returns the exit status. */
typedef void run_writer(out *o, int what);
int run_print(run_writer *write, int what);

int run_show_help(verb_id verb);
int run_show_versions(void);
/* Messages; each returns the exit status. */
int run_unknown_verb(const char *name);
int run_no_memory(void);

#endif
