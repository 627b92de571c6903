/* SPDX-License-Identifier: MIT */
#include "lang/model.h"

int model_score(const evidence *e) {
    int score = 0;
    for (size_t i = 0; i < MODEL_PAIRS; i++) {
        score += model_weights[model_index(model_pairs[i], e)];
    }
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
