/* SPDX-License-Identifier: MIT */
/* What the stages share while a document is being built, and then drop. */
#ifndef LEDE_TEXT_BUILD_H
#define LEDE_TEXT_BUILD_H

#include "text/document.h"
#include "text/lanes.h"

typedef struct build {
    lede_document *d;
    const lede_allocator *allocator;
    lede_vocabulary *vocabulary;
    uint32_t plain_end;      /* letters before it fold as everywhere */
    map index;               /* key -> term */
    VEC_OF(key_lanes) lanes; /* of each term */
    size_t room;             /* terms that fit before anything has to grow */
    VEC_OF(char) scratch;    /* folded form of the word at hand */
    VEC_OF(char) lowered;    /* and what it was made of, by the language's capitals */
} build;

lede_status build_open(build *b, lede_document *d, lede_vocabulary *vocabulary);
void build_close(build *b);

#endif
