/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdlib.h>

/* realloc(p, 0) may or may not free, depending on the C library. */
static void *resize_default(void *ctx, void *old, size_t old_size, size_t new_size) {
    (void)ctx;
    (void)old_size;
    if (new_size == 0) {
        free(old);
        return NULL;
    }
    return realloc(old, new_size);
}

const lede_allocator memory_default = {resize_default, NULL};

const lede_allocator *memory_or_default(const lede_allocator *allocator) {
    return allocator != NULL ? allocator : &memory_default;
}

void *memory_allocate(const lede_allocator *allocator, size_t n) {
    if (n == 0) {
        return NULL;
    }
    return allocator->resize(allocator->ctx, NULL, 0, n);
}

void memory_free(const lede_allocator *allocator, void *block, size_t n) {
    if (block != NULL) {
        (void)allocator->resize(allocator->ctx, block, n, 0);
    }
}

bool size_add(size_t a, size_t b, size_t *out) {
    if (b > SIZE_MAX - a) {
        return false;
    }
    *out = a + b;
    return true;
}

bool size_multiply(size_t a, size_t b, size_t *out) {
    if (a != 0 && b > SIZE_MAX / a) {
        return false;
    }
    *out = a * b;
    return true;
}
