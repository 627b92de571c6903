/* SPDX-License-Identifier: MIT */
#include "lang/syllable_rules.h"

#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <string.h>

/* Symbols looked at together; a pattern is seen whole before it leaves them. */
#define WINDOW 96u

_Static_assert(WINDOW > SYLLABLE_PATTERN_MAX, "a window moves on");

/* ---- Letters -> symbols ----------------------------------------------------------- */

/* Letters of other alphabets are letters, only without rules. */
static uint32_t symbol_of_other(uint32_t code) {
    unicode_class class = unicode_class_of(code);
    bool inside = class == UC_LETTER_LOWER || class == UC_LETTER_UPPER ||
                  class == UC_LETTER_TITLE || class == UC_LETTER || class == UC_MARK;
    return inside ? SYLLABLE_OTHER : SYLLABLE_BORDER;
}

/* The symbol of what begins at p[0] >= 0x80; *bytes: how long that is. */
static uint32_t read_symbol(const syllable_rules *r, const unsigned char *p, size_t n,
                            uint32_t *bytes) {
    bool two = p[0] >= 0xC2 && p[0] < 0xE0 && n > 1 && (p[1] & 0xC0u) == 0x80u;
    utf8_point point = two ? (utf8_point){(p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu), 2, false}
                           : utf8_decode((const char *)p, n);
    uint32_t page = point.code >> SYLLABLE_PAGE_BITS, symbol = SYLLABLE_OTHER;
    *bytes = point.bytes;
    if (page < SYLLABLE_PAGES) {
        uint32_t slot = point.code & ((1u << SYLLABLE_PAGE_BITS) - 1);
        symbol = r->symbols[((uint32_t)r->pages[page] << SYLLABLE_PAGE_BITS) + slot];
    }
    return symbol != SYLLABLE_OTHER ? symbol : symbol_of_other(point.code);
}

/* A word on its way. */
typedef struct reader {
    const syllable_rules *rules;
    const unsigned char *bytes;
    size_t n;
    size_t at;
} reader;

/* Fills the window, which holds some symbols already; returns how many it holds then. */
static size_t fill(reader *in, uint8_t window[WINDOW], size_t held) {
    const uint8_t *ascii = in->rules->symbols + (1u << SYLLABLE_PAGE_BITS);
    for (; held < WINDOW && in->at < in->n; held++) {
        const unsigned char *p = in->bytes + in->at;
        uint32_t bytes = 1;
        window[held] = *p < 0x80
                           ? ascii[*p]
                           : (uint8_t)read_symbol(in->rules, p, in->n - in->at, &bytes);
        in->at += bytes;
    }
    return held;
}

/* ---- Symbols -> syllables ---------------------------------------------------------- */

typedef struct progress {
    uint32_t last;  /* classes of the letter in front */
    uint32_t any;   /* classes of all letters since the border */
    uint32_t skip;  /* letters that the last pattern took and that are still to come */
    uint32_t count; /* of syllables */
    bool letters;   /* there was one */
} progress;

static bool allows(const syllable_rule *rule, const progress *p) {
    const uint32_t far = SYLLABLE_LEFT_ANYWHERE | SYLLABLE_LEFT_NOWHERE;
    if (rule->left == 0) {
        return true;
    }
    uint32_t classes = (rule->left & far) != 0 ? p->any : p->last;
    uint32_t class = (rule->left & ~far) - 1;
    bool there = (classes >> class & 1u) != 0;
    return there != ((rule->left & SYLLABLE_LEFT_NOWHERE) != 0);
}

/* The first rule of a node that what stands in front allows. NULL: none. */
static const syllable_rule *find_rule(const syllable_rules *r, uint32_t first,
                                      const progress *p) {
    const syllable_rule *rule = &r->rules[first - 1];
    while (!allows(rule, p)) {
        if (rule->more == 0) {
            return NULL;
        }
        rule++;
    }
    return rule;
}

/* The rule of the longest pattern that fits; NULL: none. No pattern goes on behind a
 * border, and behind the last symbol stands one. */
static const syllable_rule *match(const syllable_rules *r, const uint8_t *symbol,
                                  const progress *p) {
    const syllable_rule *best = NULL;
    uint32_t at = *symbol;
    for (;;) {
        const syllable_node *node = &r->nodes[at];
        const syllable_rule *rule = node->rule != 0 ? find_rule(r, node->rule, p) : NULL;
        best = rule != NULL ? rule : best;
        if (node->base == 0) {
            return best;
        }
        symbol++;
        uint32_t child = node->base + (uint32_t)*symbol;
        if (r->nodes[child].parent != at) {
            return best;
        }
        at = child;
    }
}

static void count_symbols(const syllable_rules *r, const uint8_t *symbols, size_t n,
                          progress *p) {
    for (size_t i = 0; i < n; i++) {
        uint32_t plain = r->plain[symbols[i]];
        bool border = symbols[i] == SYLLABLE_BORDER;
        if (p->skip > 0) {
            p->skip--;
        } else if (plain != SYLLABLE_NOT_PLAIN) {
            p->count += plain;
        } else {
            const syllable_rule *rule = match(r, symbols + i, p);
            p->count += rule != NULL ? rule->nuclei : 0u;
            p->skip = rule != NULL ? rule->take - 1u : 0u;
        }
        p->letters = p->letters || !border;
        p->last = r->classes[symbols[i]];
        p->any = border ? 0 : p->any | p->last;
    }
}

uint32_t syllable_rules_count(const syllable_rules *r, const char *word, size_t n) {
    uint8_t window[WINDOW + 1] = {0};
    reader in = {r, (const unsigned char *)word, n, 0};
    progress p = {.last = r->classes[SYLLABLE_BORDER]};
    size_t held = 0;
    do {
        held = fill(&in, window, held);
        window[held] = SYLLABLE_BORDER;
        size_t end = in.at == n ? held : held - SYLLABLE_PATTERN_MAX;
        count_symbols(r, window, end, &p);
        held -= end;
        memmove(window, window + end, held);
    } while (held > 0);
    return p.count > 0 ? p.count : p.letters;
}
