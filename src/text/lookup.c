/* SPDX-License-Identifier: MIT */
#include "text/lookup.h"

#include "base/hash.h"

#include <string.h>

static bool add_terms(lookup *l) {
    const lede_document *d = l->d;
    if (!map_init(&l->own, l->allocator, d->terms.count)) {
        return false;
    }
    for (uint32_t term = 0; term < d->terms.count; term++) {
        lede_span key = d->terms.items[term].key;
        uint64_t hash =
            hash_bytes(d->keys.items + key.begin, key.end - key.begin, l->seed);
        size_t s = map_first(&l->own, hash);
        while (l->own.slots[s].index != MAP_NONE) {
            s = map_next(&l->own, s);
        }
        map_put(&l->own, s, hash, term);
    }
    return true;
}

bool lookup_open(lookup *l, const lede_document *d, const lede_allocator *allocator) {
    *l = (lookup){.d = d, .allocator = allocator, .index = &d->index};
    l->seed = d->index_seed;
    if (d->index.slots != NULL) {
        return true;
    }
    l->seed = d->seed;
    bool fine = add_terms(l);
    l->index = &l->own;
    return fine;
}

void lookup_close(lookup *l) {
    if (l->allocator != NULL) {
        map_free(&l->own, l->allocator);
    }
}

uint32_t lookup_term(const lookup *l, const char *key, size_t n) {
    const lede_document *d = l->d;
    const map *m = l->index;
    uint64_t hash = hash_bytes(key, n, l->seed);
    for (size_t s = map_first(m, hash); m->slots[s].index != MAP_NONE;
         s = map_next(m, s)) {
        uint32_t term = m->slots[s].index;
        lede_span k = d->terms.items[term].key;
        if (m->slots[s].hash == map_tag(hash) && k.end - k.begin == n &&
            memcmp(d->keys.items + k.begin, key, n) == 0) {
            return term;
        }
    }
    return LEDE_NONE;
}
