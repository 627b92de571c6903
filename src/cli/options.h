/* SPDX-License-Identifier: MIT */
/* What was asked for on the command line; the options are in options.def. */
#ifndef LEDE_CLI_OPTIONS_H
#define LEDE_CLI_OPTIONS_H

#include "cli/verbs.h"

#include <lede/types.h>

#include <stdbool.h>

typedef enum option_kind {
    OPTION_KIND_FLAG = 0,  /* takes no value */
    OPTION_KIND_COUNT,     /* 1 to OPTION_COUNT_LIMIT */
    OPTION_KIND_SEVERAL,   /* 2 to OPTION_COUNT_LIMIT */
    OPTION_KIND_WORDS,     /* 2 to LEDE_REPEAT_WORDS */
    OPTION_KIND_RATIO,     /* over 0, at most 1 */
    OPTION_KIND_WEIGHT,    /* 0 to LEDE_MMR_MAX */
    OPTION_KIND_SIZE,      /* bytes, K, M or G may follow */
    OPTION_KIND_TEXT,      /* anything */
    OPTION_KIND_FILE,      /* not standard input */
    OPTION_KIND_CHOICE,    /* one of the names in the record's argument */
    OPTION_KIND_RULE,      /* the name of a rule; repeats add up */
    OPTION_KIND_FORMULA,   /* ids of formulas, or all; repeats add up */
    OPTION_KIND_WORD_LIST, /* LIST=FILE, a file for each list */
    OPTION_KIND_FORMAT,    /* one of the verb's formats */
    OPTION_KIND_OUTPUT     /* a format, perhaps with =FILE */
} option_kind;

typedef enum option_group {
    OPTION_GROUP_NONE = 0,
    OPTION_GROUP_BUDGET,
    OPTION_GROUP_TITLE,
    OPTION_GROUP_LOUDNESS
} option_group;

typedef enum option_id {
#define OPTION(id, name, letter, argument, kind, group, verbs, help) OPTION_##id,
#include "cli/options.def"
#undef OPTION
    OPTION_COUNT
} option_id;

typedef struct option_record {
    const char *name;     /* without the dashes */
    const char *argument; /* NULL: takes none */
    const char *help;
    unsigned verbs; /* a bit per verb_id */
    option_kind kind;
    option_group group;
    char letter; /* 0: no short form */
} option_record;

typedef struct option_value {
    bool given;
    uint64_t number;  /* of the kinds that count; of a CHOICE, its position; of RULEs,
                         their bits */
    double ratio;     /* RATIO, WEIGHT */
    const char *text; /* as typed */
} option_value;

/* No text holds more sentences, words or characters: it ends below 4 GiB. */
#define OPTION_COUNT_LIMIT UINT32_MAX
#define OPTION_OUTPUTS_MAX 8 /* -o and --format together */
#define OPTION_FORMULAS_MAX 256

typedef struct output_request {
    lede_format format;
    const char *path; /* NULL: standard output */
    bool explain;     /* the reasons too */
} output_request;

typedef struct options {
    verb_id verb;
    option_value values[OPTION_COUNT];
    output_request outputs[OPTION_OUTPUTS_MAX]; /* at least one, if the verb writes */
    size_t output_count;
    uint32_t formulas[OPTION_FORMULAS_MAX]; /* indices, each once, as they were named */
    size_t formula_count;
    bool every_formula;                      /* "all" was among them */
    const char *word_lists[LEDE_LIST_COUNT]; /* files; NULL: not given */
    lede_score_view score;                   /* what is shown; filled by the verb */
    lede_repeats_view repeats;
    const void *of_verb; /* what the verb keeps for its work */
    char **operands;     /* in the order given */
    size_t operand_count;
} options;

const option_record *option_at(option_id id);
bool option_is_known(option_id id, verb_id verb);

/* Reads what follows the verb. Operands are moved to the front of arguments, which must
 * outlive *o. False: a message was written, it is a usage error. */
bool options_read(options *o, verb_id verb, int count, char **arguments);

static inline bool option_given(const options *o, option_id id) {
    return o->values[id].given;
}

#endif
