/* SPDX-License-Identifier: MIT */
/* Rewriting a word by a rule of its language. */
#ifndef LEDE_LANG_LIST_RULES_H
#define LEDE_LANG_LIST_RULES_H

#include "lang/list_tables.h"
#include "lang/pack.h"

/* Bytes that are left of a word without its ending, or of its base, at least: "is" is no
 * inflection of "i", but "dying" is one of "die". */
#define LIST_RULE_REST_MIN 2u
#define LIST_RULE_BASE_MIN 3u

/* Writes the folded word with the rule's replacement in place of its suffix to base,
 * which has room for n bytes, and returns its length; 0: the rule does not fit. */
size_t list_rule_apply(const language_pack *pack, const list_rule *rule, const char *key,
                       size_t n, char *base);

/* The entries that a word's last byte leaves: [begin, end). n > 0. */
static inline lede_span list_bucket(const list_index *index, const char *key, size_t n) {
    size_t bucket = (unsigned char)key[n - 1] % LIST_BUCKETS;
    lede_span entries = {index->first[bucket], index->first[bucket + 1]};
    return entries;
}

/* Has a folded key no letter, or does it begin with a digit ("1948", "19th")? */
bool list_is_numeral(const char *key, size_t n);

#endif
