/* SPDX-License-Identifier: MIT */
/* The one converter of offsets to lines and columns. */
#ifndef LEDE_MARKUP_PLACES_H
#define LEDE_MARKUP_PLACES_H

#include "markup/page.h"

/* Of a byte of the source; offsets beyond its end count as its end. */
lede_place place_in_source(const source *s, uint32_t offset);

/* Of a byte of the visible text. */
lede_place place_in_text(const source *s, const page *p, uint32_t offset);

/* For the places of much of a source, one behind the other: each is counted on from the
 * one before, so that all of them together take one walk. */
typedef struct place_cursor {
    const source *s;
    source_mark at;
    source_mark line; /* where the line at hand begins */
    size_t lines;     /* that began up to here */
} place_cursor;

void place_cursor_open(place_cursor *c, const source *s);

/* As place_in_source(), of an offset not before the last one, where a sequence begins. */
lede_place place_cursor_move(place_cursor *c, uint32_t offset);

#endif
