/* SPDX-License-Identifier: MIT */
/* Markdown -> visible text, map, blocks, and what was left out. */
#ifndef LEDE_MARKUP_MARKDOWN_H
#define LEDE_MARKUP_MARKDOWN_H

#include "markup/flow.h"

typedef struct markdown_options {
    bool mdx;
    lede_newlines newlines;
    uint32_t keep_rules; /* LEDE_RULE_BIT of each rule not to look for */
} markdown_options;

/* Fills a page from the source's byte `begin` on, behind the front matter. What the page
 * has already is of the bytes before. Fails for lack of memory, or when the visible text
 * would pass 4 GiB (LEDE_TOO_LARGE). */
lede_status markdown_read(page *p, const lede_allocator *allocator, const source *s,
                          uint32_t begin, const markdown_options *options);

#endif
