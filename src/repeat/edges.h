/* SPDX-License-Identifier: MIT */
/* Places where a run of words breaks off before what it belongs to. */
#ifndef LEDE_REPEAT_EDGES_H
#define LEDE_REPEAT_EDGES_H

#include "repeat/stream.h"

/*
 * Does what ends with word `last` of the stream hang on the next word? A possessive does,
 * and the first part of a name ("addressed to Lord" of "Lord Harewood", but not "Prime
 * Minister", which is all of one: name says that every word of content is so written).
 * So does what the language says of it (stopwords/<code>/repeats.txt), unless an adverb
 * or an auxiliary leads it: participles and adjectives, "data collected", but neither
 * "highly recommended" nor "be watered".
 */
bool edges_hang(const stream *s, uint32_t last, bool name);

/* Does it begin in the middle of a name: "Park on the island" of "Kings Park"? */
bool edges_cut(const stream *s, uint32_t first, bool name);

/* Is a run of words with capitals part of a longer name? */
bool edges_in_name(const stream *s, uint32_t first, uint32_t last);

#endif
