/* SPDX-License-Identifier: MIT */
#include "lang/syllable_tables.h"

#include "base/error.h"

#include <stdlib.h>
#include <string.h>

#define PAGE_SIZE (1u << SYLLABLE_PAGE_BITS)

static lede_status fail(lede_error *error, const syllable_pattern *p, const char *why) {
    error_set(error, LEDE_BAD_DATA, "%s", why);
    error_place(error, p->offset, p->line, p->column);
    return LEDE_BAD_DATA;
}

/* ---- Symbols --------------------------------------------------------------------- */

/* Letters in the same classes that no pattern names share a symbol: that keeps the
 * number of keys behind a class small. */
static uint8_t shared_symbol(const syllable_tables *t, size_t letter) {
    const syllable_letter *l = &t->letters.items[letter];
    for (size_t i = 0; i < letter && !l->named; i++) {
        const syllable_letter *other = &t->letters.items[i];
        if (!other->named && other->classes == l->classes) {
            return other->symbol;
        }
    }
    return 0;
}

static lede_status give_symbols(syllable_tables *t, lede_error *error) {
    t->symbol_count = SYLLABLE_FIRST_SYMBOL;
    t->classes[SYLLABLE_BORDER] = 1u << SYLLABLE_LEFT_BORDER;
    for (size_t i = 0; i < t->letters.count; i++) {
        syllable_letter *l = &t->letters.items[i];
        l->symbol = shared_symbol(t, i);
        if (l->symbol == 0) {
            if (t->symbol_count > UINT8_MAX) {
                return error_set(error, LEDE_BAD_DATA, "too many letters");
            }
            l->symbol = (uint8_t)t->symbol_count++;
        }
        t->classes[l->symbol] = l->classes;
    }
    return LEDE_OK;
}

/* A page for code, if it has none yet. Page 0 is that of letters without rules. */
static bool add_page(syllable_tables *t, uint32_t code) {
    uint8_t *page = &t->pages[code >> SYLLABLE_PAGE_BITS];
    if (*page != 0) {
        return true;
    }
    if (!VEC_RESERVE(&t->symbols, t->allocator, PAGE_SIZE)) {
        return false;
    }
    *page = (uint8_t)(t->symbols.count / PAGE_SIZE);
    memset(t->symbols.items + t->symbols.count, SYLLABLE_OTHER, PAGE_SIZE);
    t->symbols.count += PAGE_SIZE;
    return true;
}

static uint8_t *symbol_slot(const syllable_tables *t, uint32_t code) {
    size_t page = t->pages[code >> SYLLABLE_PAGE_BITS];
    return &t->symbols.items[page * PAGE_SIZE + (code & (PAGE_SIZE - 1))];
}

