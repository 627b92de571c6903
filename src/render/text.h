/* SPDX-License-Identifier: MIT */
/* Lines for people and for line-wise tools. */
#ifndef LEDE_RENDER_TEXT_H
#define LEDE_RENDER_TEXT_H

#include "base/out.h"
#include "summary/summary.h"

/* The chosen sentences, one a line. `after` says that another file's lines
 * stand before: a blank line goes between, if there are lines at all. */
void text_summary(out *o, const lede_document *document, const lede_summary *summary,
                  bool after);

/* Every sentence, one a line, a blank line between blocks. */
void text_sentences(out *o, const lede_document *document, bool after);

/* Every word but marks, one a line: its kind, a tab, the word. A blank line
 * between blocks. */
void text_words(out *o, const lede_document *document, bool after);

#endif
