/* SPDX-License-Identifier: MIT */
#include "repeat/repeats.h"

#include "base/error.h"
#include "unicode/utf8.h"

#include <lede/lede.h>

#include <string.h>

/* ---- Accepted phrases -------------------------------------------------------------- */

#define ACCEPTED_BYTES 1048576u

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static bool add_entry(lede_accepted *list, lede_span span, uint32_t line) {
    const char *bytes = list->bytes.items;
    while (span.begin < span.end && is_space(bytes[span.begin])) {
        span.begin++;
    }
    while (span.end > span.begin && is_space(bytes[span.end - 1])) {
        span.end--;
    }
    if (span.begin == span.end || bytes[span.begin] == '#') {
        return true;
    }
    if (!VEC_RESERVE(&list->entries, list->allocator, 1)) {
        return false;
    }
    list->entries.items[list->entries.count++] = (lede_accepted_use){span, line, 0};
    return true;
}

static lede_status check_utf8(const char *bytes, lede_span span, uint32_t line,
                              lede_error *error) {
    size_t bad = utf8_valid_prefix(bytes + span.begin, span.end - span.begin);
    if (bad == span.end - span.begin) {
        return LEDE_OK;
    }
    error_set(error, LEDE_BAD_ENCODING, "not UTF-8");
    if (error != NULL) {
        error->line = line;
        error->offset = span.begin + bad;
    }
    return LEDE_BAD_ENCODING;
}

static lede_status read_lines(lede_accepted *list, lede_error *error) {
    static const char mark[] = "\xEF\xBB\xBF";
    uint32_t n = (uint32_t)list->bytes.count, line = 1, begin = 0;
    if (n >= 3 && memcmp(list->bytes.items, mark, 3) == 0) {
        begin = 3;
    }
    for (; begin < n; line++) {
        const char *end = memchr(list->bytes.items + begin, '\n', n - begin);
        lede_span span = {begin, end != NULL ? (uint32_t)(end - list->bytes.items) : n};
        lede_status status = check_utf8(list->bytes.items, span, line, error);
        if (status != LEDE_OK) {
            return status;
        }
        if (!add_entry(list, span, line)) {
            return error_no_memory(error);
        }
        begin = span.end + 1;
    }
    return LEDE_OK;
}

static lede_status fill_accepted(lede_accepted *list, const char *bytes, size_t n,
                                 lede_error *error) {
    if (!VEC_RESERVE(&list->bytes, list->allocator, n + 1)) {
        return error_no_memory(error);
    }
    if (n > 0) {
        memcpy(list->bytes.items, bytes, n);
    }
    list->bytes.count = n;
    return read_lines(list, error);
}

lede_status lede_accepted_create(const char *bytes, size_t n,
                                 const lede_allocator *allocator, lede_accepted **out,
                                 lede_error *error) {
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    if (bytes == NULL && n > 0) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "bytes is NULL");
    }
    if (n > ACCEPTED_BYTES) {
        return error_set(error, LEDE_TOO_LARGE,
                         "the list of accepted phrases is over 1 MiB");
    }
    allocator = memory_or_default(allocator);
    lede_accepted *list = memory_allocate(allocator, sizeof *list);
    if (list == NULL) {
        return error_no_memory(error);
    }
    *list = (lede_accepted){.allocator = allocator};
    lede_status status = fill_accepted(list, bytes, n, error);
    if (status != LEDE_OK) {
        lede_accepted_free(list);
        return status;
    }
    *out = list;
    return LEDE_OK;
}

void lede_accepted_free(lede_accepted *accepted) {
    if (accepted != NULL) {
        const lede_allocator *allocator = accepted->allocator;
        VEC_FREE(&accepted->bytes, allocator);
        VEC_FREE(&accepted->entries, allocator);
        memory_free(allocator, accepted, sizeof *accepted);
    }
}

/* ---- Repeats -------------------------------------------------------------------------
 */

static lede_status check_options(const lede_repeats_options *o, lede_error *error) {
    if (o->min_words == 1 || o->min_words > LEDE_REPEAT_WORDS) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "min_words is not 0 or 2 to %u",
                         LEDE_REPEAT_WORDS);
    }
    if (o->max_words != 0 && o->max_words < (o->min_words > 0 ? o->min_words : 2)) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "max_words is below min_words");
    }
    if (o->min_count == 1) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "min_count is 1");
    }
    return LEDE_OK;
}

static lede_status build(const lede_document *document, const lede_repeats_options *o,
                         lede_repeats **out, lede_error *error) {
    const lede_allocator *allocator = memory_or_default(o->allocator);
    lede_repeats *r = memory_allocate(allocator, sizeof *r);
    if (r == NULL) {
        return error_no_memory(error);
    }
    *r = (lede_repeats){.allocator = allocator};
    lede_status status = repeats_build(r, document, o, error);
    if (status != LEDE_OK) {
        lede_repeats_free(r);
        return status;
    }
    *out = r;
    return LEDE_OK;
}

lede_status lede_repeats_create(const lede_document *document,
                                const lede_repeats_options *options, lede_repeats **out,
                                lede_error *error) {
    static const lede_repeats_options defaults = LEDE_REPEATS_OPTIONS_INIT;
    error_clear(error);
    if (out == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "out is NULL");
    }
    *out = NULL;
    if (document == NULL) {
        return error_set(error, LEDE_INVALID_ARGUMENT, "document is NULL");
    }
    const lede_repeats_options *o = options != NULL ? options : &defaults;
    lede_status status = check_options(o, error);
    return status == LEDE_OK ? build(document, o, out, error) : status;
}

void lede_repeats_free(lede_repeats *repeats) {
    if (repeats != NULL) {
        const lede_allocator *allocator = repeats->allocator;
        repeats_free(repeats);
        memory_free(allocator, repeats, sizeof *repeats);
    }
}

lede_repeats_facts lede_repeats_measure(const lede_repeats *repeats) {
    return repeats->facts;
}

const lede_repeat *lede_repeats_phrases(const lede_repeats *repeats, size_t *count) {
    *count = repeats->phrases.count;
    return repeats->phrases.items;
}

const lede_repeat_place *lede_repeats_places(const lede_repeats *repeats, size_t *count) {
    *count = repeats->places.count;
    return repeats->places.items;
}

const lede_overused *lede_repeats_overused(const lede_repeats *repeats, size_t *count) {
    *count = repeats->overused.count;
    return repeats->overused.items;
}

const lede_echo *lede_repeats_echoes(const lede_repeats *repeats, size_t *count) {
    *count = repeats->echoes.count;
    return repeats->echoes.items;
}

const lede_doubled *lede_repeats_doubled(const lede_repeats *repeats, size_t *count) {
    *count = repeats->doubled.count;
    return repeats->doubled.items;
}

const lede_opening *lede_repeats_openings(const lede_repeats *repeats, size_t *count) {
    *count = repeats->openings.count;
    return repeats->openings.items;
}

const lede_told_twice *lede_repeats_told(const lede_repeats *repeats, size_t *count) {
    *count = repeats->told.count;
    return repeats->told.items;
}

const lede_accepted_use *lede_repeats_accepted(const lede_repeats *repeats,
                                               size_t *count) {
    *count = repeats->accepted.count;
    return repeats->accepted.items;
}
