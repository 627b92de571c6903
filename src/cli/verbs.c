/* SPDX-License-Identifier: MIT */
#include "cli/verbs.h"

#include "cli/suggest.h"

#include <string.h>

static const verb_record verbs[VERB_COUNT] = {
    [VERB_NONE] = {"", "", "", ""},
#define VERB(id, name, operands, formats, about)                                         \
    [VERB_##id] = {name, operands, formats, about},
#include "cli/verbs.def"
#undef VERB
};

bool verb_walks(verb_id id) {
    return strstr(verbs[id].operands, "PATH") != NULL ||
           strstr(verbs[id].operands, "SOURCE") != NULL;
}

const verb_record *verb_at(verb_id id) {
    return &verbs[id];
}

verb_id verb_find(const char *name) {
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        if (strcmp(verbs[id].name, name) == 0) {
            return (verb_id)id;
        }
    }
    return VERB_NONE;
}

const char *verb_suggest(const char *name) {
    suggestion nearest = suggest_begin(name, strlen(name));
    for (int id = VERB_NONE + 1; id < VERB_COUNT; id++) {
        suggest_offer(&nearest, verbs[id].name, strlen(verbs[id].name));
    }
    return nearest.name;
}
