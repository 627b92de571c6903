/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "cli/message.h"
#include "cli/suggest.h"
#include "cli/values.h"

#include <string.h>

#define ON(verb) (1u << VERB_##verb)
#define TEXTS (ON(SUMMARIZE) | ON(SCORE) | ON(REPEATS) | ON(QUOTES) | ON(SPLIT))
#define WRITERS (TEXTS | ON(LANGUAGES) | ON(FORMULAS) | ON(EXPLAIN))
#define EVERYWHERE (WRITERS | ON(COMPLETIONS) | ON(HELP) | ON(NONE))

static const option_record records[OPTION_COUNT] = {
#define OPTION(id, name, letter, argument, kind, group, verbs, help)                     \
    [OPTION_##id] = {                                                                    \
        name, argument, help, verbs, OPTION_KIND_##kind, OPTION_GROUP_##group, letter},
#include "cli/options.def"
#undef OPTION
};

const option_record *option_at(option_id id) {
    return &records[id];
}

bool option_is_known(option_id id, verb_id verb) {
    return (records[id].verbs >> verb & 1u) != 0;
}

/* Where the reader stands in the command line. */
typedef struct reader {
    options *options;
    char **arguments;
    int count;
    int next; /* the argument to read next */
} reader;

/* ---- Finding the record -------------------------------------------------- */

static option_id find_long(verb_id verb, const char *name, size_t length) {
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (option_is_known((option_id)id, verb) && strlen(records[id].name) == length &&
            memcmp(records[id].name, name, length) == 0) {
            return (option_id)id;
        }
    }
    return OPTION_COUNT;
}

static option_id find_short(verb_id verb, char letter) {
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (option_is_known((option_id)id, verb) && records[id].letter == letter) {
            return (option_id)id;
        }
    }
    return OPTION_COUNT;
}

static bool is_known_elsewhere(const char *name, size_t length) {
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        if (find_long((verb_id)verb, name, length) != OPTION_COUNT) {
            return true;
        }
    }
    return false;
}

static suggestion nearest_option(verb_id verb, const char *name, size_t length) {
    suggestion nearest = suggest_begin(name, length);
    for (int id = 0; id < OPTION_COUNT; id++) {
        if (option_is_known((option_id)id, verb)) {
            suggest_offer(&nearest, records[id].name, strlen(records[id].name));
        }
    }
    return nearest;
}

/* ---- Messages ------------------------------------------------------------ */

static void point_to_help(out *o, verb_id verb) {
    out_text(o, "; lede help");
    if (verb != VERB_NONE) {
        out_text(o, " ");
        out_text(o, verb_at(verb)->name);
    }
    out_text(o, verb == VERB_NONE ? " lists the verbs" : " lists the options");
}

static bool fail_misplaced(verb_id verb, const char *name, size_t length) {
    out o;
    message_begin(&o, "lede: ");
    if (verb == VERB_NONE) {
        out_text(&o, "--");
        message_visible(&o, name, length);
        out_text(&o, " comes after the verb");
    } else {
        out_text(&o, verb_at(verb)->name);
        out_text(&o, " has no option --");
        message_visible(&o, name, length);
    }
    point_to_help(&o, verb);
    message_end(&o);
    return false;
}

static bool fail_unknown(verb_id verb, const char *name, size_t length) {
    if (is_known_elsewhere(name, length)) {
        return fail_misplaced(verb, name, length);
    }
    suggestion nearest = nearest_option(verb, name, length);
    out o;
    message_begin(&o, "lede: unknown option --");
    message_visible(&o, name, length);
    if (nearest.name != NULL) {
        out_text(&o, "; did you mean --");
        out_text(&o, nearest.name);
        out_text(&o, "?");
    } else {
        point_to_help(&o, verb);
    }
    message_end(&o);
    return false;
}

static bool fail_unknown_letter(verb_id verb, const char *letter) {
    size_t length = 1; /* of the whole code point, should it be none of ours */
    while (((unsigned char)letter[length] & 0xC0) == 0x80) {
        length++;
    }
    out o;
    message_begin(&o, "lede: unknown option -");
    message_visible(&o, letter, length);
    point_to_help(&o, verb);
    message_end(&o);
    return false;
}

static bool fail_option(const char *spelling, size_t length, const char *reason,
                        const char *argument) {
    out o;
    message_begin(&o, "lede: ");
    message_visible(&o, spelling, length);
    out_text(&o, reason);
    out_text(&o, argument);
    message_end(&o);
    return false;
}

/* ---- Reading ------------------------------------------------------------- */

