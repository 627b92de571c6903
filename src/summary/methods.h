/* SPDX-License-Identifier: MIT */
/* What each method of choosing sentences adds up: docs/summarization.md. */
#ifndef LEDE_SUMMARY_METHODS_H
#define LEDE_SUMMARY_METHODS_H

#include "lang/ranker.h"
#include "text/document.h"

typedef struct method {
    double factor[LEDE_PART_REDUNDANCY]; /* of each part, whose largest value is 1 */
    double position_scale;               /* sentences until position has fallen to 1/e */
    double full_length;                  /* words: shorter sentences are worth less */
    double redundancy;                   /* of maximal marginal relevance */
    bool walk;     /* centrality is that of a random walk, not the sum of cosines */
    bool directed; /* what comes before a sentence counts against it */
    bool lead;     /* the first sentences, nothing else; none is too much like another */
} method;

/* The sums of a formula. *ranker: what is used in its place, or NULL. */
const method *method_of(lede_method id, const lede_document *d, const ranker **learnt);

/* Does it look at what is alike? */
bool method_compares(lede_method id);

/* How much the largest cosine with a chosen sentence takes away: what the options say,
 * else what the method says. */
double method_redundancy(const lede_summary_options *options, const lede_document *d);

#endif
