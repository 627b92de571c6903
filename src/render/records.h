/* SPDX-License-Identifier: MIT */
/* One line of JSON Lines each: what became of one record. */
#ifndef LEDE_RENDER_RECORDS_H
#define LEDE_RENDER_RECORDS_H

#include "render/keywords.h"
#include "summary/summary.h"

/* id: JSON text, NUL-terminated, written byte for byte; what is not UTF-8 in it
 * becomes U+FFFD. explain: the reasons too. */
void records_summary(out *o, const char *id, const lede_document *document,
                     const lede_summary *summary, const summary_extras *extras);
void records_split(out *o, const char *id, const lede_document *document, bool explain);
void records_failure(out *o, const char *id, const lede_error *error);

#endif
