/* SPDX-License-Identifier: MIT */
/* Writes the table of lang/function_words.h. */
#ifndef LEDE_GEN_FUNCTION_WORDS_H
#define LEDE_GEN_FUNCTION_WORDS_H

#include "lang/function_words.h"
#include "lang/parse.h"

#include <stdio.h>

typedef struct function_entry {
    char *key;
    size_t length;
    uint64_t set;
} function_entry;

typedef struct function_builder {
    VEC_OF(function_entry) entries;
    unicode_script scripts[FUNCTION_LANGUAGES][PACK_SCRIPTS];
    uint32_t languages;
} function_builder;

/* Adds a language: the stop words and starters of b, which is finished. NULL, or
 * what is wrong. */
const char *function_builder_add(function_builder *f, const pack_builder *b,
                                 const unicode_script *scripts);

/* Writes the table as C; frees the builder. NULL, or what is wrong. */
const char *function_builder_write(function_builder *f, FILE *out);

#endif
