/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

#define ALIGNMENT alignof(max_align_t)
#define FIRST_CHUNK ((size_t)4096)
#define LARGEST_CHUNK ((size_t)1 << 20)

/* The head of a chunk; its memory follows in the same block. */
struct arena_chunk {
    alignas(max_align_t) arena_chunk *next;
    size_t size; /* of the whole block, this head included */
};

void arena_init(arena *a, const lede_allocator *allocator) {
    a->allocator = allocator;
    a->chunks = NULL;
    a->used = 0;
}

void arena_free(arena *a) {
    arena_chunk *chunk = a->chunks;
    while (chunk != NULL) {
        arena_chunk *next = chunk->next;
        memory_free(a->allocator, chunk, chunk->size);
        chunk = next;
    }
    arena_init(a, a->allocator);
}

/* Twice the newest chunk, within the limits, but at least `needed`. */
static size_t next_size(const arena *a, size_t needed) {
    size_t size = FIRST_CHUNK;
    if (a->chunks != NULL) {
        size = a->chunks->size < LARGEST_CHUNK ? a->chunks->size * 2 : LARGEST_CHUNK;
    }
    while (size < needed && size < LARGEST_CHUNK) {
        size *= 2;
    }
    return size < needed ? needed : size;
}

/* n bytes at the start of a new chunk. A block of more than the largest chunk
 * goes behind the newest one, whose free rest stays in use. */
static void *allocate_in_new_chunk(arena *a, size_t n) {
    size_t needed;
    if (!size_add(n, sizeof(arena_chunk), &needed)) {
        return NULL;
    }
    size_t size = next_size(a, needed);
    arena_chunk *chunk = memory_allocate(a->allocator, size);
    if (chunk == NULL) {
        return NULL;
    }
    chunk->size = size;
    if (needed > LARGEST_CHUNK && a->chunks != NULL) {
        chunk->next = a->chunks->next;
        a->chunks->next = chunk;
    } else {
        chunk->next = a->chunks;
        a->chunks = chunk;
        a->used = needed;
    }
    return chunk + 1;
}

void *arena_allocate(arena *a, size_t n) {
    size_t padded;
    if (!size_add(n == 0 ? 1 : n, ALIGNMENT - 1, &padded)) {
        return NULL;
    }
    padded -= padded % ALIGNMENT;
    if (a->chunks == NULL || padded > a->chunks->size - a->used) {
        return allocate_in_new_chunk(a, padded);
    }
    void *block = (char *)a->chunks + a->used;
    a->used += padded;
    return block;
}

void *arena_zeroed(arena *a, size_t count, size_t item_size) {
    size_t n;
    if (!size_multiply(count, item_size, &n)) {
        return NULL;
    }
    void *block = arena_allocate(a, n);
    if (block != NULL) {
        memset(block, 0, n);
    }
    return block;
}

char *arena_copy(arena *a, const char *bytes, size_t n) {
    size_t size;
    if (!size_add(n, 1, &size)) {
        return NULL;
    }
    char *copy = arena_allocate(a, size);
    if (copy == NULL) {
        return NULL;
    }
    if (n > 0) { /* bytes may be NULL then */
        memcpy(copy, bytes, n);
    }
    copy[n] = '\0';
    return copy;
}
