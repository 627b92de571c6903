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

bool repeat_words_adjective(const language_pack *pack, const char *key, size_t n) {
    const list_tables *t = pack->repeat_lists;
    uint32_t lists = t != NULL && n > 0 ? word_lists_in(t, key, n) : 0;
    return t != NULL && n > 0 &&
           (word_lists_by_suffix(t, key, n, lists) & REPEAT_WORD_ADJECTIVE) != 0;
}

bool repeat_words_fold(const language_pack *pack) {
    return pack->repeat_lists != NULL && pack->repeat_lists->rule_count > 0;
}

static bool has_flag(const language_pack *pack, uint32_t flag) {
    return pack->repeat_lists != NULL && (pack->repeat_lists->flags & flag) != 0;
}

bool repeat_words_before_nouns(const language_pack *pack) {
    const list_tables *t = pack->repeat_lists;
    return t != NULL && (t->known & REPEAT_WORD_BEFORE_NOUN) != 0;
}

bool repeat_words_capital_nouns(const language_pack *pack) {
    return has_flag(pack, LIST_CAPITAL_NOUNS);
}

bool repeat_words_participles_go_on(const language_pack *pack) {
    return has_flag(pack, LIST_PARTICIPLES_GO_ON);
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
        length = list_rule_apply(t, r, key, n, base);
        i++;
    }
    *rule = i - rules.begin;
    return length;
}

size_t repeat_words_possessive(const language_pack *pack, const char *key, size_t n,
                               char *base) {
    const list_tables *t = pack->repeat_lists;
    if (t == NULL || n == 0) {
        return 0;
    }
    lede_span rules = list_bucket(&t->rule_index[LIST_RULE_CONTRACTION], key, n);
    uint64_t tail = lanes_tail(key, n);
    for (uint32_t i = rules.begin; i < rules.end; i++) {
        if (!list_ends(tail, t->rules[i].tail, t->rules[i].tail_shift)) {
            continue;
        }
        size_t length = list_rule_apply(t, &t->rules[i], key, n, base);
        if (length > 0) {
            return length;
        }
    }
    return 0;
}

/* ---- Which endings there are ---------------------------------------------------------
 */

/* The last `count` bytes as a number of so many bits. */
static inline uint32_t hash_tail(const char *key, size_t n, size_t count, unsigned bits) {
    uint32_t tail = 0;
    for (size_t i = 0; i < count; i++) {
        tail = tail << 8 | (unsigned char)key[n - 1 - i];
    }
    return (tail * UINT32_C(0x9E3779B1)) >> (32 - bits);
}

static inline void set_bit(uint64_t *bits, uint32_t bit) {
    bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

static inline bool has_bit(const uint64_t *bits, uint32_t bit) {
    return (bits[bit / 64] >> bit % 64 & 1) != 0;
}

#define LAST_BITS 8u
#define TWO_BITS 9u
#define THREE_BITS 11u
#define FOUR_BITS 12u

static size_t tail_of(const char *key, size_t n) {
    return (unsigned char)key[n - 1] % REPEAT_TAILS;
}

/* Bytes of a suffix that the replacement does not keep, and of a doubled letter one. */
static size_t taken_by(const list_tables *t, const list_rule *rule) {
    const char *suffix = t->strings + rule->suffix, *to = t->strings + rule->replacement;
    size_t kept = 0;
    while (kept < rule->replacement_length && suffix[kept] == to[kept]) {
        kept++;
    }
    return rule->suffix_length - kept + (rule->doubled ? 1 : 0);
}

static void note_rule(repeat_endings *e, const list_tables *t, const list_rule *rule) {
    const char *suffix = t->strings + rule->suffix;
    size_t n = rule->suffix_length, taken = taken_by(t, rule);
    uint8_t *most = &e->taken[tail_of(suffix, n)];
    if (n > 3) {
        set_bit(e->four, hash_tail(suffix, n, 4, FOUR_BITS));
        return;
    }
    *most = taken > *most ? (uint8_t)taken : *most;
    if (n == 1) {
        set_bit(e->last, hash_tail(suffix, n, 1, LAST_BITS));
    } else if (n == 2) {
        set_bit(e->two, hash_tail(suffix, n, 2, TWO_BITS));
    } else {
        set_bit(e->three, hash_tail(suffix, n, 3, THREE_BITS));
    }
}

repeat_endings repeat_words_endings(const language_pack *pack) {
    const list_tables *t = pack->repeat_lists;
    repeat_endings e = {{0}, {0}, {0}, {0}, {0}};
    for (uint32_t i = 0; t != NULL && i < t->rule_count; i++) {
        note_rule(&e, t, &t->rules[i]);
    }
    return e;
}

bool repeat_words_may_end(const repeat_endings *e, const char *key, size_t n,
                          size_t *front) {
    if (n < 3) {
        return false;
    }
    bool four = n > 3 && has_bit(e->four, hash_tail(key, n, 4, FOUR_BITS));
    size_t taken = e->taken[tail_of(key, n)];
    *front = !four && n > taken ? n - taken : 0;
    return four || has_bit(e->last, hash_tail(key, n, 1, LAST_BITS)) ||
           has_bit(e->two, hash_tail(key, n, 2, TWO_BITS)) ||
           has_bit(e->three, hash_tail(key, n, 3, THREE_BITS));
}
