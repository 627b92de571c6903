/* SPDX-License-Identifier: MIT */
/* What the sentence model sees of a place: the values of lang/evidence.def. */
#ifndef LEDE_TEXT_EVIDENCE_H
#define LEDE_TEXT_EVIDENCE_H

#include "text/boundary.h"

/* b->after is never NULL. */
evidence evidence_read(const boundary *b);

/* EVIDENCE_STYLE_...: do the writers of the document open sentences in small letters? */
uint8_t evidence_style(const lede_document *d);

/* Nothing in a short word of Latin letters that can carry a syllable: "stk", "dvs"?
 * Beside vowels l and r can, as in Czech "vlk", "krk". */
bool evidence_lacks_vowel(const lede_document *d, const lede_word *w);

/* A Roman number of capitals? */
bool evidence_is_roman(const lede_document *d, const lede_word *w);

#endif
