/* SPDX-License-Identifier: MIT */
/* One summary of several documents. */
#ifndef LEDE_SUMMARY_TOGETHER_H
#define LEDE_SUMMARY_TOGETHER_H

#include "summary/summary.h"

/* As summary_build(), of the documents joined; picks have the indices of their own
 * documents. Not one document: then the summary is that of the document itself. */
lede_status together_build(lede_summary *s, const lede_document *const *documents,
                           size_t count, const lede_summary_options *options,
                           lede_error *error);

#endif
