/* SPDX-License-Identifier: MIT */
#include "markup/plain.h"

#include "lang/label.h"
#include "markup/lines.h"
#include "markup/shapes.h"
#include "markup/stamp.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <string.h>

/* Date stamps stand at the top of a page, not in the middle of an article. */
#define STAMP_LINES 3u

/* The block that lines are being added to. */
typedef struct reader {
    page *page;
    const lede_allocator *allocator;
    lede_block open;
    uint32_t open_lines; /* 0: no block is open */
    uint32_t text_end;   /* of the open block without markers behind its text */
    uint32_t seen_lines; /* that are not empty */
    uint32_t keep_rules; /* LEDE_RULE_BIT of those not to apply */
} reader;

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

/* ---- Blocks ------------------------------------------------------------ */

static lede_status push_block(reader *r, lede_block block) {
    if (!VEC_RESERVE(&r->page->blocks, r->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    r->page->blocks.items[r->page->blocks.count++] = block;
    return LEDE_OK;
}

static lede_status close_block(reader *r) {
    if (r->open_lines == 0) {
        return LEDE_OK;
    }
    lede_span span = r->open.span;
    if (r->open_lines == 1 && r->open.kind == LEDE_BLOCK_PROSE &&
        shape_is_heading(r->page->text + span.begin, r->text_end - span.begin)) {
        r->open.kind = LEDE_BLOCK_HEADING;
    }
    r->open_lines = 0;
    return push_block(r, r->open);
}

static void open_block(reader *r, lede_span span, lede_block_kind kind) {
    r->open = (lede_block){span, 0, 0, (uint8_t)kind, 0};
    r->text_end = span.end;
    r->open_lines = 1;
}

static lede_status set_stamp_aside(reader *r, lede_span span) {
    page *p = r->page;
    lede_block block = {span, 0, 0, LEDE_BLOCK_METADATA, 0};
    if (!VEC_RESERVE(&p->ledger, r->allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    p->ledger.items[p->ledger.count++] = (lede_ledger_entry){span, LEDE_RULE_DATE_STAMP};
    return push_block(r, block);
}

/* Cuts a date stamp off the front of one of the first lines. A wrapped line that
 * goes on with a sentence may well begin with a date. */
static lede_status take_stamp(reader *r, lede_span *line) {
    const char *text = r->page->text;
    if ((r->keep_rules & LEDE_RULE_BIT(LEDE_RULE_DATE_STAMP)) != 0 ||
        (r->page->hard_wrapped && r->open_lines > 0)) {
        return LEDE_OK;
    }
    uint32_t n = stamp_length(text + line->begin, line->end - line->begin);
    if (n == 0) {
        return LEDE_OK;
    }
    lede_status status = close_block(r);
    if (status == LEDE_OK) {
        status = set_stamp_aside(r, (lede_span){line->begin, line->begin + n});
    }
    line->begin += n;
    while (line->begin < line->end &&
           (text[line->begin] == ' ' || text[line->begin] == '\t')) {
        line->begin++;
    }
    return status;
}

/* A marker opens an item at the start of a block, behind another item, or, for
 * bullets, behind a line that announces a list; elsewhere it is a number or a
 * dash that wrapping has put at the front of a line. */
static bool opens_item(const reader *r, lede_span line) {
    bool bullet = false;
    const char *text = r->page->text;
    if (!shape_is_list_item(text + line.begin, line.end - line.begin, &bullet)) {
        return false;
    }
    return r->open_lines == 0 || !r->page->hard_wrapped ||
           r->open.kind == LEDE_BLOCK_LIST_ITEM ||
           (bullet && text[r->open.span.end - 1] == ':');
}

static bool ends_sentence(const char *text, lede_span span) {
    size_t at = span.end;
    sentence_break last = unicode_sentence_break(utf8_previous(text, &at));
    return last == SB_ATERM || last == SB_STERM;
}

/* "advertising." may be the last line of a wrapped sentence, "advertising" one
 * in its middle: behind words without a full stop, a small letter in front or a
 * full stop at the end shows it. */
static bool goes_on(const reader *r, lede_span line) {
    const char *text = r->page->text;
    size_t at = line.begin;
    if (r->open_lines == 0 || ends_sentence(text, r->open.span)) {
        return false;
    }
    return unicode_class_of(utf8_next(text, &at)) == UC_LETTER_LOWER ||
           ends_sentence(text, line);
}

/* An ad label in the middle of a wrapped paragraph, as scraped pages have it: a
 * block of its own, or it would become part of a sentence. */
static bool is_label(const reader *r, lede_span line) {
    const char *text = r->page->text + line.begin;
    return r->page->hard_wrapped &&
           (r->keep_rules & LEDE_RULE_BIT(LEDE_RULE_AD_LABEL)) == 0 &&
           label_is(NULL, PACK_LINE_AD, text, line.end - line.begin) && !goes_on(r, line);
}

static lede_status add_label(reader *r, lede_span line) {
    lede_status status = close_block(r);
    open_block(r, line, LEDE_BLOCK_PROSE);
    return status == LEDE_OK ? close_block(r) : status;
}

static lede_status add_line(reader *r, lede_span line) {
    if (is_label(r, line)) {
        return add_label(r, line);
    }
    const char *text = r->page->text;
    bool marker = shape_is_marker(text + line.begin, line.end - line.begin);
    bool item = !marker && opens_item(r, line);
    if (r->open_lines > 0 && (marker || (r->page->hard_wrapped && !item))) {
        r->open.span.end = line.end;
        if (!marker) { /* a rule under a heading leaves it one */
            r->open_lines++;
            r->text_end = line.end;
        }
        return LEDE_OK;
    }
    lede_status status = close_block(r);
    open_block(r, line, item ? LEDE_BLOCK_LIST_ITEM : LEDE_BLOCK_PROSE);
    return status;
}

static lede_status read_blocks(reader *r) {
    page *p = r->page;
    lede_status status = LEDE_OK;
    for (uint32_t at = 0; at < p->size && status == LEDE_OK;) {
        text_line line = line_read(p->text, p->size, at);
        at = line.next;
        if (line.span.begin < line.span.end && r->seen_lines++ < STAMP_LINES) {
            status = take_stamp(r, &line.span);
        }
        if (status == LEDE_OK && line.span.begin < line.span.end) {
            status = add_line(r, line.span);
        } else if (status == LEDE_OK) {
            status = close_block(r);
        }
        if (status == LEDE_OK && line.hard) {
            status = close_block(r);
        }
    }
    return status == LEDE_OK ? close_block(r) : status;
}

lede_status plain_read(page *p, const lede_allocator *allocator, const source *s,
                       lede_newlines newlines, uint32_t keep_rules) {
    lede_status status = see_text(p, allocator, s);
    if (status != LEDE_OK) {
        return status;
    }
    p->hard_wrapped =
        newlines == LEDE_NEWLINES_SOFT ||
        (newlines == LEDE_NEWLINES_AUTO && lines_are_wrapped(p->text, p->size));
    reader r = {.page = p, .allocator = allocator, .keep_rules = keep_rules};
    return read_blocks(&r);
}
