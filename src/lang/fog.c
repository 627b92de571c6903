/* SPDX-License-Identifier: MIT */
#include "lang/fog.h"

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
    for (uint32_t i = t->rule_first[LIST_RULE_FOG]; i < t->rule_first[LIST_RULE_FOG + 1];
         i++) {
        if (!t->rules[i].optional || a->options->optional) {
            size_t length = list_rule_apply(a->pack, &t->rules[i], key, n, base);
            if (length > 0 && is_short(a, base, length)) {
                return true;
            }
        }
    }
    return false;
}

/* "butterfly": two short words of the list, the second perhaps inflected. */
static bool is_compound(const asked *a, const char *key, size_t n) {
    const uint32_t list = WORD_LIST_DALE_3000;
    if ((word_lists_known(a->pack) & list) == 0) {
        return false;
    }
    for (size_t i = COMPOUND_PART; i + COMPOUND_PART <= n; i++) {
        if ((word_lists_exact(a->pack, key, i) & list) != 0 &&
            (word_lists_of(a->pack, key + i, n - i) & list) != 0 && is_short(a, key, i) &&
            is_short(a, key + i, n - i)) {
            return true;
        }
    }
    return false;
}

static bool is_hard_part(const asked *a, const char *key, size_t n) {
    if (n == 0 || is_short(a, key, n)) {
        return false;
    }
    return n > COMPOUND_MOST || a->pack->lists == NULL ||
           (!is_inflected(a, key, n) && !is_compound(a, key, n));
}

bool fog_is_hard(const language_pack *pack, const char *key, size_t n,
                 const fog_options *options) {
    const asked a = {pack, options};
    for (size_t begin = 0; begin < n;) {
        const char *hyphen = memchr(key + begin, '-', n - begin);
        size_t end = hyphen != NULL ? (size_t)(hyphen - key) : n;
        if (is_hard_part(&a, key + begin, end - begin)) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}
