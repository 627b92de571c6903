/* SPDX-License-Identifier: MIT */
/* Words that come again too soon, and words that come too often. */
#ifndef LEDE_REPEAT_ECHOES_H
#define LEDE_REPEAT_ECHOES_H

#include "repeat/repeats.h"

#define ECHO_LETTERS 4u /* of a word at least */

/* A word of content that is no name, and a word of letters. */
bool echoes_may_be(const repeats_work *w, uint32_t i);

/* The places of one word, which are collected in two goes: first they are counted. Fill
 * w->r; false: no memory. */
bool echoes_find(repeats_work *w);
bool overused_find(repeats_work *w);

/* Is the one word of this class on the list of accepted phrases? Notes its use. */
bool echoes_accepted(repeats_work *w, uint32_t class);

#endif
