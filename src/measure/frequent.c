/* SPDX-License-Identifier: MIT */
#include "measure/frequent.h"

#include <string.h>

static uint32_t term_of(const lede_metrics *m, const lede_hit *hit) {
    return m->d->words.items[hit->first_word].term;
}

bool frequent_is_named(const lede_metrics *m, const lede_hit *hit) {
    return hit->kind != LEDE_HIT_HARD_WORD ||
           (m->on_lists[term_of(m, hit)] & 1u << LEDE_LIST_DALE_3000) == 0;
}

/* The counts of the body that choose the pool take in what is no hit: a name, a word of
 * a fragment. So many that the heaviest by their hits are among them. */
#define POOL 64u

typedef struct pool {
    frequent_word words[POOL];
    size_t count;
    uint64_t least; /* the weight of the last of a full pool by the counts of the body */
    bool more;      /* some had no place */
} pool;

static uint64_t weight_of(const lede_metrics *m, lede_hit_kind kind,
                          const frequent_word *one) {
    bool by_syllables = kind == LEDE_HIT_HARD_WORD;
    return (uint64_t)one->count * (by_syllables ? m->facts[one->term].syllables : 1u);
}

/* Behind those that are as heavy; drops what has no place any more. */
static void insert(const lede_metrics *m, lede_hit_kind kind, pool *found,
                   frequent_word one) {
    size_t at = found->count;
    uint64_t weight = weight_of(m, kind, &one);
    while (at > 0 && weight_of(m, kind, &found->words[at - 1]) < weight) {
        at--;
    }
    found->more = found->more || found->count == POOL;
    if (at == POOL) {
        return;
    }
    found->count += found->count < POOL ? 1 : 0;
    memmove(found->words + at + 1, found->words + at,
            (found->count - 1 - at) * sizeof *found->words);
    found->words[at] = one;
}

static frequent_word word_of(const lede_metrics *m, const lede_hit *hit) {
    uint32_t term = term_of(m, hit);
    return (frequent_word){term, hit->first_word, m->d->terms.items[term].body_count};
}

/* Most words of a long text are too light to be looked for. */
static frequent_word *find(const lede_metrics *m, lede_hit_kind kind, pool *found,
                           const frequent_word *one) {
    bool is_light = weight_of(m, kind, one) < found->least;
    for (size_t i = 0; !is_light && i < found->count; i++) {
        if (found->words[i].term == one->term) {
            return &found->words[i];
        }
    }
    return NULL;
}

static void count_hits(const lede_metrics *m, lede_hit_kind kind, pool *found) {
    for (size_t i = 0; i < found->count; i++) {
        found->words[i].count = 0;
    }
    for (size_t i = 0; i < m->hits.count; i++) {
        if (m->hits.items[i].kind == kind) {
            const frequent_word one = word_of(m, &m->hits.items[i]);
            frequent_word *word = find(m, kind, found, &one);
            if (word != NULL) {
                word->count++;
            }
        }
    }
}

/* The heaviest of the pool by their hits. */
static frequent heaviest(const lede_metrics *m, lede_hit_kind kind, pool *by_body) {
    pool sorted = {.count = 0};
    frequent found = {.more = by_body->more};
    count_hits(m, kind, by_body);
    for (size_t i = 0; i < by_body->count; i++) {
        insert(m, kind, &sorted, by_body->words[i]);
    }
    found.count = sorted.count < FREQUENT_MOST ? sorted.count : FREQUENT_MOST;
    found.more = found.more || sorted.count > found.count;
    memcpy(found.words, sorted.words, found.count * sizeof *found.words);
    return found;
}

static void add(const lede_metrics *m, lede_hit_kind kind, pool *found,
                const lede_hit *hit) {
    const frequent_word one = word_of(m, hit);
    if (!frequent_is_named(m, hit)) {
        found->more = true;
    } else if (find(m, kind, found, &one) == NULL) {
        insert(m, kind, found, one);
        found->least =
            found->count == POOL ? weight_of(m, kind, &found->words[POOL - 1]) : 0;
    }
}

/* A term that lost its place does not come back: those that took it are at least as
 * heavy, and stand behind none that is not. So nobody needs to remember it. */
frequent frequent_find(const lede_metrics *m, lede_hit_kind kind) {
    pool found = {.count = 0};
    for (size_t i = 0; i < m->hits.count; i++) {
        if (m->hits.items[i].kind == kind) {
            add(m, kind, &found, &m->hits.items[i]);
        }
    }
    return heaviest(m, kind, &found);
}
