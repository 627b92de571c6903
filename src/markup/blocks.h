/* SPDX-License-Identifier: MIT */
/* Lines of the visible text -> blocks; what their shape sets aside. */
#ifndef LEDE_MARKUP_BLOCKS_H
#define LEDE_MARKUP_BLOCKS_H

#include "markup/page.h"

/* p->text and p->hard_wrapped are set. keep_rules: LEDE_RULE_BIT of the rules that are
 * not applied. */
lede_status blocks_read(page *p, const lede_allocator *allocator, uint32_t keep_rules);

#endif
