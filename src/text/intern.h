/* SPDX-License-Identifier: MIT */
/* Words -> terms: folded once per token, looked up in the lists once per
 * distinct word. */
#ifndef LEDE_TEXT_INTERN_H
#define LEDE_TEXT_INTERN_H

#include "base/hash.h"
#include "text/build.h"

/* Every function returns the term's index, or LEDE_NONE: no memory (or more
 * than 2^32 - 1 key bytes). */

/* The long way of intern_lanes(): the first slot has another key or none. The lanes
 * apart, since compilers keep a pair of them ready in memory, once a word. */
uint32_t intern_lanes_on(build *b, uint64_t low, uint64_t high, uint32_t n,
                         uint64_t hash);

/* n <= LANES_BYTES bytes of folded ASCII; factors are of the vocabulary's seed. */
static inline uint32_t intern_lanes(build *b, key_lanes key, uint32_t n,
                                    hash_factors factors) {
    uint64_t hash = hash_lanes(key.low, key.high ^ n, factors);
    uint32_t term = b->index.slots[map_first(&b->index, hash)].index;
    bool same = term != MAP_NONE && b->lanes.items[term].low == key.low &&
                b->lanes.items[term].high == key.high;
    return same ? term : intern_lanes_on(b, key.low, key.high, n, hash);
}

/* n <= LANES_BYTES bytes of ASCII at text[at], in any case. */
uint32_t intern_ascii(build *b, uint32_t at, uint32_t n);

#define INTERN_RARE 1u     /* the folded form needs normalisation */
#define INTERN_OWN_CASE 2u /* by the capitals of the document's own language */

/* Any span of the text, folded as these bits say. */
uint32_t intern_span(build *b, lede_span span, unsigned how);

/* A key that is folded already; must not point into the document's keys. */
uint32_t intern_key(build *b, const char *key, size_t n);

#endif
