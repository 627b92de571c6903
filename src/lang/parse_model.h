/* SPDX-License-Identifier: MIT */
/* stopwords/sentences.model -> the weights of the sentence model. */
#ifndef LEDE_LANG_PARSE_MODEL_H
#define LEDE_LANG_PARSE_MODEL_H

#include "lang/model.h"

/* Sets where the weights of each pair begin; returns how many there are in all. */
uint32_t model_layout(model_pair pairs[MODEL_PAIRS]);

/*
 * Reads a model: sections "[variable variable]", then lines "value value weight",
 * weight -127 to 127 and not 0. Pairs of values that are not named weigh 0.
 * weights: as many as model_layout() says, cleared. Errors: LEDE_BAD_DATA with line
 * (an unknown name, a pair without weights, a weight out of range, a line twice).
 */
lede_status parse_model(const char *bytes, size_t n, int8_t *weights, lede_error *error);

#endif
