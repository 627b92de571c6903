/* SPDX-License-Identifier: MIT */
/* A syllable model as constant tables in C. */
#ifndef LEDE_GEN_SYLLABLE_TABLES_H
#define LEDE_GEN_SYLLABLE_TABLES_H

#include <lede/types.h>

#include <stdio.h>

/* Reads a model and writes "syllable_model_NUMBER". Errors: those of
 * parse_syllable_model() and syllable_finish(). */
lede_status syllable_tables_write(FILE *out, const char *bytes, size_t n, size_t number,
                                  lede_error *error);

#endif
