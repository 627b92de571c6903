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

static bool has(const frequent *found, uint32_t term) {
    for (size_t i = 0; i < found->count; i++) {
        if (found->terms[i].term == term) {
            return true;
        }
    }
    return false;
}

/* A term that lost its place does not come back: those that took it are at least as
 * frequent, and stand behind none that is not. So nobody needs to remember it. */
frequent frequent_find(const lede_metrics *m, lede_hit_kind kind) {
    frequent found = {.count = 0};
    for (size_t i = 0; i < m->hits.count; i++) {
        const lede_hit *hit = &m->hits.items[i];
        uint32_t term = m->d->words.items[hit->first_word].term;
        if (hit->kind == kind && !has(&found, term)) {
            insert(&found, (frequent_term){term, m->d->terms.items[term].body_count});
        }
    }
    return found;
}
