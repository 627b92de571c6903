/* SPDX-License-Identifier: MIT */
/* Where front matter would begin and end, by its fences alone. */
#ifndef LEDE_MARKUP_FRONT_FENCES_H
#define LEDE_MARKUP_FRONT_FENCES_H

#include "markup/front_matter.h"

typedef struct front_fences {
    front_matter_form form; /* FRONT_MATTER_NONE: there are no fences */
    lede_span span;         /* fences and the line end behind included */
    lede_span content;      /* whole lines between them; of { } the span itself */
} front_fences;

front_fences front_fences_find(const source *s);

/* Does the first line that is neither blank nor a comment look like "key:"? */
bool front_fences_key(const char *bytes, lede_span content);

#endif
