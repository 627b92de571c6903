/* SPDX-License-Identifier: MIT */
#include "lang/model.h"

static inline uint16_t width_of(evidence_variable v) {
    return (uint16_t)(evidence_first[v + 1] - evidence_first[v]);
}

/* The weight of a pair whose weights begin at *base, which moves to the next pair's. */
static inline int weigh(const evidence *e, evidence_variable a, evidence_variable b,
                        uint16_t *base) {
    model_pair p = {(uint8_t)a, (uint8_t)b, *base};
    *base = (uint16_t)(*base + width_of(a) * width_of(b));
    return model_weights[model_index(p, e)];
}

/* Written out pair by pair, so that all but the evidence is known to the compiler. */
int model_score(const evidence *e) {
    uint16_t base = 0;
    int score = 0;
#define VARIABLE(v, name)
#define VALUE(v, id, name)
#define PAIR(a, b) score += weigh(e, EVIDENCE_##a, EVIDENCE_##b, &base);
#include "lang/evidence.def"
    return score;
}

static int amount(int weight) {
    return weight < 0 ? -weight : weight;
}

/* Keeps the terms in order; the earlier of equals stays first. */
static void insert(lede_boundary_term *terms, lede_boundary_term term) {
    size_t at = 0;
    while (at < LEDE_BOUNDARY_TERMS && amount(term.weight) <= amount(terms[at].weight)) {
        at++;
    }
    for (; at < LEDE_BOUNDARY_TERMS; at++) {
        lede_boundary_term next = terms[at];
        terms[at] = term;
        term = next;
    }
}

void model_explain(const evidence *e, lede_boundary_term terms[LEDE_BOUNDARY_TERMS]) {
    for (size_t i = 0; i < LEDE_BOUNDARY_TERMS; i++) {
        terms[i] = (lede_boundary_term){{NULL, NULL}, {NULL, NULL}, 0};
    }
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        model_pair p = model_pairs[i];
        insert(terms,
               (lede_boundary_term){
                   {evidence_variable_names[p.a], evidence_variable_names[p.b]},
                   {evidence_value_names[e->of[p.a]], evidence_value_names[e->of[p.b]]},
                   model_weights[model_index(p, e)]});
    }
}
