/* SPDX-License-Identifier: MIT */
/* Runs of letters, folded: what a language is told by. */
#ifndef LEDE_TEXT_LETTER_RUNS_H
#define LEDE_TEXT_LETTER_RUNS_H

#include "lang/function_words.h"

#include <stdbool.h>
#include <stdint.h>

/* Part of a text: the runs that begin in it. at <= end <= size. */
typedef struct letter_sample {
    const char *text; /* valid UTF-8 */
    uint32_t size;    /* of the text */
    uint32_t at;
    uint32_t end;
} letter_sample;

typedef struct letter_run {
    char key[FUNCTION_WORD_BYTES + 3]; /* 3: of the last code point */
    uint32_t n;
    uint64_t hash; /* of the key, as function_words_find() wants it */
    unicode_script script;
    bool whole; /* the key is all of the run: neither too long nor cut off */
    bool ascii;
    /* Han or kana. A character of Han or Hiragana is a run by itself and has no key:
     * what it says is its script. */
    bool no_spaces;
} letter_run;

/* Moves a sample that begins inside a run, or inside a code point, behind it. */
void letter_runs_align(letter_sample *s);

/* False: there is no further one. */
bool letter_runs_next(letter_sample *s, letter_run *run);

#endif
