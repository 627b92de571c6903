/* SPDX-License-Identifier: MIT */
/* How far one word reaches: docs/segmentation.md, "Words". */
#ifndef LEDE_TEXT_SCAN_H
#define LEDE_TEXT_SCAN_H

#include "text/bytes.h"

#include <lede/types.h>

#include <stdbool.h>

/* Bits of scan.seen beside those of bytes.h (letters, digits, underscore). */
#define SEEN_LETTER 0x010u /* a letter without case */
#define SEEN_HIGH 0x020u   /* a code point above U+007F */
#define SEEN_RARE 0x040u   /* one whose folded form needs normalisation */
#define SEEN_HYPHEN 0x080u
#define SEEN_DOT 0x100u
#define SEEN_ANY_LETTER (BYTE_LOWER | BYTE_UPPER | SEEN_LETTER)

typedef struct scan {
    const char *text;
    uint32_t size;
    uint32_t end;     /* behind what was accepted so far */
    uint32_t seen;    /* of the whole word */
    uint32_t part;    /* begin of the part behind the last full stop or hyphen */
    uint8_t kind;     /* lede_word_kind */
    bool long_part;   /* a part of more than two letters stands before `part` */
    bool name_part;   /* such a part stands before a full stop */
    bool after_dot;   /* a full stop opened the last part */
    bool acronym;     /* the last dot was taken in as the acronym's own */
    bool approximate; /* one cluster of a script without spaces */
} scan;

/*
 * Reads the word that begins at `at`, if one does: s->text and s->size are
 * set, the text is valid UTF-8. False: no word begins here; what was read
 * nevertheless, [at, s->end), is no word and must not be read again. Linear: a
 * byte is looked at a constant number of times over the whole text.
 */
bool scan_word(scan *s, uint32_t at);

#endif
