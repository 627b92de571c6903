/* SPDX-License-Identifier: MIT */
/* Words from outside the document, a title or a query, as a vector over its stems. */
#ifndef LEDE_SUMMARY_ASKED_H
#define LEDE_SUMMARY_ASKED_H

#include "text/vectors.h"

typedef struct asked {
    const char *text; /* UTF-8 */
    size_t length;
    uint32_t found; /* how many of its words the rows have: filled by reading */
} asked;

/* Adds the ISF of each content word to dense[stems], as often as it is there. Words that
 * the rows do not have are left out: they change no order. */
lede_status asked_read(asked *words, const lede_document *d, const vectors *v,
                       double *dense, lede_error *error);

/* Is it a word of content? */
bool asked_is_content(const lede_document *d, const lede_word *w);

/* One stem of the document; true when the rows have it. */
static inline bool asked_add(const vectors *v, uint32_t stem, double *dense) {
    bool there = stem < v->stems && v->rows_with[stem] > 0;
    if (there) {
        dense[stem] += v->isf[stem];
    }
    return there;
}

#endif
