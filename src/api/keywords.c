/* SPDX-License-Identifier: MIT */
#include "summary/keywords.h"

#include "base/error.h"
#include "unicode/utf8.h"

#include <lede/lede.h>

static lede_status check_options(const lede_keywords_options *o, lede_error *error) {
    if (o->count == 0) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "count is 0");
    }
    if (o->title != NULL &&
        utf8_valid_prefix(o->title, o->title_length) != o->title_length) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "the title is not UTF-8");
    }
    return LEDE_OK;
}

static lede_status build(const lede_document *document, const lede_keywords_options *o,
                         lede_keywords **out, lede_error *error) {
    const lede_allocator *allocator = memory_or_default(o->allocator);
    lede_keywords *k = memory_allocate(allocator, sizeof *k);
    if (k == NULL) {
        return error_no_memory(error);
    }
    *k = (lede_keywords){.allocator = allocator};
    lede_status status = keywords_build(k, document, o, error);
    if (status != LEDE_OK) {
        lede_keywords_free(k);
        return status;
    }
    *out = k;
    return LEDE_OK;
}

lede_status lede_keywords_create(const lede_document *document,
                                 const lede_keywords_options *options,
                                 lede_keywords **out, lede_error *error) {
    static const lede_keywords_options defaults = LEDE_KEYWORDS_OPTIONS_INIT;
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    if (document == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "document is NULL");
    }
    const lede_keywords_options *o = options != NULL ? options : &defaults;
    lede_status status = check_options(o, error);
    return status == LEDE_OK ? build(document, o, out, error) : status;
}

void lede_keywords_free(lede_keywords *keywords) {
    if (keywords != NULL) {
        const lede_allocator *allocator = keywords->allocator;
        keywords_free(keywords);
        memory_free(allocator, keywords, sizeof *keywords);
    }
}

const lede_keyword *lede_keywords_list(const lede_keywords *keywords, size_t *count) {
    *count = keywords->list.count;
    return keywords->list.items;
}

lede_keywords_facts lede_keywords_measure(const lede_keywords *keywords) {
    return keywords->facts;
}
