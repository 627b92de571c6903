/* SPDX-License-Identifier: MIT */
/* The names of evidence.def, for the library and for the generator. */
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
