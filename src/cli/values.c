/* SPDX-License-Identifier: MIT */
#include "cli/values.h"

#include "base/number.h"
#include "cli/message.h"
#include "cli/suggest.h"

#include <lede/lede.h>

#include <string.h>

#define TEXT_OF(number) #number
#define TEXT_OF_VALUE(number) TEXT_OF(number)

/* ---- Messages ------------------------------------------------------------ */

void value_begin_message(out *o, const value_context *context, const char *text,
                         size_t length) {
    message_begin(o, "lede: ");
    message_visible(o, context->spelling, context->spelling_length);
    out_text(o, " ");
    message_visible(o, text, length);
    out_text(o, ": ");
}

bool value_fail(const value_context *context, const char *text, const char *allowed) {
    out o;
    value_begin_message(&o, context, text, strlen(text));
    out_text(&o, allowed);
    message_end(&o);
    return false;
}

/* ---- Choices ------------------------------------------------------------- */

/* The first name of "one|two|three"; *choices moves behind it. */
static size_t next_choice(const char **choices, const char **name) {
    size_t length = strcspn(*choices, "|");
    *name = *choices;
    *choices += length + ((*choices)[length] == '|' ? 1 : 0);
    return length;
}

size_t value_find_choice(const char *choices, const char *name, size_t length) {
    const char *candidate = NULL;
    for (size_t i = 0; *choices != '\0'; i++) {
        size_t n = next_choice(&choices, &candidate);
        if (n == length && memcmp(candidate, name, n) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* "auto, soft or hard" */
static void write_choices(out *o, const char *choices) {
    const char *name = NULL;
    for (bool first = true; *choices != '\0'; first = false) {
        size_t n = next_choice(&choices, &name);
        if (!first) {
            out_text(o, *choices == '\0' ? " or " : ", ");
        }
        out_bytes(o, name, n);
    }
}

static suggestion nearest_choice(const char *choices, const char *text, size_t length) {
    suggestion nearest = suggest_begin(text, length);
    const char *name = NULL;
    while (*choices != '\0') {
        size_t n = next_choice(&choices, &name);
        suggest_offer(&nearest, name, n);
    }
    return nearest;
}

static bool fail_choice(const value_context *context, const char *choices,
                        const char *text, size_t length) {
    suggestion nearest = nearest_choice(choices, text, length);
    out o;
    value_begin_message(&o, context, text, length);
    out_text(&o, "must be ");
    write_choices(&o, choices);
    (void)suggest_write(&nearest, &o);
    message_end(&o);
    return false;
}

/* ---- Rules --------------------------------------------------------------- */

static bool rule_exists(int rule) {
    return strcmp(lede_rule_name(rule), "unknown") != 0;
}

static bool fail_rule(const value_context *context, const char *text) {
    suggestion nearest = suggest_begin(text, strlen(text));
    out o;
    value_begin_message(&o, context, text, strlen(text));
    out_text(&o, "no such rule; there are ");
    for (int rule = LEDE_RULE_NONE + 1; rule_exists(rule); rule++) {
        const char *name = lede_rule_name(rule);
        out_text(&o, rule == LEDE_RULE_NONE + 1 ? ""
                     : rule_exists(rule + 1)    ? ", "
                                                : " and ");
        out_text(&o, name);
        suggest_offer(&nearest, name, strlen(name));
    }
    (void)suggest_write(&nearest, &o);
    message_end(&o);
    return false;
}

static bool read_rule(const value_context *context, const char *text,
                      option_value *value) {
    for (int rule = LEDE_RULE_NONE + 1; rule_exists(rule); rule++) {
        if (strcmp(text, lede_rule_name(rule)) == 0) {
            value->number |= LEDE_RULE_BIT(rule);
            return true;
        }
    }
    return fail_rule(context, text);
}

/* ---- Planned values ------------------------------------------------------ */

static bool is_planned(const value_context *context, const char *text) {
    return strcmp(context->record->name, "markup") == 0 &&
           value_find_choice("html", text, strlen(text)) != SIZE_MAX;
}

static bool read_choice(const value_context *context, const char *text,
                        option_value *value) {
    if (is_planned(context, text)) {
        return value_fail(context, text, "not supported yet");
    }
    size_t position = value_find_choice(context->record->argument, text, strlen(text));
    value->number = position;
    return position != SIZE_MAX ||
           fail_choice(context, context->record->argument, text, strlen(text));
}

/* ---- Numbers ------------------------------------------------------------- */

static bool read_count(const value_context *context, const char *text,
                       option_value *value) {
    bool fine = number_to_u64(text, strlen(text), &value->number) && value->number >= 1 &&
                value->number <= OPTION_COUNT_LIMIT;
    return fine ||
           value_fail(context, text, "must be a whole number from 1 to 4294967295");
}

static bool read_several(const value_context *context, const char *text,
                         option_value *value) {
    bool fine = number_to_u64(text, strlen(text), &value->number) && value->number >= 2 &&
                value->number <= OPTION_COUNT_LIMIT;
    return fine ||
           value_fail(context, text, "must be a whole number from 2 to 4294967295");
}

static bool read_words(const value_context *context, const char *text,
                       option_value *value) {
    bool fine = number_to_u64(text, strlen(text), &value->number) && value->number >= 2 &&
                value->number <= LEDE_REPEAT_WORDS;
    return fine || value_fail(context, text, "must be a whole number from 2 to 100");
}

static bool read_ratio(const value_context *context, const char *text,
                       option_value *value) {
    bool fine = number_to_double(text, strlen(text), &value->ratio) && value->ratio > 0 &&
                value->ratio <= 1;
    return fine ||
           value_fail(context, text,
                      "must be a decimal number over 0 and at most 1, such as 0.2");
}

static bool read_weight(const value_context *context, const char *text,
                        option_value *value) {
    bool fine = number_to_double(text, strlen(text), &value->ratio) &&
                value->ratio >= 0 && value->ratio <= LEDE_MMR_MAX;
    return fine || value_fail(context, text,
                              "must be a decimal number from 0 to 10, such as 0.3");
}

/* How far a suffix shifts: K is 1024. */
static unsigned suffix_shift(char suffix) {
    switch (suffix) {
    case 'k':
    case 'K':
        return 10;
    case 'm':
    case 'M':
        return 20;
    case 'g':
    case 'G':
        return 30;
    default:
        return 0;
    }
}

static bool read_size(const value_context *context, const char *text,
                      option_value *value) {
    size_t length = strlen(text);
    unsigned shift = length > 0 ? suffix_shift(text[length - 1]) : 0;
    bool fine = number_to_u64(text, length - (shift > 0 ? 1 : 0), &value->number) &&
                value->number >= 1 && value->number <= UINT64_MAX >> shift;
    if (!fine) {
        return value_fail(context, text,
                          "must be a whole number of bytes from 1; K, M or G may follow");
    }
    value->number <<= shift;
    return true;
}

static bool check_file(const value_context *context, const char *text) {
    if (*text == '\0') {
        return value_fail(context, text, "the name of the file is missing");
    }
    return strcmp(text, "-") != 0 ||
           value_fail(context, text, "must be a file; standard input is for texts");
}

bool value_read(const value_context *context, const char *text, option_value *value) {
    switch (context->record->kind) {
    case OPTION_KIND_COUNT:
        return read_count(context, text, value);
    case OPTION_KIND_SEVERAL:
        return read_several(context, text, value);
    case OPTION_KIND_WORDS:
        return read_words(context, text, value);
    case OPTION_KIND_FILE:
        return check_file(context, text);
    case OPTION_KIND_RATIO:
        return read_ratio(context, text, value);
    case OPTION_KIND_WEIGHT:
        return read_weight(context, text, value);
    case OPTION_KIND_SIZE:
        return read_size(context, text, value);
    case OPTION_KIND_CHOICE:
        return read_choice(context, text, value);
    case OPTION_KIND_RULE:
        return read_rule(context, text, value);
    case OPTION_KIND_FLAG:
    case OPTION_KIND_TEXT:
    case OPTION_KIND_FORMULA:
    case OPTION_KIND_WORD_LIST:
    case OPTION_KIND_FORMAT:
    case OPTION_KIND_OUTPUT:
        break;
    }
    return true;
}

/* ---- Outputs ------------------------------------------------------------- */

static const struct {
    const char *name;
    lede_format format;
} formats[] = {{"text", LEDE_FORMAT_TEXT},
               {"lines", LEDE_FORMAT_LINES},
               {"json", LEDE_FORMAT_JSON},
               {"csv", LEDE_FORMAT_CSV},
               {"markdown", LEDE_FORMAT_MARKDOWN}};

/* name is one of the formats of a verb, so it is in the table. */
static lede_format format_named(const char *name, size_t length) {
    size_t i = 0;
    while (strlen(formats[i].name) != length ||
           memcmp(formats[i].name, name, length) != 0) {
        i++;
    }
    return formats[i].format;
}

/* The part behind "=": NULL without one, or for "-". */
static const char *path_of(const char *behind) {
    if (*behind != '=' || strcmp(behind, "=-") == 0) {
        return NULL;
    }
    return behind + 1;
}

bool value_read_output(const value_context *context, const char *text, options *o) {
    bool may_name_file = context->record->kind == OPTION_KIND_OUTPUT;
    size_t length = may_name_file ? strcspn(text, "=") : strlen(text);
    if (value_find_choice(context->formats, text, length) == SIZE_MAX) {
        return fail_choice(context, context->formats, text, length);
    }
    if (strcmp(text + length, "=") == 0) {
        return value_fail(context, text, "the name of the file is missing");
    }
    if (o->output_count == OPTION_OUTPUTS_MAX) {
        return value_fail(context, text,
                          "at most " TEXT_OF_VALUE(OPTION_OUTPUTS_MAX) " outputs");
    }
    o->outputs[o->output_count++] =
        (output_request){format_named(text, length), path_of(text + length), false};
    return true;
}

static bool is_same_place(const char *a, const char *b) {
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool fail_same_place(const char *path) {
    out o;
    message_begin(&o, "lede: two outputs to ");
    if (path == NULL) {
        out_text(&o, "standard output");
    } else {
        message_visible(&o, path, strlen(path));
    }
    message_end(&o);
    return false;
}

bool value_check_outputs(options *o) {
    const char *known = verb_at(o->verb)->formats;
    if (o->output_count == 0 && *known != '\0') {
        o->outputs[o->output_count++] =
            (output_request){format_named(known, strcspn(known, "|")), NULL, false};
    }
    for (size_t i = 0; i < o->output_count; i++) {
        o->outputs[i].explain = option_given(o, OPTION_EXPLAIN);
        for (size_t k = 0; k < i; k++) {
            if (is_same_place(o->outputs[i].path, o->outputs[k].path)) {
                return fail_same_place(o->outputs[i].path);
            }
        }
    }
    return true;
}
