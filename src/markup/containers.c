/* SPDX-License-Identifier: MIT */
#include "markup/containers.h"

bool containers_open(containers *c, const lede_allocator *allocator, container kind) {
    container_kinds *kinds = &c->kinds;
    if (!VEC_RESERVE(kinds, allocator, 1)) {
        return false;
    }
    kinds->items[kinds->count++] = (uint8_t)kind;
    c->quotes += kind == CONTAINER_QUOTE;
    return true;
}

void containers_close(containers *c) {
    if (c->kinds.count > 0) {
        c->quotes -= c->kinds.items[--c->kinds.count] == CONTAINER_QUOTE;
    }
}

container containers_inner(const containers *c) {
    size_t n = c->kinds.count;
    return n > 0 ? (container)c->kinds.items[n - 1] : CONTAINER_NONE;
}

bool containers_make_alert(containers *c) {
    if (containers_inner(c) != CONTAINER_QUOTE) {
        return false;
    }
    c->kinds.items[c->kinds.count - 1] = CONTAINER_ALERT;
    c->quotes--;
    return true;
}

void containers_free(containers *c, const lede_allocator *allocator) {
    container_kinds *kinds = &c->kinds;
    VEC_FREE(kinds, allocator);
}
