/* SPDX-License-Identifier: MIT */
/* The lines of style.txt and repeats.txt that hold no words: rules and speeds. */
#ifndef LEDE_LANG_PARSE_RULES_H
#define LEDE_LANG_PARSE_RULES_H

#include "lang/list_lines.h"
#include "lang/parse_style.h"

/* "SUFFIX REPLACEMENT [double] [optional] [after A,B | unless A,B] [base LIST]
 * [word LIST]"; a replacement of - is none. */
lede_status parse_rule(style_builder *b, list_rule_kind kind, list_slice line,
                       lede_error *error);

/* "reading 228 words", "speaking 150 words", or "characters". */
lede_status parse_speed(style_builder *b, list_slice line, lede_error *error);

#endif
