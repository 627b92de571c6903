/* SPDX-License-Identifier: MIT */
/* An allocator that never has more out than so many bytes. */
#ifndef LEDE_BASE_QUOTA_H
#define LEDE_BASE_QUOTA_H

#include "base/memory.h"

/* Must not move once it is in use: its allocator points to it. */
typedef struct quota {
    const lede_allocator *below;
    size_t used;
    size_t limit; /* while a block moves, the old one and the new one count */
    bool refused; /* something would have gone over the limit; the owner clears it */
    lede_allocator allocator;
} quota;

void quota_init(quota *q, const lede_allocator *below, size_t limit);

#endif
