/* SPDX-License-Identifier: MIT */
#include "text/roles.h"

#include "base/hash.h"
#include "base/map.h"
#include "lang/label.h"
#include "text/byline.h"
#include "text/head.h"
#include "text/passages.h"

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
    if (b->kind != LEDE_BLOCK_HEADING || b->sentence_count == 0 || b->level > 0) {
        return false; /* one marked by its writer is a heading, however often it recurs */
    }
    uint32_t words = count_words(d, b, b->span.end);
    return words > 0 && words <= REPEATED_WORDS;
}

/* In a poem, a play or a list of names lines recur for other reasons. Headings that are
 * marked are no lines of one, however many they are. */
static bool is_prose(const lede_document *d) {
    size_t prose = 0, headings = 0;
    for (size_t i = 0; i < d->page.blocks.count; i++) {
        const lede_block *b = &d->page.blocks.items[i];
        prose += b->kind == LEDE_BLOCK_PROSE;
        headings += b->kind == LEDE_BLOCK_HEADING && b->level == 0;
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

#define LAST_SENTENCES 4u /* of a document, where those who helped are named */

/* What is known before the blocks are gone through, and how far they have been. */
typedef struct judge {
    lede_document *d;
    const repeated *lines;
    article_head head;
    uint32_t piece; /* the next one of the head */
    size_t shape;   /* of the page's ledger, the next one */
} judge;

static lede_status enter(lede_document *d, lede_span span, lede_rule rule) {
    if (!VEC_RESERVE(&d->ledger, d->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    d->ledger.items[d->ledger.count++] = (lede_ledger_entry){span, (uint8_t)rule};
    return LEDE_OK;
}

static void give_role(lede_document *d, const lede_block *block, lede_role role) {
    for (uint32_t i = 0; i < block->sentence_count; i++) {
        d->sentences.items[block->first_sentence + i].role = (uint8_t)role;
    }
}

/* Was this block set aside by its shape, when the page was read? */
static lede_rule shape_rule(judge *j, const lede_block *block) {
    const page *p = &j->d->page;
    while (j->shape < p->ledger.count &&
           p->ledger.items[j->shape].span.begin < block->span.begin) {
        j->shape++;
    }
    bool same = j->shape < p->ledger.count &&
                p->ledger.items[j->shape].span.begin == block->span.begin;
    return same ? (lede_rule)p->ledger.items[j->shape].rule : LEDE_RULE_NONE;
}

static lede_rule block_rule(judge *j, size_t index) {
    const lede_document *d = j->d;
    const lede_block *block = &d->page.blocks.items[index];
    lede_rule rule = shape_rule(j, block);
    rule = rule == LEDE_RULE_NONE ? lexicon_rule(d, block) : rule;
    if (rule != LEDE_RULE_NONE || block->sentence_count == 0) {
        return rule;
    }
    const lede_sentence *first = &d->sentences.items[block->first_sentence];
    const lede_sentence *last = first + block->sentence_count - 1;
    passage all = {.first = first->first_word, .block = true};
    all.end = last->first_word + last->word_count;
    rule = passage_is_likely(d, &all) ? passage_rule(d, &all) : LEDE_RULE_NONE;
    bool repeats = j->lines->are != NULL && j->lines->are[index];
    return rule == LEDE_RULE_NONE && repeats ? LEDE_RULE_REPEATED : rule;
}

/* ---- Sentences ---------------------------------------------------------------- */

static lede_span span_of(const lede_document *d, uint32_t first, uint32_t end) {
    const lede_word *w = d->words.items;
    return (lede_span){w[first].span.begin, w[end - 1].span.end};
}

/* Pieces of the head that begin before `end` go into the ledger; what they cover at the
 * front of the sentence, or all of it, is not counted. */
static lede_status take_pieces(judge *j, lede_sentence *s) {
    lede_document *d = j->d;
    uint32_t end = s->first_word + s->word_count, covered = s->first_word;
    lede_status status = LEDE_OK;
    while (j->piece < j->head.count && status == LEDE_OK) {
        const head_piece *p = &j->head.pieces[j->piece];
        if (p->first >= end) {
            break;
        }
        if (p->first >= s->first_word) {
            status = enter(d, span_of(d, p->first, p->end), (lede_rule)p->rule);
        }
        covered = p->end < end ? p->end : end;
        if (p->end > end) {
            break; /* the next sentence is in it too */
        }
        j->piece++;
    }
    if (d->hygiene != LEDE_HYGIENE_STRIP) {
        return status;
    }
    if (covered == end) {
        s->role = LEDE_ROLE_SET_ASIDE;
    } else if (covered > s->first_word) {
        s->aside = (uint16_t)(covered - s->first_word);
        s->word_count = end - covered;
        s->first_word = covered;
    }
    return status;
}

static lede_status judge_sentence(judge *j, const lede_block *block, uint32_t index) {
    lede_document *d = j->d;
    lede_sentence *s = &d->sentences.items[index];
    uint32_t end = s->first_word + s->word_count, place = index - block->first_sentence;
    if (j->piece < j->head.count && j->head.pieces[j->piece].first < end) {
        return take_pieces(j, s);
    }
    passage p = {.first = s->first_word, .end = end};
    p.border = place == 0 || place + 1 == block->sentence_count;
    lede_rule rule = passage_is_likely(d, &p) ? passage_rule(d, &p) : LEDE_RULE_NONE;
    if (rule == LEDE_RULE_NONE && index + LAST_SENTENCES >= d->sentences.count &&
        (d->keep_rules & LEDE_RULE_BIT(LEDE_RULE_BYLINE)) == 0 &&
        byline_is_contribution(d, p.first, p.end)) {
        rule = LEDE_RULE_BYLINE;
    }
    if (rule == LEDE_RULE_NONE) {
        return LEDE_OK;
    }
    s->role = d->hygiene == LEDE_HYGIENE_STRIP ? LEDE_ROLE_SET_ASIDE : s->role;
    return enter(d, s->span, rule);
}

/* Pieces of a head inside a block that is set aside as a whole. */
static void skip_pieces(judge *j, const lede_block *block) {
    while (j->piece < j->head.count &&
           j->d->words.items[j->head.pieces[j->piece].first].span.begin <
               block->span.end) {
        j->piece++;
    }
}

static lede_status judge_block(judge *j, size_t index) {
    lede_document *d = j->d;
    const lede_block *block = &d->page.blocks.items[index];
    lede_status status = LEDE_OK;
    if (block->kind == LEDE_BLOCK_TITLE || block->kind == LEDE_BLOCK_DESCRIPTION) {
        give_role(d, block, LEDE_ROLE_METADATA);
        return status;
    }
    if (block->kind == LEDE_BLOCK_HEADING) {
        give_role(d, block, LEDE_ROLE_HEADING);
    }
    lede_rule rule = block_rule(j, index);
    if (rule != LEDE_RULE_NONE) {
        skip_pieces(j, block);
        status = enter(d, block->span, rule);
        if (d->hygiene == LEDE_HYGIENE_STRIP) {
            give_role(d, block, LEDE_ROLE_SET_ASIDE);
        }
        return status;
    }
    for (uint32_t i = 0; i < block->sentence_count && status == LEDE_OK; i++) {
        status = judge_sentence(j, block, block->first_sentence + i);
    }
    return status;
}

static lede_status judge_blocks(lede_document *d, const repeated *r) {
    judge j = {.d = d, .lines = r};
    lede_status status = LEDE_OK;
    head_read(&j.head, d);
    for (size_t i = 0; i < d->page.blocks.count && status == LEDE_OK; i++) {
        status = judge_block(&j, i);
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
