/* SPDX-License-Identifier: MIT */
/* The first line of a text's figures: its path, and what is told of it. */
#ifndef LEDE_RENDER_HEADLINE_H
#define LEDE_RENDER_HEADLINE_H

#include "render/phrase.h"

/* The path is shown whole, however long it is; the facts stay together, below it if
 * there is no room behind it. */
void headline_write(out *o, size_t width, const char *path, const phrase *facts,
                    size_t count);

#endif
