/* SPDX-License-Identifier: MIT */
/*
 * The slow reference of the summary: the formulae of the method as they are
 * written, over the document's own words and terms. Every pair of sentences is
 * compared, every vector is dense, exp, ln and sqrt are the C library's.
 */
#ifndef LEDE_TESTS_SUMMARY_REFERENCE_H
#define LEDE_TESTS_SUMMARY_REFERENCE_H

#include "text/document.h"

#include <lede/lede.h>

#include <stdbool.h>

typedef struct reference {
    const lede_document *d;
    lede_summary_options options;
    lede_summary_source source;
    uint32_t rows; /* the candidates */
    uint32_t stems;
    uint32_t distinct;
    uint32_t *sentence;            /* rows */
    bool *repeated;                /* rows: an earlier row has the same words */
    double *count;                 /* rows x stems */
    double *content;               /* rows: content words */
    double *isf;                   /* stems */
    double *total_of;              /* stems: occurrences */
    double *pair;                  /* rows x rows: cosine */
    double *title;                 /* stems: count x ISF */
    double *part[LEDE_PART_COUNT]; /* rows; REDUNDANCY stays 0 */
    double *total;                 /* rows: sum of the parts */
} reference;

reference *reference_open(const lede_document *d, const lede_summary_options *options);
void reference_close(reference *r);

/* Is this summary what the reference would choose, pick by pick in the order of
 * rank, with these scores? Where two candidates are equal to within the last
 * bits, either may come first. At most 256 picks. */
void reference_expect(const reference *r, const lede_summary *summary);

/* Builds both and compares. */
void reference_check(const lede_document *d, const lede_summary_options *options);

#endif
