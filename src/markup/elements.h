/* SPDX-License-Identifier: MIT */
/* What the elements of HTML are to a reader of prose. */
#ifndef LEDE_MARKUP_ELEMENTS_H
#define LEDE_MARKUP_ELEMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum element_kind {
    ELEMENT_OTHER = 0, /* inline or unknown: its text goes on through the tag */
    ELEMENT_BREAK,     /* a line end */
    ELEMENT_BLOCK,     /* a paragraph ends here */
    ELEMENT_HEADING,
    ELEMENT_LIST_ITEM,
    ELEMENT_QUOTE,
    ELEMENT_CELL,    /* of a table */
    ELEMENT_CAPTION, /* of a table or a figure */
    ELEMENT_CODE,    /* what is inside is no prose */
    ELEMENT_IMAGE,
    ELEMENT_HIDDEN /* what is inside is not shown or is no part of the article */
} element_kind;

#define ELEMENT_NAME_MAX 10u

typedef struct element {
    char name[ELEMENT_NAME_MAX + 1]; /* lower case, NUL behind it */
    uint8_t kind;                    /* element_kind */
    uint8_t level;                   /* heading level 1-6, else 0 */
    bool empty;                      /* has no end tag */
    bool raw; /* tags inside are text: only its own end tag ends it */
} element;

/* Of a name in lower case. NULL: ELEMENT_OTHER, neither empty nor raw. Nobody's to free.
 */
const element *element_find(const char *name, size_t n);

#endif
