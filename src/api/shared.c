/* SPDX-License-Identifier: MIT */
#include "repeat/shared.h"

#include "base/error.h"

#include <lede/lede.h>

static lede_status check_options(const lede_shared_options *o, lede_error *error) {
    bool fine = o->min_words == 0 || (o->min_words >= LEDE_SHARED_WORDS_LEAST &&
                                      o->min_words <= LEDE_REPEAT_WORDS);
    return fine
               ? LEDE_OK
               : error_set(error, LEDE_INVALID_ARGUMENT,
                           "min_words must be from %u to %u, or 0 for %u",
                           LEDE_SHARED_WORDS_LEAST, LEDE_REPEAT_WORDS, LEDE_SHARED_WORDS);
}

lede_status lede_shared_create(const lede_shared_options *options, lede_shared **out,
                               lede_error *error) {
    lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    o = options != NULL ? *options : o;
    lede_status status = check_options(&o, error);
    if (status != LEDE_OK) {
        return status;
    }
    o.min_words = o.min_words != 0 ? o.min_words : LEDE_SHARED_WORDS;
    o.max_bytes = o.max_bytes != 0 ? o.max_bytes : LEDE_SHARED_BYTES;
    const lede_allocator *allocator = memory_or_default(o.allocator);
    lede_shared *s = memory_allocate(allocator, sizeof *s);
    if (s == NULL) {
        return error_no_memory(error);
    }
    shared_open(s, allocator, &o);
    *out = s;
    return LEDE_OK;
}

void lede_shared_free(lede_shared *shared) {
    if (shared != NULL) {
        const lede_allocator *allocator = shared->allocator;
        shared_free(shared);
        memory_free(allocator, shared, sizeof *shared);
    }
}

lede_status lede_shared_add(lede_shared *shared, const lede_document *document,
                            lede_error *error) {
    error_clear(error);
    if (shared == NULL || document == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "%s is NULL",
                         shared == NULL ? "shared" : "document");
    }
    return shared_add(shared, document) ? LEDE_OK : error_no_memory(error);
}

lede_status lede_shared_list(lede_shared *shared, lede_error *error) {
    error_clear(error);
    if (shared == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "shared is NULL");
    }
    return shared_list(shared) ? LEDE_OK : error_no_memory(error);
}

const lede_shared_passage *lede_shared_passages(const lede_shared *shared,
                                                size_t *count) {
    *count = shared->list.count;
    return shared->list.items;
}

const lede_shared_place *lede_shared_places(const lede_shared *shared, size_t *count) {
    *count = shared->places.count;
    return shared->places.items;
}

const char *lede_shared_bytes(const lede_shared *shared, size_t *count) {
    *count = shared->passages.bytes.count;
    return shared->passages.bytes.items;
}

lede_shared_facts lede_shared_measure(const lede_shared *shared) {
    return shared_measure(shared);
}
