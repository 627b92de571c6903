/* SPDX-License-Identifier: MIT */
#include "text/roles.h"

#include "lang/label.h"

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

static bool is_ad_label(const lede_document *d, const lede_block *block) {
    return (d->keep_rules & LEDE_RULE_BIT(LEDE_RULE_AD_LABEL)) == 0 &&
           may_be_label(d, block) &&
           label_is(d->pack, PACK_LINE_AD, d->page.text + block->span.begin,
                    block->span.end - block->span.begin);
}

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

lede_status roles_read(lede_document *d) {
    lede_status status = LEDE_OK;
    size_t shape = 0;
    for (size_t i = 0; i < d->page.blocks.count && status == LEDE_OK; i++) {
        const lede_block *block = &d->page.blocks.items[i];
        lede_rule rule = shape_rule(d, block, &shape);
        if (rule == LEDE_RULE_NONE && is_ad_label(d, block)) {
            rule = LEDE_RULE_AD_LABEL;
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
