/* SPDX-License-Identifier: MIT */
/* The rules that judge a boundary before the model is asked, in the order of
 * lede_boundary_rule: the first that decides holds. */
#ifndef LEDE_TEXT_BOUNDARY_RULES_H
#define LEDE_TEXT_BOUNDARY_RULES_H

#include "text/boundary.h"

/* What a rule may say beside an end and BOUNDARY_NONE: it does not apply. */
#define BOUNDARY_UNDECIDED (-2)

/* Of the marks and what stands beside them. */
int rule_glued(const boundary *b);
int rule_omitted(const boundary *b);
int rule_goes_on(const boundary *b);
int rule_ellipsis(const boundary *b);
int rule_terminator(const boundary *b);

/* Of the word before the stop. */
int rule_title(const boundary *b);
int rule_numbered(const boundary *b);
int rule_enumerator(const boundary *b);
int rule_ordinal(const boundary *b);
int rule_spaced(const boundary *b);
int rule_initial(const boundary *b);
int rule_connector(const boundary *b);
int rule_before_number(const boundary *b);
int rule_closing(const boundary *b);
int rule_caseless(const boundary *b);
int rule_name(const boundary *b);

#endif
