/* SPDX-License-Identifier: MIT */
#include "lang/familiar.h"

#include "lang/list_rules.h"
#include "lang/word_lists.h"

#include <string.h>

#define KEY_MAX 64u /* bytes of the longest word that is rewritten; others are hard */

static uint32_t ask(const familiar_lists *lists, const char *key, size_t n) {
    return lists->lists(lists->context, key, n) & lists->wanted;
}

static uint32_t by_inflection(const language_pack *pack, const familiar_lists *lists,
                              const char *key, size_t n) {
    uint32_t found = ask(lists, key, n);
    char base[KEY_MAX];
    if (pack->lists == NULL || found == lists->wanted || n > KEY_MAX) {
        return found;
    }
    const list_tables *t = pack->lists;
    const uint32_t *first = &t->rule_first[LIST_RULE_INFLECTION];
    for (uint32_t i = first[0]; i < first[1] && found != lists->wanted; i++) {
        if (!list_rule_may_apply(t, &t->rules[i], key, n)) {
            continue;
        }
        size_t length = list_rule_apply(pack, &pack->lists->rules[i], key, n, base);
        found |= length > 0 ? ask(lists, base, length) : 0;
    }
    return found;
}

/* "he'll" as "he", "john's" as "john". */
static uint32_t by_contraction(const language_pack *pack, const familiar_lists *lists,
                               const char *key, size_t n) {
    uint32_t found = by_inflection(pack, lists, key, n);
    char base[KEY_MAX];
    if (pack->lists == NULL || found == lists->wanted || n > KEY_MAX ||
        memchr(key, '\'', n) == NULL) {
        return found;
    }
    const uint32_t *first = &pack->lists->rule_first[LIST_RULE_CONTRACTION];
    for (uint32_t i = first[0]; i < first[1] && found != lists->wanted; i++) {
        size_t length = list_rule_apply(pack, &pack->lists->rules[i], key, n, base);
        found |= length > 0 ? by_inflection(pack, lists, base, length) : 0;
    }
    return found;
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
            asked.wanted = by_contraction(pack, &asked, key + begin, end - begin);
        }
        begin = end + 1;
    }
    return asked.wanted;
}

uint32_t familiar_by(const language_pack *pack, const familiar_lists *lists,
                     const char *key, size_t n) {
    if (list_is_numeral(key, n)) {
        return lists->wanted;
    }
    uint32_t found = by_contraction(pack, lists, key, n);
    if (found == lists->wanted || memchr(key, '-', n) == NULL) {
        return found;
    }
    familiar_lists rest = *lists;
    rest.wanted &= ~found;
    return found | by_parts(pack, &rest, key, n);
}
