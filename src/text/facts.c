/* SPDX-License-Identifier: MIT */
#include "text/facts.h"

#include "base/hash.h"

#include <string.h>

/* Words that nobody asked about have a record without WORD_FACT_KNOWN. */
static bool reach(lede_vocabulary *v, uint32_t number) {
    if (number < v->facts.count) {
        return true;
    }
    size_t more = v->words.count - v->facts.count;
    if (!VEC_RESERVE(&v->facts, v->allocator, more)) {
        return false;
    }
    memset(v->facts.items + v->facts.count, 0, more * sizeof *v->facts.items);
    v->facts.count += more;
    return true;
}

/* From the vocabulary if it knows the word, and into it if there is room. */
static bool ask(lede_vocabulary *v, const char *key, uint32_t n, word_facts *facts) {
    vocabulary_key asked = {{0, LANES_LONG}, key, n, 0};
    if (n <= LANES_BYTES) {
        asked.lanes = lanes_of_key(key, n);
        asked.hash = hash_short(asked.lanes.low, asked.lanes.high, n, v->seed);
    } else {
        asked.lanes.low = asked.hash = hash_bytes(key, n, v->seed);
    }
    uint32_t number = LEDE_NONE;
    if (!vocabulary_meet(v, &asked, &number)) {
        return false;
    }
    if (number == LEDE_NONE) {
        word_facts_of(v->pack, key, n, facts);
        return true;
    }
    if (!reach(v, number)) {
        return false;
    }
    word_facts *kept = &v->facts.items[number];
    if ((kept->flags & WORD_FACT_KNOWN) == 0) {
        word_facts_of(v->pack, key, n, kept);
    }
    *facts = *kept;
    return true;
}

bool facts_of_terms(const lede_document *d, lede_vocabulary *vocabulary,
                    word_facts *facts) {
    lede_vocabulary *v = NULL;
    if (!vocabulary_choose(vocabulary, d->pack, &v)) {
        return false;
    }
    for (size_t i = 0; i < d->terms.count; i++) {
        lede_span span = d->terms.items[i].key;
        const char *key = d->keys.items + span.begin;
        uint32_t n = span.end - span.begin;
        if (v == NULL || v->limit == 0) {
            word_facts_of(d->pack, key, n, &facts[i]);
        } else if (!ask(v, key, n, &facts[i])) {
            return false;
        }
    }
    return true;
}
