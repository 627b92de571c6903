/* SPDX-License-Identifier: MIT */
/* The names and sizes of evidence.def, for the library and for the generator. */
#include "lang/model.h"

const char *const evidence_value_names[EVIDENCE_VALUES] = {
#define VARIABLE(v, name)
#define VALUE(v, id, name) [EVIDENCE_##v##_##id] = (name),
#define PAIR(a, b)
#include "lang/evidence.def"
};

const char *const evidence_variable_names[EVIDENCE_VARIABLES] = {
#define VARIABLE(v, name) [EVIDENCE_##v] = (name),
#define VALUE(v, id, name)
#define PAIR(a, b)
#include "lang/evidence.def"
};

const uint8_t evidence_first[EVIDENCE_VARIABLES + 1] = {
#define VARIABLE(v, name) [EVIDENCE_##v] = EVIDENCE_##v##_FIRST,
#define VALUE(v, id, name)
#define PAIR(a, b)
#include "lang/evidence.def"
    [EVIDENCE_VARIABLES] = EVIDENCE_VALUES,
};
