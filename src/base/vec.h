/* SPDX-License-Identifier: MIT */
/*
 * Growing arrays. A vector is any struct with `T *items; size_t count,
 * capacity`, so that each element type keeps its type:
 *
 *     struct { lede_word *items; size_t count, capacity; } words = {0};
 *     if (!VEC_RESERVE(&words, allocator, 1)) return LEDE_NO_MEMORY;
 *     words.items[words.count++] = word;
 *
 * Growth is by half, so that a large array never holds twice what it needs.
 */
#ifndef LEDE_BASE_VEC_H
#define LEDE_BASE_VEC_H

#include "base/memory.h"

#define VEC_OF(type)                                                                     \
    struct {                                                                             \
        type *items;                                                                     \
        size_t count, capacity;                                                          \
    }

/* True when `more` further items fit; grows when they do not yet. */
#define VEC_RESERVE(vec, allocator, more)                                                \
    ((vec)->capacity - (vec)->count >= (size_t)(more) ||                                 \
     vec_grow((allocator), (void **)&(vec)->items, &(vec)->capacity, (vec)->count,       \
              (size_t)(more), sizeof *(vec)->items))

/* Gives back what growth left over; the vector stays valid if that fails. */
#define VEC_TRIM(vec, allocator)                                                         \
    vec_trim((allocator), (void **)&(vec)->items, &(vec)->capacity, (vec)->count,        \
             sizeof *(vec)->items)

#define VEC_FREE(vec, allocator)                                                         \
    vec_release((allocator), (void **)&(vec)->items, &(vec)->capacity, &(vec)->count,    \
                sizeof *(vec)->items)

/* The same of vectors of pointers to structs: of these sizeof *items looks to analyzers
 * like what is mostly a mistake. */
#define VEC_RESERVE_POINTERS(vec, allocator, more)                                       \
    ((vec)->capacity - (vec)->count >= (size_t)(more) ||                                 \
     vec_grow((allocator), (void **)&(vec)->items, &(vec)->capacity, (vec)->count,       \
              (size_t)(more), sizeof(void *)))
#define VEC_FREE_POINTERS(vec, allocator)                                                \
    vec_release((allocator), (void **)&(vec)->items, &(vec)->capacity, &(vec)->count,    \
                sizeof(void *))

bool vec_grow(const lede_allocator *allocator, void **items, size_t *capacity,
              size_t count, size_t more, size_t item_size);
void vec_trim(const lede_allocator *allocator, void **items, size_t *capacity,
              size_t count, size_t item_size);
void vec_release(const lede_allocator *allocator, void **items, size_t *capacity,
                 size_t *count, size_t item_size);

#endif
