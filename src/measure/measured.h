/* SPDX-License-Identifier: MIT */
/* What every measure starts from. */
#ifndef LEDE_MEASURE_MEASURED_H
#define LEDE_MEASURE_MEASURED_H

#include "lang/word_facts.h"
#include "text/document.h"

typedef struct measured {
    const lede_document *d;
    const lede_allocator *allocator;
    const word_facts *facts; /* of each term */
    const uint8_t *counted;  /* of each sentence: not 0, it counts */
} measured;

/* Does this entry of the word array count as a word? */
static inline bool measured_is_word(const lede_word *w) {
    return w->kind != LEDE_WORD_MARK;
}

#endif
