/* SPDX-License-Identifier: MIT */
#include "markup/blocks.h"

#include "lang/label.h"
#include "markup/lines.h"
#include "markup/shapes.h"
#include "markup/stamp.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

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

static lede_status read_lines(reader *r) {
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

lede_status blocks_read(page *p, const lede_allocator *allocator, uint32_t keep_rules) {
    reader r = {.page = p, .allocator = allocator, .keep_rules = keep_rules};
    return read_lines(&r);
}
