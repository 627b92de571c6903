/* SPDX-License-Identifier: MIT */
/* How many syllables a word has, by what its language's pack knows. */
#ifndef LEDE_LANG_SYLLABLES_H
#define LEDE_LANG_SYLLABLES_H

#include "lang/pack.h"
#include "lang/syllable_model.h"

/*
 * Syllables of a folded word (lower case NFC as in lede_term.key); 0: the language
 * has no rules, or there is no letter and no digit. What is joined by hyphens, full
 * stops or apostrophes adds up; a number counts one, and so does each letter that
 * stands alone (or what its name has).
 */
uint32_t syllables_count(const language_pack *pack, const char *key, size_t n);

/* The same for a word that is spelled out ("fbi" of FBI): the names of its letters.
 * One a letter where the language does not say how long their names are. */
uint32_t syllables_spelled(const language_pack *pack, const char *key, size_t n);

/* Has the language rules for them? */
static inline bool syllables_known(const language_pack *pack) {
    return pack->syllable_model != NULL || pack->syllable_rules != NULL;
}

/* syllables_count() of a word of letters a-z alone, faster. */
static inline uint32_t syllables_of_letters(const language_pack *pack, const char *key,
                                            size_t n) {
    return pack->syllable_model != NULL && n > 1
               ? syllable_model_of_letters(pack->syllable_model, key, n)
               : syllables_count(pack, key, n);
}

#endif
