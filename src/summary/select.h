/* SPDX-License-Identifier: MIT */
/* Picking sentences within a budget, few of them alike. */
#ifndef LEDE_SUMMARY_SELECT_H
#define LEDE_SUMMARY_SELECT_H

#include "summary/candidates.h"
#include "summary/scores.h"

/* After this many picks the order of the rest is fixed: each pick costs one
 * pass over all sentences, and a budget that grows with the text must not make
 * that quadratic. */
#define SELECT_COMPARED 256u

typedef struct selection {
    const lede_document *d;
    const candidates *c;
    const vectors *v; /* what sentences are compared by */
    score_row *rows;
    const lede_summary_options *options;
} selection;

/* What the budget allows, in its unit; at least one sentence of a ratio. */
uint64_t select_limit(const lede_summary_options *options, uint32_t eligible);

/* Appends to s->picks, in the order of choice, names the best one left in s->next
 * and fills the counts of s->facts, whose limit is read. False: no memory. */
bool select_sentences(lede_summary *s, const selection *from);

#endif
