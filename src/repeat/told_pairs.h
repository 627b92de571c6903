/* SPDX-License-Identifier: MIT */
/* The best of all pairs of sentences, in the order in which they are shown. */
#ifndef LEDE_REPEAT_TOLD_PAIRS_H
#define LEDE_REPEAT_TOLD_PAIRS_H

#include "base/vec.h"

typedef struct told_pairs {
    VEC_OF(lede_told_twice) items; /* LEDE_REPEAT_PHRASES at most */
    bool more;                     /* there were more; those kept are the first of all */
    bool capped;                   /* some sentences were compared with near ones only */
    uint64_t looked_at;            /* words of content of earlier sentences */
} told_pairs;

/* Does a come before b? */
typedef bool (*told_order)(const lede_told_twice *a, const lede_told_twice *b);

/* Containment (shared by smaller) descending, shared descending, then as below: no two
 * pairs are alike in this. */
bool told_is_better(const lede_told_twice *a, const lede_told_twice *b);

/* First ascending, second ascending. */
bool told_is_earlier(const lede_told_twice *a, const lede_told_twice *b);

/* Until all are kept, they lie as a heap. False: no memory. */
bool told_keep(told_pairs *t, const lede_told_twice *pair,
               const lede_allocator *allocator);
void told_sort(told_pairs *t, told_order before);
void told_free(told_pairs *t, const lede_allocator *allocator);

#endif
