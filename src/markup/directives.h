/* SPDX-License-Identifier: MIT */
/* What authors say to lede itself, kept for whoever checks a draft. */
#ifndef LEDE_MARKUP_DIRECTIVES_H
#define LEDE_MARKUP_DIRECTIVES_H

#include "markup/front_matter.h"

/* Keeps a comment of HTML or MDX that begins with "lede-" or "lede " and forgets any
 * other. span: all of it, signs included. */
lede_status directives_add_comment(page *p, const lede_allocator *allocator,
                                   const source *s, lede_span span);

/* Keeps a setting below "lede" in the front matter. */
lede_status directives_add_setting(page *p, const lede_allocator *allocator,
                                   const front_matter *f, const front_value *value);

#endif
