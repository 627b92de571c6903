/* SPDX-License-Identifier: MIT */
#include "lang/list_rules.h"

#include "lang/word_lists.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

static bool ends_in(const char *word, size_t n, const char *end, size_t length) {
    return n >= length && memcmp(word + n - length, end, length) == 0;
}

/* Does the word end in one of "s,x,ch"? */
static bool ends_in_one(const char *word, size_t n, const char *ends, size_t length) {
    for (size_t at = 0; at < length;) {
        const char *comma = memchr(ends + at, ',', length - at);
        size_t end = comma != NULL ? (size_t)(comma - ends) : length;
        if (end > at && ends_in(word, n, ends + at, end - at)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

static bool is_doubled(const char *word, size_t n) {
    return n >= 2 && word[n - 1] == word[n - 2] && word[n - 1] >= 'a' &&
           word[n - 1] <= 'z';
}

static bool is_on(const list_tables *t, const char *key, size_t n, uint32_t list) {
    return list == 0 || (word_lists_in(t, key, n) & list) != 0;
}

size_t list_rule_apply(const list_tables *t, const list_rule *rule, const char *key,
                       size_t n, char *base) {
    const char *strings = t->strings;
    size_t suffix = rule->suffix_length;
    if (n < suffix || !list_ends(lanes_tail(key, n), rule->tail, rule->tail_shift) ||
        (suffix > 8 && !ends_in(key, n, strings + rule->suffix, suffix))) {
        return 0;
    }
    size_t rest = n - rule->suffix_length;
    if ((rest < LIST_RULE_REST_MIN &&
         rest + rule->replacement_length < LIST_RULE_BASE_MIN) ||
        (rule->ends_length > 0 && ends_in_one(key, rest, strings + rule->ends,
                                              rule->ends_length) == rule->not_ends) ||
        (rule->doubled && !is_doubled(key, rest)) || !is_on(t, key, n, rule->word)) {
        return 0;
    }
    rest -= rule->doubled;
    memcpy(base, key, rest);
    memcpy(base + rest, strings + rule->replacement, rule->replacement_length);
    rest += rule->replacement_length;
    return is_on(t, base, rest, rule->base) ? rest : 0;
}

bool list_is_numeral(const char *key, size_t n) {
    for (size_t at = 0; at < n;) {
        bool first = at == 0;
        unicode_class class = tables_class_of(utf8_next(key, &at));
        if (first && class == UC_DIGIT) {
            return true;
        }
        if (class >= UC_LETTER_LOWER && class <= UC_LETTER) {
            return false;
        }
    }
    return true;
}
