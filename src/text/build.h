/* SPDX-License-Identifier: MIT */
/* What the stages share while a document is being built, and then drop. */
#ifndef LEDE_TEXT_BUILD_H
#define LEDE_TEXT_BUILD_H

#include "text/document.h"
#include "text/lanes.h"

/* In the lanes of a key of more than LANES_BYTES: low is its hash, high is
 * this, which no UTF-8 text can hold. */
#define LANES_LONG UINT64_MAX

typedef struct build {
    lede_document *d;
    const lede_allocator *allocator;
    lede_vocabulary *vocabulary;
    uint32_t plain_end;       /* letters before it fold as everywhere */
    bool asks;                /* it knows more of a word than its own list flags */
    map index;                /* key -> term */
    VEC_OF(key_lanes) lanes;  /* of each term */
    VEC_OF(uint32_t) numbers; /* of each term in the vocabulary; empty: it keeps none */
    VEC_OF(char) scratch;     /* folded form of the word at hand */
    VEC_OF(char) lowered;     /* and what it was made of, by the language's capitals */
} build;

lede_status build_open(build *b, lede_document *d, lede_vocabulary *vocabulary);
void build_close(build *b);

#endif
