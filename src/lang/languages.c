/* SPDX-License-Identifier: MIT */
/* The packs and the models compiled in: tables the build makes from stopwords/. */
#include "lang/function_words.h"
#include "lang/list_shapes.h"
#include "lang/list_tables.h"
#include "lang/model.h"
#include "lang/pack.h"
#include "lang/ranker.h"
#include "lang/syllable_model.h"
#include "lang/syllable_rules.h"

#include "lang/languages.inc"

_Static_assert(sizeof packs / sizeof packs[0] <= PACK_LIMIT, "more than PACK_LIMIT");

const language_pack *pack_list(size_t *count) {
    *count = sizeof packs / sizeof packs[0];
    return packs;
}

const function_table *function_words(void) {
    return &function_all;
}

const char *pack_data_version(void) {
    return data_version;
}
