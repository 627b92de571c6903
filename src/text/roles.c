/* SPDX-License-Identifier: MIT */
#include "text/roles.h"

#include "base/hash.h"
#include "base/map.h"
#include "lang/label.h"

#include <string.h>

/* Cheap, and false for nearly every block: is its first word the first of any
 * label? Dashes and brackets may stand before it. */
static bool may_be_label(const lede_document *d, const lede_block *block) {
    if (block->sentence_count == 0 || block->span.end - block->span.begin > LABEL_MAX) {
        return false;
    }
    const lede_sentence *s = &d->sentences.items[block->first_sentence];
    const lede_word *w = &d->words.items[s->first_word];
    for (uint32_t i = 0; i < s->word_count; i++) {
        if (w[i].kind != LEDE_WORD_MARK) {
            return (d->terms.items[w[i].term].flags & LEDE_TERM_LABEL) != 0;
        }
    }
    return false;
}

/* Where the text before a colon ends: "Read more: ..."; the end when there is none. */
static uint32_t colon(const lede_document *d, lede_span span) {
    const char *text = d->page.text;
    const char *found = memchr(text + span.begin, ':', span.end - span.begin);
    return found != NULL ? (uint32_t)(found - text) : span.end;
}

static bool is_line(const lede_document *d, lede_span span, pack_line_kind kind) {
    return label_is(d->pack, kind, d->page.text + span.begin, span.end - span.begin);
}

/* Words of a block's first sentence that begin before `end`. */
static uint32_t count_words(const lede_document *d, const lede_block *block,
                            uint32_t end) {
    const lede_sentence *s = &d->sentences.items[block->first_sentence];
    const lede_word *w = &d->words.items[s->first_word];
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->word_count && w[i].span.begin < end; i++) {
        count += w[i].kind != LEDE_WORD_MARK;
    }
    return count;
}

/* By the lists of the language: all of a block, or a teaser before a colon. */
static lede_rule lexicon_rule(const lede_document *d, const lede_block *block) {
    if (!may_be_label(d, block)) {
        return LEDE_RULE_NONE;
    }
    lede_span head = {block->span.begin, colon(d, block->span)};
    bool ad = (d->keep_rules & LEDE_RULE_BIT(LEDE_RULE_AD_LABEL)) == 0;
    bool teaser = (d->keep_rules & LEDE_RULE_BIT(LEDE_RULE_TEASER)) == 0;
    if (ad && is_line(d, block->span, PACK_LINE_AD)) {
        return LEDE_RULE_AD_LABEL;
    }
    /* "Watch" may be a teaser, "Watch: the river rises" and "Watch!" are none. */
    bool whole = head.end == block->span.end && block->kind == LEDE_BLOCK_HEADING;
    bool several = count_words(d, block, head.end) > 1;
    return teaser && (whole || several) && is_line(d, head, PACK_LINE_TEASER)
               ? LEDE_RULE_TEASER
               : LEDE_RULE_NONE;
}

/* ---- Lines that recur ----------------------------------------------------- */

#define REPEATED_WORDS 4u

/* Headings of few words that stand at several places: navigation, share bars. Their
 * first place is kept, where they may well be headings; the first heading of all may be
 * the title, which pages like to say twice. */
typedef struct repeated {
    map index; /* text of a heading -> its block */
    bool *are; /* of each block; NULL when none is looked for */
} repeated;

static bool same_text(const lede_document *d, const lede_block *a, const lede_block *b) {
    uint32_t n = a->span.end - a->span.begin;
    return n == b->span.end - b->span.begin &&
           memcmp(d->page.text + a->span.begin, d->page.text + b->span.begin, n) == 0;
}

static bool note_heading(repeated *r, const lede_document *d, uint32_t block) {
    const lede_block *blocks = d->page.blocks.items, *b = &blocks[block];
    uint64_t hash =
        hash_bytes(d->page.text + b->span.begin, b->span.end - b->span.begin, d->seed);
    if (!map_reserve(&r->index, d->allocator)) {
        return false;
    }
    size_t s = map_first(&r->index, hash);
    for (; r->index.slots[s].index != MAP_NONE; s = map_next(&r->index, s)) {
        uint32_t other = r->index.slots[s].index;
        if (r->index.slots[s].hash == map_tag(hash) && same_text(d, b, &blocks[other])) {
            r->are[block] = true;
            return true;
        }
    }
    map_put(&r->index, s, hash, block);
    return true;
}

