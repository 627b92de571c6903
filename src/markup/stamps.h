/* SPDX-License-Identifier: MIT */
/* Date stamps in the first lines of a page whose blocks are known. */
#ifndef LEDE_MARKUP_STAMPS_H
#define LEDE_MARKUP_STAMPS_H

#include "markup/page.h"

/* Cuts them off the front of the first blocks of text: blocks of their own, set aside.
 * keep_rules: LEDE_RULE_BIT of each rule not to look for. Fails for lack of memory. */
lede_status stamps_take(page *p, const lede_allocator *allocator, uint32_t keep_rules);

#endif
