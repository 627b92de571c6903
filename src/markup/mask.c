/* SPDX-License-Identifier: MIT */
#include "markup/mask.h"

#include "markup/mask_parts.h"

void mask_free(mask *m, const lede_allocator *allocator) {
    VEC_FREE(&m->copy, allocator);
    VEC_FREE(&m->spans, allocator);
}

/* Makes the line that has a byte the line at hand. */
static void go_to(mask_scan *c, uint32_t at) {
    const source *s = c->s;
    while (c->row + 1 < s->lines.count && s->lines.items[c->row + 1] <= at) {
        c->row++;
    }
    c->line = mask_read_line(c, c->row);
}

/* Lines from their begin; the rest of a line on which a construct ended, inline. */
static void scan(mask_scan *c) {
    for (uint32_t at = c->begin; at < c->size && !c->failed;) {
        go_to(c, at);
        at = at == c->line.begin ? mask_block(c) : at;
        if (at < c->line.end) {
            at = mask_inline(c, at, c->line.end);
        }
        at = at < c->line.next && at >= c->line.end ? c->line.next : at;
    }
}

lede_status mask_read(mask *m, const lede_allocator *allocator, const source *s,
                      uint32_t begin, bool mdx) {
    m->bytes = s->bytes;
    mask_scan c = {.m = m,
                   .allocator = allocator,
                   .s = s,
                   .bytes = s->bytes,
                   .size = s->size,
                   .begin = begin < s->bom ? s->bom : begin,
                   .mdx = mdx,
                   .after_blank = true,
                   .myst = -1};
    go_to(&c, c.begin);
    c.first_row = c.row;
    scan(&c);
    if (!c.failed) {
        mask_bounds(&c);
    }
    if (!c.failed) {
        mask_paint(&c);
    }
    return c.failed ? LEDE_NO_MEMORY : LEDE_OK;
}

lede_omission_kind mask_omission(mask_kind kind) {
    switch (kind) {
    case MASK_SHORTCODE:
        return LEDE_OMITTED_SHORTCODE;
    case MASK_EXPRESSION:
        return LEDE_OMITTED_EXPRESSION;
    case MASK_MODULE:
        return LEDE_OMITTED_MODULE;
    case MASK_TAG:
        return LEDE_OMITTED_TAG;
    case MASK_COMMENT:
        return LEDE_OMITTED_COMMENT;
    case MASK_CONTAINER:
        return LEDE_OMITTED_CONTAINER;
    case MASK_ATTRIBUTES:
        return LEDE_OMITTED_ATTRIBUTES;
    case MASK_FOOTNOTE:
        return LEDE_OMITTED_FOOTNOTE;
    case MASK_CODE:
        return LEDE_OMITTED_CODE_BLOCK;
    case MASK_TARGET:
        return LEDE_OMITTED_LINK_TARGET;
    case MASK_DEFINITION:
    case MASK_ALERT:
    case MASK_INDENT:
    case MASK_BREAK:
    case MASK_DEEP:
        break;
    }
    return LEDE_OMITTED_NONE; /* mere signs, as the # of a heading */
}
