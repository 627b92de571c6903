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
    uint32_t next;       /* begin of the line behind */
    lede_span last;      /* the line before, when a block is open */
    bool field;          /* it is a field */
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
    r->open = (lede_block){span, 0, 0, (uint8_t)kind, 0, 0};
    r->text_end = span.end;
    r->open_lines = 1;
}

static lede_status set_stamp_aside(reader *r, lede_span span) {
    page *p = r->page;
    lede_block block = {span, 0, 0, LEDE_BLOCK_METADATA, 0, 0};
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

/* ---- Lines that begin a block in wrapped text ----------------------------- */

static bool is_field(const reader *r, lede_span line) {
    return shape_is_field(r->page->text + line.begin, line.end - line.begin);
}

/* Fields stand in groups, as at the head of a mail: a line alone may be prose. */
static bool opens_field(reader *r, lede_span line) {
    bool before = r->field, field = r->page->hard_wrapped && is_field(r, line);
    r->field = field && r->open_lines > 0;
    if (!field) {
        return false;
    }
    text_line next = line_read(r->page->text, r->page->size, r->next);
    bool behind = r->next < r->page->size && next.span.begin < next.span.end &&
                  is_field(r, next.span);
    r->field = before || behind;
    return r->field;
}

static bool has_small_letter(const char *text, lede_span line) {
    for (size_t at = line.begin; at < line.end;) {
        if (unicode_class_of(utf8_next(text, &at)) == UC_LETTER_LOWER) {
            return true;
        }
    }
    return false;
}

/* The line before is much shorter than the page is wide and ends like a heading or
 * a line of an address: its writer broke it, not the margin. */
static bool was_broken(const reader *r, lede_span line) {
    const char *text = r->page->text;
    lede_span last = r->last;
    uint32_t bytes = last.end - last.begin;
    if (r->open_lines > 0 && r->page->width > 0 && bytes > 1 &&
        shape_is_marker(text + last.begin, bytes)) {
        return true; /* "--" before a signature */
    }
    if (r->open_lines == 0 || r->page->width == 0 || bytes > 2 * r->page->width ||
        utf8_count(text + last.begin, bytes) * 2 >= r->page->width ||
        !shape_is_heading(text + last.begin, bytes)) {
        return false;
    }
    size_t at = line.begin;
    unicode_class first = unicode_class_of(utf8_next(text, &at));
    return first == UC_LETTER_UPPER || first == UC_DIGIT || !has_small_letter(text, last);
}

/* "> quoted mail": lines of one depth are a block; a sign alone is a blank line, and
 * as it is visible, a block of its own. */
static lede_status add_quoted(reader *r, lede_span line, uint32_t depth, bool text) {
    bool same = r->open_lines > 0 && r->open.kind == LEDE_BLOCK_QUOTE && text &&
                r->page->hard_wrapped && r->open.level == depth;
    if (same) {
        r->open.span.end = line.end;
        r->open_lines++;
        return LEDE_OK;
    }
    lede_status status = close_block(r);
    open_block(r, line, LEDE_BLOCK_QUOTE);
    r->open.level = (uint8_t)(depth < UINT8_MAX ? depth : UINT8_MAX);
    return status != LEDE_OK || text ? status : close_block(r);
}

/* Does the line go on with the open block? */
static bool continues(reader *r, lede_span line, bool marker) {
    bool field = opens_field(r, line), broken = !marker && was_broken(r, line);
    if (r->open_lines == 0 || r->open.kind == LEDE_BLOCK_QUOTE) {
        return r->open_lines > 0 && marker;
    }
    return marker || (r->page->hard_wrapped && !field && !broken && !opens_item(r, line));
}

static lede_status add_line(reader *r, lede_span line) {
    const char *text = r->page->text;
    uint32_t n = line.end - line.begin, begin = 0;
    uint32_t depth = shape_quote_depth(text + line.begin, n, &begin);
    if (depth > 0) {
        return add_quoted(r, line, depth, begin < n);
    }
    if (is_label(r, line)) {
        return add_label(r, line);
    }
    bool marker = shape_is_marker(text + line.begin, n);
    if (continues(r, line, marker)) {
        r->open.span.end = line.end;
        if (!marker) { /* a rule under a heading leaves it one */
            r->open_lines++;
            r->text_end = line.end;
        }
        return LEDE_OK;
    }
    bool item = !marker && opens_item(r, line);
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
        r->next = at;
        if (line.span.begin < line.span.end && r->seen_lines++ < STAMP_LINES) {
            status = take_stamp(r, &line.span);
        }
        if (status == LEDE_OK && line.span.begin < line.span.end) {
            status = add_line(r, line.span);
            r->last = line.span;
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
