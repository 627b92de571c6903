/* SPDX-License-Identifier: MIT */
/* The one converter of offsets to lines and columns. */
#ifndef LEDE_MARKUP_PLACES_H
#define LEDE_MARKUP_PLACES_H

#include "markup/page.h"

/* Of a byte of the source; offsets beyond its end count as its end. */
lede_place place_in_source(const source *s, uint32_t offset);

/* Of a byte of the visible text. */
lede_place place_in_text(const source *s, const page *p, uint32_t offset);

#endif
