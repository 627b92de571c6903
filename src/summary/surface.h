/* SPDX-License-Identifier: MIT */
/* What the look of a sentence tells, whatever it is about. */
#ifndef LEDE_SUMMARY_SURFACE_H
#define LEDE_SUMMARY_SURFACE_H

#include "text/document.h"

typedef struct surface {
    uint32_t pieces;     /* runs of anything but white space */
    uint32_t with_digit; /* of these */
    uint32_t words;
    uint32_t stop; /* of these */
    bool quote;    /* it begins with a quotation mark */
    bool colon;    /* it has a colon, be it that of a time */
    bool anaphor;  /* its first word leans on the sentence before */
} surface;

/* One look at each entry of the word array; at the bytes only of numbers, addresses and
 * words that are not all letters. */
surface surface_read(const lede_document *d, const lede_sentence *s);

#endif
