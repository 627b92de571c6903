/* SPDX-License-Identifier: MIT */
/* Which term of a finished document a folded word is. */
#ifndef LEDE_TEXT_LOOKUP_H
#define LEDE_TEXT_LOOKUP_H

#include "text/document.h"

/* The document's own index, if it was kept, or one made for the purpose. */
typedef struct lookup {
    const lede_document *d;
    const lede_allocator *allocator;
    const map *index;
    map own;
    uint64_t seed;
} lookup;

/* False: no memory; lookup_close() is due anyway. */
bool lookup_open(lookup *l, const lede_document *d, const lede_allocator *allocator);
void lookup_close(lookup *l);

/* LEDE_NONE: no word of the document. */
uint32_t lookup_term(const lookup *l, const char *key, size_t n);

#endif
