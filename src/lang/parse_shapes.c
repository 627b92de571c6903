/* SPDX-License-Identifier: MIT */
#include "lang/parse_shapes.h"

#include "base/error.h"
#include "unicode/utf8.h"

#include <string.h>

#define PART_MOST 32u /* bytes of a front or an end */

static lede_status keep(style_builder *b, const list_slice *s, uint8_t *length,
                        lede_error *error) {
    lede_status status = list_check_folded(b->allocator, s, error);
    if (status != LEDE_OK) {
        return status;
    }
    if (s->n > PART_MOST || memchr(s->bytes, '*', s->n) != NULL) {
        return list_fail(error, s, "front or end is too long, or has a *");
    }
    if (!VEC_RESERVE(&b->strings, b->allocator, s->n)) {
        return error_no_memory(error);
    }
    memcpy(b->strings.items + b->strings.count, s->bytes, s->n);
    b->strings.count += s->n;
    *length = (uint8_t)s->n;
    return LEDE_OK;
}

lede_status parse_shape(style_builder *b, list_shape shape, const list_slice *s,
                        bool prefix, lede_error *error) {
    const char *star = memchr(s->bytes, '*', s->n);
    list_slice front = *s, end = *s;
    if ((star == NULL) != prefix) {
        return list_fail(error, s, prefix ? "a prefix has no *" : "no shape: FRONT*END");
    }
    front.n = prefix ? s->n : (size_t)(star - s->bytes);
    shape.key = (uint32_t)b->strings.count;
    lede_status status = keep(b, &front, &shape.front, error);
    if (status == LEDE_OK && !prefix) {
        end.bytes = star + 1;
        end.n = s->n - front.n - 1;
        end.column += (uint32_t)utf8_count(front.bytes, front.n) + 1;
        end.offset += front.n + 1;
        status = keep(b, &end, &shape.end, error);
    }
    if (status != LEDE_OK) {
        return status;
    }
    if (!VEC_RESERVE(&b->shapes, b->allocator, 1)) {
        return error_no_memory(error);
    }
    b->shapes.items[b->shapes.count++] = shape;
    return LEDE_OK;
}

static size_t bucket_of(const style_builder *b, const list_shape *s) {
    return (unsigned char)b->strings.items[s->key] % LIST_BUCKETS;
}

/* forbids: those that only take words off a list, or the others. */
static size_t take_bucket(const style_builder *b, size_t bucket, bool forbids,
                          list_shape *sorted, size_t at) {
    for (size_t i = 0; i < b->shapes.count; i++) {
        const list_shape *s = &b->shapes.items[i];
        if (bucket_of(b, s) == bucket && (s->unless == 0) == forbids) {
            sorted[at++] = *s;
        }
    }
    return at;
}

lede_status parse_shapes_finish(style_builder *b, list_index *index, lede_error *error) {
    size_t n = b->shapes.count, at = 0;
    if (n > UINT8_MAX) {
        return error_set(error, LEDE_TOO_LARGE, "more than 255 shapes and prefixes");
    }
    list_shape *sorted = memory_allocate(b->allocator, n * sizeof *sorted);
    if (sorted == NULL && n > 0) {
        return error_no_memory(error);
    }
    for (size_t bucket = 0; bucket < LIST_BUCKETS; bucket++) {
        at = take_bucket(b, bucket, true, sorted, at);
        at = take_bucket(b, bucket, false, sorted, at);
        index->first[bucket + 1] = (uint8_t)at;
    }
    for (size_t i = 0; i < n; i++) {
        b->shapes.items[i] = sorted[i];
    }
    memory_free(b->allocator, sorted, n * sizeof *sorted);
    return LEDE_OK;
}
