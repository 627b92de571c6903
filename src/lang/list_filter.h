/* SPDX-License-Identifier: MIT */
/* Is a word surely on no list? Told by its front, its length and its last byte, so that
 * a base or a part of a word is told before anybody has written it out. */
#ifndef LEDE_LANG_LIST_FILTER_H
#define LEDE_LANG_LIST_FILTER_H

#include "base/hash.h"
#include "base/lanes.h"
#include "lang/list_tables.h"

#define LIST_FRONT 4u        /* bytes of a front */
#define LIST_FILTER_BITS 32u /* for each word, at least */

/* The first bytes of a word, as many as there are. */
static inline uint64_t list_front(const char *key, size_t n) {
    return n >= LIST_FRONT ? lanes_load_half(key) : lanes_front(key, n);
}

/* The bit of the words with this front, length and last byte. */
static inline uint32_t list_filter_bit(uint64_t front, size_t n, char last,
                                       uint32_t shift) {
    uint64_t tail = (uint64_t)(unsigned char)last << 32 | (uint64_t)n << 40;
    return (uint32_t)((front | tail) * HASH_A >> shift);
}

/* False: no list has such a word. n > 0. */
static inline bool list_may_have(const list_tables *t, uint64_t front, size_t n,
                                 char last) {
    uint32_t bit = list_filter_bit(front, n, last, t->filter_shift);
    return (t->filter[bit / 8] >> bit % 8 & 1) != 0;
}

/* The same of a word that is there as a whole. */
static inline bool list_may_have_key(const list_tables *t, const char *key, size_t n) {
    return n > 0 && list_may_have(t, list_front(key, n), n, key[n - 1]);
}

/* False: no listed word begins with this front and has all of its bytes. */
static inline bool list_may_begin(const list_tables *t, uint64_t front) {
    return list_may_have(t, front, 0, '\0');
}

#endif
