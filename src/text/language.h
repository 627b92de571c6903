/* SPDX-License-Identifier: MIT */
/* Which language a text is written in. */
#ifndef LEDE_TEXT_LANGUAGE_H
#define LEDE_TEXT_LANGUAGE_H

#include "lang/pack.h"

/* Counts, over the first 16 KiB, how many words stand on each pack's list of
 * function words. The winner needs a fifth of the words; a text of fewer than
 * 20 words gets the fallback pack when no pack wins and its letters are ASCII.
 * NULL: undecided. text is valid UTF-8. */
const language_pack *language_vote(const char *text, uint32_t n);

#endif
