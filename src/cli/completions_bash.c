/* SPDX-License-Identifier: MIT */
#include "cli/completions.h"

#include <string.h>

/*
 * Nothing in COMPREPLY means file names: readline makes and quotes them itself
 * (complete -o default). What has no completion at all switches that off.
 */
static const char begin[] =
    "# bash completion of lede; made by: lede completions bash\n"
    "_lede() {\n"
    "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    local verb=${COMP_WORDS[1]} words='' word assigned='' i\n"
    "    COMPREPLY=()\n"
    "    ((COMP_CWORD > 1)) || verb=''\n"
    "    for ((i = 2; i < COMP_CWORD; i++)); do\n"
    "        [[ ${COMP_WORDS[i]} != -- ]] || return 0\n"
    "    done\n"
    "    # --name=value comes as three words, --output=FORMAT=FILE as five.\n"
    "    if [[ $current == = ]]; then\n"
    "        current='' assigned=1\n"
    "    elif [[ $previous == = ]]; then\n"
    "        previous=${COMP_WORDS[COMP_CWORD - 2]} assigned=1\n"
    "    fi\n"
    "    [[ -z $assigned || $previous == -* ]] || return 0\n"
    "    case $verb in\n";

static const char end[] =
    "    esac\n"
    "    # Without words there is nothing to offer, not even files.\n"
    "    compopt +o default 2>/dev/null\n"
    "    while IFS='' read -r word; do\n"
    "        COMPREPLY+=(\"$word\")\n"
    "    done < <(compgen -W \"$words\" -- \"$current\")\n"
    "}\n"
    "complete -o default -F _lede lede\n";

/* "-n | --sentences" */
static void write_pattern(out *o, const option_record *option) {
    char letter[] = {'-', option->letter, ' ', '|', ' ', '\0'};
    out_text(o, option->letter != '\0' ? letter : "");
    out_text(o, "--");
    out_text(o, option->name);
}

static void write_value(out *o, verb_id verb, option_id id) {
    const option_record *option = option_at(id);
    if (option->argument == NULL) {
        return;
    }
    out_text(o, "        ");
    write_pattern(o, option);
    if (completions_words(NULL, verb, option->argument) > 0) {
        out_text(o, ") words='");
        (void)completions_words(o, verb, option->argument);
        out_text(o, "' ;;\n");
    } else {
        out_text(o,
                 completions_want_files(option->argument) ? ") return 0 ;;\n" : ") ;;\n");
    }
}

static void write_name(out *o, verb_id verb, option_id id) {
    const option_record *option = option_at(id);
    char letter[] = {' ', '-', option->letter, '\0'};
    (void)verb;
    out_text(o, " --");
    out_text(o, option->name);
    out_text(o, option->letter != '\0' ? letter : "");
}

/* What may stand in the place of an operand. */
static void write_operands(out *o, verb_id verb, const char *operands) {
    if (completions_want_files(operands)) {
        out_text(o, "            *) return 0 ;;\n");
        return;
    }
    out_text(o, "            *) words='");
    (void)completions_words(o, verb, operands);
    out_text(o, "' ;;\n");
}

static void write_verb(out *o, verb_id verb, const char *operands) {
    out_text(o, "    ");
    out_text(o, verb == VERB_NONE ? "''" : verb_at(verb)->name);
    out_text(o, ")\n        case $previous in\n");
    completions_each_option(o, verb, write_value);
    out_text(o, "        *)\n            case $current in\n            -*) words='");
    completions_each_option(o, verb, write_name);
    out_text(o, "' ;;\n");
    write_operands(o, verb, operands);
    out_text(o, "            esac ;;\n        esac ;;\n");
}

void completions_bash(out *o) {
    out_text(o, begin);
    write_verb(o, VERB_NONE, "VERB");
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        write_verb(o, (verb_id)id, verb_at((verb_id)id)->operands);
    }
    out_text(o, end);
}
