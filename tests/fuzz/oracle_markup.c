/* SPDX-License-Identifier: MIT */
#include "fuzz/oracle.h"
#include "fuzz/reference.h"
#include "markup/places.h"

/* Of a long text some places are asked: each costs up to a kilobyte of counting. */
#define PLACES 24u

/* ---- The map ----------------------------------------------------------------- */

static void check_piece(const source *s, const page *p, const piece *at) {
    uint32_t n = at->text.end - at->text.begin;
    uint32_t m = at->source.end - at->source.begin;
    ORACLE(at->text.begin < at->text.end && at->source.begin <= at->source.end);
    ORACLE(at->source.end <= s->size && at->kind <= PIECE_GENERATED);
    if (at->kind == PIECE_SAME) {
        ORACLE(n == m);
        ORACLE(memcmp(p->text + at->text.begin, s->bytes + at->source.begin, n) == 0);
    } else if (at->kind == PIECE_DECODED) {
        ORACLE(at->unit_text > 0 && at->unit_source > 0);
        ORACLE(n % at->unit_text == 0 && m % at->unit_source == 0);
        ORACLE(n / at->unit_text == m / at->unit_source);
    }
}

/* Without gaps in the text, and never back in the source. */
static void check_pieces(const source *s, const page *p) {
    uint32_t text = 0, from = 0;
    for (size_t i = 0; i < p->pieces.count; i++) {
        const piece *at = &p->pieces.items[i];
        if (p->size == 0) {
            return;
        }
        check_piece(s, p, at);
        ORACLE(at->text.begin == text && at->source.begin >= from);
        text = at->text.end;
        from = at->source.end;
    }
    ORACLE(text == p->size);
}

static bool is_place(lede_place place, uint32_t offset) {
    return place.offset == offset && place.line > 0 && place.column > 0 &&
           place.utf16_column > 0;
}

static void check_places(const source *s, const page *p) {
    uint32_t step = p->size / PLACES + 1, last = 0;
    for (uint32_t at = 0; at < p->size; at += step) {
        uint32_t offset = page_source_offset(p, at);
        ORACLE(offset >= last && offset <= s->size);
        ORACLE(is_place(place_in_text(s, p, at), offset));
        last = offset;
    }
}

/* ---- Blocks and what is left out ------------------------------------------------ */

static void check_block(const source *s, const page *p, const lede_block *b) {
    const char *text = p->text + b->span.begin;
    uint32_t n = b->span.end - b->span.begin, last = b->span.end - 1;
    ORACLE(reference_is_utf8(text, n));
    ORACLE(!reference_is_space(reference_decode(text, n).code));
    while (((unsigned char)p->text[last] & 0xC0u) == 0x80u) {
        last--;
    }
    uint32_t code = reference_decode(p->text + last, b->span.end - last).code;
    ORACLE(!reference_is_space(code));
    ORACLE(b->kind <= LEDE_BLOCK_DESCRIPTION);
    uint32_t end = page_source_end(p, b->span.end);
    ORACLE(end >= page_source_offset(p, b->span.begin) && end <= s->size);
}

/* All that is to be seen lies in a block. */
static void check_blocks(const source *s, const page *p) {
    uint32_t end = 0;
    for (size_t i = 0; i < p->blocks.count; i++) {
        const lede_block *b = &p->blocks.items[i];
        ORACLE(b->span.begin >= end && b->span.begin < b->span.end);
        ORACLE(b->span.end <= p->size);
        ORACLE(reference_is_blank(p->text + end, b->span.begin - end));
        check_block(s, p, b);
        end = b->span.end;
    }
    ORACLE(reference_is_blank(p->text + end, p->size - end));
}

static void check_omissions(const source *s, const page *p) {
    uint32_t last = 0;
    for (size_t i = 0; i < p->omissions.count; i++) {
        lede_omission at = p->omissions.items[i];
        ORACLE(at.kind > LEDE_OMITTED_NONE && at.kind < LEDE_OMITTED_COUNT);
        ORACLE(at.source.begin >= last && at.source.begin < at.source.end);
        ORACLE(at.source.end <= s->size);
        last = at.source.begin;
    }
    for (size_t i = 0; i < p->gaps.count; i++) {
        ORACLE(p->gaps.items[i] <= p->size);
        ORACLE(i == 0 || p->gaps.items[i] >= p->gaps.items[i - 1]);
    }
    for (size_t i = 0; i < p->directives.count; i++) {
        const directive *d = &p->directives.items[i];
        ORACLE(d->source.begin <= d->source.end && d->source.end <= s->size);
    }
}

void oracle_markup(const source *s, const page *p) {
    ORACLE(reference_is_utf8(p->text, p->size));
    check_pieces(s, p);
    check_places(s, p);
    check_blocks(s, p);
    check_omissions(s, p);
}
