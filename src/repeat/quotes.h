/* SPDX-License-Identifier: MIT */
/* Quotations: which marks open and close them, and which are apostrophes. */
#ifndef LEDE_REPEAT_QUOTES_H
#define LEDE_REPEAT_QUOTES_H

#include "text/document.h"

/* What is open in the block that is being read. */
typedef struct quotes {
    const lede_document *d;
    bool twofold; /* a quotation between double marks or angles */
    bool single;  /* one between single marks */
    bool no_end;  /* no single mark closes anything up to the end of the block */
    uint32_t end; /* word behind the block */
} quotes;

typedef enum quote_mark {
    QUOTE_NONE = 0,   /* no quotation mark */
    QUOTE_APOSTROPHE, /* part of the word before: "the nations' plans" */
    QUOTE_OPENS,
    QUOTE_CLOSES
} quote_mark;

/* Marks tell by the white space around them; a mark between two spaces or two words
 * opens what is not open and closes what is. A quotation ends with its block, since
 * many go on with a new mark in the next one. Where no single mark closes it, a single
 * mark opens nothing: "the '90s". */
quotes quotes_begin(const lede_document *d, uint32_t block);
quote_mark quotes_note(quotes *q, uint32_t word);

static inline bool quotes_open(const quotes *q) {
    return q->twofold || q->single;
}

#endif