static bool set_value(reader *r, option_id id, const char *spelling, const char *text) {
    option_value *value = &r->options->values[id];
    value->given = true;
    value->text = text;
    value_context context = {&records[id], verb_at(r->options->verb)->formats, spelling,
                             strcspn(spelling, "=")};
    if (records[id].kind == OPTION_KIND_FORMAT ||
        records[id].kind == OPTION_KIND_OUTPUT) {
        return value_read_output(&context, text, r->options);
    }
    if (records[id].kind == OPTION_KIND_FORMULA) {
        return value_read_formulas(&context, text, r->options);
    }
    if (records[id].kind == OPTION_KIND_WORD_LIST) {
        return value_read_word_list(&context, text, r->options);
    }
    return value_read(&context, text, value);
}

/* The value in the next argument, whatever it looks like. */
static bool set_from_next(reader *r, option_id id, const char *spelling) {
    if (r->next >= r->count) {
        return fail_option(spelling, strlen(spelling),
                           " needs a value: ", records[id].argument);
    }
    return set_value(r, id, spelling, r->arguments[r->next++]);
}

static bool read_long(reader *r, const char *argument) {
    const char *name = argument + 2;
    size_t length = strcspn(name, "=");
    bool has_value = name[length] == '=';
    option_id id = find_long(r->options->verb, name, length);
    if (id == OPTION_COUNT) {
        return fail_unknown(r->options->verb, name, length);
    }
    if (records[id].argument == NULL) {
        r->options->values[id].given = true;
        return !has_value || fail_option(argument, length + 2, " takes no value", "");
    }
    return has_value ? set_value(r, id, argument, name + length + 1)
                     : set_from_next(r, id, argument);
}

/* Flags in a row, -qv; the first letter that takes a value takes the rest. */
static bool read_short(reader *r, const char *argument) {
    for (const char *letter = argument + 1; *letter != '\0'; letter++) {
        option_id id = find_short(r->options->verb, *letter);
        if (id == OPTION_COUNT) {
            return fail_unknown_letter(r->options->verb, letter);
        }
        if (records[id].argument != NULL) {
            char spelling[] = {'-', *letter, '\0'};
            return letter[1] != '\0' ? set_value(r, id, spelling, letter + 1)
                                     : set_from_next(r, id, spelling);
        }
        r->options->values[id].given = true;
    }
    return true;
}

static void keep_operand(options *o, char *operand) {
    o->operands[o->operand_count++] = operand; /* never ahead of the reader */
}

static bool read_all(reader *r) {
    while (r->next < r->count) {
        char *argument = r->arguments[r->next++];
        bool fine = true;
        if (strcmp(argument, "--") == 0) {
            break;
        }
        if (argument[0] != '-' || argument[1] == '\0') {
            keep_operand(r->options, argument);
        } else if (argument[1] == '-') {
            fine = read_long(r, argument);
        } else {
            fine = read_short(r, argument);
        }
        if (!fine) {
            return false;
        }
    }
    while (r->next < r->count) {
        keep_operand(r->options, r->arguments[r->next++]);
    }
    return true;
}

/* ---- What does not go together ------------------------------------------- */

static bool check_pair(const options *o, option_id a, option_id b) {
    if (records[a].group == OPTION_GROUP_NONE || records[a].group != records[b].group ||
        !option_given(o, a) || !option_given(o, b)) {
        return true;
    }
    out m;
    message_begin(&m, "lede: --");
    out_text(&m, records[a].name);
    out_text(&m, " and --");
    out_text(&m, records[b].name);
    out_text(&m, " exclude each other");
    message_end(&m);
    return false;
}

static bool check_groups(const options *o) {
    for (int a = 0; a < OPTION_COUNT; a++) {
        for (int b = a + 1; b < OPTION_COUNT; b++) {
            if (!check_pair(o, (option_id)a, (option_id)b)) {
                return false;
            }
        }
    }
    return true;
}

static bool check_standard_input(const options *o) {
    size_t times = 0;
    for (size_t i = 0; i < o->operand_count; i++) {
        times += strcmp(o->operands[i], "-") == 0 ? 1 : 0;
    }
    return times < 2 || fail_option("-", 1, " may be named only once", "");
}

bool options_read(options *o, verb_id verb, int count, char **arguments) {
    memset(o, 0, sizeof *o);
    o->verb = verb;
    o->operands = arguments;
    reader r = {o, arguments, count, 0};
    return read_all(&r) && check_groups(o) && check_standard_input(o) &&
           value_check_outputs(o);
}
