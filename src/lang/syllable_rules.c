/* SPDX-License-Identifier: MIT */
#include "lang/syllable_rules.h"

#include "unicode/properties.h"
#include "unicode/utf8.h"

typedef struct letter {
    uint32_t symbol;
    uint32_t bytes;
} letter;

/* Letters of other alphabets are letters, only without rules. */
static uint32_t symbol_of_other(uint32_t code) {
    unicode_class class = unicode_class_of(code);
    bool inside = class == UC_LETTER_LOWER || class == UC_LETTER_UPPER ||
                  class == UC_LETTER_TITLE || class == UC_LETTER || class == UC_MARK;
    return inside ? SYLLABLE_OTHER : SYLLABLE_BORDER;
}

/* The letter at word[0], n >= 1. ASCII that is no letter has its symbol in the table. */
static letter read_letter(const syllable_rules *r, const char *word, size_t n) {
    const unsigned char *p = (const unsigned char *)word;
    if (p[0] < 0x80) {
        return (letter){r->symbols[(1u << SYLLABLE_PAGE_BITS) + p[0]], 1};
    }
    bool two = p[0] >= 0xC2 && p[0] < 0xE0 && n > 1 && (p[1] & 0xC0u) == 0x80u;
    utf8_point point = two ? (utf8_point){(p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu), 2, false}
                           : utf8_decode(word, n);
    uint32_t page = point.code >> SYLLABLE_PAGE_BITS, symbol = SYLLABLE_OTHER;
    if (page < SYLLABLE_PAGES) {
        uint32_t slot = point.code & ((1u << SYLLABLE_PAGE_BITS) - 1);
        symbol = r->symbols[((uint32_t)r->pages[page] << SYLLABLE_PAGE_BITS) + slot];
    }
    if (symbol == SYLLABLE_OTHER) {
        symbol = symbol_of_other(point.code);
    }
    return (letter){symbol, point.bytes};
}

static const syllable_node *find_child(const syllable_rules *r, const syllable_node *node,
                                       uint32_t symbol) {
    const syllable_node *child = &r->nodes[node->base + symbol];
    return child->parent == node - r->nodes ? child : NULL;
}

/* Classes of what stands in front: of the last letter, and of all since the border. */
typedef struct context {
    uint32_t last;
    uint32_t any;
} context;

static bool allows(const syllable_rule *rule, context left) {
    const uint32_t far = SYLLABLE_LEFT_ANYWHERE | SYLLABLE_LEFT_NOWHERE;
    if (rule->left == 0) {
        return true;
    }
    uint32_t classes = (rule->left & far) != 0 ? left.any : left.last;
    uint32_t class = (rule->left & ~far) - 1;
    bool there = (classes >> class & 1u) != 0;
    return there != ((rule->left & SYLLABLE_LEFT_NOWHERE) != 0);
}

/* The first rule of a node that what stands in front allows. */
static const syllable_rule *find_rule(const syllable_rules *r, const syllable_node *node,
                                      context left) {
    if (node->rule == 0) {
        return NULL;
    }
    const syllable_rule *rule = &r->rules[node->rule - 1];
    while (!allows(rule, left)) {
        if (rule->more == 0) {
            return NULL;
        }
        rule++;
    }
    return rule;
}

/* The rule of the longest pattern that fits from `first` on, which ends at word[0];
 * NULL: none. A pattern is short, so this takes bounded time. */
static const syllable_rule *match(const syllable_rules *r, const char *word, size_t n,
                                  uint32_t first, context left) {
    const syllable_node *node = &r->nodes[first];
    const syllable_rule *best = NULL;
    letter next = {first, 0};
    for (size_t at = 0; node != NULL; node = find_child(r, node, next.symbol)) {
        const syllable_rule *rule = find_rule(r, node, left);
        best = rule != NULL ? rule : best;
        if (node->base == 0) {
            break;
        }
        next = at < n ? read_letter(r, word + at, n - at) : (letter){SYLLABLE_BORDER, 0};
        at += next.bytes;
    }
    return best;
}

uint32_t syllable_rules_count(const syllable_rules *r, const char *word, size_t n) {
    uint32_t count = 0, skip = 0, any = 0;
    context left = {r->classes[SYLLABLE_BORDER], 0};
    for (size_t at = 0; at < n;) {
        letter now = read_letter(r, word + at, n - at);
        uint32_t plain = r->plain[now.symbol];
        at += now.bytes;
        if (skip > 0) {
            skip--;
        } else if (plain != SYLLABLE_NOT_PLAIN) {
            count += plain;
        } else {
            const syllable_rule *rule = match(r, word + at, n - at, now.symbol, left);
            count += rule != NULL ? rule->nuclei : 0u;
            skip = rule != NULL ? rule->take - 1u : 0u;
        }
        bool border = now.symbol == SYLLABLE_BORDER;
        any |= !border;
        left.last = r->classes[now.symbol];
        left.any = border ? 0 : left.any | left.last;
    }
    return count > 0 ? count : any;
}
