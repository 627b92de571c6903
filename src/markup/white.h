/* SPDX-License-Identifier: MIT */
/* White space of any script at the ends of a text. */
#ifndef LEDE_MARKUP_WHITE_H
#define LEDE_MARKUP_WHITE_H

#include <stdbool.h>
#include <stdint.h>

/* Is the code point white space or a line end? */
bool white_is(uint32_t code);

/* Where what is none begins in bytes [at, end); end: nowhere. Bad bytes are none. */
uint32_t white_skip(const char *bytes, uint32_t at, uint32_t end);

/* Where text [begin, end), valid UTF-8, ends without what is behind it. */
uint32_t white_trim(const char *text, uint32_t begin, uint32_t end);

#endif
