/* SPDX-License-Identifier: MIT */
/* The nearest of several names to one that was mistyped. */
#ifndef LEDE_CLI_SUGGEST_H
#define LEDE_CLI_SUGGEST_H

#include "base/out.h"

#include <stdbool.h>

#define SUGGEST_LENGTH_MAX 32u  /* bytes of a name worth comparing */
#define SUGGEST_DISTANCE_MAX 2u /* edits that still count as mistyped */

/*
 * Edits that turn a into b: one byte inserted, removed or changed, or two
 * neighbours exchanged (Damerau 1964, as optimal string alignment: nothing is
 * edited twice). Names longer than SUGGEST_LENGTH_MAX are SIZE_MAX apart.
 */
size_t suggest_distance(const char *a, size_t a_length, const char *b, size_t b_length);

typedef struct suggestion {
    const char *typed;
    size_t typed_length;
    const char *name; /* the nearest so far, NULL when none is near */
    size_t name_length;
    size_t distance;
} suggestion;

suggestion suggest_begin(const char *typed, size_t length);
/* Of equally near names the first one offered is kept. */
void suggest_offer(suggestion *s, const char *name, size_t length);

/* "; did you mean NAME?" False, and nothing: no name is near. */
bool suggest_write(const suggestion *s, out *o);

#endif
