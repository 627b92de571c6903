/* SPDX-License-Identifier: MIT */
#include "cli/help.h"

#include "cli/options.h"

#include <lede/lede.h>

#include <string.h>

#define VERB_COLUMN 15   /* where the text behind a verb begins, from 0 */
#define OPTION_COLUMN 33 /* and the text behind an option */

/* ---- Columns ------------------------------------------------------------- */

static void write_spaces(out *o, size_t n) {
    for (size_t i = 0; i < n; i++) {
        out_bytes(o, " ", 1);
    }
}

/* From column `at` to `column`; on a new line when that is behind us. */
static void move_to(out *o, size_t at, size_t column) {
    if (at + 2 > column) { /* a gap of two at least */
        out_text(o, "\n");
        at = 0;
    }
    write_spaces(o, column - at);
}

/* ASCII text from this column on, its further lines below its first. */
static void write_wrapped(out *o, const char *text, size_t column) {
    size_t at = column;
    while (*text != '\0') {
        size_t word = strcspn(text, " ");
        if (at > column && at + 1 + word > HELP_COLUMNS) {
            out_text(o, "\n");
            write_spaces(o, column);
            at = column;
        } else if (at > column) {
            out_text(o, " ");
            at++;
        }
        out_bytes(o, text, word);
        at += word;
        text += word + (text[word] == ' ' ? 1 : 0);
    }
    out_text(o, "\n");
}

/* Writes text when o is not NULL; returns its length in any case. */
static size_t put(out *o, const char *text) {
    out_text(o, text);
    return strlen(text);
}

/* ---- Options ------------------------------------------------------------- */

/* "  -n, --sentences N"; of a format, the verb's own. Returns its width. */
static size_t write_option_name(out *o, const option_record *option) {
    char letter[] = {'-', option->letter, ',', ' ', '\0'};
    size_t width = put(o, "  ") + put(o, option->letter != '\0' ? letter : "    ");
    width += put(o, "--") + put(o, option->name);
    if (option->argument != NULL) {
        width += put(o, " ") + put(o, option->argument);
    }
    return width;
}

static void write_option(out *o, const option_record *option) {
    move_to(o, write_option_name(o, option), OPTION_COLUMN);
    write_wrapped(o, option->help, OPTION_COLUMN);
}

static void write_options(out *o, verb_id verb) {
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (option_is_known((option_id)id, verb)) {
            write_option(o, option_at((option_id)id));
        }
    }
}

static void write_formats(out *o, verb_id verb) {
    const char *formats = verb_at(verb)->formats;
    if (*formats == '\0') {
        return;
    }
    const char *before = "\nFORMAT is ";
    const char *behind = " (default)";
    while (*formats != '\0') {
        size_t n = strcspn(formats, "|");
        bool last = formats[n] == '\0';
        out_text(o, last && *behind == '\0' ? " or " : before);
        out_bytes(o, formats, n);
        out_text(o, behind);
        before = ", ";
        behind = "";
        formats += n + (last ? 0 : 1);
    }
    out_text(o, ".\n");
}

static void write_folders(out *o, verb_id verb) {
    if (verb_walks(verb)) {
        out_text(
            o, "\nOf a folder every text file below it is done, in the order of the "
               "bytes of their\npaths. Hidden files and symbolic links are passed over; "
               "ignore files are not\nread yet.\n");
    }
}

/* ---- Verbs --------------------------------------------------------------- */

void help_write_usage(out *o, verb_id verb) {
    const verb_record *record = verb_at(verb);
    out_text(o, "usage: lede ");
    out_text(o, verb == VERB_NONE ? "VERB" : record->name);
    out_text(o, " [OPTION...]");
    out_text(o, *record->operands != '\0' ? " " : "");
    out_text(o, record->operands);
    out_text(o, "\n");
}

static void write_verbs(out *o) {
    out_text(o, "\nSplits, summarizes and scores articles.\n\nVerbs:\n");
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        const verb_record *record = verb_at((verb_id)id);
        move_to(o, put(o, "  ") + put(o, record->name), VERB_COLUMN);
        write_wrapped(o, record->about, VERB_COLUMN);
    }
    out_text(o, "\nOptions:\n");
    write_options(o, VERB_NONE);
    out_text(o,
             "\nExit status: 0 fine; 2 bad usage, input or output; 3 out of memory or a\n"
             "defect. 'lede help VERB' shows the options of a verb.\n");
}

void help_write(out *o, verb_id verb) {
    help_write_usage(o, verb);
    if (verb == VERB_NONE) {
        write_verbs(o);
        return;
    }
    out_text(o, "\n");
    write_wrapped(o, verb_at(verb)->about, 0);
    out_text(o, "\nOptions:\n");
    write_options(o, verb);
    write_formats(o, verb);
    write_folders(o, verb);
}

/* ---- Versions ------------------------------------------------------------ */

static void write_version(out *o, const char *what, const char *version) {
    out_text(o, what);
    out_text(o, " ");
    out_text(o, version);
    out_text(o, "\n");
}

void help_write_versions(out *o) {
    write_version(o, "lede", LEDE_VERSION_TEXT);
    write_version(o, "library", lede_version());
    write_version(o, "Unicode", lede_unicode_version());
    write_version(o, "data", lede_data_version());
}
