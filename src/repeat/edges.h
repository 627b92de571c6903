/* SPDX-License-Identifier: MIT */
/* Places where a run of words breaks off before what it belongs to. */
#ifndef LEDE_REPEAT_EDGES_H
#define LEDE_REPEAT_EDGES_H

#include "repeat/stream.h"

/*
 * Does what ends with word `last` of the stream hang on the next word? A possessive does,
 * and what the language says of it (stopwords/<code>/repeats.txt), unless an adverb or an
 * auxiliary leads it: participles and adjectives, "data collected", but neither "highly
 * recommended" nor "be watered".
 */
bool edges_hang(const stream *s, uint32_t last);

/* Does a run of words that is no name itself begin or end in the middle of one:
 * "addressed to Lord" of "Lord Harewood", "Park on the island" of "Kings Park"? */
bool edges_cut_name(const stream *s, uint32_t first, uint32_t last);

/* Is a run of words with capitals part of a longer name? */
bool edges_in_name(const stream *s, uint32_t first, uint32_t last);

#endif
