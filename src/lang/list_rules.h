/* SPDX-License-Identifier: MIT */
/* Rewriting a word by a rule of its language. */
#ifndef LEDE_LANG_LIST_RULES_H
#define LEDE_LANG_LIST_RULES_H

#include "lang/list_tables.h"
#include "lang/pack.h"

/* Bytes that are left of a word when its ending is gone, at least; a rule whose suffix
 * is the whole word ("won't") leaves nothing and has a replacement. */
#define LIST_RULE_REST_MIN 2u

/* Writes the folded word with the rule's replacement in place of its suffix to base,
 * which has room for n bytes, and returns its length; 0: the rule does not fit. */
size_t list_rule_apply(const language_pack *pack, const list_rule *rule, const char *key,
                       size_t n, char *base);

/* Has a folded key no letter, or does it begin with a digit ("1948", "19th")? */
bool list_is_numeral(const char *key, size_t n);

#endif
