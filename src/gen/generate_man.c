/* SPDX-License-Identifier: MIT */
/*
 * Run by the build: the records of verbs and options -> lede.1.
 * Usage: generate_man docs/man/lede.1.in OUTPUT
 */
#include "cli/options.h"
#include "cli/verbs.h"
#include "gen/roff.h"

#include <string.h>

/* ---- Verbs --------------------------------------------------------------- */

/* "[FILE...|-]" -> Oo Ar "FILE...|-" Oc */
static void write_operands(FILE *out, const char *operands) {
    size_t n = strlen(operands);
    if (n == 0) {
        return;
    }
    bool optional = operands[0] == '[' && operands[n - 1] == ']';
    fputs(optional ? " Oo Ar " : " Ar ", out);
    roff_argument(out, operands + (optional ? 1 : 0), n - (optional ? 2 : 0));
    fputs(optional ? " Oc" : "", out);
}

static void write_command(FILE *out, verb_id verb) {
    const verb_record *record = verb_at(verb);
    fprintf(out, "Cm %s Oo Ar OPTION... Oc", record->name);
    write_operands(out, record->operands);
    putc('\n', out);
}

static void write_synopsis(FILE *out) {
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        fputs(".Nm\n.", out);
        write_command(out, (verb_id)id);
    }
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (option_is_known((option_id)id, VERB_NONE)) {
            fprintf(out, ".Nm\n.Fl -%s\n", option_at((option_id)id)->name);
        }
    }
}

/* "text|json" -> text (default) or json */
static void write_formats(FILE *out, const char *formats) {
    size_t n = strcspn(formats, "|");
    if (n == 0) {
        return;
    }
    fputs(".Pp\n.Ar FORMAT\nis\n", out);
    fprintf(out, ".Cm %.*s\n(default)", (int)n, formats);
    while (formats[n] == '|') {
        formats += n + 1;
        n = strcspn(formats, "|");
        fputs(formats[n] == '|' ? " ,\n" : " or\n", out);
        fprintf(out, ".Cm %.*s%s", (int)n, formats, formats[n] == '|' ? "" : " .\n");
    }
}

/* ---- Options ------------------------------------------------------------- */

static unsigned count_verbs(option_id id) {
    unsigned count = 0;
    for (int verb = VERB_NONE + 1; verb < VERB_COUNT; verb++) {
        count += option_is_known(id, (verb_id)verb) ? 1 : 0;
    }
    return count;
}

static void write_argument(FILE *out, const option_record *option) {
    if (option->argument == NULL) {
        return;
    }
    fputs(option->kind == OPTION_KIND_CHOICE ? " Cm " : " Ar ", out);
    roff_argument(out, option->argument, strlen(option->argument));
}

/* Help is a clause: here it becomes a sentence. */
static void write_sentence(FILE *out, const char *help) {
    char text[1024];
    size_t n = strlen(help);
    if (n == 0 || n + 2 > sizeof text) {
        return;
    }
    memcpy(text, help, n + 1);
    if (text[0] >= 'a' && text[0] <= 'z') {
        text[0] = (char)(text[0] - 'a' + 'A');
    }
    if (strchr(".?!", text[n - 1]) == NULL) {
        text[n++] = '.';
    }
    roff_text(out, text, n);
}

/* Of an option that not every verb knows: which ones do. */
static void write_where(FILE *out, option_id id) {
    if (count_verbs(id) == VERB_COUNT - 1) {
        return;
    }
    fputs("Known to", out);
    const char *between = "\n";
    for (int verb = VERB_NONE + 1; verb < VERB_COUNT; verb++) {
        if (option_is_known(id, (verb_id)verb)) {
            fprintf(out, "%s.Cm %s", between, verb_at((verb_id)verb)->name);
            between = " ,\n";
        }
    }
    fputs(" .\n", out);
}

static void write_option(FILE *out, option_id id) {
    const option_record *option = option_at(id);
    fputs(".It ", out);
    if (option->letter != '\0') {
        fprintf(out, "Fl %c , ", option->letter);
    }
    fputs("Fl ", out);
    roff_literal(out, "-", 1);
    roff_literal(out, option->name, strlen(option->name));
    write_argument(out, option);
    putc('\n', out);
    write_sentence(out, option->help);
}

/* Options that only this verb has; with VERB_NONE, those of several verbs and
 * those that stand in the place of a verb. */
static bool belongs(option_id id, verb_id verb) {
    unsigned count = count_verbs(id);
    return verb == VERB_NONE ? count != 1 : count == 1 && option_is_known(id, verb);
}

static void write_options(FILE *out, verb_id verb) {
    bool begun = false;
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (!belongs((option_id)id, verb)) {
            continue;
        }
        if (!begun) {
            fputs(".Bl -tag -width Ds\n", out);
            begun = true;
        }
        write_option(out, (option_id)id);
        if (verb == VERB_NONE && count_verbs((option_id)id) > 0) {
            write_where(out, (option_id)id);
        }
    }
    if (begun) {
        fputs(".El\n", out);
    }
}

static void write_commands(FILE *out) {
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        const verb_record *record = verb_at((verb_id)id);
        fprintf(out, ".Ss lede %s\n", record->name);
        write_sentence(out, record->about);
        write_options(out, (verb_id)id);
        write_formats(out, record->formats);
    }
}

/* ---- The page ------------------------------------------------------------ */

static bool insert(FILE *out, const char *name, void *context) {
    (void)context;
    if (strcmp(name, "SYNOPSIS") == 0) {
        write_synopsis(out);
    } else if (strcmp(name, "COMMANDS") == 0) {
        write_commands(out);
    } else if (strcmp(name, "OPTIONS") == 0) {
        write_options(out, VERB_NONE);
    } else {
        return false;
    }
    return true;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: generate_man TEMPLATE OUTPUT\n", stderr);
        return 1;
    }
    FILE *out = fopen(argv[2], "w");
    if (out == NULL) {
        perror(argv[2]);
        return 1;
    }
    bool fine = roff_template(out, argv[1], insert, NULL);
    return fclose(out) == 0 && fine ? 0 : 1;
}
