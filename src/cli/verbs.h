/* SPDX-License-Identifier: MIT */
/* The verbs of the program, from verbs.def. */
#ifndef LEDE_CLI_VERBS_H
#define LEDE_CLI_VERBS_H

#include <stdbool.h>

typedef enum verb_id {
    VERB_NONE = 0, /* before any verb: lede --version */
#define VERB(id, name, operands, formats, about) VERB_##id,
#include "cli/verbs.def"
#undef VERB
    VERB_COUNT
} verb_id;

typedef struct verb_record {
    const char *name;
    const char *operands; /* as help shows them */
    const char *formats;  /* "text|json", the default first */
    const char *about;
} verb_record;

/* id below VERB_COUNT; VERB_NONE has empty strings. */
const verb_record *verb_at(verb_id id);

/* Are folders among its operands walked? Its record says PATH or SOURCE then, not FILE.
 */
bool verb_walks(verb_id id);

/* VERB_NONE when there is no such verb. */
verb_id verb_find(const char *name);

/* The verb most like name, or NULL when none is near. */
const char *verb_suggest(const char *name);

#endif
