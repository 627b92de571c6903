/* SPDX-License-Identifier: MIT */
#include "repeat/shared_steps.h"

/* A step is numbers of seven bits a byte, the lowest first. The first holds the bytes
 * that lie between, and what follows it. */
enum {
    STEP_ASCII,   /* nothing: as many columns, in the same line */
    STEP_PLANE,   /* the columns; no code point takes two UTF-16 units */
    STEP_COLUMNS, /* the columns, and those in UTF-16 */
    STEP_LINES,   /* the lines, and both columns there */
    STEP_KINDS
};

static uint8_t *write_number(uint8_t *to, uint64_t number) {
    for (; number > 0x7F; number >>= 7) {
        *to++ = (uint8_t)(number | 0x80);
    }
    *to++ = (uint8_t)number;
    return to;
}

static const uint8_t *read_number(const uint8_t *from, uint64_t *number) {
    unsigned shift = 0;
    for (*number = 0; (*from & 0x80u) != 0; shift += 7) {
        *number |= (uint64_t)(*from++ & 0x7Fu) << shift;
    }
    *number |= (uint64_t)*from++ << shift;
    return from;
}

static unsigned kind_of(const lede_place *from, const lede_place *place) {
    uint32_t bytes = place->offset - from->offset;
    uint32_t columns = place->column - from->column;
    uint32_t units = place->utf16_column - from->utf16_column;
    return place->line != from->line ? STEP_LINES
           : columns != units        ? STEP_COLUMNS
           : columns != bytes        ? STEP_PLANE
                                     : STEP_ASCII;
}

uint8_t *shared_step_write(uint8_t *to, const lede_place *from, const lede_place *place) {
    unsigned kind = kind_of(from, place);
    uint64_t bytes = place->offset - from->offset;
    to = write_number(to, bytes * STEP_KINDS + kind);
    if (kind == STEP_LINES) {
        to = write_number(to, place->line - from->line);
        to = write_number(to, place->column);
        return write_number(to, place->utf16_column);
    }
    if (kind != STEP_ASCII) {
        to = write_number(to, place->column - from->column);
    }
    return kind == STEP_COLUMNS
               ? write_number(to, place->utf16_column - from->utf16_column)
               : to;
}

const uint8_t *shared_step_read(const uint8_t *from, lede_place *place) {
    uint64_t first = 0, columns = 0, units = 0;
    from = read_number(from, &first);
    unsigned kind = (unsigned)(first % STEP_KINDS);
    columns = units = first / STEP_KINDS;
    place->offset += (uint32_t)(first / STEP_KINDS);
    if (kind == STEP_LINES) {
        from = read_number(from, &columns);
        place->line += (uint32_t)columns;
        place->column = place->utf16_column = 0;
    }
    if (kind != STEP_ASCII) {
        from = read_number(from, &columns);
        units = columns;
    }
    if (kind == STEP_COLUMNS || kind == STEP_LINES) {
        from = read_number(from, &units);
    }
    place->column += (uint32_t)columns;
    place->utf16_column += (uint32_t)units;
    return from;
}
