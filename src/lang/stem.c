/* SPDX-License-Identifier: MIT */
#include "lang/stem.h"

#include <libstemmer.h>
#include <limits.h>

/* A stemmer is the library's own object under our name. */
static struct sb_stemmer *library(stemmer *s) {
    return (struct sb_stemmer *)(void *)s;
}

stemmer *stemmer_open(const char *algorithm) {
    return (stemmer *)(void *)sb_stemmer_new(algorithm, "UTF_8");
}

void stemmer_close(stemmer *s) {
    if (s != NULL) {
        sb_stemmer_delete(library(s));
    }
}

bool stemmer_stem(stemmer *s, const char *word, size_t n, const char **stem,
                  size_t *stem_length) {
    *stem = word;
    *stem_length = n;
    if (n == 0 || n > INT_MAX) {
        return true;
    }
    const sb_symbol *result =
        sb_stemmer_stem(library(s), (const sb_symbol *)word, (int)n);
    if (result == NULL) {
        return false;
    }
    *stem = (const char *)result;
    *stem_length = (size_t)sb_stemmer_length(library(s));
    return true;
}
