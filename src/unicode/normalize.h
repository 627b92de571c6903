/* SPDX-License-Identifier: MIT */
/* What utf8proc does for us, never per code point of a whole text. */
#ifndef LEDE_UNICODE_NORMALIZE_H
#define LEDE_UNICODE_NORMALIZE_H

#include <lede/types.h>

#include <stdint.h>

/* The form of a word under which it is looked up. Full case folding, letters
 * and digits of full and half width made ordinary ones, then NFC. Dropped:
 * default-ignorable code points (soft hyphen, zero-width joiners), vowel points and
 * tatweel (UT_POINT), marks of stress on Cyrillic letters. text is valid UTF-8. Writes at
 * most `capacity` bytes to out and returns how many bytes the result has; more than
 * capacity: nothing useful was written, call again with room. SIZE_MAX: no
 * memory. Uses allocator for scratch. */
size_t normalize_fold(const lede_allocator *allocator, const char *text, size_t n,
                      char *out, size_t capacity);

/* NFC and nothing else; otherwise like normalize_fold(). */
size_t normalize_compose(const lede_allocator *allocator, const char *text, size_t n,
                         char *out, size_t capacity);

/* The first code point of the canonical decomposition: e of U+00E9. Itself when there
 * is none. */
uint32_t normalize_base(uint32_t code);

/* Terminal columns of a code point: 0, 1 or 2. */
int normalize_width(uint32_t code);

/* The Unicode version of the linked utf8proc, for instance "15.0.0". */
const char *normalize_unicode_version(void);

#endif
