/* SPDX-License-Identifier: MIT */
#include "markup/page_write.h"

#include "unicode/utf8.h"

#include <string.h>

/* Do both stand in one row? Then they are one piece: of the same bytes, or of equal
 * units, or hostile bytes would cost many times their size. */
static bool goes_on(const piece *last, const piece *next) {
    return last->kind == next->kind && last->kind != PIECE_GENERATED &&
           last->source.end == next->source.begin && last->unit_text == next->unit_text &&
           last->unit_source == next->unit_source;
}

static bool lengthen(piece *last, const piece *next) {
    bool row = goes_on(last, next);
    if (row) {
        last->text.end = next->text.end;
        last->source.end = next->source.end;
    }
    return row;
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

static lede_status append_piece(page_writer *w, const char *bytes, uint32_t n,
                                piece next) {
    uint32_t begin = (uint32_t)w->page->owned.count;
    lede_status status = append(w, bytes, n);
    next.text = (lede_span){begin, begin + n};
    return status != LEDE_OK ? status : add_piece(w, next) ? LEDE_OK : LEDE_NO_MEMORY;
}

lede_status page_write_decoded(page_writer *w, const char *bytes, uint32_t n,
                               lede_span span) {
    uint32_t unit = span.end - span.begin;
    piece next = {{0, 0}, span, PIECE_DECODED, (uint8_t)n, (uint8_t)unit};
    if (n > UINT8_MAX || unit > UINT8_MAX) {
        return page_write_generated(w, bytes, n, span);
    }
    return append_piece(w, bytes, n, next);
}

lede_status page_write_generated(page_writer *w, const char *bytes, uint32_t n,
                                 lede_span span) {
    return append_piece(w, bytes, n, (piece){{0, 0}, span, PIECE_GENERATED, 0, 0});
}

static lede_status append_replacement(page_writer *w, lede_span span) {
    char bytes[4];
    uint32_t n = (uint32_t)utf8_encode(UTF8_REPLACEMENT, bytes);
    return page_write_decoded(w, bytes, n, span);
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

static bool is_tail(char byte) {
    return ((unsigned char)byte & 0xC0u) == 0x80u;
}

/* Nothing of it is replaced: the source has no bad bytes, nor is one cut out of it. */
static bool is_whole(const source *s, lede_span span) {
    bool inside = span.begin < span.end && !is_tail(s->bytes[span.begin]);
    return inside && s->bad == 0 && s->nul == 0 &&
           (span.end == s->size || !is_tail(s->bytes[span.end]));
}

lede_status page_write_source(page_writer *w, lede_span span) {
    const source *s = w->source;
    lede_status status = LEDE_OK;
    if (is_whole(s, span)) {
        return append_same(w, span);
    }
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

/* Of a piece that begins before `size` and ends behind it. */
static void shorten(piece *last, uint32_t size) {
    uint32_t n = size - last->text.begin;
    last->text.end = size;
    if (last->kind == PIECE_SAME) {
        last->source.end = last->source.begin + n;
    } else if (last->kind == PIECE_DECODED && last->unit_text > 0) {
        last->source.end = last->source.begin + n / last->unit_text * last->unit_source;
    }
}

void page_write_cut(page_writer *w, uint32_t size) {
    page *p = w->page;
    while (p->pieces.count > 0 &&
           p->pieces.items[p->pieces.count - 1].text.begin >= size) {
        p->pieces.count--;
    }
    if (p->pieces.count > 0 && p->pieces.items[p->pieces.count - 1].text.end > size) {
        shorten(&p->pieces.items[p->pieces.count - 1], size);
    }
    p->owned.count = size < p->owned.count ? size : p->owned.count;
}

void page_write_end(page_writer *w) {
    page *p = w->page;
    p->text = p->owned.items != NULL ? p->owned.items : "";
    p->size = (uint32_t)p->owned.count;
}
