/* SPDX-License-Identifier: MIT */
/* The word lists of a language as C. */
#ifndef LEDE_GEN_LIST_TABLES_H
#define LEDE_GEN_LIST_TABLES_H

#include "lang/parse_style.h"

#include <stdio.h>

/* Writes "static const list_tables NAME" and what it points to. */
void list_tables_write(FILE *out, const style_builder *b, const list_tables *t,
                       const char *name);

#endif
