/* SPDX-License-Identifier: MIT */
#include "lang/familiar.h"

#include "base/lanes.h"
#include "lang/list_filter.h"
#include "lang/list_rules.h"
#include "lang/word_lists.h"

#include <string.h>

#define KEY_MAX 64u /* bytes of the longest word that is rewritten; others are hard */

static uint32_t ask(const familiar_lists *lists, const char *key, size_t n) {
    return lists->lists(lists->context, key, n) & lists->wanted;
}

/* May the base that a rule makes of a word that ends so be on a list of the tables? */
static bool may_be_listed(const list_tables *t, const list_rule *rule, const char *key,
                          size_t n) {
    size_t taken = (size_t)rule->suffix_length + rule->doubled;
    size_t added = rule->replacement_length, rest = n - taken;
    if (n <= taken || (rest < LIST_FRONT && added > 0)) {
        return true; /* it does not begin like the word */
    }
    char last = added > 0 ? t->strings[rule->replacement + added - 1] : key[rest - 1];
    return list_may_have(t, list_front(key, rest), rest + added, last);
}

uint32_t familiar_inflected(const language_pack *pack, const familiar_lists *lists,
                            const char *key, size_t n) {
    const list_tables *t = pack->lists;
    uint32_t found = 0;
    char base[KEY_MAX];
    if (t == NULL || n == 0 || n > KEY_MAX) {
        return 0;
    }
    lede_span rules = list_bucket(&t->rule_index[LIST_RULE_INFLECTION], key, n);
    uint64_t tail = lanes_tail(key, n);
    for (uint32_t i = rules.begin; i < rules.end && found != lists->wanted;) {
        const list_rule *rule = &t->rules[i];
        if (!list_ends(tail, rule->tail, rule->tail_shift)) {
            i += rule->next;
            continue;
        }
        if (lists->tables == NULL || may_be_listed(lists->tables, rule, key, n)) {
            size_t length = list_rule_apply(t, rule, key, n, base);
            found |= length > 0 ? ask(lists, base, length) : 0;
        }
        i++;
    }
    return found;
}

/* "he'll" as "he", "babies's" as "babies". */
static uint32_t by_contraction(const language_pack *pack, const familiar_lists *lists,
                               const char *key, size_t n) {
    const list_tables *t = pack->lists;
    uint32_t found = 0;
    char base[KEY_MAX];
    if (t == NULL || n == 0 || n > KEY_MAX || memchr(key, '\'', n) == NULL) {
        return 0;
    }
    lede_span rules = list_bucket(&t->rule_index[LIST_RULE_CONTRACTION], key, n);
    uint64_t tail = lanes_tail(key, n);
    for (uint32_t i = rules.begin; i < rules.end && found != lists->wanted; i++) {
        const list_rule *rule = &t->rules[i];
        size_t length = list_ends(tail, rule->tail, rule->tail_shift)
                            ? list_rule_apply(t, rule, key, n, base)
                            : 0;
        found |= length > 0 ? ask(lists, base, length) |
                                  familiar_inflected(pack, lists, base, length)
                            : 0;
    }
    return found;
}

/* A word without hyphens that is not listed as written. */
static uint32_t by_rules(const language_pack *pack, const familiar_lists *lists,
                         const char *key, size_t n) {
    uint32_t found = familiar_inflected(pack, lists, key, n);
    return found == lists->wanted ? found : found | by_contraction(pack, lists, key, n);
}

/* By which lists are all the parts between hyphens familiar? */
static uint32_t by_parts(const language_pack *pack, const familiar_lists *lists,
                         const char *key, size_t n) {
    familiar_lists asked = *lists;
    size_t begin = 0;
    while (begin <= n && asked.wanted != 0) {
        const char *hyphen = begin < n ? memchr(key + begin, '-', n - begin) : NULL;
        size_t end = hyphen != NULL ? (size_t)(hyphen - key) : n;
        if (end == begin) {
            return 0;
        }
        if (!list_is_numeral(key + begin, end - begin)) {
            asked.wanted = ask(&asked, key + begin, end - begin) |
                           by_rules(pack, &asked, key + begin, end - begin);
        }
        begin = end + 1;
    }
    return asked.wanted;
}

uint32_t familiar_beyond(const language_pack *pack, const familiar_lists *lists,
                         const char *key, size_t n) {
    if (list_is_numeral(key, n)) {
        return lists->wanted;
    }
    uint32_t found = by_rules(pack, lists, key, n);
    if (found == lists->wanted || memchr(key, '-', n) == NULL) {
        return found;
    }
    familiar_lists rest = *lists;
    rest.wanted &= ~found;
    return found | by_parts(pack, &rest, key, n);
}

uint32_t familiar_by(const language_pack *pack, const familiar_lists *lists,
                     const char *key, size_t n) {
    familiar_lists rest = *lists;
    uint32_t found = ask(lists, key, n);
    rest.wanted &= ~found;
    return rest.wanted == 0 ? found : found | familiar_beyond(pack, &rest, key, n);
}
