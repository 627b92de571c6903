/* SPDX-License-Identifier: MIT */
/* Gunning's hard words (The Technique of Clear Writing, 1952; 1968, p. 38). */
#ifndef LEDE_LANG_FOG_H
#define LEDE_LANG_FOG_H

#include "lang/pack.h"

#define FOG_SYLLABLES 3u /* a word of as many is hard */

/* Has the language rules for hard words? Three syllables are many in English alone. */
bool fog_is_known(const language_pack *pack);

typedef struct fog_options {
    /* Syllables of a folded word. */
    uint32_t (*syllables)(const language_pack *pack, const char *key, size_t n);
    bool optional;  /* leave out the optional endings too ("-ing") */
    uint32_t whole; /* syllables of the word, if they are known; else 0 */
} fog_options;

/* Is a folded word hard? Of three syllables and more, but not those that have
 * the third only by an ending of [fog] ("created"), nor compounds of easy words:
 * with hyphens, or solid ones that are two words of Dale's list ("butterfly";
 * without the list none is known). Proper names are not hard either: the caller
 * knows them by their capitals and does not ask. Never hard where the language has
 * no [fog]. */
bool fog_is_hard(const language_pack *pack, const char *key, size_t n,
                 const fog_options *options);

/* The same of a word without hyphens whose syllables are known. */
bool fog_is_hard_whole(const language_pack *pack, const char *key, size_t n,
                       const fog_options *options);

#endif