static bool is_short_heading(const lede_document *d, const lede_block *b) {
    if (b->kind != LEDE_BLOCK_HEADING || b->sentence_count == 0) {
        return false;
    }
    uint32_t words = count_words(d, b, b->span.end);
    return words > 0 && words <= REPEATED_WORDS;
}

/* In a poem, a play or a list of names lines recur for other reasons. */
static bool is_prose(const lede_document *d) {
    size_t prose = 0, headings = 0;
    for (size_t i = 0; i < d->page.blocks.count; i++) {
        prose += d->page.blocks.items[i].kind == LEDE_BLOCK_PROSE;
        headings += d->page.blocks.items[i].kind == LEDE_BLOCK_HEADING;
    }
    return prose > 0 && prose * 3 >= headings;
}

static lede_status find_repeated(repeated *r, const lede_document *d) {
    size_t count = d->page.blocks.count;
    bool first = true;
    if ((d->keep_rules & LEDE_RULE_BIT(LEDE_RULE_REPEATED)) != 0 || !is_prose(d)) {
        return LEDE_OK;
    }
    r->are = memory_allocate(d->allocator, count * sizeof *r->are);
    if (r->are == NULL || !map_init(&r->index, d->allocator, 0)) {
        return LEDE_NO_MEMORY;
    }
    memset(r->are, 0, count * sizeof *r->are);
    for (uint32_t i = 0; i < count; i++) {
        const lede_block *b = &d->page.blocks.items[i];
        if (!first && is_short_heading(d, b) && !note_heading(r, d, i)) {
            return LEDE_NO_MEMORY;
        }
        first = first && b->kind != LEDE_BLOCK_HEADING;
    }
    return LEDE_OK;
}

/* ---- All rules -------------------------------------------------------------- */

static lede_status enter(lede_document *d, const lede_block *block, lede_rule rule) {
    if (!VEC_RESERVE(&d->ledger, d->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    d->ledger.items[d->ledger.count++] = (lede_ledger_entry){block->span, (uint8_t)rule};
    return LEDE_OK;
}

static void give_role(lede_document *d, const lede_block *block, lede_role role) {
    for (uint32_t i = 0; i < block->sentence_count; i++) {
        d->sentences.items[block->first_sentence + i].role = (uint8_t)role;
    }
}

/* Was this block set aside by its shape, when the page was read? */
static lede_rule shape_rule(const lede_document *d, const lede_block *block,
                            size_t *next) {
    while (*next < d->page.ledger.count &&
           d->page.ledger.items[*next].span.begin < block->span.begin) {
        ++*next;
    }
    bool same = *next < d->page.ledger.count &&
                d->page.ledger.items[*next].span.begin == block->span.begin;
    return same ? (lede_rule)d->page.ledger.items[*next].rule : LEDE_RULE_NONE;
}

static lede_status judge_blocks(lede_document *d, const repeated *r) {
    lede_status status = LEDE_OK;
    size_t shape = 0;
    for (size_t i = 0; i < d->page.blocks.count && status == LEDE_OK; i++) {
        const lede_block *block = &d->page.blocks.items[i];
        lede_rule rule = shape_rule(d, block, &shape);
        rule = rule == LEDE_RULE_NONE ? lexicon_rule(d, block) : rule;
        if (rule == LEDE_RULE_NONE && r->are != NULL && r->are[i]) {
            rule = LEDE_RULE_REPEATED;
        }
        if (rule != LEDE_RULE_NONE) {
            status = enter(d, block, rule);
        }
        if (rule != LEDE_RULE_NONE && d->hygiene == LEDE_HYGIENE_STRIP) {
            give_role(d, block, LEDE_ROLE_SET_ASIDE);
        } else if (block->kind == LEDE_BLOCK_HEADING) {
            give_role(d, block, LEDE_ROLE_HEADING);
        }
    }
    return status;
}

lede_status roles_read(lede_document *d) {
    repeated r = {.are = NULL};
    lede_status status = find_repeated(&r, d);
    if (status == LEDE_OK) {
        status = judge_blocks(d, &r);
    }
    map_free(&r.index, d->allocator);
    memory_free(d->allocator, r.are, d->page.blocks.count * sizeof *r.are);
    return status;
}
