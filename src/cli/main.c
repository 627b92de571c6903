/* SPDX-License-Identifier: MIT */
#include "cli/descriptors.h"
#include "cli/help.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/signals.h"

#include <errno.h>
#include <string.h>

typedef int verb_function(const options *o);

static verb_function *const functions[VERB_COUNT] = {
    [VERB_SUMMARIZE] = run_summarize,
    [VERB_SCORE] = run_score,
    [VERB_REPEATS] = run_repeats,
    [VERB_QUOTES] = run_quotes,
    [VERB_SPLIT] = run_split,
    [VERB_LANGUAGES] = run_languages,
    [VERB_FORMULAS] = run_formulas,
    [VERB_EXPLAIN] = run_explain,
    [VERB_COMPLETIONS] = run_completions,
    [VERB_HELP] = run_help,
};

static int run_verb(verb_id verb, int count, char **arguments) {
    options o;
    if (!options_read(&o, verb, count, arguments)) {
        return RUN_ERROR;
    }
    return option_given(&o, OPTION_HELP) ? run_show_help(verb) : functions[verb](&o);
}

/* Options in the place of the verb: --help and --version. */
static int run_without_verb(int count, char **arguments) {
    options o;
    if (!options_read(&o, VERB_NONE, count, arguments)) {
        return RUN_ERROR;
    }
    if (option_given(&o, OPTION_VERSION)) {
        return run_show_versions();
    }
    if (option_given(&o, OPTION_HELP)) {
        return run_help(&o); /* lede --help split: as lede help split */
    }
    return o.operand_count > 0 ? run_unknown_verb(o.operands[0]) : RUN_ERROR;
}

static int usage(void) {
    out m;
    message_begin(&m, "");
    help_write(&m, VERB_NONE);
    (void)out_flush(&m);
    return RUN_ERROR;
}

int main(int argc, char **argv) {
    if (!descriptors_reserve()) {
        message_named("/dev/null", strerror(errno));
        return RUN_ERROR;
    }
    signals_install();
    if (argc < 2) {
        return usage();
    }
    verb_id verb = verb_find(argv[1]);
    if (verb != VERB_NONE) {
        return run_verb(verb, argc - 2, argv + 2);
    }
    if (argv[1][0] == '-') {
        return run_without_verb(argc - 1, argv + 1);
    }
    return run_unknown_verb(argv[1]);
}
