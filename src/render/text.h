/* SPDX-License-Identifier: MIT */
/* Lines for people and for line-wise tools. */
#ifndef LEDE_RENDER_TEXT_H
#define LEDE_RENDER_TEXT_H

#include "base/out.h"
#include "summary/summary.h"

/* The chosen sentences, one a line. `after` says that another file's lines
 * stand before: a blank line goes between, if there are lines at all. explain:
 * what each score is made of, and the best sentence that was not chosen. */
void text_summary(out *o, const lede_document *document, const lede_summary *summary,
                  bool after, bool explain);

/* Every sentence, one a line, a blank line between blocks; behind each what its
 * boundaries were judged by, if asked for. */
void text_sentences(out *o, const lede_document *document, bool after, bool explain);

/* Every word but marks, one a line: its kind, a tab, the word. A blank line
 * between blocks. */
void text_words(out *o, const lede_document *document, bool after);

#endif
