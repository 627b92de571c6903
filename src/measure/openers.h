/* SPDX-License-Identifier: MIT */
/* What sentences begin with, and runs of those that begin with the same word. */
#ifndef LEDE_MEASURE_OPENERS_H
#define LEDE_MEASURE_OPENERS_H

#include "base/vec.h"
#include "measure/measured.h"

#define OPENERS_SHARED 8u /* words that are compared at most */
#define OPENERS_RUN 3u    /* sentences of a run at least */

typedef struct opener_runs {
    lede_opener_run *items;
    size_t count, capacity;
} opener_runs;

/* The run at hand. */
typedef struct openers {
    const measured *m;
    lede_statistics *s;
    opener_runs *runs; /* NULL: not wanted */
    lede_opener_run run;
    uint32_t first_word; /* of the run's first sentence, in the word array */
} openers;

/* Sets the counts of s to 0. */
openers openers_begin(const measured *m, lede_statistics *s, opener_runs *runs);

/* The first entry of a sentence that is no mark, an index; behind its last, if all are.
 */
uint32_t openers_first_word(const lede_document *d, const lede_sentence *sentence);

/* The next sentence that counts; word: its first that is no mark. transition: a phrase
 * that is one begins there. False: no memory. */
bool openers_note(openers *o, uint32_t sentence, uint32_t word, bool transition);

/* A heading, or the end of the text: no run goes on. False: no memory. */
bool openers_break(openers *o);

#endif
