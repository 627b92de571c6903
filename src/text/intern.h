/* SPDX-License-Identifier: MIT */
/* Words -> terms: folded once per token, looked up in the lists once per
 * distinct word. */
#ifndef LEDE_TEXT_INTERN_H
#define LEDE_TEXT_INTERN_H

#include "base/hash.h"
#include "text/build.h"

/* Every function returns the term's index, or LEDE_NONE: no memory (or more
 * than 2^32 - 1 key bytes). */

/* The long way of intern_lanes(): a key that is not there yet. Its lanes apart, since
 * compilers keep a pair of them ready in memory, once a word. */
uint32_t intern_new_lanes(build *b, uint64_t low, uint64_t high, uint32_t n,
                          uint64_t hash);

/* The lanes tell more than the slot's part of the hash, and are read anyway. */
static inline uint32_t intern_find(const build *b, key_lanes key, uint64_t hash) {
    const map_slot *slots = b->index.slots;
    const key_lanes *lanes = b->lanes.items;
    for (size_t s = map_first(&b->index, hash);; s = map_next(&b->index, s)) {
        uint32_t term = slots[s].index;
        if (term == MAP_NONE) {
            return LEDE_NONE;
        }
        if (lanes[term].low == key.low && lanes[term].high == key.high) {
            return term;
        }
    }
}

/* n <= LANES_BYTES bytes of folded ASCII; factors are of the vocabulary's seed. */
static inline uint32_t intern_lanes(build *b, key_lanes key, uint32_t n,
                                    hash_factors factors) {
    uint64_t hash = hash_lanes(key.low, key.high ^ n, factors);
    uint32_t term = intern_find(b, key, hash);
    return term != LEDE_NONE ? term : intern_new_lanes(b, key.low, key.high, n, hash);
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
