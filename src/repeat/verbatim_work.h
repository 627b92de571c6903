/* SPDX-License-Identifier: MIT */
/* What the steps of looking for quotations share. */
#ifndef LEDE_REPEAT_VERBATIM_WORK_H
#define LEDE_REPEAT_VERBATIM_WORK_H

#include "repeat/verbatim.h"
#include "repeat/verbatim_index.h"
#include "repeat/verbatim_units.h"

typedef struct verbatim_vote {
    uint32_t at;  /* token of the index */
    uint32_t run; /* number of the run of the unit that stands there */
} verbatim_vote;

typedef struct verbatim_work {
    lede_quotes *q;
    verbatim_row *rows;         /* of the sources */
    verbatim_runs *source_runs; /* quotations of each */
    verbatim_row summary;
    verbatim_runs runs;
    bool headings; /* of the summary are checked */
    verbatim_index index;
    VEC_OF(verbatim_vote) votes; /* scratch of verbatim_near */
    VEC_OF(uint32_t) table;
} verbatim_work;

/* A sentence or quotation that is being looked for. */
typedef struct verbatim_unit {
    verbatim_extent extent;
    bool sentence; /* else a quotation */
    bool stops;    /* a quotation that ends in a terminator */
} verbatim_unit;

/* Tokens [begin, end) of a source. */
typedef struct verbatim_place {
    uint32_t source;
    uint32_t begin;
    uint32_t end;
} verbatim_place;

/* Where is it? The state, the passage and the steps of out are filled: false only without
 * memory. *found is false, and out as it was, if it is in no source and no part of it is
 * to be looked at alone. In verbatim_find.c. */
bool verbatim_find(verbatim_work *w, const verbatim_unit *unit, lede_quote *out,
                   bool *found);

/* The same of what is nearest to it; there may be nothing. In verbatim_near.c. */
bool verbatim_near(verbatim_work *w, const verbatim_unit *unit, lede_quote *out);

/* The notes of what has been found. In verbatim_notes.c. */
void verbatim_notes(const verbatim_work *w, const verbatim_unit *unit, lede_quote *out);

/* ---- Shared by them; in verbatim_steps.c ------------------------------------------ */

/* Does the sentence of a source begin with this token, or end before it? */
bool verbatim_begins(const verbatim_row *r, uint32_t token);
bool verbatim_ends(const verbatim_row *r, uint32_t token);
/* Does one begin with this token, or end before it, that the summary's may be? Unlike
 * those above, not behind a terminator that a small letter follows. */
bool verbatim_is_border(const verbatim_row *r, uint32_t token);
/* Does a quotation of a source begin or end there? */
bool verbatim_is_at_quote(const verbatim_row *r, uint32_t token);
/* Does a terminator stand before this token? */
bool verbatim_is_behind_stop(const verbatim_row *r, uint32_t token);
/* The text between a token and the one before, as far as it is looked at. */
lede_span verbatim_between(const verbatim_row *r, uint32_t token);

/* Puts the passage into out. */
void verbatim_set_passage(const verbatim_work *w, lede_quote *out,
                          const verbatim_place *place);

/* Adds a step to out; from none of both tokens, nothing. False: no memory. */
bool verbatim_same(verbatim_work *w, lede_quote *out, const verbatim_place *place,
                   uint32_t token);
bool verbatim_removed(verbatim_work *w, lede_quote *out, const verbatim_place *place);
bool verbatim_added(verbatim_work *w, lede_quote *out, uint32_t begin, uint32_t end);

#endif
