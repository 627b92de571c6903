/* SPDX-License-Identifier: MIT */
#include "base/quota.h"

static void *resize_within(void *ctx, void *old, size_t old_size, size_t new_size) {
    quota *q = ctx;
    if (new_size > q->limit - q->used) {
        q->refused = true;
        return NULL;
    }
    void *block = q->below->resize(q->below->ctx, old, old_size, new_size);
    if (block != NULL || new_size == 0) {
        q->used = q->used - old_size + new_size;
    }
    return block;
}

void quota_init(quota *q, const lede_allocator *below, size_t limit) {
    *q = (quota){below, 0, limit, false, {resize_within, q}};
}
