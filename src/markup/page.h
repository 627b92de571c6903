/* SPDX-License-Identifier: MIT */
/* What a reader sees of a source: visible text, the map back, and blocks. */
#ifndef LEDE_MARKUP_PAGE_H
#define LEDE_MARKUP_PAGE_H

#include "markup/source.h"

typedef enum piece_kind {
    PIECE_SAME = 0, /* the bytes are those of the source */
    PIECE_DECODED,  /* equal units, each standing for one of the source */
    PIECE_GENERATED /* text without a source; the span is where it would be */
} piece_kind;

/* Ascending and without gaps in the text. */
typedef struct piece {
    lede_span text;
    lede_span source;
    uint8_t kind;
    uint8_t unit_text;   /* decoded: bytes of a unit in the text */
    uint8_t unit_source; /* and in the source */
} piece;

/* What an author says to lede itself: a comment, or a setting below "lede" in the front
 * matter. */
typedef struct directive {
    lede_span source; /* the comment, or the scalar */
    lede_span key;    /* of page.settings; empty for a comment */
    lede_span value;  /* and the text of the comment, without white space at its ends */
} directive;

typedef struct page {
    const char *text; /* the source's own bytes, or owned.items */
    uint32_t size;
    bool hard_wrapped; /* single line ends are spaces */
    uint32_t width;    /* code points at which lines wrap; 0: not known */
    VEC_OF(char) owned;
    VEC_OF(piece) pieces;
    VEC_OF(lede_block) blocks;
    VEC_OF(lede_ledger_entry) ledger; /* set aside by shape */
    VEC_OF(lede_omission) omissions;  /* not in the text; ascending */
    VEC_OF(uint32_t) gaps;        /* text offsets where what is left out would stand */
    VEC_OF(directive) directives; /* ascending, those of the front matter first */
    VEC_OF(char) settings;        /* keys and values of directives */
    bool has_levels;              /* headings are marked; those told by their shape
                                     begin no section */
} page;

void page_free(page *p, const lede_allocator *allocator);

/* The source byte that a text offset stands for (its end for p->size): where the text
 * from there on begins. */
uint32_t page_source_offset(const page *p, uint32_t offset);

/* Where the text before the offset ends in the source, which is elsewhere when markup
 * stands between. */
uint32_t page_source_end(const page *p, uint32_t offset);

#endif
