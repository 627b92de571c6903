/* SPDX-License-Identifier: MIT */
#include "markup/page.h"

void page_free(page *p, const lede_allocator *allocator) {
    VEC_FREE(&p->owned, allocator);
    VEC_FREE(&p->pieces, allocator);
    VEC_FREE(&p->blocks, allocator);
    VEC_FREE(&p->ledger, allocator);
    VEC_FREE(&p->omissions, allocator);
    VEC_FREE(&p->gaps, allocator);
    VEC_FREE(&p->directives, allocator);
    VEC_FREE(&p->settings, allocator);
}

static const piece *piece_at(const page *p, uint32_t offset) {
    size_t low = 0, high = p->pieces.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (p->pieces.items[middle].text.begin <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &p->pieces.items[low];
}

uint32_t page_source_offset(const page *p, uint32_t offset) {
    if (p->pieces.count == 0) {
        return 0;
    }
    const piece *at = piece_at(p, offset);
    if (offset >= at->text.end) {
        return at->source.end;
    }
    uint32_t inside = offset - at->text.begin;
    if (at->kind == PIECE_SAME) {
        return at->source.begin + inside;
    }
    /* A decoded piece is a run of equal units. */
    if (at->kind == PIECE_DECODED && at->unit_text > 0) {
        return at->source.begin + inside / at->unit_text * at->unit_source;
    }
    return at->source.begin;
}

uint32_t page_source_end(const page *p, uint32_t offset) {
    if (p->pieces.count == 0 || offset == 0) {
        return page_source_offset(p, offset);
    }
    const piece *at = piece_at(p, offset - 1);
    uint32_t inside = offset - at->text.begin;
    if (offset >= at->text.end) {
        return at->source.end;
    }
    if (at->kind == PIECE_SAME) {
        return at->source.begin + inside;
    }
    if (at->kind == PIECE_DECODED && at->unit_text > 0) {
        uint32_t units = (inside + at->unit_text - 1) / at->unit_text;
        return at->source.begin + units * at->unit_source;
    }
    return at->source.end;
}
