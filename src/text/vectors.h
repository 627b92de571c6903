/* SPDX-License-Identifier: MIT */
/* Sentences as vectors over stems: what everyone who compares sentences needs. */
#ifndef LEDE_TEXT_VECTORS_H
#define LEDE_TEXT_VECTORS_H

#include "text/document.h"

/*
 * Row i is a sentence, its entries the distinct stems of its content words
 * (words, handles, tags; stop words, numbers and URLs left out; a compound
 * counts whole and in parts), in the order of their first occurrence.
 * weight is count x ISF, each row of length 1; an empty row has no entries.
 */
typedef struct vectors {
    const lede_allocator *allocator;
    uint32_t rows;
    uint32_t stems;
    uint32_t *begin;     /* rows + 1: row i has the entries [begin[i], begin[i + 1]) */
    uint32_t *content;   /* rows: content words, repeats counted */
    uint32_t *rows_with; /* stems: rows that contain the stem */
    uint32_t *total;     /* stems: occurrences over all rows */
    double *isf;         /* stems: ln((rows + 1) / (rows_with + 0.5)), over 0 */
    VEC_OF(uint32_t) stem;
    VEC_OF(double) weight;
} vectors;

/* Does a part of a compound count by itself? Stop words and single letters do
 * not: "x-ray" is no "x". */
static inline bool vectors_count_part(const lede_term *part) {
    return (part->flags & LEDE_TERM_STOP) == 0 && part->letters > 1;
}

/* sentences: indices, ascending. v is zeroed by the caller but for its
 * allocator; vectors_free() is due even after a failure. False: no memory. */
bool vectors_build(vectors *v, const lede_document *d, const uint32_t *sentences,
                   uint32_t rows);
void vectors_free(vectors *v);

/*
 * The same rows with other weights, count x factor[stem], each row of length 1; factors
 * are over 0. isf of the result is factor, which must live as long. It shares everything
 * else with v, so v is freed last and this by vectors_free_weights(). False: no memory.
 */
bool vectors_reweigh(const vectors *v, double *factor, vectors *out);
void vectors_free_weights(vectors *v);

/* Adds row i, times factor, to the dense vector sum[stems]. */
void vectors_add(const vectors *v, uint32_t row, double factor, double *sum);

/* Adds every row, times its own factor. */
void vectors_add_rows(const vectors *v, const double *factors, double *sum);

/* Every row times the dense vector. */
void vectors_dot_rows(const vectors *v, const double *dense, double *out);

/* Row i times the dense vector. */
double vectors_dot(const vectors *v, uint32_t row, const double *dense);

#endif
