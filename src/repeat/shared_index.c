/* SPDX-License-Identifier: MIT */
#include "repeat/shared_index.h"

#include <string.h>

#define FIRST_SLOTS ((size_t)24)
/* A slot is found by 32 bits of the hash. */
#define MOST_SLOTS (UINT64_C(1) << 32)

static const size_t slot_bytes = sizeof(uint32_t) + sizeof(uint8_t);

bool shared_index_open(shared_index *x, const lede_allocator *allocator, size_t count) {
    size_t slots = 0, bytes = 0;
    *x = (shared_index){NULL, NULL, 0, 0};
    if (!size_add(count, count / 2, &slots) || !size_add(slots, FIRST_SLOTS, &slots) ||
        !size_multiply(slots, slot_bytes, &bytes) || (uint64_t)slots > MOST_SLOTS) {
        return false;
    }
    uint32_t *block = memory_allocate(allocator, bytes);
    if (block == NULL) {
        return false;
    }
    *x = (shared_index){block, (uint8_t *)(block + slots), slots, 0};
    memset(x->tags, 0, slots);
    return true;
}

void shared_index_free(shared_index *x, const lede_allocator *allocator) {
    memory_free(allocator, x->places, x->slots * slot_bytes);
    *x = (shared_index){NULL, NULL, 0, 0};
}

void shared_index_put(shared_index *x, uint64_t hash, uint32_t place) {
    shared_walk w = shared_index_walk(x, hash);
    while (x->tags[w.slot] != 0) {
        w.slot = w.slot + 1 < x->slots ? w.slot + 1 : 0;
    }
    x->tags[w.slot] = w.tag;
    x->places[w.slot] = place;
    x->count++;
}
