/* SPDX-License-Identifier: MIT */
#include "lang/fog.h"

#include "lang/list_filter.h"
#include "lang/list_rules.h"
#include "lang/word_lists.h"

#include <string.h>

#define COMPOUND_PART 3u  /* bytes of each word in a solid compound, at least */
#define COMPOUND_MOST 64u /* of the compound: what is longer is no easy word */

typedef struct asked {
    const language_pack *pack;
    const fog_options *options;
} asked;

static bool is_short(const asked *a, const char *key, size_t n) {
    return a->options->syllables(a->pack, key, n) < FOG_SYLLABLES;
}

/* "created": short without its ending. */
static bool is_inflected(const asked *a, const char *key, size_t n) {
    const list_tables *t = a->pack->lists;
    char base[COMPOUND_MOST];
    lede_span rules = list_bucket(&t->rule_index[LIST_RULE_FOG], key, n);
    uint64_t tail = lanes_tail(key, n);
    for (uint32_t i = rules.begin; i < rules.end; i++) {
        const list_rule *rule = &t->rules[i];
        if ((!rule->optional || a->options->optional) &&
            list_ends(tail, rule->tail, rule->tail_shift)) {
            size_t length = list_rule_apply(t, rule, key, n, base);
            if (length > 0 && is_short(a, base, length)) {
                return true;
            }
        }
    }
    return false;
}

/* A word that can be the second of a compound: on the list, or an inflection of one that
 * is long enough not to be an ending by chance ("visit-ors"); no word that stands
 * there as an ending ("accept-able"). */
static bool can_be_second(const language_pack *pack, const char *key, size_t n) {
    const uint32_t list = WORD_LIST_DALE_3000;
    uint32_t exact = word_lists_exact(pack, key, n);
    if ((exact & LIST_NOT_COMPOUND) != 0) {
        return false;
    }
    return (exact & list) != 0 ||
           (n > COMPOUND_PART && word_lists_familiar(pack, key, n, list) != 0);
}

/* "butterfly": two short words of the list. */
static bool is_compound(const asked *a, const char *key, size_t n) {
    const uint32_t list = WORD_LIST_DALE_3000;
    if ((word_lists_known(a->pack) & list) == 0) {
        return false;
    }
    const list_tables *t = a->pack->lists;
    bool longer = list_may_begin(t, list_front(key, n));
    for (size_t i = COMPOUND_PART; i + COMPOUND_PART <= n; i++) {
        if (i >= LIST_FRONT && !longer) {
            return false;
        }
        if (list_may_have_key(t, key, i) &&
            (word_lists_exact(a->pack, key, i) & list) != 0 &&
            can_be_second(a->pack, key + i, n - i) && is_short(a, key, i) &&
            is_short(a, key + i, n - i)) {
            return true;
        }
    }
    return false;
}

/* A word without hyphens that is not short. */
static bool is_hard_long(const asked *a, const char *key, size_t n) {
    return n > COMPOUND_MOST || (!is_inflected(a, key, n) && !is_compound(a, key, n));
}

/* known: its syllables, or 0. */
static bool is_hard_part(const asked *a, const char *key, size_t n, uint32_t known) {
    if (n == 0 || (known > 0 ? known < FOG_SYLLABLES : is_short(a, key, n))) {
        return false;
    }
    return is_hard_long(a, key, n);
}

bool fog_is_known(const language_pack *pack) {
    const list_tables *t = pack->lists;
    const uint8_t *first = t != NULL ? t->rule_index[LIST_RULE_FOG].first : NULL;
    return first != NULL && first[0] < first[LIST_BUCKETS];
}

bool fog_is_hard(const language_pack *pack, const char *key, size_t n,
                 const fog_options *options) {
    const asked a = {pack, options};
    if (!fog_is_known(pack)) {
        return false;
    }
    for (size_t begin = 0; begin < n;) {
        const char *hyphen = memchr(key + begin, '-', n - begin);
        size_t end = hyphen != NULL ? (size_t)(hyphen - key) : n;
        uint32_t known = end - begin == n ? options->whole : 0;
        if (is_hard_part(&a, key + begin, end - begin, known)) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

bool fog_is_hard_whole(const language_pack *pack, const char *key, size_t n,
                       const fog_options *options) {
    const asked a = {pack, options};
    return options->whole >= FOG_SYLLABLES && fog_is_known(pack) &&
           is_hard_long(&a, key, n);
}
