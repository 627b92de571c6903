/* SPDX-License-Identifier: MIT */
/* A summary for editors' notes, issues, reviews. */
#ifndef LEDE_RENDER_SUMMARY_MARKDOWN_H
#define LEDE_RENDER_SUMMARY_MARKDOWN_H

#include "render/keywords.h"

/*
 * A heading with the path, counts, the chosen sentences as a quotation, each with its
 * line in the source, key terms, what was set aside; with the reasons a table of scores.
 */
void summary_markdown(out *o, const char *path, const lede_document *document,
                      const lede_summary *summary, const summary_extras *extras);

#endif
