/* SPDX-License-Identifier: MIT */
/* Key sentences of one finished document, or of several. */
#ifndef LEDE_SUMMARY_SUMMARY_H
#define LEDE_SUMMARY_SUMMARY_H

#include "text/document.h"

struct lede_summary {
    const lede_allocator *allocator;
    VEC_OF(lede_pick) picks; /* in the order of the documents, then of each */
    lede_runner_up next;
    lede_summary_facts facts;
};

typedef struct lede_summary lede_summary;

/* options are complete and checked. s is zeroed by the caller; summary_free()
 * is due even after a failure. */
lede_status summary_build(lede_summary *s, const lede_document *document,
                          const lede_summary_options *options, lede_error *error);
void summary_free(lede_summary *s);

#endif
