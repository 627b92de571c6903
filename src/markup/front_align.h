/* SPDX-License-Identifier: MIT */
/* Which bytes of a scalar of YAML each byte of its value stands for. */
#ifndef LEDE_MARKUP_FRONT_ALIGN_H
#define LEDE_MARKUP_FRONT_ALIGN_H

#include "markup/front_matter.h"

typedef enum front_style {
    FRONT_PLAIN = 0,
    FRONT_SINGLE_QUOTED,
    FRONT_DOUBLE_QUOTED,
    FRONT_LITERAL, /* | */
    FRONT_FOLDED   /* > */
} front_style;

/*
 * Appends the pieces of *v to f->pieces and says in *v which they are; v->value and
 * v->source are read. What cannot be followed becomes one generated piece, so that a
 * piece of the same bytes always has them. Linear in the bytes of both. False: no
 * memory.
 */
bool front_align(front_matter *f, const lede_allocator *allocator, const char *bytes,
                 front_value *v, front_style style);

#endif
