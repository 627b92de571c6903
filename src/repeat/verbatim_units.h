/* SPDX-License-Identifier: MIT */
/* What of a summary is looked for: its sentences, and its quotations. */
#ifndef LEDE_REPEAT_VERBATIM_UNITS_H
#define LEDE_REPEAT_VERBATIM_UNITS_H

#include "repeat/verbatim_row.h"

/* Words between an opening and a closing mark; what is quoted within is part of it. */
typedef struct verbatim_run {
    lede_span span; /* text between the marks */
    uint32_t begin; /* tokens of the row, at least one */
    uint32_t end;
    bool closed; /* false: the block ended first */
    bool stops;  /* a terminator stands before the closing mark */
} verbatim_run;

typedef struct verbatim_runs {
    VEC_OF(verbatim_run) items; /* ascending */
} verbatim_runs;

/*
 * Is what divides two sentences, one behind the other, a mere line end? It was read as
 * the end of a paragraph, but nothing before it ends a sentence, and no line is left
 * empty: it may have been set there as a line became too long.
 */
bool verbatim_is_soft(const lede_document *d, uint32_t before, uint32_t behind);

/* The last of the sentences that such line ends alone divide from this one, it or those
 * behind. */
uint32_t verbatim_soft_end(const lede_document *d, uint32_t sentence);

/* False: no memory; the vector is to be freed anyway. */
bool verbatim_runs_find(verbatim_runs *runs, const verbatim_row *row);

/* The first run that ends behind this token; their number, if there is none. */
size_t verbatim_runs_at(const verbatim_runs *runs, uint32_t token);

#define VERBATIM_PIECES 16u    /* of a unit at most */
#define VERBATIM_INSERTION 12u /* words that square brackets hold at most */

/* Words that must stand side by side, and what may be left out before them. */
typedef struct verbatim_piece {
    uint32_t begin; /* tokens */
    uint32_t end;
    bool omission;  /* an ellipsis stands before it */
    bool insertion; /* words in square brackets stand before it */
} verbatim_piece;

/* What of an extent is not in brackets, divided at what an editor set there. */
typedef struct verbatim_pieces {
    uint32_t count;
    bool marked;       /* something was set there, perhaps at an end */
    bool omitted_end;  /* an ellipsis is the last thing */
    bool inserted_end; /* words in brackets are */
    bool edited;       /* brackets were among it */
    verbatim_piece items[VERBATIM_PIECES];
} verbatim_pieces;

/* A part of a summary's text with its tokens. */
typedef struct verbatim_extent {
    lede_span span;
    uint32_t begin;
    uint32_t end;
} verbatim_extent;

/* More pieces than that, or brackets that hold too much: no pieces are made of them,
 * their words count like any. */
void verbatim_pieces_read(verbatim_pieces *p, const verbatim_row *row,
                          const verbatim_extent *extent);

#endif
