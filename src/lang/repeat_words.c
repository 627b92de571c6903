/* SPDX-License-Identifier: MIT */
#include "lang/repeat_words.h"

#include "lang/list_filter.h"
#include "lang/list_rules.h"
#include "lang/word_lists.h"

uint32_t repeat_words_of(const language_pack *pack, const char *key, size_t n) {
    const list_tables *t = pack->repeat_lists;
    bool possible = t != NULL && list_may_have_key(t, key, n);
    return possible ? word_lists_in(t, key, n) : 0;
}

bool repeat_words_fold(const language_pack *pack) {
    return pack->repeat_lists != NULL && pack->repeat_lists->rule_count > 0;
}

bool repeat_words_capital_nouns(const language_pack *pack) {
    return pack->repeat_lists != NULL &&
           (pack->repeat_lists->flags & LIST_CAPITAL_NOUNS) != 0;
}

/* The word without the ending of a rule; 0: it has not that ending, or no such base. */
static size_t take_ending(const language_pack *pack, const list_rule *rule,
                          const char *key, size_t n, char *base) {
    size_t length = list_rule_apply(pack->repeat_lists, rule, key, n, base);
    bool function_word =
        length > 0 && (pack_word_flags(pack, base, length) & LEDE_TERM_STOP) != 0;
    return function_word ? 0 : length;
}

/* *rule: how many rules of the word's bucket have been looked at. */
size_t repeat_words_base(const language_pack *pack, const char *key, size_t n,
                         uint32_t *rule, char *base) {
    const list_tables *t = pack->repeat_lists;
    size_t length = 0;
    if (n == 0 || !repeat_words_fold(pack)) {
        return 0;
    }
    lede_span rules = list_bucket(&t->rule_index[LIST_RULE_INFLECTION], key, n);
    uint64_t tail = lanes_tail(key, n);
    uint32_t i = rules.begin + *rule;
    while (i < rules.end && length == 0) {
        const list_rule *r = &t->rules[i];
        if (!list_ends(tail, r->tail, r->tail_shift)) {
            i += r->next;
            continue;
        }
        if ((repeat_words_of(pack, key, n) & REPEAT_WORD_NO_FOLD) != 0) {
            return 0;
        }
        length = take_ending(pack, r, key, n, base);
        i++;
    }
    *rule = i - rules.begin;
    return length;
}
