/* SPDX-License-Identifier: MIT */
/* Rewriting a word by a rule of its language. */
#ifndef LEDE_LANG_LIST_RULES_H
#define LEDE_LANG_LIST_RULES_H

#include "base/lanes.h"
#include "lang/list_tables.h"

#include <lede/types.h>

/* Bytes that are left of a word without its ending, or of its base, at least: "is" is no
 * inflection of "i", but "dying" is one of "die". */
#define LIST_RULE_REST_MIN 2u
#define LIST_RULE_BASE_MIN 3u

/* Writes the folded word with the replacement of a rule of t in place of its suffix to
 * base, which has room for n bytes, and returns its length; 0: the rule does not fit. */
size_t list_rule_apply(const list_tables *t, const list_rule *rule, const char *key,
                       size_t n, char *base);

/* The entries that a word's last byte leaves: [begin, end). n > 0. */
static inline lede_span list_bucket(const list_index *index, const char *key, size_t n) {
    size_t bucket = (unsigned char)key[n - 1] % LIST_BUCKETS;
    lede_span entries = {index->first[bucket], index->first[bucket + 1]};
    return entries;
}

/* The bits of a lane that are no part of the tail of an ending of n bytes. */
static inline uint8_t list_tail_shift(size_t n) {
    return (uint8_t)(n < 8 ? 64 - 8 * n : 0);
}

/* Is this the tail (lanes_tail()) of a word with such an ending? Of an ending of more
 * than eight bytes only those are compared. */
static inline bool list_ends(uint64_t word, uint64_t ending, uint8_t shift) {
    return (word ^ ending) >> shift == 0;
}

/* Has a word an ending of some rule of this kind? n > 0. */
static inline bool list_may_end(const list_tables *t, list_rule_kind kind,
                                const char *key, size_t n) {
    lede_span rules = list_bucket(&t->rule_index[kind], key, n);
    uint64_t tail = lanes_tail(key, n);
    for (uint32_t i = rules.begin; i < rules.end; i += t->rules[i].next) {
        if (list_ends(tail, t->rules[i].tail, t->rules[i].tail_shift)) {
            return true;
        }
    }
    return false;
}

/* Has a folded key no letter, or does it begin with a digit ("1948", "19th")? */
bool list_is_numeral(const char *key, size_t n);

#endif
