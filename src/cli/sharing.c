/* SPDX-License-Identifier: MIT */
#include "cli/sharing.h"

#include "base/error.h"

#include <string.h>

lede_status sharing_begin(sharing *s, uint64_t seed, lede_error *error) {
    lede_shared_options comparing = LEDE_SHARED_OPTIONS_INIT;
    comparing.hash_seed = seed;
    return lede_shared_create(&comparing, &s->shared, error);
}

static char *copy_path(const char *path) {
    size_t n = strlen(path) + 1;
    char *copy = memory_allocate(&memory_default, n);
    if (copy != NULL) {
        memcpy(copy, path, n);
    }
    return copy;
}

lede_status sharing_add(sharing *s, const char *path, const lede_document *document,
                        lede_error *error) {
    if (s->shared == NULL) {
        return LEDE_OK;
    }
    char *copy = copy_path(path);
    if (copy == NULL || !VEC_RESERVE(&s->paths, &memory_default, 1)) {
        memory_free(&memory_default, copy, copy != NULL ? strlen(copy) + 1 : 0);
        return error_no_memory(error);
    }
    lede_status status = lede_shared_add(s->shared, document, error);
    if (status != LEDE_OK) { /* then the file has no number */
        memory_free(&memory_default, copy, strlen(copy) + 1);
        return status;
    }
    s->paths.items[s->paths.count++] = copy;
    return LEDE_OK;
}

lede_status sharing_report(sharing *s, outputs *all, lede_error *error) {
    if (s->shared == NULL) {
        return LEDE_OK;
    }
    lede_status status = lede_shared_list(s->shared, error);
    for (size_t i = 0; status == LEDE_OK && i < all->count; i++) {
        /* What a report cannot write is noticed when outputs are checked. */
        (void)lede_report_shared(&all->items[i].report, s->shared,
                                 (const char *const *)s->paths.items, s->paths.count);
    }
    return status;
}

void sharing_end(sharing *s) {
    for (size_t i = 0; i < s->paths.count; i++) {
        memory_free(&memory_default, s->paths.items[i], strlen(s->paths.items[i]) + 1);
    }
    VEC_FREE(&s->paths, &memory_default);
    lede_shared_free(s->shared);
    s->shared = NULL;
}
