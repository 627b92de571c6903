/* SPDX-License-Identifier: MIT */
/* Phrases that may be repeated: the list, and its entries in the words of a document. */
#ifndef LEDE_REPEAT_ACCEPTED_H
#define LEDE_REPEAT_ACCEPTED_H

#include "repeat/matcher.h"
#include "text/folds.h"

/* A phrase a line; empty lines and those that begin with # are none. */
struct lede_accepted {
    const lede_allocator *allocator;
    VEC_OF(char) bytes;
    VEC_OF(lede_accepted_use) entries; /* `used` is 0 */
};

/* The entries whose words all occur in the document, by their classes; item: the entry.
 */
typedef struct accepted_runs {
    matcher matcher;
} accepted_runs;

/* runs is zeroed by the caller. list may be NULL. LEDE_NO_MEMORY is the only error;
 * accepted_free_runs() is due anyway. */
lede_status accepted_read(accepted_runs *runs, const lede_accepted *list,
                          const lede_document *d, const folds *f);
void accepted_free_runs(accepted_runs *runs);

/* Is there an entry of exactly these classes? uses: of each entry, of which all those
 * are marked as used. */
bool accepted_find(const accepted_runs *runs, const uint32_t *classes, uint32_t count,
                   lede_accepted_use *uses);

#endif
