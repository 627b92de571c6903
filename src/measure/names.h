/* SPDX-License-Identifier: MIT */
/* Which words are names, as far as capitals tell. */
#ifndef LEDE_MEASURE_NAMES_H
#define LEDE_MEASURE_NAMES_H

#include "text/document.h"

typedef struct names {
    const lede_document *d;
    enum { NAMES_UNKNOWN = 0, NAMES_TOLD, NAMES_NOT_TOLD } capitals;
} names;

/* Begins without a look at the document. */
static inline names names_of(const lede_document *d) {
    return (names){d, NAMES_UNKNOWN};
}

/* Has a word of the sentence a capital that is not there because something opens: the
 * sentence, a quotation, what a colon announces? Never where most words of the text
 * have capitals: in German, in texts in capitals. i: of the word array. */
bool names_capital(names *n, const lede_sentence *s, uint32_t i);

/* And does the word never occur in small letters? */
bool names_has(names *n, const lede_sentence *s, uint32_t i);

#endif
