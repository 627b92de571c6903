/* SPDX-License-Identifier: MIT */
/* Which classes of words stand in which sentences, for those who compare sentences. */
#ifndef LEDE_TEXT_INCIDENCE_H
#define LEDE_TEXT_INCIDENCE_H

#include "text/document.h"

#define INCIDENCE_NONE UINT32_MAX

/* What counts as the same word is said by whoever asks: forms of it, stems, spellings. */
typedef struct incidence_input {
    const uint32_t *sentences; /* indices, ascending */
    uint32_t rows;             /* how many of them */
    uint32_t class_count;
    const uint32_t *class_of; /* terms of the document: below class_count, or
                                 INCIDENCE_NONE: not counted */
} incidence_input;

typedef struct incidence_class {
    uint32_t rows_with;     /* rows that have it */
    uint32_t mark;          /* 1 + an entry of it, of the row marked last */
    uint32_t posted;        /* rows in the inverted index, so far */
    uint32_t first_posting; /* where they begin in postings, ascending */
} incidence_class;

/*
 * Row i is sentence i of those given. Its entries are the distinct classes of its words,
 * handles and tags, in the order in which they first occur. A compound is one word.
 */
typedef struct incidence {
    const lede_allocator *allocator;
    uint32_t rows;
    uint32_t class_count;
    incidence_class *classes;
    uint32_t *begin;           /* rows + 1: row i has [begin[i], begin[i + 1]) */
    VEC_OF(uint32_t) class_at; /* entries: class */
    VEC_OF(uint32_t) word_at;  /* entries: index of the first word of that class */
    uint32_t *postings;        /* rows, by class */
    uint32_t marked;           /* row; INCIDENCE_NONE */
} incidence;

/* x is zeroed by the caller but for its allocator; incidence_free() is due even after
 * a failure. Linear in the words of the sentences and the classes. False: no memory. */
bool incidence_build(incidence *x, const lede_document *d, const incidence_input *in);
void incidence_free(incidence *x);

/* Entries of a row. */
static inline uint32_t incidence_size(const incidence *x, uint32_t row) {
    return x->begin[row + 1] - x->begin[row];
}

/* What the classes of a row had before it. */
typedef struct incidence_before {
    uint64_t rows;    /* posted to them, each as often as it has one of them */
    uint32_t classes; /* to which any was posted */
} incidence_before;

/*
 * The inverted index, made row by row so that only those are in it that are to be found:
 * posts a row to each of its classes. Each row once, in ascending order; the last one
 * can be taken back.
 */
incidence_before incidence_post(incidence *x, uint32_t row);
void incidence_take_back(incidence *x, uint32_t row);

/* Until another row is marked, incidence_entry() tells what is in this one. */
void incidence_mark(incidence *x, uint32_t row);

/* The entry of a class in the row that is marked; INCIDENCE_NONE: it has none. */
static inline uint32_t incidence_entry(const incidence *x, uint32_t class) {
    uint32_t first = x->begin[x->marked], entry = x->classes[class].mark - 1;
    return entry - first < incidence_size(x, x->marked) ? entry : INCIDENCE_NONE;
}

/* Classes that two rows have in common. Marks row a unless it is marked, so that rows
 * compared with the same one cost no more than their own entries. */
uint32_t incidence_shared(incidence *x, uint32_t a, uint32_t b);

#endif
