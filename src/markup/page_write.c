/* SPDX-License-Identifier: MIT */
#include "markup/page_write.h"

#include "unicode/utf8.h"

#include <string.h>

/* Runs of equal bad sequences stay one piece, or hostile bytes would cost many
 * times their size. */
static bool lengthen(piece *last, const piece *next) {
    bool same_unit = last->kind == PIECE_DECODED && next->kind == PIECE_DECODED &&
                     last->unit_source == next->unit_source;
    if (same_unit) {
        last->text.end = next->text.end;
        last->source.end = next->source.end;
    }
    return same_unit;
}

static bool add_piece(page_writer *w, piece next) {
    page *p = w->page;
    if (p->pieces.count > 0 && lengthen(&p->pieces.items[p->pieces.count - 1], &next)) {
        return true;
    }
    if (!VEC_RESERVE(&p->pieces, w->allocator, 1)) {
        return false;
    }
    p->pieces.items[p->pieces.count++] = next;
    return true;
}

static lede_status append(page_writer *w, const char *bytes, size_t n) {
    page *p = w->page;
    if (n > UINT32_MAX - p->owned.count) {
        return LEDE_TOO_LARGE;
    }
    if (!VEC_RESERVE(&p->owned, w->allocator, n)) {
        return LEDE_NO_MEMORY;
    }
    memcpy(p->owned.items + p->owned.count, bytes, n);
    p->owned.count += n;
    return LEDE_OK;
}

static lede_status append_same(page_writer *w, lede_span span) {
    uint32_t begin = (uint32_t)w->page->owned.count;
    uint32_t n = span.end - span.begin;
    if (n == 0) {
        return LEDE_OK;
    }
    lede_status status = append(w, w->source->bytes + span.begin, n);
    piece same = {{begin, begin + n}, span, PIECE_SAME, 0, 0};
    return status != LEDE_OK ? status : add_piece(w, same) ? LEDE_OK : LEDE_NO_MEMORY;
}

static lede_status append_replacement(page_writer *w, lede_span span) {
    char bytes[4];
    uint32_t begin = (uint32_t)w->page->owned.count;
    uint32_t n = (uint32_t)utf8_encode(UTF8_REPLACEMENT, bytes);
    lede_status status = append(w, bytes, n);
    piece decoded = {{begin, begin + n},
                     span,
                     PIECE_DECODED,
                     (uint8_t)n,
                     (uint8_t)(span.end - span.begin)};
    return status != LEDE_OK ? status : add_piece(w, decoded) ? LEDE_OK : LEDE_NO_MEMORY;
}

/* The first byte from `at` on, before `end`, that cannot stay as it is. *valid: up to
 * where the bytes are known to be UTF-8, so that none is looked at once for each NUL. */
static uint32_t next_replaced(const source *s, uint32_t at, uint32_t end,
                              uint32_t *valid) {
    if (at >= *valid) {
        *valid = at + (uint32_t)utf8_valid_prefix(s->bytes + at, end - at);
    }
    size_t n = *valid - at;
    const char *nul = s->nul > 0 && n > 0 ? memchr(s->bytes + at, '\0', n) : NULL;
    return nul != NULL ? (uint32_t)(nul - s->bytes) : *valid;
}

lede_status page_write_source(page_writer *w, lede_span span) {
    const source *s = w->source;
    lede_status status = LEDE_OK;
    uint32_t valid = 0;
    for (uint32_t at = span.begin; at < span.end && status == LEDE_OK;) {
        uint32_t stop = next_replaced(s, at, span.end, &valid);
        status = append_same(w, (lede_span){at, stop});
        at = stop;
        if (status == LEDE_OK && at < span.end) {
            uint32_t n = utf8_decode(s->bytes + at, span.end - at).bytes;
            status = append_replacement(w, (lede_span){at, at + n});
            at += n;
        }
    }
    return status;
}

void page_write_end(page_writer *w) {
    page *p = w->page;
    p->text = p->owned.items != NULL ? p->owned.items : "";
    p->size = (uint32_t)p->owned.count;
}
