/* SPDX-License-Identifier: MIT */
/* Words told by both their ends: "be...t". And prefixes behind which a whole word of
 * a list stands: "ab" + "gesagt". */
#ifndef LEDE_LANG_LIST_SHAPES_H
#define LEDE_LANG_LIST_SHAPES_H

#include "lang/list_tables.h"

#include <lede/types.h>

#include <stddef.h>

/* Bytes behind the front at least: "geht" is no "ge...t". */
#define LIST_SHAPE_REST_MIN 4u

typedef struct list_shape {
    uint32_t key;    /* offset into the strings: the front, the end */
    uint32_t lists;  /* it puts words on; of a prefix: those the rest must be on */
    uint32_t unless; /* the list of words that look so and do not belong to it; 0: it is
                      * such a list, and stands before those that ask */
    uint8_t front;   /* bytes, at least 1 */
    uint8_t end;     /* 0: a prefix */
} list_shape;

/* The shapes and prefixes with the word's first byte: [begin, end). */
static inline lede_span list_shapes_bucket(const list_tables *t, const char *key) {
    size_t bucket = (unsigned char)key[0] % LIST_BUCKETS;
    lede_span shapes = {t->shape_index.first[bucket], t->shape_index.first[bucket + 1]};
    return shapes;
}

/* The lists that shapes with an end put a word on; lists: those it is on. n > 0. */
uint32_t list_shapes_of(const list_tables *t, const char *key, size_t n, uint32_t lists);

/* The bytes of the prefix s where the word begins with it; 0: it does not, or is on a
 * list that forbids it, or s has an end. */
size_t list_shape_prefix(const list_tables *t, const list_shape *s, const char *key,
                         size_t n, uint32_t lists);

#endif
