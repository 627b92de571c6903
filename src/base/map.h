/* SPDX-License-Identifier: MIT */
/*
 * Bytes -> index: open addressing over hashes. The map stores neither keys nor
 * values; its owner keeps the keys in an array and answers "is item i this
 * key?", so one array serves lookup and order of appearance.
 */
#ifndef LEDE_BASE_MAP_H
#define LEDE_BASE_MAP_H

#include "base/memory.h"

#define MAP_NONE UINT32_MAX

typedef struct map_slot {
    uint32_t index; /* MAP_NONE: free */
    uint32_t hash;  /* upper half of the 64-bit hash */
} map_slot;

typedef struct map {
    map_slot *slots;
    size_t mask; /* slots - 1; slots is a power of two */
    size_t count;
    size_t limit; /* entries that the slots may hold */
} map;

/* Makes room for at least `expected` entries. False: no memory. */
bool map_init(map *m, const lede_allocator *allocator, size_t expected);
void map_free(map *m, const lede_allocator *allocator);

/* Doubles the slots. False: no memory, and *m as before. */
bool map_grow(map *m, const lede_allocator *allocator);

/* True when one more entry fits below the load limit (2/3); grows if needed. */
static inline bool map_reserve(map *m, const lede_allocator *allocator) {
    return m->count < m->limit || map_grow(m, allocator);
}

/* What a slot keeps of a hash. */
static inline uint32_t map_tag(uint64_t hash) {
    return (uint32_t)(hash >> 32);
}

/* The first slot to look at, and the one after s. A lookup walks until
 * slot.index is MAP_NONE, comparing keys where slot.hash is map_tag(hash). The
 * place comes from the tag alone, so growth needs the slots and no keys. */
static inline size_t map_first(const map *m, uint64_t hash) {
    return (size_t)map_tag(hash) & m->mask;
}
static inline size_t map_next(const map *m, size_t s) {
    return (s + 1) & m->mask;
}

/* Fills the free slot s found by a walk. */
void map_put(map *m, size_t s, uint64_t hash, uint32_t index);

#endif
