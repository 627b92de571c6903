/* SPDX-License-Identifier: MIT */
#include "lang/list_shapes.h"

#include <string.h>

static bool has_shape(const list_tables *t, const list_shape *s, const char *key,
                      size_t n) {
    const char *front = t->strings + s->key;
    return n >= (size_t)s->front + LIST_SHAPE_REST_MIN &&
           n >= (size_t)s->front + s->end && memcmp(key, front, s->front) == 0 &&
           memcmp(key + n - s->end, front + s->front, s->end) == 0;
}

uint32_t list_shapes_of(const list_tables *t, const char *key, size_t n, uint32_t lists) {
    uint32_t found = 0;
    lede_span shapes = list_shapes_bucket(t, key);
    for (uint32_t i = shapes.begin; i < shapes.end; i++) {
        const list_shape *s = &t->shapes[i];
        if (s->end > 0 && ((lists | found) & s->unless) == 0 && has_shape(t, s, key, n)) {
            found |= s->lists;
        }
    }
    return found;
}

size_t list_shape_prefix(const list_tables *t, const list_shape *s, const char *key,
                         size_t n, uint32_t lists) {
    bool fits = s->end == 0 && (lists & s->unless) == 0 && has_shape(t, s, key, n);
    return fits ? s->front : 0;
}
