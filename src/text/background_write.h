/* SPDX-License-Identifier: MIT */
/* Writes a background file: docs/background.md has the format. */
#ifndef LEDE_TEXT_BACKGROUND_WRITE_H
#define LEDE_TEXT_BACKGROUND_WRITE_H

#include "base/error.h"
#include "text/background.h"

typedef struct background_word {
    const char *key; /* 1 to BACKGROUND_KEY_MAX bytes */
    size_t n;
    uint64_t documents; /* at least 1 */
    uint64_t occurrences;
} background_word;

/* The words of a file, ascending by their bytes, each once. They are asked for twice, and
 * have to be the same both times: the head, which comes first, has their checksum. */
typedef struct background_words {
    void (*begin)(void *ctx);                       /* from the first one on */
    bool (*next)(void *ctx, background_word *word); /* false: there are no more */
    void *ctx;
} background_words;

/*
 * facts: language, documents, tokens and cut-off, which leaves out words here; words and
 * occurrences are counted. The occurrences of the words must not be more than the tokens.
 * Linear in the bytes of the words; memory for the index alone. LEDE_NO_MEMORY (nothing
 * was written), LEDE_WRITE_FAILED.
 */
lede_status background_write_file(const background_words *words,
                                  const lede_background_facts *facts,
                                  const lede_allocator *allocator, lede_sink sink,
                                  lede_error *error);

/* The language of texts that are counted together: that of all of them, else "mul". ""
 * before the first of them; a file for which it is still so has "und". */
void background_join_language(lede_background_facts *facts, const char *language);

#endif
