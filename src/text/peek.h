/* SPDX-License-Identifier: MIT */
/* One code point of a word being read, and what it can be there. */
#ifndef LEDE_TEXT_PEEK_H
#define LEDE_TEXT_PEEK_H

#include "text/scan.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

/* A code point and where the next one begins. */
typedef struct peek {
    uint32_t code;
    uint32_t next;
    unicode_class class;
} peek;

static inline peek peek_at(const scan *s, uint32_t at) {
    peek p = {0, at, UC_OTHER};
    if (at >= s->size) {
        return p;
    }
    unsigned byte = byte_at(s->text, at);
    if ((byte & (BYTE_LOWER | BYTE_UPPER | BYTE_DIGIT | BYTE_SPACE)) != 0) {
        p.code = (unsigned char)s->text[at];
        p.next = at + 1;
        p.class = (byte & BYTE_LOWER) != 0   ? UC_LETTER_LOWER
                  : (byte & BYTE_UPPER) != 0 ? UC_LETTER_UPPER
                  : (byte & BYTE_DIGIT) != 0 ? UC_DIGIT
                                             : UC_SPACE;
    } else {
        size_t next = at;
        p.code = utf8_next(s->text, &next);
        p.next = (uint32_t)next;
        p.class = tables_class_of(p.code);
    }
    return p;
}

static inline bool peek_is_cased(unicode_class class) {
    return class == UC_LETTER_LOWER || class == UC_LETTER_UPPER ||
           class == UC_LETTER_TITLE;
}

static inline bool peek_is_letter(const peek *p) {
    return peek_is_cased(p->class) || p->class == UC_LETTER;
}

static inline bool peek_is_digit(const peek *p) {
    return p->class == UC_DIGIT;
}

static inline bool peek_is_alnum(const peek *p) {
    return peek_is_letter(p) || peek_is_digit(p);
}

/* What ends at `at` > 0. */
static inline peek peek_before(const scan *s, uint32_t at) {
    size_t begin = at;
    utf8_previous(s->text, &begin);
    return peek_at(s, (uint32_t)begin);
}

#endif
