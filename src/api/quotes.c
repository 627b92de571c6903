/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "repeat/verbatim.h"

#include <lede/lede.h>

#include <string.h>

static lede_status check_sources(const lede_document *const *sources, size_t count,
                                 lede_error *error) {
    if (count > LEDE_QUOTES_SOURCES) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "more than %u sources",
                         LEDE_QUOTES_SOURCES);
    }
    bool fine = count == 0 || sources != NULL;
    for (size_t i = 0; fine && i < count; i++) {
        fine = sources[i] != NULL;
    }
    return fine ? LEDE_OK : error_set(error, LEDE_INVALID_ARGUMENT, "a source is NULL");
}

static lede_status check_options(const lede_quotes_options *o, lede_error *error) {
    bool fine = o->what == LEDE_QUOTES_ALL || o->what == LEDE_QUOTES_SENTENCES ||
                o->what == LEDE_QUOTES_RUNS;
    return fine ? LEDE_OK
                : error_set(error, LEDE_INVALID_ARGUMENT, "unknown value of what");
}

static bool copy_sources(lede_quotes *q, const lede_document *const *sources) {
    size_t bytes = q->source_count * sizeof(const lede_document *);
    q->sources = memory_allocate(q->allocator, bytes);
    if (q->sources != NULL) {
        memcpy(q->sources, sources, bytes);
    }
    return q->sources != NULL || bytes == 0;
}

static lede_quotes *open_quotes(const lede_document *summary, size_t source_count,
                                const lede_quotes_options *options) {
    const lede_allocator *allocator = memory_or_default(options->allocator);
    lede_quotes *q = memory_allocate(allocator, sizeof *q);
    if (q != NULL) {
        *q = (lede_quotes){.allocator = allocator,
                           .summary = summary,
                           .source_count = source_count,
                           .options = *options};
    }
    return q;
}

lede_status lede_quotes_create(const lede_document *summary,
                               const lede_document *const *sources, size_t source_count,
                               const lede_quotes_options *options, lede_quotes **out,
                               lede_error *error) {
    lede_quotes_options o = LEDE_QUOTES_OPTIONS_INIT;
    error_clear(error);
    if (out != NULL) {
        *out = NULL;
    }
    if (out == NULL || summary == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "%s is NULL",
                         out == NULL ? "out" : "summary");
    }
    o = options != NULL ? *options : o;
    lede_status status = check_sources(sources, source_count, error);
    status = status == LEDE_OK ? check_options(&o, error) : status;
    if (status != LEDE_OK) {
        return status;
    }
    lede_quotes *q = open_quotes(summary, source_count, &o);
    if (q == NULL || !copy_sources(q, sources) || !verbatim_find_all(q)) {
        lede_quotes_free(q);
        return error_no_memory(error);
    }
    *out = q;
    return LEDE_OK;
}

void lede_quotes_free(lede_quotes *quotes) {
    if (quotes != NULL) {
        const lede_allocator *allocator = quotes->allocator;
        verbatim_free(quotes);
        memory_free(allocator, quotes, sizeof *quotes);
    }
}

const lede_quote *lede_quotes_list(const lede_quotes *quotes, size_t *count) {
    *count = quotes->list.count;
    return quotes->list.items;
}

const lede_quote_step *lede_quotes_steps(const lede_quotes *quotes, size_t *count) {
    *count = quotes->steps.count;
    return quotes->steps.items;
}

lede_quotes_facts lede_quotes_measure(const lede_quotes *quotes) {
    return quotes->facts;
}

int lede_quotes_fails(const lede_quotes *quotes, const lede_quote *quote) {
    return verbatim_fails(quotes, quote);
}
