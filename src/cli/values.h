/* SPDX-License-Identifier: MIT */
/* Values of options: text -> number, choice, output. */
#ifndef LEDE_CLI_VALUES_H
#define LEDE_CLI_VALUES_H

#include "base/out.h"
#include "cli/options.h"

/* What a message about a bad value needs. */
typedef struct value_context {
    const option_record *record;
    const char *formats;  /* of the verb */
    const char *spelling; /* the option as typed; what follows the name is left out */
    size_t spelling_length;
} value_context;

/* False: a message was written. */
bool value_read(const value_context *context, const char *text, option_value *value);
/* FORMAT or FORMAT=FILE, appended to o->outputs. */
bool value_read_output(const value_context *context, const char *text, options *o);
/* ID,ID or all, added to o->formulas. */
bool value_read_formulas(const value_context *context, const char *text, options *o);
/* LIST=FILE, into o->word_lists. */
bool value_read_word_list(const value_context *context, const char *text, options *o);
/* Fills in the default output; refuses two outputs to one place. */
bool value_check_outputs(options *o);

/* The position of name in "one|two|three", or SIZE_MAX. */
size_t value_find_choice(const char *choices, const char *name, size_t length);

/* The begin of a message about a bad value: "lede: --ratio 2: ". */
void value_begin_message(out *o, const value_context *context, const char *text,
                         size_t length);
/* The whole of it; returns false. */
bool value_fail(const value_context *context, const char *text, const char *allowed);

#endif
