/* SPDX-License-Identifier: MIT */
/* Snowball stems of folded words. */
#ifndef LEDE_LANG_STEM_H
#define LEDE_LANG_STEM_H

#include <stdbool.h>
#include <stddef.h>

typedef struct stemmer stemmer;

/* algorithm: a Snowball name such as "english". NULL: no memory, or no such
 * algorithm. libstemmer takes its memory from the C library. */
stemmer *stemmer_open(const char *algorithm);
void stemmer_close(stemmer *s);

/* word is folded UTF-8. The stem is valid until the next call. False: no
 * memory. */
bool stemmer_stem(stemmer *s, const char *word, size_t n, const char **stem,
                  size_t *stem_length);

#endif
