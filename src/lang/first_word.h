/* SPDX-License-Identifier: MIT */
/* The first word of a label, for those who write the lists and those who ask them. */
#ifndef LEDE_LANG_FIRST_WORD_H
#define LEDE_LANG_FIRST_WORD_H

#include <stddef.h>

/* Bytes of the first word of text[0..n), as the tokenizer reads words: a run of letters
 * and their marks; one character where a script writes no spaces. 0: none. */
size_t first_word_length(const char *text, size_t n);

#endif
