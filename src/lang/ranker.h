/* SPDX-License-Identifier: MIT */
/* A linear ranker of sentences that was learnt for one language: its weights. */
#ifndef LEDE_LANG_RANKER_H
#define LEDE_LANG_RANKER_H

#include <stdint.h>

typedef enum ranker_feature {
#define FEATURE(id, name) RANKER_##id,
#include "lang/ranker.def"
    RANKER_FEATURES
} ranker_feature;

typedef enum ranker_context {
#define CONTEXT(id, name) RANKER_BY_##id,
#include "lang/ranker.def"
    RANKER_CONTEXTS
} ranker_context;

#define RANKER_UNIT 100 /* weights are hundredths */

/* A score is the sum of weight x feature and of by x feature x context. */
typedef struct ranker {
    int16_t weight[RANKER_FEATURES];
    int16_t by[RANKER_CONTEXTS][RANKER_FEATURES];
    int16_t redundancy; /* times the largest cosine with a sentence chosen before */
} ranker;

#endif
