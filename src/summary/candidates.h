/* SPDX-License-Identifier: MIT */
/* The sentences that may be chosen, and what each would cost. */
#ifndef LEDE_SUMMARY_CANDIDATES_H
#define LEDE_SUMMARY_CANDIDATES_H

#include "summary/summary.h"

typedef struct candidate {
    uint32_t sentence; /* index in the document */
    uint32_t chars;    /* code points of its span */
} candidate;

typedef struct candidates {
    VEC_OF(candidate) list; /* ascending; no two have the same words */
    lede_summary_source source;
    uint32_t eligible; /* with those whose words an earlier one has */
} candidates;

/* Prose; without any, list items and the like; without these, headings. False:
 * no memory. */
bool candidates_find(candidates *c, const lede_document *d,
                     const lede_allocator *allocator);
void candidates_free(candidates *c, const lede_allocator *allocator);

#endif
