/* SPDX-License-Identifier: MIT */
#include "text/background.h"

#include "base/error.h"
#include "base/memory.h"

#include <lede/lede.h>

lede_status lede_background_create(const char *bytes, size_t n,
                                   const lede_allocator *allocator, lede_background **out,
                                   lede_error *error) {
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    if (bytes == NULL && n > 0) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "bytes is NULL");
    }
    allocator = memory_or_default(allocator);
    lede_background *b = memory_allocate(allocator, sizeof *b);
    if (b == NULL) {
        return error_no_memory(error);
    }
    lede_status status = background_open(b, bytes, n, error);
    b->allocator = allocator;
    if (status != LEDE_OK) {
        lede_background_free(b);
        return status;
    }
    *out = b;
    return LEDE_OK;
}

void lede_background_free(lede_background *background) {
    if (background != NULL) {
        memory_free(background->allocator, background, sizeof *background);
    }
}

lede_background_facts lede_background_measure(const lede_background *background) {
    static const lede_background_facts none = {.language = ""};
    return background != NULL ? background->facts : none;
}

int lede_background_find(const lede_background *background, const char *key, size_t n,
                         uint64_t *documents, uint64_t *occurrences) {
    return background_find(background, key, n, documents, occurrences);
}

double lede_background_keyness(const lede_background *background, const char *key,
                               size_t n, uint64_t count, uint64_t words) {
    return background_keyness(background, key, n, count, words);
}
