/* SPDX-License-Identifier: MIT */
/*
 * Counts of words over many texts, read from the bytes of a background file where they
 * lie: docs/background.md has the format. Everything is checked once, when it is
 * opened; look-ups check nothing.
 */
#ifndef LEDE_TEXT_BACKGROUND_H
#define LEDE_TEXT_BACKGROUND_H

#include <lede/types.h>

#include <stdbool.h>

#define BACKGROUND_FORMAT 1u

/* What made the keys. A file of another number is refused, so each goes up by one when
 * a key comes out otherwise: words are divided otherwise; they are folded otherwise
 * though Unicode's version is the same; stems are counted in the place of words. */
#define BACKGROUND_TOKENIZER 1u
#define BACKGROUND_FOLD 1u
#define BACKGROUND_STEM_NONE 0u

#define BACKGROUND_KEY_MAX 255u /* bytes; of longer words a file has none */
#define BACKGROUND_BLOCK 64u    /* words of a block */

struct lede_background {
    const lede_allocator *allocator; /* of its owner; NULL where nothing was allocated */
    const char *bytes;               /* the whole file, the owner's */
    const char *index;               /* of each block its offset in bytes, u64 */
    size_t blocks;
    lede_background_facts facts;
};

/* Takes n bytes as a background file; they must stay as they are while b is used.
 * Allocates nothing. Linear in n, whatever the bytes. LEDE_BAD_DATA: what is wrong, and
 * where, as offset; b is of no use then. */
lede_status background_open(lede_background *b, const char *bytes, size_t n,
                            lede_error *error);

/* In how many documents a folded word stands, and how often in all of them. False, and
 * both 0: it is not in the file. */
bool background_find(const lede_background *b, const char *key, size_t n,
                     uint64_t *documents, uint64_t *occurrences);

/*
 * The log-likelihood G2 of a folded word that stands `count` times in a text of `words`
 * words, against all tokens of the background; above 0 when it is more frequent in the
 * text, below 0 when less.
 *     E1 = N1 (O1 + O2) / (N1 + N2),  E2 = N2 (O1 + O2) / (N1 + N2)
 *     G2 = 2 (O1 ln(O1 / E1) + O2 ln(O2 / E2)),  0 ln 0 = 0
 * Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
 * Computational Linguistics 19(1), 1993; in this form of two corpora Rayson and Garside,
 * "Comparing Corpora using Frequency Profiling", 2000. A word that is not in the file
 * has O2 = 0. 0 when the text or the background has no words. Never NaN or infinite.
 */
double background_keyness_of(const lede_background *b, uint64_t occurrences,
                             uint64_t count, uint64_t words);
double background_keyness(const lede_background *b, const char *key, size_t n,
                          uint64_t count, uint64_t words);

#endif
