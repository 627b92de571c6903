/* SPDX-License-Identifier: MIT */
/*
 * The slow reference of the summary: the formulae of docs/summarization.md as they are
 * written, over the document's own words and terms. Every pair of sentences is compared,
 * every vector is dense, exp, ln and sqrt are the C library's; learnt weights are read
 * from their file, and what they weigh from the bytes of the text.
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
    uint32_t eligible;             /* with those whose words an earlier row has */
    uint32_t *sentence;            /* rows */
    double *count;                 /* rows x stems */
    double *content;               /* rows: content words */
    double *isf;                   /* stems */
    double *idf;                   /* stems: of the background, else ISF */
    double *total_of;              /* stems: occurrences */
    double *alike;                 /* rows x rows: cosine by ISF */
    double *x;                     /* rows x stems: unit vectors by IDF */
    double *pair;                  /* rows x rows: cosine by IDF */
    double *title;                 /* stems: how often the title has each */
    double *query;                 /* stems: the query */
    uint32_t query_words;          /* words of it that the rows have */
    double *part[LEDE_PART_COUNT]; /* rows; REDUNDANCY stays 0 */
    double *total;                 /* rows: sum of the parts */
    double redundancy;             /* times the largest cosine with a pick */
    double close;                  /* scores may be off by less */
    double same;                   /* less than this is no difference to choose by */
    bool learnt;                   /* by learnt weights */
} reference;

reference *reference_open(const lede_document *d, const lede_summary_options *options);
void reference_close(reference *r);

/* Is this summary what the reference would choose, pick by pick in the order of
 * rank, with these scores and words? Where two candidates are equal to within the last
 * bits, either may come first. */
void reference_expect(const reference *r, const lede_summary *summary);

/* Builds both and compares. */
void reference_check(const lede_document *d, const lede_summary_options *options);

/* ---- Between the files of the reference ------------------------------------------ */

double *reference_numbers(size_t count);

/* The formulae, and learnt weights in their place. */
void reference_score(reference *r);
/* Has the language learnt weights? */
bool reference_has_weights(const reference *r);
/* False: it has none. */
bool reference_score_learnt(reference *r);

/* The sum of the weighed products of a row and another, or a dense vector of counts. */
double reference_product(const reference *r, uint32_t row, const double *counts,
                         const double *weights);
/* Divides by the largest, times factor; all 0 where that is not over 0. */
void reference_scale(double *values, uint32_t rows, double factor);

/* The words that carried a row. */
void reference_expect_words(const reference *r, uint32_t row, const lede_pick *pick);

#endif
