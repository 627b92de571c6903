/* SPDX-License-Identifier: MIT */
/* Plain text: blocks from lines, blank lines and shapes. */
#ifndef LEDE_MARKUP_PLAIN_H
#define LEDE_MARKUP_PLAIN_H

#include "markup/page.h"

/* Fills an empty page. keep_rules: LEDE_RULE_BIT of each rule not to look for.
 * Fails for lack of memory, or when the visible text would pass 4 GiB
 * (LEDE_TOO_LARGE). */
lede_status plain_read(page *p, const lede_allocator *allocator, const source *s,
                       lede_newlines newlines, uint32_t keep_rules);

#endif
