/* SPDX-License-Identifier: MIT */
/* stopwords/<code>/news.weights -> a ranker. */
#ifndef LEDE_LANG_PARSE_RANKER_H
#define LEDE_LANG_PARSE_RANKER_H

#include "lang/ranker.h"

#include <lede/types.h>

/*
 * Reads weights: sections "[weights]", "[by CONTEXT]" with lines "FEATURE WEIGHT", and
 * "[redundancy]" with one line "cosine WEIGHT", from 0 up. Weights are decimals of at
 * most two places between -99 and 99. What is not named weighs 0.
 * Errors: LEDE_BAD_DATA with line (an unknown name, a malformed weight, a line twice).
 */
lede_status parse_ranker(ranker *to, const char *bytes, size_t n, lede_error *error);

#endif
