/* SPDX-License-Identifier: MIT */
/* Places where a run of words breaks off before what it belongs to. */
#ifndef LEDE_REPEAT_EDGES_H
#define LEDE_REPEAT_EDGES_H

#include "repeat/stream.h"

/*
 * Does what ends with word `last` of the stream hang on the next word? A possessive does,
 * and the first part of a name ("addressed to Lord" of "Lord Harewood", but not "Prime
 * Minister", which is all of one: name says that every word of content is so written).
 * Where participles go on (stopwords/<code>/repeats.txt), so does one that no adverb or
 * auxiliary leads: "data collected", but neither "highly recommended" nor "be watered".
 */
bool edges_hang(const stream *s, uint32_t last, bool name);

#endif
