/* SPDX-License-Identifier: MIT */
/* Hashes of runs of words, rolled on word by word (Karp and Rabin 1987). Whoever finds
 * one compares the words. */
#ifndef LEDE_REPEAT_SHARED_HASH_H
#define LEDE_REPEAT_SHARED_HASH_H

#include "base/hash.h"
#include "repeat/shared_text.h"

typedef struct shared_hash {
    hash_factors factors;
    uint64_t mask;   /* as in shared_keys */
    uint64_t power;  /* HASH_A to the window */
    uint32_t window; /* words */
} shared_hash;

static inline shared_hash shared_hash_of(uint32_t window, uint64_t seed) {
    shared_hash h = {hash_factors_of(seed), UINT64_MAX, 1, window};
    for (uint32_t i = 0; i < window; i++) {
        h.power *= HASH_A;
    }
    return h;
}

/* A word adds a product with the seed in both factors, so that nobody can choose words
 * whose sums are equal. */
static inline uint64_t shared_hash_word(const shared_hash *h, uint32_t entry) {
    return hash_lanes(entry & SHARED_NUMBER, 0, h->factors);
}

static inline uint64_t shared_hash_end(const shared_hash *h, uint64_t sum) {
    return hash_fold(sum ^ h->factors.low, h->factors.high | 1) & h->mask;
}

/* Of n words. */
static inline uint64_t shared_hash_run(const shared_hash *h, const uint32_t *words,
                                       uint32_t n) {
    uint64_t sum = n;
    for (uint32_t i = 0; i < n; i++) {
        sum = sum * HASH_A + shared_hash_word(h, words[i]);
    }
    return shared_hash_end(h, sum);
}

typedef struct shared_roll {
    uint64_t sum;
    uint32_t length; /* words since the last edge, as far as a window */
} shared_roll;

/* Takes words[i] in. True: a window ends with it, of the hash *out. */
static inline bool shared_roll_on(shared_roll *r, const shared_hash *h,
                                  const uint32_t *words, size_t i, uint64_t *out) {
    if (shared_is_edge(words[i])) {
        *r = (shared_roll){0, 0};
        return false;
    }
    r->sum = r->sum * HASH_A + shared_hash_word(h, words[i]);
    if (r->length == h->window) {
        r->sum -= shared_hash_word(h, words[i - h->window]) * h->power;
    } else if (++r->length < h->window) {
        return false;
    }
    *out = shared_hash_end(h, r->sum);
    return true;
}

#endif
