/* SPDX-License-Identifier: MIT */
/* Appends to the visible text and to the map at once. */
#ifndef LEDE_MARKUP_PAGE_WRITE_H
#define LEDE_MARKUP_PAGE_WRITE_H

#include "markup/page.h"

/* page.owned and page.pieces grow; page.text and page.size are set by page_write_end().
 */
typedef struct page_writer {
    page *page;
    const lede_allocator *allocator;
    const source *source;
} page_writer;

/* Bytes [span.begin, span.end) of the source; bad sequences and NUL become U+FFFD. All
 * functions: LEDE_NO_MEMORY, or LEDE_TOO_LARGE when the text would pass 4 GiB. */
lede_status page_write_source(page_writer *w, lede_span span);

/* One unit that stands for the whole span: a character for its reference. */
lede_status page_write_decoded(page_writer *w, const char *bytes, uint32_t n,
                               lede_span span);

/* Text that no byte of the source stands for; span: where it would be. */
lede_status page_write_generated(page_writer *w, const char *bytes, uint32_t n,
                                 lede_span span);

/* Takes back what was written behind the first `size` bytes, a border of units. */
void page_write_cut(page_writer *w, uint32_t size);

void page_write_end(page_writer *w);

#endif
