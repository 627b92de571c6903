/* SPDX-License-Identifier: MIT */
/* Text that Markdown shows as it is. */
#ifndef LEDE_RENDER_ESCAPE_MARKDOWN_H
#define LEDE_RENDER_ESCAPE_MARKDOWN_H

#include "base/out.h"

/* Any bytes, on one line and safe to show (visible.h); what Markdown or the HTML inside
 * it would take for more than text, or for the end of a table cell, has a backslash. */
void escape_markdown(out *o, const char *bytes, size_t n);

#endif