static bool is_ascii_letter(uint32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

static lede_status write_symbols(syllable_tables *t, lede_error *error) {
    if (!VEC_RESERVE(&t->symbols, t->allocator, PAGE_SIZE)) {
        return error_no_memory(error);
    }
    memset(t->symbols.items, SYLLABLE_OTHER, PAGE_SIZE);
    t->symbols.count = PAGE_SIZE;
    bool has_room = add_page(t, 0) && add_page(t, PAGE_SIZE);
    for (size_t i = 0; has_room && i < t->letters.count; i++) {
        has_room = add_page(t, t->letters.items[i].code);
    }
    if (!has_room) {
        return error_no_memory(error);
    }
    for (uint32_t code = 0; code < 0x80; code++) {
        *symbol_slot(t, code) = is_ascii_letter(code) ? SYLLABLE_OTHER : SYLLABLE_BORDER;
    }
    for (size_t i = 0; i < t->letters.count; i++) {
        *symbol_slot(t, t->letters.items[i].code) = t->letters.items[i].symbol;
    }
    return LEDE_OK;
}

/* ---- Keys ------------------------------------------------------------------------ */

/* The symbols that fit a place; returns how many. */
static uint32_t fitting(const syllable_tables *t, uint32_t place, uint8_t *out) {
    uint32_t count = 0;
    if (place == SYLLABLE_BORDER) {
        out[count++] = SYLLABLE_BORDER;
        return count;
    }
    if (place >= 'A' && place <= 'Z') {
        for (uint32_t s = SYLLABLE_FIRST_SYMBOL; s < t->symbol_count; s++) {
            if ((t->classes[s] >> (place - 'A') & 1u) != 0) {
                out[count++] = (uint8_t)s;
            }
        }
        return count;
    }
    for (size_t i = 0; i < t->letters.count; i++) {
        if (t->letters.items[i].code == place) {
            out[count++] = t->letters.items[i].symbol;
        }
    }
    return count;
}

typedef struct odometer {
    uint8_t choice[SYLLABLE_PATTERN_MAX][256];
    uint32_t choices[SYLLABLE_PATTERN_MAX];
    uint32_t now[SYLLABLE_PATTERN_MAX];
} odometer;

/* False: went round. */
static bool turn(odometer *o, size_t length) {
    for (size_t i = length; i-- > 0;) {
        if (++o->now[i] < o->choices[i]) {
            return true;
        }
        o->now[i] = 0;
    }
    return false;
}

/* One key for each way to replace the classes of a pattern by letters. */
static lede_status add_keys(syllable_tables *t, uint32_t pattern, odometer *o,
                            lede_error *error) {
    const syllable_pattern *p = &t->patterns.items[pattern];
    for (size_t i = 0; i < p->length; i++) {
        o->choices[i] = fitting(t, p->place[i], o->choice[i]);
        o->now[i] = 0;
        if (o->choices[i] == 0) {
            return fail(error, p, "a class without letters");
        }
    }
    do {
        if (t->keys.count >= SYLLABLE_KEYS_MAX) {
            return fail(error, p, "too many patterns");
        }
        if (!VEC_RESERVE(&t->keys, t->allocator, 1)) {
            return error_no_memory(error);
        }
        syllable_key key = {.length = p->length, .loose = p->loose, .rule = p->rule};
        key.pattern = pattern;
        for (size_t i = 0; i < p->length; i++) {
            key.symbol[i] = o->choice[i][o->now[i]];
        }
        t->keys.items[t->keys.count++] = key;
    } while (turn(o, p->length));
    return LEDE_OK;
}

static int compare_letters(const syllable_key *a, const syllable_key *b) {
    size_t n = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->symbol, b->symbol, n);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

/* The order in which rules for the same letters are tried. */
static int compare_keys(const void *a, const void *b) {
    const syllable_key *x = a, *y = b;
    int order = compare_letters(x, y);
    if (order == 0) {
        order = (x->loose > y->loose) - (x->loose < y->loose);
    }
    if (order == 0) {
        order = (x->rule.left == 0) - (y->rule.left == 0);
    }
    return order != 0 ? order : (x->pattern > y->pattern) - (x->pattern < y->pattern);
}

/* Two rules of the same rank for the same letters: one would never be asked. */
static lede_status check_keys(const syllable_tables *t, lede_error *error) {
    for (size_t i = 1; i < t->keys.count; i++) {
        const syllable_key *key = &t->keys.items[i];
        for (size_t k = i; k-- > 0;) {
            const syllable_key *other = &t->keys.items[k];
            if (compare_letters(other, key) != 0 || other->loose != key->loose) {
                break;
            }
            if (other->rule.left == key->rule.left) {
                return fail(error, &t->patterns.items[key->pattern],
                            "two patterns for the same letters");
            }
        }
    }
    return LEDE_OK;
}

static lede_status make_keys(syllable_tables *t, lede_error *error) {
    odometer *o = memory_allocate(t->allocator, sizeof *o);
    lede_status status = LEDE_OK;
    if (o == NULL) {
        return error_no_memory(error);
    }
    for (uint32_t i = 0; i < t->patterns.count && status == LEDE_OK; i++) {
        status = add_keys(t, i, o, error);
    }
    memory_free(t->allocator, o, sizeof *o);
    if (status != LEDE_OK || t->keys.count == 0) {
        return status;
    }
    qsort(t->keys.items, t->keys.count, sizeof *t->keys.items, compare_keys);
    return check_keys(t, error);
}

/* ---- Nodes ----------------------------------------------------------------------- */

static bool add_branch(syllable_tables *t, uint32_t symbol, uint32_t begin, uint32_t end,
                       uint32_t depth) {
    if (!VEC_RESERVE(&t->branches, t->allocator, 1)) {
        return false;
    }
    syllable_branch b = {.begin = begin, .end = end, .depth = depth};
    b.symbol = (uint8_t)symbol;
    t->branches.items[t->branches.count++] = b;
    return true;
}

/* Behind a rule that asks for nothing in front no other can be reached. */
static bool add_rules(syllable_tables *t, syllable_branch *b, uint32_t end) {
    for (uint32_t i = b->begin; i < end; i++) {
        syllable_rule rule = t->keys.items[i].rule;
        if (!VEC_RESERVE(&t->rules, t->allocator, 1)) {
            return false;
        }
        rule.more = rule.left != 0 && i + 1 < end;
        t->rules.items[t->rules.count++] = rule;
        if (i == b->begin) {
            b->rule = (uint16_t)t->rules.count;
        }
        if (rule.more == 0) {
            break;
        }
    }
    return true;
}

/* The end of the keys that have the same symbol as the first at this depth. */
static uint32_t same_symbol(const syllable_tables *t, uint32_t begin, uint32_t end,
                            uint32_t depth) {
    uint8_t symbol = t->keys.items[begin].symbol[depth];
    uint32_t at = begin + 1;
    while (at < end && t->keys.items[at].symbol[depth] == symbol) {
        at++;
    }
    return at;
}

/* Its rules, and a child for each symbol that keys go on with. */
static bool grow(syllable_tables *t, uint32_t number) {
    syllable_branch b = t->branches.items[number];
    uint32_t at = b.begin;
    while (at < b.end && t->keys.items[at].length == b.depth) {
        at++;
    }
    if (!add_rules(t, &b, at)) {
        return false;
    }
    b.children = (uint32_t)t->branches.count;
    while (at < b.end) {
        uint32_t end = same_symbol(t, at, b.end, b.depth);
        if (!add_branch(t, t->keys.items[at].symbol[b.depth], at, end, b.depth + 1)) {
            return false;
        }
        at = end;
    }
    b.child_count = (uint32_t)t->branches.count - b.children;
    t->branches.items[number] = b;
    return true;
}

/* A root for every symbol, then what is below. */
static bool make_branches(syllable_tables *t) {
    uint32_t at = 0, count = (uint32_t)t->keys.count;
    for (uint32_t s = 0; s < t->symbol_count; s++) {
        bool has = at < count && t->keys.items[at].symbol[0] == s;
        uint32_t end = has ? same_symbol(t, at, count, 0) : at;
        if (!add_branch(t, s, at, end, 1)) {
            return false;
        }
        at = end;
    }
    for (uint32_t i = 0; i < t->branches.count; i++) {
        if (!grow(t, i)) {
            return false;
        }
    }
    return true;
}

/* Free nodes up to and with `last`. */
static bool extend(syllable_tables *t, size_t last) {
    while (t->nodes.count <= last) {
        if (!VEC_RESERVE(&t->nodes, t->allocator, 1)) {
            return false;
        }
        t->nodes.items[t->nodes.count++] = (syllable_node){0, 0, SYLLABLE_NO_PARENT};
    }
    return true;
}

static bool fits(const syllable_tables *t, const syllable_branch *b, size_t base) {
    for (uint32_t i = 0; i < b->child_count; i++) {
        size_t at = base + t->branches.items[b->children + i].symbol;
        if (at < t->nodes.count &&
            (at < t->symbol_count || t->nodes.items[at].parent != SYLLABLE_NO_PARENT)) {
            return false;
        }
    }
    return true;
}

#define TRIES 400u /* bases tried among nodes in use, so that time stays linear */

static size_t find_base(const syllable_tables *t, const syllable_branch *b) {
    size_t base = t->nodes.count > TRIES ? t->nodes.count - TRIES : 1;
    while (!fits(t, b, base)) {
        base++;
    }
    return base;
}

/* Gives the children of a branch their nodes. */
static bool place_children(syllable_tables *t, const syllable_branch *b) {
    size_t base = find_base(t, b);
    if (base + t->symbol_count >= SYLLABLE_NO_PARENT ||
        !extend(t, base + t->symbol_count)) {
        return false;
    }
    t->nodes.items[b->node].base = (uint16_t)base;
    for (uint32_t i = 0; i < b->child_count; i++) {
        syllable_branch *child = &t->branches.items[b->children + i];
        child->node = (uint32_t)base + child->symbol;
        t->nodes.items[child->node].parent = (uint16_t)b->node;
    }
    return true;
}

static lede_status make_nodes(syllable_tables *t, lede_error *error) {
    if (!make_branches(t) || !extend(t, 2 * (size_t)t->symbol_count)) {
        return error_no_memory(error);
    }
    if (t->rules.count >= UINT16_MAX) {
        return error_set(error, LEDE_BAD_DATA, "too many patterns");
    }
    for (uint32_t i = 0; i < t->branches.count; i++) {
        syllable_branch *b = &t->branches.items[i];
        b->node = i < t->symbol_count ? i : b->node;
        if (b->child_count > 0 && !place_children(t, b)) {
            return t->nodes.count + 2 * (size_t)t->symbol_count >= SYLLABLE_NO_PARENT
                       ? error_set(error, LEDE_BAD_DATA, "too many patterns")
                       : error_no_memory(error);
        }
        t->nodes.items[b->node].rule = b->rule;
    }
    return LEDE_OK;
}

/* Letters whose only rule is about them alone. */
static void find_plain(syllable_tables *t) {
    for (uint32_t s = 0; s < t->symbol_count; s++) {
        const syllable_node *root = &t->nodes.items[s];
        const syllable_rule *rule =
            root->rule != 0 ? &t->rules.items[root->rule - 1] : NULL;
        bool alone = root->base == 0 && (rule == NULL || rule->left == 0);
        t->plain[s] = !alone ? SYLLABLE_NOT_PLAIN : rule != NULL ? rule->nuclei : 0;
    }
}

lede_status syllable_tables_build(syllable_tables *t, lede_error *error) {
    lede_status status = give_symbols(t, error);
    status = status == LEDE_OK ? write_symbols(t, error) : status;
    status = status == LEDE_OK ? make_keys(t, error) : status;
    status = status == LEDE_OK ? make_nodes(t, error) : status;
    if (status == LEDE_OK) {
        find_plain(t);
    }
    return status;
}

syllable_rules syllable_tables_rules(const syllable_tables *t) {
    return (syllable_rules){t->pages,   t->symbols.items, t->plain,
                            t->classes, t->nodes.items,   t->rules.items};
}

void syllable_tables_free(syllable_tables *t) {
    VEC_FREE(&t->letters, t->allocator);
    VEC_FREE(&t->patterns, t->allocator);
    VEC_FREE(&t->keys, t->allocator);
    VEC_FREE(&t->branches, t->allocator);
    VEC_FREE(&t->nodes, t->allocator);
    VEC_FREE(&t->rules, t->allocator);
    VEC_FREE(&t->symbols, t->allocator);
}
