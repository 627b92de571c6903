/* SPDX-License-Identifier: MIT */
#include "measure/frequent.h"

#include <string.h>

/* Inserts behind those that are as frequent; drops what has no place any more. */
static void insert(frequent_term *terms, size_t most, size_t *count, frequent_term one) {
    size_t at = *count;
    while (at > 0 && terms[at - 1].count < one.count) {
        at--;
    }
    if (at == most) {
        return;
    }
    size_t last = *count < most ? (*count)++ : most - 1;
    memmove(terms + at + 1, terms + at, (last - at) * sizeof *terms);
    terms[at] = one;
}

static uint32_t term_of(const lede_metrics *m, const lede_hit *hit) {
    return m->d->words.items[hit->first_word].term;
}

/* Each term is taken at its first hit and its count set to 0, so that the next one
 * passes it over. */
static void choose(const lede_metrics *m, lede_hit_kind kind, uint32_t *counts,
                   frequent_term *terms, size_t most, size_t *count) {
    for (size_t i = 0; i < m->hits.count; i++) {
        uint32_t term = term_of(m, &m->hits.items[i]);
        if (m->hits.items[i].kind == kind && counts[term] > 0) {
            insert(terms, most, count, (frequent_term){term, counts[term]});
            counts[term] = 0;
        }
    }
}

bool frequent_find(const lede_metrics *m, lede_hit_kind kind, frequent_term *terms,
                   size_t most, size_t *count) {
    size_t size = m->terms * sizeof(uint32_t);
    *count = 0;
    if (m->hits.count == 0) {
        return true;
    }
    uint32_t *counts = memory_allocate(m->allocator, size);
    if (counts == NULL) {
        return false;
    }
    memset(counts, 0, size);
    for (size_t i = 0; i < m->hits.count; i++) {
        if (m->hits.items[i].kind == kind) {
            counts[term_of(m, &m->hits.items[i])]++;
        }
    }
    choose(m, kind, counts, terms, most, count);
    memory_free(m->allocator, counts, size);
    return true;
}
