/* SPDX-License-Identifier: MIT */
#include "markup/stamps.h"

#include "markup/lines.h"
#include "markup/stamp.h"

#include <string.h>

#define STAMP_BLOCKS 3u /* they stand at the top of a page, not in its middle */

static lede_status insert(page *p, const lede_allocator *allocator, size_t at,
                          lede_span span) {
    if (!VEC_RESERVE(&p->blocks, allocator, 1) ||
        !VEC_RESERVE(&p->ledger, allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    lede_block *items = p->blocks.items;
    memmove(items + at + 1, items + at, (p->blocks.count - at) * sizeof *items);
    items[at] = (lede_block){span, 0, 0, LEDE_BLOCK_METADATA, 0, 0};
    p->blocks.count++;
    p->ledger.items[p->ledger.count++] = (lede_ledger_entry){span, LEDE_RULE_DATE_STAMP};
    return LEDE_OK;
}

static bool may_have_one(const lede_block *b) {
    return b->kind == LEDE_BLOCK_PROSE ||
           (b->kind == LEDE_BLOCK_HEADING && b->level == 0);
}

/* The length of the stamp in front of a block; 0: none. */
static uint32_t length_at(const page *p, const lede_block *b) {
    text_line line = line_read(p->text, b->span.end, b->span.begin);
    return stamp_length(p->text + line.span.begin, line.span.end - line.span.begin);
}

static lede_status take(page *p, const lede_allocator *allocator, size_t *at,
                        uint32_t n) {
    lede_block *b = &p->blocks.items[*at];
    lede_span stamp = {b->span.begin, b->span.begin + n};
    uint32_t begin = stamp.end;
    while (begin < b->span.end && (unsigned char)p->text[begin] <= ' ') {
        begin++;
    }
    if (begin < b->span.end) {
        b->span.begin = begin;
        lede_status status = insert(p, allocator, *at, stamp);
        ++*at; /* what stood behind it has been looked at */
        return status;
    }
    p->blocks.count--; /* all of it: the block is made anew */
    memmove(b, b + 1, (p->blocks.count - *at) * sizeof *b);
    return insert(p, allocator, *at, stamp);
}

lede_status stamps_take(page *p, const lede_allocator *allocator, uint32_t keep_rules) {
    lede_status status = LEDE_OK;
    uint32_t seen = 0;
    if ((keep_rules & LEDE_RULE_BIT(LEDE_RULE_DATE_STAMP)) != 0) {
        return status;
    }
    for (size_t i = 0; i < p->blocks.count && seen < STAMP_BLOCKS && status == LEDE_OK;
         i++) {
        const lede_block *b = &p->blocks.items[i];
        seen += b->kind != LEDE_BLOCK_TITLE && b->kind != LEDE_BLOCK_DESCRIPTION;
        uint32_t n = may_have_one(b) ? length_at(p, b) : 0;
        if (n > 0) {
            status = take(p, allocator, &i, n);
        }
    }
    return status;
}
