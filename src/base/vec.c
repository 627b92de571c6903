/* SPDX-License-Identifier: MIT */
#include "base/vec.h"

#include <string.h>

#define FIRST_CAPACITY 8

/* The member is a `T *`, not a `void *`: its bytes are copied, since to read it
 * through a `void **` would break the aliasing rules (and does, under LTO). */
static void *load_block(void **items) {
    void *block;
    memcpy(&block, items, sizeof block);
    return block;
}

static void store_block(void **items, void *block) {
    memcpy(items, &block, sizeof block);
}

/* Half as much again, but at least `needed`. */
static size_t next_capacity(size_t capacity, size_t needed) {
    size_t grown = FIRST_CAPACITY;
    if (capacity >= FIRST_CAPACITY && !size_add(capacity, capacity / 2, &grown)) {
        return needed;
    }
    return grown > needed ? grown : needed;
}

bool vec_grow(const lede_allocator *allocator, void **items, size_t *capacity,
              size_t count, size_t more, size_t item_size) {
    size_t needed, bytes;
    if (!size_add(count, more, &needed)) {
        return false;
    }
    size_t grown = next_capacity(*capacity, needed);
    if (!size_multiply(grown, item_size, &bytes)) {
        return false;
    }
    void *block = allocator->resize(allocator->ctx, load_block(items),
                                    *capacity * item_size, bytes);
    if (block == NULL) {
        return false;
    }
    store_block(items, block);
    *capacity = grown;
    return true;
}

void vec_trim(const lede_allocator *allocator, void **items, size_t *capacity,
              size_t count, size_t item_size) {
    if (count == 0) {
        vec_release(allocator, items, capacity, &count, item_size);
        return;
    }
    if (count == *capacity) {
        return;
    }
    void *block = allocator->resize(allocator->ctx, load_block(items),
                                    *capacity * item_size, count * item_size);
    if (block != NULL) {
        store_block(items, block);
        *capacity = count;
    }
}

void vec_release(const lede_allocator *allocator, void **items, size_t *capacity,
                 size_t *count, size_t item_size) {
    memory_free(allocator, load_block(items), *capacity * item_size);
    store_block(items, NULL);
    *capacity = 0;
    *count = 0;
}
