/* SPDX-License-Identifier: MIT */
/* Words that no stemmer takes as they stand: dotted ones, and those that begin with
 * an elided word. */
#ifndef LEDE_TEXT_FORM_H
#define LEDE_TEXT_FORM_H

#include "text/vocabulary.h"

/* Turns the folded form of a word with these LEDE_TERM_DOTTED or _ELIDED flags into
 * its stem, which lies within the form or is valid until the vocabulary is asked
 * again; number as for vocabulary_stem(). False: no memory. */
bool form_stem(lede_vocabulary *v, uint32_t number, uint32_t flags,
               vocabulary_form *form);

#endif
