/* SPDX-License-Identifier: MIT */
#include "markup/plain.h"

#include "markup/blocks.h"
#include "markup/lines.h"
#include "markup/page_write.h"

static lede_status see_text(page *p, const lede_allocator *allocator, const source *s) {
    if (s->bad > 0 || s->nul > 0) {
        page_writer w = {p, allocator, s};
        lede_status status = page_write_source(&w, (lede_span){s->bom, s->size});
        page_write_end(&w);
        return status;
    }
    p->text = s->bytes + s->bom;
    p->size = s->size - s->bom;
    if (!VEC_RESERVE(&p->pieces, allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    p->pieces.items[p->pieces.count++] =
        (piece){{0, p->size}, {s->bom, s->size}, PIECE_SAME, 0, 0};
    return LEDE_OK;
}

lede_status plain_read(page *p, const lede_allocator *allocator, const source *s,
                       lede_newlines newlines, uint32_t keep_rules) {
    lede_status status = see_text(p, allocator, s);
    if (status != LEDE_OK) {
        return status;
    }
    p->width = newlines == LEDE_NEWLINES_AUTO ? lines_wrap_width(p->text, p->size) : 0;
    p->hard_wrapped = newlines == LEDE_NEWLINES_SOFT || p->width > 0;
    return blocks_read(p, allocator, keep_rules);
}
