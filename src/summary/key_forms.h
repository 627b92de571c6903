/* SPDX-License-Identifier: MIT */
/* How a key term is written in the text most often. */
#ifndef LEDE_SUMMARY_KEY_FORMS_H
#define LEDE_SUMMARY_KEY_FORMS_H

#include "summary/key_phrases.h"

/*
 * Sets spans[rank] of each phrase that has a rank, all below `count`: the form that it
 * has most often where it is a term, ties to the first place. Places where a sentence
 * begins count only where no other is left, since the capital there is not the term's.
 * False: no memory.
 */
bool key_forms_choose(const key_phrases *p, lede_span *spans, uint32_t count);

#endif
