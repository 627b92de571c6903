/* SPDX-License-Identifier: MIT */
#include "measure/frequent.h"

#include "measure/metrics.h"

#include <string.h>

static uint32_t term_of(const lede_metrics *m, const lede_hit *hit) {
    return m->d->words.items[hit->first_word].term;
}

bool frequent_is_named(const lede_metrics *m, const lede_hit *hit) {
    return hit->kind != LEDE_HIT_HARD_WORD ||
           (m->on_lists[term_of(m, hit)] & 1u << LEDE_LIST_DALE_3000) == 0;
}

static uint64_t weight_of(const lede_metrics *m, lede_hit_kind kind,
                          const frequent_word *one) {
    bool by_syllables = kind == LEDE_HIT_HARD_WORD;
    return (uint64_t)one->count * (by_syllables ? m->facts[one->term].syllables : 1u);
}

/* Behind those that are as heavy; drops what has no place any more. */
static void insert(const lede_metrics *m, lede_hit_kind kind, frequent *found,
                   frequent_word one) {
    size_t at = found->count;
    uint64_t weight = weight_of(m, kind, &one);
    while (at > 0 && weight_of(m, kind, &found->words[at - 1]) < weight) {
        at--;
    }
    found->more = found->more || found->count == FREQUENT_MOST;
    if (at == FREQUENT_MOST) {
        return;
    }
    found->count += found->count < FREQUENT_MOST ? 1 : 0;
    memmove(found->words + at + 1, found->words + at,
            (found->count - 1 - at) * sizeof *found->words);
    found->words[at] = one;
}

/* counts: of each term, zeros. */
static void count_hits(const lede_metrics *m, lede_hit_kind kind, uint32_t *counts,
                       frequent *out) {
    for (size_t i = 0; i < m->hits.count; i++) {
        const lede_hit *hit = &m->hits.items[i];
        if (hit->kind == kind) {
            bool named = frequent_is_named(m, hit);
            counts[term_of(m, hit)] += named;
            out->more = out->more || !named;
        }
    }
}

/* Each term where it stands first; its count is gone when it is met again. */
static void choose(const lede_metrics *m, lede_hit_kind kind, uint32_t *counts,
                   frequent *out) {
    for (size_t i = 0; i < m->hits.count; i++) {
        const lede_hit *hit = &m->hits.items[i];
        uint32_t *count = hit->kind == kind ? &counts[term_of(m, hit)] : NULL;
        if (count != NULL && *count > 0) {
            insert(m, kind, out,
                   (frequent_word){term_of(m, hit), hit->first_word, *count});
            *count = 0;
        }
    }
}

bool frequent_find(const lede_metrics *m, lede_hit_kind kind, frequent *out) {
    size_t bytes = 0;
    *out = (frequent){.count = 0};
    if (m->hits.count == 0) {
        return true;
    }
    uint32_t *counts = size_multiply(m->d->terms.count, sizeof *counts, &bytes)
                           ? memory_allocate(m->allocator, bytes)
                           : NULL;
    if (counts == NULL) {
        return false;
    }
    memset(counts, 0, bytes);
    count_hits(m, kind, counts, out);
    choose(m, kind, counts, out);
    memory_free(m->allocator, counts, bytes);
    return true;
}
