/* SPDX-License-Identifier: MIT */
#include "cli/completions.h"

#include <string.h>

static const char begin[] = "# fish completion of lede; made by: lede completions fish\n"
                            "function __lede_verb_is\n"
                            "    set -l words (commandline -opc)\n"
                            "    test (count $words) -gt 1; or set words[2] ''\n"
                            "    contains -- $words[2] $argv\n"
                            "end\n"
                            "complete -c lede -f\n";

static void write_string(out *o, const char *text) {
    out_text(o, "'");
    completions_quoted(o, text, "\\", "\\'");
    out_text(o, "'");
}

static void begin_line(out *o, verb_id verb) {
    out_text(o, "complete -c lede -n '__lede_verb_is ");
    out_text(o, verb == VERB_NONE ? "\"\"" : verb_at(verb)->name);
    out_text(o, "'");
}

static void write_words(out *o, verb_id verb, const char *argument) {
    out_text(o, " -a '");
    (void)completions_words(o, verb, argument);
    out_text(o, "'");
}

static void write_value(out *o, verb_id verb, const char *argument) {
    if (completions_words(NULL, verb, argument) > 0) {
        out_text(o, " -x");
        write_words(o, verb, argument);
    } else {
        out_text(o, completions_want_files(argument) ? " -r -F" : " -x");
    }
}

static void write_option(out *o, verb_id verb, option_id id) {
    const option_record *option = option_at(id);
    char letter[] = {' ', '-', 's', ' ', option->letter, '\0'};
    begin_line(o, verb);
    out_text(o, option->letter != '\0' ? letter : "");
    out_text(o, " -l ");
    out_text(o, option->name);
    if (option->argument != NULL) {
        write_value(o, verb, option->argument);
    }
    out_text(o, " -d ");
    write_string(o, option->help);
    out_text(o, "\n");
}

static void write_operands(out *o, verb_id verb) {
    const char *operands = verb_at(verb)->operands;
    if (completions_want_files(operands)) {
        begin_line(o, verb);
        out_text(o, " -F\n");
    } else if (completions_words(NULL, verb, operands) > 0) {
        begin_line(o, verb);
        write_words(o, verb, operands);
        out_text(o, "\n");
    }
}

static void write_verb(out *o, verb_id verb) {
    begin_line(o, VERB_NONE);
    out_text(o, " -a ");
    out_text(o, verb_at(verb)->name);
    out_text(o, " -d ");
    write_string(o, verb_at(verb)->about);
    out_text(o, "\n");
}

void completions_fish(out *o) {
    out_text(o, begin);
    completions_each_option(o, VERB_NONE, write_option);
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        write_verb(o, (verb_id)id);
        write_operands(o, (verb_id)id);
        completions_each_option(o, (verb_id)id, write_option);
    }
}
