/* SPDX-License-Identifier: MIT */
/*
 * Scripts by which a shell completes command lines of lede, made from the
 * records of verbs and options; a file per shell.
 */
#ifndef LEDE_CLI_COMPLETIONS_H
#define LEDE_CLI_COMPLETIONS_H

#include "base/out.h"
#include "cli/options.h"

void completions_bash(out *o);
void completions_zsh(out *o);
void completions_fish(out *o);

/*
 * The words that may stand where help shows `argument`, each with a space
 * before it: small letters are words themselves ("auto|CODE" gives auto), CODE
 * is every language, FORMAT every format of the verb, VERB every verb, FORMULA every
 * formula, ID every rule. Returns how many there are; o may be NULL to count only.
 */
size_t completions_words(out *o, verb_id verb, const char *argument);

/* Is the name of a file meant: FILE or NAME? */
bool completions_want_files(const char *argument);

/* Bytes of text for a string of a shell; `special` lists what gets a backslash
 * first, and `quote` is written for a single quotation mark. */
void completions_quoted(out *o, const char *text, const char *special, const char *quote);

/* Calls visit for every option of the verb, in their order. */
typedef void completions_visit(out *o, verb_id verb, option_id id);
void completions_each_option(out *o, verb_id verb, completions_visit *visit);

#endif
