/* SPDX-License-Identifier: MIT */
/* What stands before an article begins: who wrote it, when, and where it was sent from.
 */
#ifndef LEDE_TEXT_HEAD_H
#define LEDE_TEXT_HEAD_H

#include "text/document.h"

#define HEAD_PIECES 16u

/* Entries [first, end) of one block. */
typedef struct head_piece {
    uint32_t first;
    uint32_t end;
    uint8_t rule; /* lede_rule: byline, date-stamp or dateline */
} head_piece;

/* Ascending. Each begins a sentence or follows another without a gap; pages run them
 * together, and full stops that stand apart make sentences of their parts. */
typedef struct article_head {
    head_piece pieces[HEAD_PIECES];
    uint32_t count;
} article_head;

/* Looks at the first sentences of the first blocks only, whatever the text. */
void head_read(article_head *h, const lede_document *d);

#endif
