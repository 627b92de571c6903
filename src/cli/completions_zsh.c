/* SPDX-License-Identifier: MIT */
#include "cli/completions.h"

#include <string.h>

static const char begin[] = "#compdef lede\n"
                            "# zsh completion of lede; made by: lede completions zsh\n"
                            "_lede_output() {\n"
                            "    if compset -P '*='; then\n"
                            "        _files\n"
                            "    else\n"
                            "        compadd -- \"$@\"\n"
                            "    fi\n"
                            "}\n"
                            "_lede() {\n"
                            "    local curcontext=$curcontext state line\n"
                            "    local -a verbs\n"
                            "    typeset -A opt_args\n"
                            "    _arguments -C";

static const char end[] = "        esac\n"
                          "    esac\n"
                          "}\n"
                          "if [[ $funcstack[1] = _lede ]]; then\n"
                          "    _lede \"$@\"\n"
                          "else\n"
                          "    compdef _lede lede\n"
                          "fi\n";

/* Inside '...' of the shell, inside [...] of _arguments. */
static void write_text(out *o, const char *text) {
    completions_quoted(o, text, "\\[]:", "'\\''");
}

/* Those whose repeats add up. */
static bool may_repeat(const option_record *option) {
    return option->kind == OPTION_KIND_OUTPUT || option->kind == OPTION_KIND_RULE;
}

/* "( --words --chars)": of these only one may be given. */
static void write_exclusions(out *o, verb_id verb, option_id id) {
    const option_record *option = option_at(id);
    if (option->group == OPTION_GROUP_NONE) {
        return;
    }
    out_text(o, "(");
    for (int other = 0; other < OPTION_COUNT; other++) {
        if (option_is_known((option_id)other, verb) &&
            option_at((option_id)other)->group == option->group) {
            char letter[] = {' ', '-', option_at((option_id)other)->letter, '\0'};
            out_text(o, " --");
            out_text(o, option_at((option_id)other)->name);
            out_text(o, letter[2] != '\0' ? letter : "");
        }
    }
    out_text(o, ")");
}

/* ":N: " and what to offer: nothing, words or files. */
static void write_action(out *o, verb_id verb, const char *argument, bool output) {
    out_text(o, ":");
    write_text(o, argument);
    out_text(o, ":");
    if (completions_words(NULL, verb, argument) > 0) {
        out_text(o, output ? "{_lede_output" : "(");
        (void)completions_words(o, verb, argument);
        out_text(o, output ? "}" : ")");
    } else {
        out_text(o, completions_want_files(argument) ? "_files" : " ");
    }
}

/* "--name=" takes its value as --name=value or --name value, "-n+" likewise. */
static void write_name(out *o, const option_record *option, bool is_short) {
    const bool takes_value = option->argument != NULL;
    if (is_short) {
        const char letter[] = {'-', option->letter, '\0'};
        out_text(o, letter);
        out_text(o, takes_value ? "+" : "");
    } else {
        out_text(o, "--");
        out_text(o, option->name);
        out_text(o, takes_value ? "=" : "");
    }
}

/* One spelling of an option: a line of _arguments. */
static void write_spelling(out *o, verb_id verb, option_id id, bool is_short) {
    const option_record *option = option_at(id);
    out_text(o, " \\\n            '");
    write_exclusions(o, verb, id);
    out_text(o, may_repeat(option) ? "*" : "");
    write_name(o, option, is_short);
    out_text(o, "[");
    write_text(o, option->help);
    out_text(o, "]");
    if (option->argument != NULL) {
        write_action(o, verb, option->argument, option->kind == OPTION_KIND_OUTPUT);
    }
    out_text(o, "'");
}

static void write_option(out *o, verb_id verb, option_id id) {
    write_spelling(o, verb, id, false);
    if (option_at(id)->letter != '\0') {
        write_spelling(o, verb, id, true);
    }
}

static void write_operands(out *o, verb_id verb) {
    const char *operands = verb_at(verb)->operands;
    if (*operands != '\0') {
        bool many = strstr(operands, "...") != NULL;
        out_text(o, many ? " \\\n            '*" : " \\\n            '1");
        write_action(o, verb, operands, false);
        out_text(o, "'");
    }
}

static void write_verb(out *o, verb_id verb) {
    out_text(o, "        ");
    out_text(o, verb_at(verb)->name);
    out_text(o, ")\n            _arguments -s -S");
    completions_each_option(o, verb, write_option);
    write_operands(o, verb);
    out_text(o, " ;;\n");
}

static void write_about(out *o, verb_id verb) {
    out_text(o, "            '");
    out_text(o, verb_at(verb)->name);
    out_text(o, ":");
    write_text(o, verb_at(verb)->about);
    out_text(o, "'\n");
}

void completions_zsh(out *o) {
    out_text(o, begin);
    completions_each_option(o, VERB_NONE, write_option);
    out_text(o, " \\\n            '1:VERB:->verb' '*::argument:->argument'\n"
                "    case $state in\n    verb)\n        verbs=(\n");
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        write_about(o, (verb_id)id);
    }
    out_text(o, "        )\n        _describe -t verbs VERB verbs ;;\n"
                "    argument)\n        case $words[1] in\n");
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        write_verb(o, (verb_id)id);
    }
    out_text(o, end);
}
