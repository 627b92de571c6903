/* SPDX-License-Identifier: MIT */
/* The headings under which the text of a page stands. */
#ifndef LEDE_TEXT_OUTLINE_H
#define LEDE_TEXT_OUTLINE_H

#include "text/document.h"

/*
 * Does a section begin with sentence i? Where headings are marked, with each of them,
 * also with one that was set aside ("## Read more"): a reader sees it all the same.
 * Elsewhere with a heading that is told by its shape.
 */
static inline bool outline_is_heading(const lede_document *d, uint32_t i) {
    const lede_sentence *s = &d->sentences.items[i];
    const lede_block *b = &d->page.blocks.items[s->block];
    if (d->page.has_levels) {
        return b->first_sentence == i && b->kind == LEDE_BLOCK_HEADING && b->level > 0 &&
               b->inside == 0;
    }
    return s->role == LEDE_ROLE_HEADING &&
           (i == 0 || s[-1].role != LEDE_ROLE_HEADING || s[-1].block != s->block);
}

#endif
