/* SPDX-License-Identifier: MIT */
/* A Markdown file: front matter and what stands behind it. */
#ifndef LEDE_MARKUP_DRAFT_H
#define LEDE_MARKUP_DRAFT_H

#include "markup/markdown.h"

/* What the front matter told that is not in the page. */
typedef struct draft_front {
    lede_front_matter state;
    const char *problem; /* why it was set aside, or what of it: static text, or NULL */
    uint32_t problem_at; /* offset in the source */
    char language[16];   /* NUL-terminated; empty: not named */
} draft_front;

/* Fills an empty page; title and description are its first blocks. Fails for lack of
 * memory, or when the visible text would pass 4 GiB (LEDE_TOO_LARGE). */
lede_status draft_read(page *p, const lede_allocator *allocator, const source *s,
                       const markdown_options *options, draft_front *front);

#endif
