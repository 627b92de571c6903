/* SPDX-License-Identifier: MIT */
/* How a file is marked up, by its name. */
#ifndef LEDE_CLI_MARKUP_H
#define LEDE_CLI_MARKUP_H

#include <lede/types.h>

/* Of names that end in no suffix known: plain. The case of letters does not count. */
lede_markup markup_of_name(const char *name);

/* What the name promises and is not read yet: "HTML"; NULL for all others. */
const char *markup_unread(const char *name);

#endif
