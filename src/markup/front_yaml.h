/* SPDX-License-Identifier: MIT */
/* YAML of front matter: which scalars are kept. Alone includes libyaml's header. */
#ifndef LEDE_MARKUP_FRONT_YAML_H
#define LEDE_MARKUP_FRONT_YAML_H

#include "markup/front_matter.h"

typedef enum front_verdict {
    FRONT_MAPPING, /* a mapping; with f->problem one that is not read */
    FRONT_OTHER,   /* YAML, but a scalar, a sequence or nothing at all */
    FRONT_BROKEN   /* no YAML; f->problem says why */
} front_verdict;

/* Fills values, pieces and text of *f, or its problem, with the lines `content` of the
 * source's bytes. Fails for lack of memory only, that of the C library included. */
lede_status front_yaml_read(front_matter *f, const lede_allocator *allocator,
                            const char *bytes, lede_span content, front_verdict *verdict);

#endif
