/* SPDX-License-Identifier: MIT */
/*
 * Is a word familiar by a list of familiar words? By the authors' rules for their
 * lists (Dale and Chall 1948, Spache 1974), which the language has as data:
 * [contraction] and [inflection] of style.txt.
 *
 * Familiar are words on the list, one regular inflection of them, contractions and
 * possessives of either, numerals (keys without a letter or that begin with a digit:
 * "1948", "19th"), and words with hyphens whose parts are all familiar. Proper names are
 * familiar too: the caller knows them by their capitals and does not ask.
 */
#ifndef LEDE_LANG_FAMILIAR_H
#define LEDE_LANG_FAMILIAR_H

#include "lang/pack.h"

/* The lists, as bits, that have a word as written. */
typedef struct familiar_lists {
    uint32_t (*lists)(const void *context, const char *key, size_t n);
    const void *context;
    uint32_t wanted; /* bits that are asked for */
    /* The tables that the words are in, so that few must be looked for; NULL: none. */
    const struct list_tables *tables;
} familiar_lists;

/* The wanted lists by which a folded word is familiar. The rules are those of the
 * pack; a language without any has the words of the list alone. */
uint32_t familiar_by(const language_pack *pack, const familiar_lists *lists,
                     const char *key, size_t n);

/* The same for a word that none of the wanted lists has as written. */
uint32_t familiar_beyond(const language_pack *pack, const familiar_lists *lists,
                         const char *key, size_t n);

/* Those that have it with one ending less: the only rule for a word of letters a-z. */
uint32_t familiar_inflected(const language_pack *pack, const familiar_lists *lists,
                            const char *key, size_t n);

#endif
