/* SPDX-License-Identifier: MIT */
/* How long sentences and paragraphs are, and how a text's sentences end. */
#ifndef LEDE_MEASURE_LENGTHS_H
#define LEDE_MEASURE_LENGTHS_H

#include "measure/measured.h"

/*
 * Fills sentence_words, paragraph_words, paragraph_sentences, over_20 to over_30,
 * longest, shortest, rhythm, questions, exclamations, fragments, headings and
 * fragment_words; nothing else. A paragraph is a block with a sentence that counts; its
 * other sentences are no part of its lengths. Units without a word are no fragments, nor
 * is what was set aside. False: no memory.
 */
bool lengths_measure(const measured *m, lede_statistics *s);

#endif
