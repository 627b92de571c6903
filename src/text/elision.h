/* SPDX-License-Identifier: MIT */
/* Words that lose a vowel before another: l'homme. */
#ifndef LEDE_TEXT_ELISION_H
#define LEDE_TEXT_ELISION_H

#include "lang/pack.h"

/* What the lists say of a key in a language that elides. A key that begins with an
 * elided word of the lists is LEDE_TERM_ELIDED and shares what its words are: "qu'il"
 * is a stop word if "il" is one, "l'avv" an abbreviation if "avv" is, and it opens a
 * sentence if either does. */
uint32_t elision_flags(const language_pack *pack, const char *key, size_t n);

/* Of a key that is LEDE_TERM_ELIDED the bytes before the word: "l'". */
size_t elision_length(const char *key, size_t n);

#endif
