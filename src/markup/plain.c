/* SPDX-License-Identifier: MIT */
#include "markup/plain.h"

#include "markup/blocks.h"
#include "markup/lines.h"
#include "unicode/utf8.h"

#include <string.h>

/* ---- Visible text ------------------------------------------------------ */

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

static bool add_piece(page *p, const lede_allocator *allocator, piece next) {
    if (p->pieces.count > 0 && lengthen(&p->pieces.items[p->pieces.count - 1], &next)) {
        return true;
    }
    if (!VEC_RESERVE(&p->pieces, allocator, 1)) {
        return false;
    }
    p->pieces.items[p->pieces.count++] = next;
    return true;
}

static lede_status append(page *p, const lede_allocator *allocator, const char *bytes,
                          size_t n) {
    if (n > UINT32_MAX - p->owned.count) {
        return LEDE_TOO_LARGE;
    }
    if (!VEC_RESERVE(&p->owned, allocator, n)) {
        return LEDE_NO_MEMORY;
    }
    memcpy(p->owned.items + p->owned.count, bytes, n);
    p->owned.count += n;
    return LEDE_OK;
}

static lede_status append_same(page *p, const lede_allocator *allocator, const source *s,
                               lede_span span) {
    uint32_t begin = (uint32_t)p->owned.count;
    uint32_t n = span.end - span.begin;
    if (n == 0) {
        return LEDE_OK;
    }
    lede_status status = append(p, allocator, s->bytes + span.begin, n);
    piece same = {{begin, begin + n}, span, PIECE_SAME, 0, 0};
    return status != LEDE_OK               ? status
           : add_piece(p, allocator, same) ? LEDE_OK
                                           : LEDE_NO_MEMORY;
}

static lede_status append_replacement(page *p, const lede_allocator *allocator,
                                      lede_span span) {
    char bytes[4];
    uint32_t begin = (uint32_t)p->owned.count;
    uint32_t n = (uint32_t)utf8_encode(UTF8_REPLACEMENT, bytes);
    lede_status status = append(p, allocator, bytes, n);
    piece decoded = {{begin, begin + n},
                     span,
                     PIECE_DECODED,
                     (uint8_t)n,
                     (uint8_t)(span.end - span.begin)};
    return status != LEDE_OK                  ? status
           : add_piece(p, allocator, decoded) ? LEDE_OK
                                              : LEDE_NO_MEMORY;
}

/* The first byte from `at` on that cannot stay as it is. *valid: up to where the
 * bytes are known to be UTF-8, so that none is looked at once for each NUL. */
static uint32_t next_replaced(const source *s, uint32_t at, uint32_t *valid) {
    if (at >= *valid) {
        *valid = at + (uint32_t)utf8_valid_prefix(s->bytes + at, s->size - at);
    }
    size_t n = *valid - at;
    const char *nul = s->nul > 0 && n > 0 ? memchr(s->bytes + at, '\0', n) : NULL;
    return nul != NULL ? (uint32_t)(nul - s->bytes) : *valid;
}

static lede_status copy_text(page *p, const lede_allocator *allocator, const source *s) {
    lede_status status = LEDE_OK;
    uint32_t valid = 0;
    for (uint32_t at = s->bom; at < s->size && status == LEDE_OK;) {
        uint32_t stop = next_replaced(s, at, &valid);
        status = append_same(p, allocator, s, (lede_span){at, stop});
        at = stop;
        if (status == LEDE_OK && at < s->size) {
            uint32_t n = utf8_decode(s->bytes + at, s->size - at).bytes;
            status = append_replacement(p, allocator, (lede_span){at, at + n});
            at += n;
        }
    }
    p->text = p->owned.items != NULL ? p->owned.items : "";
    p->size = (uint32_t)p->owned.count;
    return status;
}

static lede_status see_text(page *p, const lede_allocator *allocator, const source *s) {
    if (s->bad > 0 || s->nul > 0) {
        return copy_text(p, allocator, s);
    }
    p->text = s->bytes + s->bom;
    p->size = s->size - s->bom;
    piece same = {{0, p->size}, {s->bom, s->size}, PIECE_SAME, 0, 0};
    return add_piece(p, allocator, same) ? LEDE_OK : LEDE_NO_MEMORY;
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
