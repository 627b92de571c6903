/* SPDX-License-Identifier: MIT */
/* The words of a stream that may be part of a repeated sequence, as numbers. */
#ifndef LEDE_REPEAT_SYMBOLS_H
#define LEDE_REPEAT_SYMBOLS_H

#include "repeat/sequences.h"
#include "repeat/stream.h"

/*
 * Words that stand beside no word as they do elsewhere are left out, and of what is left
 * what can be no phrase, which leaves a tenth of a text or less. Between the rest, and
 * wherever something breaks, stands a symbol that is there once.
 */
typedef struct symbols {
    symbol_text text;
    VEC_OF(uint32_t) items;
    VEC_OF(uint32_t) at;     /* of each item the word of the stream; LEDE_NONE: a break */
    VEC_OF(uint8_t) classes; /* of each symbol SYMBOL_... bits */
    VEC_OF(uint32_t) class_of; /* of each symbol the class; LEDE_NONE: a break */
} symbols;

/* False: no memory; symbols_free() is due anyway. */
bool symbols_read(symbols *y, const stream *s, const lede_allocator *allocator);
void symbols_free(symbols *y, const lede_allocator *allocator);

#endif
