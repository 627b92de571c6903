/* SPDX-License-Identifier: MIT */
/* Key terms of one finished document. */
#ifndef LEDE_SUMMARY_KEYWORDS_H
#define LEDE_SUMMARY_KEYWORDS_H

#include "text/document.h"

struct lede_keywords {
    const lede_allocator *allocator;
    const lede_document *d;
    VEC_OF(lede_keyword) list; /* the highest score first */
    lede_keywords_facts facts;
};

typedef struct lede_keywords lede_keywords;

/* options are complete and checked. k is zeroed by the caller but for its allocator;
 * keywords_free() is due even after a failure. Linear in the text, but for putting the
 * terms in order. */
lede_status keywords_build(lede_keywords *k, const lede_document *document,
                           const lede_keywords_options *options, lede_error *error);
void keywords_free(lede_keywords *k);

#endif
