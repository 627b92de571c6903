/* SPDX-License-Identifier: MIT */
/* Words that no stemmer takes as they stand: dotted ones, and those that begin with
 * an elided word. */
#ifndef LEDE_TEXT_FORM_H
#define LEDE_TEXT_FORM_H

#include "text/vocabulary.h"

/* Leaves of the folded form of a word with these LEDE_TERM_... flags what a stemmer
 * takes: of one that begins with an elided word the rest, which lies within it; of a
 * dotted one, which no stemmer takes, its stem. */
void form_strip(uint32_t flags, vocabulary_form *form);

#endif
