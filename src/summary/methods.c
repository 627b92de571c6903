/* SPDX-License-Identifier: MIT */
#include "summary/methods.h"

/* auto and news were chosen on development documents, where the optimum is flat. */
static const method methods[] = {
    [LEDE_METHOD_AUTO] = {.factor = {[LEDE_PART_CENTRALITY] = 0.4,
                                     [LEDE_PART_FORWARD] = 0.4,
                                     [LEDE_PART_WEIGHT] = 0.4,
                                     [LEDE_PART_POSITION] = 0.4,
                                     [LEDE_PART_TITLE] = 0.5},
                          .position_scale = 5.0,
                          .full_length = 5.0,
                          .redundancy = 0.1},
    [LEDE_METHOD_NEWS] = {.factor = {[LEDE_PART_FORWARD] = 1.0,
                                     [LEDE_PART_POSITION] = 1.0,
                                     [LEDE_PART_TITLE] = 0.5},
                          .position_scale = 3.0,
                          .full_length = 20.0,
                          .redundancy = 0.6,
                          .directed = true},
    [LEDE_METHOD_DIRECTED] = {.factor = {[LEDE_PART_FORWARD] = 1.0},
                              .full_length = 5.0,
                              .redundancy = 0.1,
                              .directed = true},
    [LEDE_METHOD_CENTRALITY] = {.factor = {[LEDE_PART_CENTRALITY] = 1.0},
                                .full_length = 5.0,
                                .redundancy = 0.1},
    [LEDE_METHOD_TFIDF] = {.factor = {[LEDE_PART_WEIGHT] = 1.0}, .redundancy = 0.1},
    [LEDE_METHOD_LEXRANK] = {.factor = {[LEDE_PART_CENTRALITY] = 1.0},
                             .full_length = 5.0,
                             .redundancy = 0.1,
                             .walk = true},
    [LEDE_METHOD_LEAD] = {.lead = true},
};

const method *method_of(lede_method id, const lede_document *d, const ranker **learnt) {
    *learnt = id == LEDE_METHOD_NEWS ? d->pack->news : NULL;
    return &methods[id];
}

bool method_compares(lede_method id) {
    return !methods[id].lead;
}

double method_redundancy(const lede_summary_options *options, const lede_document *d) {
    const ranker *learnt = NULL;
    const method *m = method_of(options->method, d, &learnt);
    if (m->lead) {
        return 0.0;
    }
    if (options->mmr >= 0.0) {
        return options->mmr;
    }
    return learnt != NULL ? (double)learnt->redundancy / RANKER_UNIT : m->redundancy;
}
