/* SPDX-License-Identifier: MIT */
/* An arena: many small allocations, one free. */
#ifndef LEDE_BASE_ARENA_H
#define LEDE_BASE_ARENA_H

#include "base/memory.h"

typedef struct arena_chunk arena_chunk;

typedef struct arena {
    const lede_allocator *allocator;
    arena_chunk *chunks; /* newest first */
    size_t used;         /* bytes of the newest chunk */
} arena;

/* allocator must not be NULL and must outlive the arena. Takes no memory. */
void arena_init(arena *a, const lede_allocator *allocator);
void arena_free(arena *a);

/* n bytes aligned for any type, or NULL. n may be 0 (a valid pointer). */
void *arena_allocate(arena *a, size_t n);
/* As above, set to zero, for count items. */
void *arena_zeroed(arena *a, size_t count, size_t item_size);
/* A copy of n bytes with a NUL behind, or NULL. */
char *arena_copy(arena *a, const char *bytes, size_t n);

#endif
