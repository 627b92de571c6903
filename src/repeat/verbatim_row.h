/* SPDX-License-Identifier: MIT */
/*
 * A document as the row of words that a quotation is compared by: folded keys as
 * numbers. What joins or divides letters is no part of them, so that a hyphen and a dash
 * are equal; what stands at a number (sign, currency, per cent) is a word of its own.
 */
#ifndef LEDE_REPEAT_VERBATIM_ROW_H
#define LEDE_REPEAT_VERBATIM_ROW_H

#include "repeat/verbatim_keys.h"
#include "text/document.h"

typedef enum verbatim_sign_kind {
    VERBATIM_OMISSION, /* an ellipsis, in brackets or not */
    VERBATIM_OPENS,    /* a square bracket */
    VERBATIM_CLOSES
} verbatim_sign_kind;

/* What an editor sets into a quotation. */
typedef struct verbatim_sign {
    uint32_t token;  /* it stands before this one */
    uint32_t offset; /* byte of the text */
    uint8_t kind;    /* verbatim_sign_kind */
} verbatim_sign;

typedef struct verbatim_row {
    const lede_document *d;
    const lede_allocator *allocator;
    VEC_OF(uint32_t) numbers;
    VEC_OF(lede_span) spans;     /* text of each */
    VEC_OF(uint32_t) sentences;  /* the first token of each, and the end of all */
    VEC_OF(verbatim_sign) signs; /* ascending; kept if asked for */
    bool keeps_signs;
} verbatim_row;

/* r is zeroed by the caller but for allocator and keeps_signs; verbatim_row_free() is due
 * even after a failure. False: no memory. */
bool verbatim_row_read(verbatim_row *r, const lede_document *d, verbatim_keys *keys);
void verbatim_row_free(verbatim_row *r);

/* The sentence of a token. */
uint32_t verbatim_row_sentence(const verbatim_row *r, uint32_t token);
/* The first token that begins at this byte of the text or behind it. */
uint32_t verbatim_row_at(const verbatim_row *r, uint32_t offset);
/* The text of tokens [begin, end), which are not none. */
lede_span verbatim_row_span(const verbatim_row *r, uint32_t begin, uint32_t end);

#endif
