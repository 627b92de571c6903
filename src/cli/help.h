/* SPDX-License-Identifier: MIT */
/* Help from the records of verbs and options; at most 80 columns. */
#ifndef LEDE_CLI_HELP_H
#define LEDE_CLI_HELP_H

#include "base/out.h"
#include "cli/verbs.h"

#define HELP_COLUMNS 80

/* The whole help of a verb, or of the program (VERB_NONE). */
void help_write(out *o, verb_id verb);
/* "usage: lede split [OPTION...] [FILE...|-]", one line. */
void help_write_usage(out *o, verb_id verb);
void help_write_versions(out *o);

#endif
