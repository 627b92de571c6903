/* SPDX-License-Identifier: MIT */
/* What a byte can be to a tokenizer: one look per byte on the hot path. */
#ifndef LEDE_TEXT_BYTES_H
#define LEDE_TEXT_BYTES_H

#include <stdint.h>

#define BYTE_LOWER 0x01u
#define BYTE_UPPER 0x02u
#define BYTE_DIGIT 0x04u
#define BYTE_UNDERSCORE 0x08u
#define BYTE_WORD 0x0Fu  /* any of the above: ASCII word characters */
#define BYTE_JOINS 0x10u /* may join what stands at its sides: ' - . , : / & @ % */
#define BYTE_SPACE 0x20u
#define BYTE_NEWLINE 0x40u
#define BYTE_HIGH 0x80u /* part of a code point above U+007F */

extern const uint8_t byte_class[256];

static inline unsigned byte_at(const char *text, uint32_t at) {
    return byte_class[(unsigned char)text[at]];
}

#endif
