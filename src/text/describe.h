/* SPDX-License-Identifier: MIT */
/* A mark that may end a sentence -> what belongs to it and what stands around it. */
#ifndef LEDE_TEXT_DESCRIBE_H
#define LEDE_TEXT_DESCRIBE_H

#include "text/boundary.h"

/* The words of one block, the open sentence, and what is open in it. */
typedef struct view {
    const lede_document *d;
    const lede_word *words;
    uint32_t first;    /* first entry of the open sentence */
    uint32_t end;      /* behind the block's last entry */
    uint32_t looked;   /* entries before it are in what follows */
    uint32_t head;     /* entries of the sentence before it are marks */
    uint32_t brackets; /* open in the sentence */
    bool quote;        /* a quotation is open in the sentence */
    bool introduced;   /* a colon or comma stands before the last one that opened */
    bool title;        /* the brackets of a title are: 《 */
    bool quoted;       /* the block is quoted mail: ">" before its lines */
    bool straight;     /* an odd number of straight quotes so far in the block */
} view;

/* Takes in what opens and closes before entry i, behind v->looked: quotations, brackets,
 * titles. */
void view_look_on(view *v, uint32_t i);

/* The same; most entries before i were looked at already. */
static inline void view_look(view *v, uint32_t i) {
    if (v->looked < i) {
        view_look_on(v, i);
    }
}

/* The same for one entry, v->looked, whose mark is not 0 (MARK_OTHER); v->looked is left
 * to the caller. */
void view_note(view *v);

/* entry i: a mark from MARK_STOP to MARK_RULE, a mark that the language counts as a
 * terminator, or a word with a stop of its own. Returns what is behind all that belongs
 * to it. */
uint32_t describe(view *v, uint32_t i, boundary *b);

#endif
