/* SPDX-License-Identifier: MIT */
/* The file as it was given: its bytes, its lines, and how far into a line. */
#ifndef LEDE_MARKUP_SOURCE_H
#define LEDE_MARKUP_SOURCE_H

#include "base/vec.h"

/* Counts up to a byte, so that a column in a line of any length costs at most
 * one stride of counting. */
typedef struct source_mark {
    uint32_t offset; /* begin of a code point or bad sequence */
    uint32_t points; /* code points before it */
    uint32_t units;  /* UTF-16 code units before it */
} source_mark;

typedef struct source {
    const char *bytes;
    uint32_t size;
    uint32_t bom;           /* bytes of a byte-order mark at the start: 0 or 3 */
    bool ascii;             /* no byte above 0x7F: a column is a byte */
    uint32_t bad;           /* bad sequences */
    uint32_t nul;           /* NUL bytes */
    uint32_t first_bad;     /* offset of the first of either, or LEDE_NONE */
    VEC_OF(uint32_t) lines; /* begin of each line: after LF, CR LF or CR */
    VEC_OF(source_mark) marks;
} source;

/* bytes stay the caller's. Fails for lack of memory only. */
lede_status source_open(source *s, const lede_allocator *allocator, const char *bytes,
                        uint32_t size);
void source_close(source *s, const lede_allocator *allocator);

/* Is it nothing, or nothing but blanks and line ends of ASCII? */
bool source_is_white(const source *s, lede_span span);

#endif
