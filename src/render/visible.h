/* SPDX-License-Identifier: MIT */
/* The one sink for what people read: no text can act on a terminal. */
#ifndef LEDE_RENDER_VISIBLE_H
#define LEDE_RENDER_VISIBLE_H

#include "base/out.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Any bytes. White space with a line end in it becomes one space, a tab a
 * space; controls become \x1b or \u0085, characters that hide or reorder text
 * <U+202E>, bytes that are not UTF-8 \xff, all else stays.
 */
void visible_write(out *o, const char *bytes, size_t n);

/* Bidirectional controls, zero-width space, byte-order mark: nothing to see,
 * and able to make a line read as what it is not. */
bool visible_is_hidden(uint32_t code);

/* The last `count` hexadecimal digits of value, lower case, no NUL. */
void visible_hex(char *digits, uint32_t value, size_t count);

#endif
