/* SPDX-License-Identifier: MIT */
/* The shapes of words in a style.txt: "be*t", and prefixes. */
#ifndef LEDE_LANG_PARSE_SHAPES_H
#define LEDE_LANG_PARSE_SHAPES_H

#include "lang/list_lines.h"
#include "lang/parse_style.h"

/* Adds one entry; shape: its lists. A prefix has no "*", a shape one between two texts.
 */
lede_status parse_shape(style_builder *b, list_shape shape, const list_slice *s,
                        bool prefix, lede_error *error);

/* Sorts them by their first byte. */
lede_status parse_shapes_finish(style_builder *b, list_index *index, lede_error *error);

#endif
