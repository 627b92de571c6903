/* SPDX-License-Identifier: MIT */
#include "repeat/matcher.h"

#include <stdlib.h>
#include <string.h>

bool matcher_add(matcher *m, const uint32_t *classes, uint32_t count, uint32_t item) {
    if (!VEC_RESERVE(&m->runs, m->allocator, 1) ||
        !VEC_RESERVE(&m->classes, m->allocator, count)) {
        return false;
    }
    memcpy(m->classes.items + m->classes.count, classes, count * sizeof *classes);
    m->classes.count += count;
    m->runs.items[m->runs.count++] = (class_run){NULL, count, item};
    return true;
}

static int compare(const void *a, const void *b) {
    const class_run *x = a, *y = b;
    uint32_t n = x->count < y->count ? x->count : y->count;
    for (uint32_t i = 0; i < n; i++) {
        if (x->classes[i] != y->classes[i]) {
            return x->classes[i] < y->classes[i] ? -1 : 1;
        }
    }
    if (x->count != y->count) {
        return x->count < y->count ? -1 : 1;
    }
    return (x->item > y->item) - (x->item < y->item);
}

/* Where the classes are is known once they grow no more. */
void matcher_ready(matcher *m) {
    const uint32_t *classes = m->classes.items;
    for (size_t i = 0; i < m->runs.count; i++) {
        m->runs.items[i].classes = classes;
        classes += m->runs.items[i].count;
    }
    if (m->runs.count > 1) {
        qsort(m->runs.items, m->runs.count, sizeof *m->runs.items, compare);
    }
}

void matcher_free(matcher *m) {
    VEC_FREE(&m->runs, m->allocator);
    VEC_FREE(&m->classes, m->allocator);
}

/* ---- Matching --------------------------------------------------------------------- */

match match_begin(const matcher *m, const uint32_t *classes, uint32_t count) {
    return (match){classes, count, 0, m->runs.count, 0};
}

/* Is the run before all whose class at `depth` is `class`, or, with after, not behind
 * them? Runs that end there come first. */
static bool is_before(const class_run *r, uint32_t depth, uint32_t class, bool after) {
    if (r->count <= depth) {
        return true;
    }
    return r->classes[depth] < class || (after && r->classes[depth] == class);
}

static size_t bound(const matcher *m, const match *at, uint32_t class, bool after) {
    size_t low = at->low, high = at->high;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_before(&m->runs.items[middle], at->depth, class, after)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const class_run *match_next(const matcher *m, match *at) {
    while (at->low < at->high) {
        const class_run *first = &m->runs.items[at->low];
        if (first->count == at->depth && at->depth > 0) {
            at->low++;
            return first;
        }
        if (at->depth == at->count) {
            return NULL;
        }
        uint32_t class = at->classes[at->depth];
        size_t low = bound(m, at, class, false);
        at->high = bound(m, at, class, true);
        at->low = low;
        at->depth++;
    }
    return NULL;
}
