/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include <string.h>

#define FIRST_SLOTS ((size_t)16)
/* A slot's place is taken from its 32-bit tag. */
#define MOST_SLOTS (UINT64_C(1) << 32)

static size_t slot_count(const map *m) {
    return m->slots == NULL ? 0 : m->mask + 1;
}

/* Entries that `slots` slots may hold: two thirds, so that walks stay short and
 * always end at a free slot. */
static size_t load_limit(size_t slots) {
    return slots / 3 * 2;
}

/* All slots free; false and *m untouched when there is no memory. */
static bool allocate_slots(map *m, const lede_allocator *allocator, size_t slots) {
    size_t bytes;
    if ((uint64_t)slots > MOST_SLOTS || !size_multiply(slots, sizeof *m->slots, &bytes)) {
        return false;
    }
    map_slot *fresh = memory_allocate(allocator, bytes);
    if (fresh == NULL) {
        return false;
    }
    memset(fresh, 0xFF, bytes); /* MAP_NONE is all ones */
    m->slots = fresh;
    m->mask = slots - 1;
    m->limit = load_limit(slots);
    return true;
}

bool map_init(map *m, const lede_allocator *allocator, size_t expected) {
    size_t slots = FIRST_SLOTS;
    *m = (map){NULL, 0, 0, 0};
    while (load_limit(slots) < expected) {
        if (!size_multiply(slots, 2, &slots)) {
            return false;
        }
    }
    return allocate_slots(m, allocator, slots);
}

void map_free(map *m, const lede_allocator *allocator) {
    memory_free(allocator, m->slots, slot_count(m) * sizeof *m->slots);
    *m = (map){NULL, 0, 0, 0};
}

/* Puts an entry of the smaller table into m, which has room for it. */
static void move_slot(map *m, map_slot entry) {
    size_t s = entry.hash & m->mask;
    while (m->slots[s].index != MAP_NONE) {
        s = map_next(m, s);
    }
    m->slots[s] = entry;
}

bool map_grow(map *m, const lede_allocator *allocator) {
    map old = *m;
    size_t old_slots = slot_count(m), slots = FIRST_SLOTS;
    if (old_slots != 0 && !size_multiply(old_slots, 2, &slots)) {
        return false;
    }
    if (!allocate_slots(m, allocator, slots)) {
        return false;
    }
    for (size_t s = 0; s < old_slots; s++) {
        if (old.slots[s].index != MAP_NONE) {
            move_slot(m, old.slots[s]);
        }
    }
    memory_free(allocator, old.slots, old_slots * sizeof *old.slots);
    return true;
}

void map_put(map *m, size_t s, uint64_t hash, uint32_t index) {
    m->slots[s] = (map_slot){index, map_tag(hash)};
    m->count++;
}
