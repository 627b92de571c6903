/* SPDX-License-Identifier: MIT */
/* What holds blocks: quotes and list items, one inside the other. */
#ifndef LEDE_MARKUP_CONTAINERS_H
#define LEDE_MARKUP_CONTAINERS_H

#include "base/vec.h"

typedef enum container {
    CONTAINER_NONE = 0,
    CONTAINER_QUOTE,
    CONTAINER_ALERT, /* a quote in form only: the writer's own words */
    CONTAINER_ITEM
} container;

typedef VEC_OF(uint8_t) container_kinds;

typedef struct containers {
    container_kinds kinds; /* of container, the innermost last */
    uint32_t quotes;       /* open ones among them, without alerts */
} containers;

/* False: no memory. */
bool containers_open(containers *c, const lede_allocator *allocator, container kind);
void containers_close(containers *c);

/* CONTAINER_NONE outside of all. */
container containers_inner(const containers *c);

/* False: the innermost one is no quote. */
bool containers_make_alert(containers *c);

void containers_free(containers *c, const lede_allocator *allocator);

#endif
