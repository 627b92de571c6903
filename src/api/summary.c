/* SPDX-License-Identifier: MIT */
#include "summary/summary.h"
#include "summary/together.h"

#include "base/error.h"
#include "unicode/utf8.h"

#include <lede/lede.h>

#define LARGEST_AMOUNT 4294967295.0

/* The amount is compared with its whole part without libm. */
static bool is_whole(double amount) {
    return amount >= 1.0 && amount <= LARGEST_AMOUNT &&
           (double)(uint64_t)amount == amount;
}

static lede_status check_budget(const lede_summary_options *o, lede_error *error) {
    if (o->budget == LEDE_BUDGET_RATIO) {
        return o->amount > 0.0 && o->amount <= 1.0
                   ? LEDE_OK
                   : error_set(error, LEDE_INVALID_ARGUMENT,
                               "a ratio must be over 0 and at most 1");
    }
    if ((int)o->budget < LEDE_BUDGET_SENTENCES || o->budget > LEDE_BUDGET_CHARS) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "unknown kind of budget");
    }
    return is_whole(o->amount) ? LEDE_OK
                               : error_set(error, LEDE_INVALID_ARGUMENT,
                                           "a budget must be a whole number from 1 on");
}

static bool is_text(const char *text, size_t length) {
    return text == NULL || utf8_valid_prefix(text, length) == length;
}

static lede_status check_options(const lede_summary_options *o, lede_error *error) {
    if ((int)o->method < LEDE_METHOD_AUTO || o->method >= LEDE_METHOD_COUNT) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "unknown method");
    }
    if (!is_text(o->title, o->title_length)) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "the title is not UTF-8");
    }
    if (!is_text(o->query, o->query_length)) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "the query is not UTF-8");
    }
    if (!(o->mmr <= LEDE_MMR_MAX)) { /* a NaN neither */
        return error_set(error, LEDE_INVALID_ARGUMENT,
                         "the weight of redundancy must be 0 to 10");
    }
    return check_budget(o, error);
}

static lede_status check_documents(const lede_document *const *documents, size_t count,
                                   lede_error *error) {
    bool fine = count > 0 && count < UINT32_MAX && documents != NULL;
    for (size_t i = 0; i < count && fine; i++) {
        fine = documents[i] != NULL;
    }
    return fine ? LEDE_OK
                : error_set(error, LEDE_INVALID_ARGUMENT,
                            count == 0 ? "there is no document" : "document is NULL");
}

lede_status lede_summary_create(const lede_document *document,
                                const lede_summary_options *options, lede_summary **out,
                                lede_error *error) {
    const lede_document *const one[] = {document};
    return lede_summary_create_together(one, 1, options, out, error);
}

lede_status lede_summary_create_together(const lede_document *const *documents,
                                         size_t count,
                                         const lede_summary_options *options,
                                         lede_summary **out, lede_error *error) {
    static const lede_summary_options defaults = LEDE_SUMMARY_OPTIONS_INIT;
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    const lede_summary_options *o = options != NULL ? options : &defaults;
    lede_status status = check_documents(documents, count, error);
    if (status == LEDE_OK) {
        status = check_options(o, error);
    }
    if (status != LEDE_OK) {
        return status;
    }
    const lede_allocator *allocator = memory_or_default(o->allocator);
    lede_summary *s = memory_allocate(allocator, sizeof *s);
    if (s == NULL) {
        return error_no_memory(error);
    }
    *s = (lede_summary){.allocator = allocator};
    status = count == 1 ? summary_build(s, documents[0], o, error)
                        : together_build(s, documents, count, o, error);
    if (status != LEDE_OK) {
        lede_summary_free(s);
        return status;
    }
    *out = s;
    return LEDE_OK;
}

void lede_summary_free(lede_summary *summary) {
    if (summary != NULL) {
        const lede_allocator *allocator = summary->allocator;
        summary_free(summary);
        memory_free(allocator, summary, sizeof *summary);
    }
}

const lede_pick *lede_summary_picks(const lede_summary *summary, size_t *count) {
    *count = summary->picks.count;
    return summary->picks.items;
}

lede_runner_up lede_summary_runner_up(const lede_summary *summary) {
    return summary->next;
}

lede_summary_facts lede_summary_measure(const lede_summary *summary) {
    return summary->facts;
}
