/* SPDX-License-Identifier: MIT */
/* Counts the words of finished documents, for a background file. */
#ifndef LEDE_TEXT_BACKGROUND_BUILDER_H
#define LEDE_TEXT_BACKGROUND_BUILDER_H

#include "text/background_write.h"
#include "text/document.h"

typedef struct counted_word {
    uint32_t key; /* offset into keys */
    uint32_t length;
    uint64_t documents;
    uint64_t occurrences;
} counted_word;

struct lede_background_builder {
    const lede_allocator *allocator;
    uint64_t seed;
    uint32_t limit;              /* words; so few that offsets into keys have 32 bits */
    bool has_language;           /* it was given; else that of the documents */
    lede_background_facts facts; /* language, documents, tokens, cut-off */
    map index;                   /* key -> word */
    VEC_OF(counted_word) words;  /* in the order in which they were met */
    VEC_OF(char) keys;
};

/* o has no zeros any more but for its language. builder_free() is due even after a
 * failure. False: no memory. */
bool background_builder_init(lede_background_builder *b,
                             const lede_background_options *o);
void background_builder_release(lede_background_builder *b);

/* All of a document or, after an error, nothing of it. Linear in its terms.
 * LEDE_TOO_LARGE (more words than the limit), LEDE_NO_MEMORY. */
lede_status background_builder_add(lede_background_builder *b, const lede_document *d,
                                   lede_error *error);

/* Sorts the words, in O(n log n) comparisons and memory of the call. LEDE_NO_MEMORY,
 * LEDE_WRITE_FAILED. */
lede_status background_builder_write(const lede_background_builder *b, lede_sink sink,
                                     lede_error *error);

#endif
