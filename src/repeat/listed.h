/* SPDX-License-Identifier: MIT */
/* The phrases that are shown: in their order, in families, with their places. */
#ifndef LEDE_REPEAT_LISTED_H
#define LEDE_REPEAT_LISTED_H

#include "repeat/repeated.h"
#include "repeat/repeats.h"

/* What the places of one phrase are listed under. */
typedef struct listed_phrase {
    uint32_t found;  /* index */
    uint32_t leader; /* index of the listed phrase; its own */
    uint32_t body;   /* places so far */
    uint32_t headings;
    uint32_t in_headings; /* times, listed or not */
    uint32_t free;        /* word of the headings behind the last of them */
} listed_phrase;

typedef struct listed_place {
    uint32_t phrase; /* index of the listed phrase */
    lede_repeat_place place;
} listed_place;

typedef struct listed {
    repeats_work *w;
    const repeated *p;
    VEC_OF(listed_phrase) items; /* as they are shown */
    uint32_t *number_of;         /* of each phrase found; LEDE_NONE: not listed */
    VEC_OF(listed_place) body;   /* places, as they are met */
    VEC_OF(listed_place) headings;
} listed;

/* Finds the phrases and lists them in w->r. False: no memory. */
bool listed_phrases(repeats_work *w);

/* The steps of it; false: no memory. */
bool listed_choose(listed *l);   /* items by rank */
bool listed_families(listed *l); /* items by family */
bool listed_places(listed *l);   /* body places, and what is redundant */
bool listed_headings(listed *l); /* those in headings */

/* Copies the classes of a phrase to `classes`, which has room for them. */
void listed_classes(const repeated *p, const found_phrase *f, uint32_t *classes);

#endif
