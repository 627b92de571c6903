/* SPDX-License-Identifier: MIT */
/* Which language a text is written in. */
#ifndef LEDE_TEXT_LANGUAGE_H
#define LEDE_TEXT_LANGUAGE_H

#include "text/language_votes.h"

/* A choice of less confidence is none. */
#define LANGUAGE_CONFIDENCE 40u

/*
 * The pack that the text's script and function words speak for, read at up to 64
 * places spread over it, 16 KiB at most; fewer where they are of one mind. Text of
 * fewer than 20 words, all in ASCII letters, gets the fallback pack when no pack is
 * chosen and no other language has more function words; its confidence is then lower than
 * LANGUAGE_CONFIDENCE. pack NULL: undecided. text is valid UTF-8.
 */
language_choice language_vote(const char *text, uint32_t n);

#endif
