/* SPDX-License-Identifier: MIT */
#include "measure/frequent.h"

#include <string.h>

/* Behind those that are as frequent; drops what has no place any more. */
static void insert(frequent *found, frequent_term one) {
    size_t at = found->count;
    while (at > 0 && found->terms[at - 1].count < one.count) {
        at--;
    }
    if (at == FREQUENT_MOST) {
        return;
    }
    found->count += found->count < FREQUENT_MOST ? 1 : 0;
    memmove(found->terms + at + 1, found->terms + at,
            (found->count - 1 - at) * sizeof *found->terms);
    found->terms[at] = one;
}

static uint32_t term_of(const lede_metrics *m, const lede_hit *hit) {
    return m->d->words.items[hit->first_word].term;
}

static void count(const lede_metrics *m, lede_hit_kind kind, uint32_t *counts) {
    for (size_t i = 0; i < m->hits.count; i++) {
        if (m->hits.items[i].kind == kind) {
            counts[term_of(m, &m->hits.items[i])]++;
        }
    }
}

/* Each term is taken at its first hit and its count set to 0, so that the next one
 * passes it over. */
static void choose(const lede_metrics *m, lede_hit_kind kind, uint32_t *counts,
                   frequent *found) {
    for (size_t i = 0; i < m->hits.count; i++) {
        uint32_t term = term_of(m, &m->hits.items[i]);
        if (m->hits.items[i].kind == kind && counts[term] > 0) {
            insert(found, (frequent_term){term, counts[term]});
            counts[term] = 0;
        }
    }
}

bool frequent_find(const lede_metrics *m, lede_hit_kind kind, frequent *found) {
    size_t size = m->terms * sizeof(uint32_t);
    found->count = 0;
    if (m->hits.count == 0) {
        return true;
    }
    uint32_t *counts = memory_allocate(m->allocator, size);
    if (counts == NULL) {
        return false;
    }
    memset(counts, 0, size);
    count(m, kind, counts);
    choose(m, kind, counts, found);
    memory_free(m->allocator, counts, size);
    return true;
}
