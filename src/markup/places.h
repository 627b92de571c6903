/* SPDX-License-Identifier: MIT */
/* The one converter of offsets to lines and columns. */
#ifndef LEDE_MARKUP_PLACES_H
#define LEDE_MARKUP_PLACES_H

#include "base/lanes.h"
#include "markup/page.h"

/* Of a byte of the source; offsets beyond its end count as its end. */
lede_place place_in_source(const source *s, uint32_t offset);

/* Where the visible text from a byte on begins. */
lede_place place_in_text(const source *s, const page *p, uint32_t offset);

/* Where the visible text before a byte ends. */
lede_place place_of_end(const source *s, const page *p, uint32_t offset);

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

/* Is nothing but ASCII of the same line between the last offset and this one, a few bytes
 * on? Then every column grows by their number, and the cursor has moved. */
static inline bool place_cursor_skip(place_cursor *c, uint32_t offset) {
    const source *s = c->s;
    uint32_t n = offset - c->at.offset;
    if (n > 16 || offset > s->size || c->lines == 0 ||
        (c->lines < s->lines.count && s->lines.items[c->lines] <= offset)) {
        return false;
    }
    const char *from = s->bytes + c->at.offset;
    uint64_t bytes =
        n <= 8 ? lanes_front(from, n) : lanes_load(from) | lanes_load(from + n - 8);
    if ((bytes & LANES_TOP) != 0) {
        return false;
    }
    c->at = (source_mark){offset, c->at.points + n, c->at.units + n};
    return true;
}

#endif
