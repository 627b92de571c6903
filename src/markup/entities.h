/* SPDX-License-Identifier: MIT */
/* Character references: "&amp;", "&#233;", "&#xE9;". */
#ifndef LEDE_MARKUP_ENTITIES_H
#define LEDE_MARKUP_ENTITIES_H

#include <stddef.h>

/* No reference is longer than this, "&" and ";" included. */
#define ENTITY_BYTES 33u

/* What a reference stands for is two code points at most. */
#define ENTITY_TEXT 8u

/*
 * How many bytes of UTF-8 the reference entity[0..n) stands for, "&" and ";" included;
 * they are written to out. 0: it is none. As CommonMark 0.30, section 2.5, has them: the
 * names of HTML that end with ";", in their own case, 1 to 7 decimal and 1 to 6
 * hexadecimal digits; U+FFFD for zero, surrogates and what is beyond U+10FFFF.
 */
size_t entity_decode(const char *entity, size_t n, char out[ENTITY_TEXT]);

#endif
