/* SPDX-License-Identifier: MIT */
/* Does a sentence end here? Ordered rules, then a score of the evidence. */
#ifndef LEDE_TEXT_BOUNDARY_H
#define LEDE_TEXT_BOUNDARY_H

#include "text/document.h"
#include "text/marks.h"

/* A terminator with the closers behind it, and what stands at both sides.
 * Pointers into the word array; NULL: the sentence or block has none there. */
typedef struct boundary {
    const lede_document *d;
    const lede_word *before;  /* word whose stop this is */
    const lede_word *earlier; /* word before that, in the same sentence */
    const lede_word *after;   /* first entry behind the closers */
    const lede_word *later;   /* the entry behind that */
    mark_kind kind;           /* STOP, TERMINATOR, FINAL or ELLIPSIS */
    bool closed;              /* a closing quote or bracket lies between */
    bool bracketed;           /* "[...]" */
    bool attached;            /* no white space before the terminator */
    bool alone;               /* nothing stands in the sentence before the word */
} boundary;

#define BOUNDARY_NONE (-1)

typedef struct verdict {
    int why; /* a lede_sentence_end, or BOUNDARY_NONE */
    lede_boundary_rule rule;
    int score; /* of LEDE_BOUNDARY_SCORE */
} verdict;

/* b->after is never NULL. */
verdict boundary_judge(const boundary *b);

#endif
