/* SPDX-License-Identifier: MIT */
/* Does a sentence end here? Ordered rules, then the model's score of the evidence. */
#ifndef LEDE_TEXT_BOUNDARY_H
#define LEDE_TEXT_BOUNDARY_H

#include "lang/model.h"
#include "text/document.h"
#include "text/marks.h"

/* The classes whose word is an abbreviation wherever it has a stop. Those before
 * numbers are not among them: "no." and "art." are words when none follows. */
#define BOUNDARY_ABBREVIATION                                                            \
    (LEDE_TERM_TITLE | LEDE_TERM_CALENDAR | LEDE_TERM_ORGANISATION | LEDE_TERM_MAY_END | \
     LEDE_TERM_CONNECTOR)
#define BOUNDARY_CLASSES (BOUNDARY_ABBREVIATION | LEDE_TERM_NUMBERED)

/* A longer word is no abbreviation that only the text attests: "approx". */
#define BOUNDARY_ATTESTED_BYTES 8u

/* A mark that may end a sentence with the closers behind it, and what stands at
 * both sides. Pointers into the word array; NULL: the sentence or block has none
 * there. */
typedef struct boundary {
    const lede_document *d;
    const lede_word *first;   /* entry of the sentence */
    const lede_word *mark;    /* the terminator, or the word with a stop of its own */
    const lede_word *before;  /* word whose stop this is */
    const lede_word *earlier; /* word before that, in the same sentence */
    const lede_word *after;   /* first entry behind the closers */
    const lede_word *later;   /* the entry behind that */
    const lede_word *end;     /* behind the last entry of the block */
    uint32_t classes;         /* of `before`: boundary_classes() */
    mark_kind kind;           /* MARK_STOP to MARK_RULE */
    bool closed;              /* a closing quote or bracket lies between */
    bool bracket_closed;      /* a bracket is the last of them */
    bool bracketed;           /* "[...]" */
    bool glued;               /* no white space behind the closers */
    bool attached;            /* no white space before the terminator */
    bool alone;               /* no word stands in the sentence before the word */
    bool repeated;            /* more terminators than one: "?!", ". . ." */
    bool introduced;          /* the last quotation stands behind a colon or comma */
    bool titled;              /* inside a title in brackets that is still open: 《 */
    uint8_t inside;           /* EVIDENCE_INSIDE_... */
} boundary;

#define BOUNDARY_NONE (-1)

typedef struct verdict {
    int why; /* a lede_sentence_end, or BOUNDARY_NONE */
    lede_boundary_rule rule;
    int score; /* of LEDE_BOUNDARY_SCORE */
} verdict;

/* b->after is never NULL. *e is what the model saw when it was asked. */
verdict boundary_judge(const boundary *b, evidence *e);

/* LEDE_TERM_... of the word before the stop as it is written there: "sat" is no
 * Saturday, and "z. B." is one abbreviation. Does not read b->classes. */
uint32_t boundary_classes(const boundary *b);

/* Is what follows an abbreviation before a number: "No. 5"? */
bool boundary_leads_to_number(const boundary *b);

/* Is the word before a figure that may be an ordinal: "21. století"? */
bool boundary_is_figure(const boundary *b);

/* A capitalised function word that opens a sentence? */
bool boundary_starts(const boundary *b);

#endif
