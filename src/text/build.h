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

/* Abbreviations and what looks like them: behind their stops, as behind numbers, small
 * letters tell nothing of how a text opens its sentences. */
#define BUILD_SHORT_FORMS                                                                \
    (LEDE_TERM_TITLE | LEDE_TERM_NUMBERED | LEDE_TERM_CALENDAR |                         \
     LEDE_TERM_ORGANISATION | LEDE_TERM_MAY_END | LEDE_TERM_CONNECTOR |                  \
     LEDE_TERM_CLOSING | LEDE_TERM_DOTTED)

#define BUILD_SHORT_BYTES 4u /* "temp.", "conc." */

/* A word with a small letter, or with a capital, stands behind the stop of `term`. */
void build_note_stop(lede_document *d, uint32_t term, bool lower, bool upper);

/* That small letter was not where the sentence began: what stood before it is not shown.
 */
void build_forget_stop(lede_document *d, uint32_t term);

lede_status build_open(build *b, lede_document *d, lede_vocabulary *vocabulary);
void build_close(build *b);

#endif
