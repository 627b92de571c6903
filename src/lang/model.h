/* SPDX-License-Identifier: MIT */
/*
 * The sentence model: an integer weight for each pair of values of certain pairs
 * of variables (evidence.def). The score of a place is the sum of the weights of
 * what is seen there; above 0 a sentence ends. One model for all languages.
 */
#ifndef LEDE_LANG_MODEL_H
#define LEDE_LANG_MODEL_H

#include "base/vec.h"

#include <lede/types.h>

/* Values are numbered through all variables: EVIDENCE_MARK_STOP, ...; those of a
 * variable begin at EVIDENCE_MARK_FIRST. */
enum evidence_value {
#define VARIABLE(v, name)                                                                \
    EVIDENCE_##v##_FIRST, EVIDENCE_##v##_REWIND = EVIDENCE_##v##_FIRST - 1,
#define VALUE(v, id, name) EVIDENCE_##v##_##id,
#define PAIR(a, b)
#include "lang/evidence.def"
    EVIDENCE_VALUES
};

typedef enum evidence_variable {
#define VARIABLE(v, name) EVIDENCE_##v,
#define VALUE(v, id, name)
#define PAIR(a, b)
#include "lang/evidence.def"
    EVIDENCE_VARIABLES
} evidence_variable;

/* What is seen at one place: a value of each variable. */
typedef struct evidence {
    uint8_t of[EVIDENCE_VARIABLES];
} evidence;

/* A pair of variables and where its weights begin. */
typedef struct model_pair {
    uint8_t a;
    uint8_t b;
    uint16_t base;
} model_pair;

enum model_pair_number {
#define VARIABLE(v, name)
#define VALUE(v, id, name)
#define PAIR(a, b) MODEL_PAIR_##a##_##b,
#include "lang/evidence.def"
    MODEL_PAIRS
};

extern const model_pair model_pairs[MODEL_PAIRS];
extern const char *const evidence_value_names[EVIDENCE_VALUES];
extern const char *const evidence_variable_names[EVIDENCE_VARIABLES];

/* The first value of each variable; known to the compiler wherever it is asked. */
static const uint8_t evidence_first[EVIDENCE_VARIABLES + 1] = {
#define VARIABLE(v, name) [EVIDENCE_##v] = EVIDENCE_##v##_FIRST,
#define VALUE(v, id, name)
#define PAIR(a, b)
#include "lang/evidence.def"
    [EVIDENCE_VARIABLES] = EVIDENCE_VALUES,
};

/* Weights of all pairs, of b's values beside each other. Compiled in. */
extern const int8_t model_weights[];

static inline uint32_t model_index(model_pair p, const evidence *e) {
    uint32_t width = (uint32_t)evidence_first[p.b + 1] - evidence_first[p.b];
    uint32_t row = (uint32_t)e->of[p.a] - evidence_first[p.a];
    return p.base + row * width + e->of[p.b] - evidence_first[p.b];
}

/* Above 0: a sentence ends. */
int model_score(const evidence *e);

/* The weights of most influence, the largest amount first. */
void model_explain(const evidence *e, lede_boundary_term terms[LEDE_BOUNDARY_TERMS]);

#endif
