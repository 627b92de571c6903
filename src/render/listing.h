/* SPDX-License-Identifier: MIT */
/*
 * Pieces between commas, in no more than so many lines. What finds no place there is
 * told at their end.
 *
 *     listing l = listing_begin(f, count, 2);
 *     while (... && listing_add(&l, &piece)) {}
 *     listing_end(&l);
 */
#ifndef LEDE_RENDER_LISTING_H
#define LEDE_RENDER_LISTING_H

#include "render/phrase.h"

typedef struct listing {
    flow f;
    size_t left;  /* pieces that are not written yet */
    size_t most;  /* lines of the flow; 0: as many as it takes */
    bool counted; /* the end is "9 more"; else an ellipsis */
    bool begun;
    bool ascii; /* as its pieces are */
    bool full;
} listing;

/* Behind what stands in f already. pieces: how many there are in all. */
listing listing_begin(flow f, size_t pieces, size_t most);
/* False: there is no place, neither for it nor for any other. The first one has a place
 * always. What is added to the piece is its comma. */
bool listing_add(listing *l, phrase *piece);
/* Tells of what was not written, and ends the line. */
void listing_end(listing *l);

#endif
