/* SPDX-License-Identifier: MIT */
#include "markup/markdown.h"

#include "markup/containers.h"
#include "markup/directives.h"
#include "markup/entities.h"
#include "markup/parser_bytes.h"
#include "markup/tags.h"
#include "unicode/utf8.h"

#include <md4c.h>
#include <string.h>

/* The flags for links without brackets take quadratic time; an address is a word of the
 * tokenizer's all the same. */
#define DIALECT (MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
#define DIALECT_MDX (DIALECT | MD_FLAG_NOINDENTEDCODEBLOCKS)

#define REFERENCE_BYTES 40u /* the longest name has 33 */
#define TARGET_BYTES 64u    /* of white space before the target of a link */

typedef struct reader {
    flow flow;
    const source *source;
    const char *bytes; /* what the parser reads: the source, or a masked copy of it */
    mask mask;
    size_t masked;               /* the next span of the mask */
    containers containers;       /* that the parser tells of as they open and close */
    lede_span code;              /* source of the code at hand */
    bool in_code, in_code_block; /* of the parser's */
    html_reader html;
    uint32_t looked; /* up to there line ends between texts of HTML were looked for */
    uint32_t fed;    /* up to there the parser gave HTML */
    bool in_mask;    /* a tag that is masked is being read */
    uint32_t images; /* that the parser opened, and the flow will with their first text */
    bool own_kind;   /* the parser's block is a heading or a cell, and empty so far */
} reader;

static int give(const reader *r) {
    return r->flow.status == LEDE_OK ? 0 : 1;
}

static void keep(reader *r, lede_status status) {
    if (r->flow.status == LEDE_OK) {
        r->flow.status = status;
    }
}

/* ---- Containers ------------------------------------------------------------ */

static void open_container(reader *r, container kind) {
    if (!containers_open(&r->containers, r->flow.w.allocator, kind)) {
        keep(r, LEDE_NO_MEMORY);
    }
}

/* The next text is in a block of the container at hand. */
static void open_text(reader *r) {
    container inner = containers_inner(&r->containers);
    r->flow.inside = inner != CONTAINER_NONE;
    if (inner == CONTAINER_QUOTE) {
        flow_block(&r->flow, LEDE_BLOCK_QUOTE, r->containers.quotes);
    } else {
        bool item = inner == CONTAINER_ITEM;
        flow_block(&r->flow, item ? LEDE_BLOCK_LIST_ITEM : LEDE_BLOCK_PROSE, 0);
    }
}

/* "[!NOTE]" makes an alert of the quote that it stands in. */
static void note_alert(reader *r) {
    if (containers_make_alert(&r->containers)) {
        open_text(r);
    }
}

/* ---- What is masked ------------------------------------------------------------ */

/* Of a tag that no parser has seen: of HTML unless it has a capital, as components do. */
static bool is_html_tag(const reader *r, const masked *m) {
    const char *name = r->source->bytes + m->span.begin + 1;
    name += m->span.end - m->span.begin > 2 && *name == '/' ? 1 : 0;
    return m->kind == MASK_TAG && m->span.begin >= r->fed && *name >= 'a' && *name <= 'z';
}

/* The parser is shown no tag of MDX, for what stands between them is Markdown. What they
 * mean is the same as elsewhere. */
static void read_masked_tag(reader *r, lede_span span) {
    r->in_mask = true;
    keep(r, html_feed(&r->html, r->source->bytes, span));
    keep(r, html_end_tag(&r->html));
    r->in_mask = false;
}

static void pass_mask(reader *r, const masked *m) {
    lede_omission_kind kind = mask_omission((mask_kind)m->kind);
    bool words = m->kind == MASK_SHORTCODE || m->kind == MASK_EXPRESSION;
    if (is_html_tag(r, m)) {
        read_masked_tag(r, m->span);
        return;
    }
    if (kind != LEDE_OMITTED_NONE && !source_is_white(r->source, m->span)) {
        flow_omit(&r->flow, m->span, kind, words && !m->breaks);
    }
    if (kind == LEDE_OMITTED_COMMENT) {
        keep(r, directives_add_comment(r->flow.w.page, r->flow.w.allocator, r->source,
                                       m->span));
    }
    if (m->kind == MASK_ALERT) {
        note_alert(r);
    } else if (m->breaks) {
        flow_block(&r->flow, r->flow.kind, r->flow.level);
    }
}

/* Spans of the mask that begin before `end`. */
static void pass_masks(reader *r, uint32_t end) {
    while (r->masked < r->mask.spans.count &&
           r->mask.spans.items[r->masked].span.begin < end) {
        pass_mask(r, &r->mask.spans.items[r->masked++]);
    }
}

/* ---- Text -----------------------------------------------------------------------------
 */

/* What the parser gives points into its input, but for fixed strings of its own. */
static bool locate(const reader *r, const char *text, size_t n, lede_span *span) {
    uintptr_t at = (uintptr_t)text, begin = (uintptr_t)r->bytes;
    if (at < begin || at - begin > r->source->size ||
        n > r->source->size - (at - begin)) {
        return false;
    }
    *span = (lede_span){(uint32_t)(at - begin), (uint32_t)(at - begin + n)};
    return true;
}

static lede_omission_kind hidden_kind(bool code) {
    return code ? LEDE_OMITTED_CODE : LEDE_OMITTED_HIDDEN;
}

/* Is text inside an element of code or a hidden one? Then it is left out, behind what was
 * fed before. */
static bool omit_inside(reader *r, lede_span span) {
    element_kind inside = html_inside(&r->html);
    if (inside != ELEMENT_OTHER && span.begin < span.end) {
        lede_span behind = {span.end, span.end};
        keep(r, html_feed(&r->html, r->source->bytes, behind));
        flow_omit(&r->flow, span, hidden_kind(inside == ELEMENT_CODE), true);
    }
    return inside != ELEMENT_OTHER;
}

static void add_run(reader *r, lede_span span) {
    if (!omit_inside(r, span)) {
        flow_text(&r->flow, span);
    }
}

/* Visible text but for what is masked in it. */
static void add_text(reader *r, lede_span span) {
    if (r->in_mask) { /* the alt of an image */
        flow_text(&r->flow, span);
        return;
    }
    pass_masks(r, span.begin);
    uint32_t at = span.begin;
    if (r->masked > 0 && r->mask.spans.items[r->masked - 1].span.end > at) {
        at = r->mask.spans.items[r->masked - 1].span.end;
    }
    while (at < span.end) {
        bool more = r->masked < r->mask.spans.count &&
                    r->mask.spans.items[r->masked].span.begin < span.end;
        lede_span hole =
            more ? r->mask.spans.items[r->masked].span : (lede_span){span.end, span.end};
        add_run(r, (lede_span){at, hole.begin});
        at = hole.end;
        pass_masks(r, hole.begin + (more ? 1 : 0));
    }
}

static void add_entity(reader *r, lede_span span) {
    char bytes[8];
    pass_masks(r, span.begin);
    if (omit_inside(r, span)) {
        return;
    }
    size_t n = entity_decode(r->source->bytes + span.begin, span.end - span.begin, bytes);
    if (n == 0) {
        flow_text(&r->flow, span);
    } else {
        flow_decoded(&r->flow, bytes, (uint32_t)n, span);
    }
}

/* Behind the ";" of what may be a reference at `at`, or `at`. */
static uint32_t reference_end(const char *bytes, uint32_t at, uint32_t end) {
    uint32_t most = end - at < REFERENCE_BYTES ? end : at + REFERENCE_BYTES;
    const char *found = memchr(bytes + at, ';', most - at);
    return found != NULL ? (uint32_t)(found - bytes) + 1 : at;
}

static void add_code(reader *r, lede_span span) {
    if (r->code.begin == LEDE_NONE) {
        r->code.begin = span.begin;
    }
    r->code.end = span.end;
}

/* ---- HTML ------------------------------------------------------------ */

/* Lines of HTML come one by one, their ends only as what lies between them. */
static void note_line_end(reader *r, uint32_t begin) {
    uint32_t from = r->flow.source_end > r->looked ? r->flow.source_end : r->looked;
    const char *s = r->source->bytes + from;
    size_t n = begin > from ? begin - from : 0;
    if (n > 0 && (memchr(s, '\n', n) != NULL || memchr(s, '\r', n) != NULL)) {
        flow_line_end(&r->flow, FLOW_SOFT_BREAK);
    }
    r->looked = begin;
}

static lede_status on_html_text(void *ctx, lede_span span, bool entity) {
    reader *r = ctx;
    note_line_end(r, span.begin);
    (entity ? add_entity : add_text)(r, span);
    return r->flow.status;
}

static void open_element(reader *r, element_kind kind, unsigned level) {
    if (kind == ELEMENT_HEADING) {
        flow_block(&r->flow, LEDE_BLOCK_HEADING, level);
        r->flow.w.page->has_levels = true;
    } else if (kind == ELEMENT_LIST_ITEM) {
        flow_block(&r->flow, LEDE_BLOCK_LIST_ITEM, 0);
    } else if (kind == ELEMENT_QUOTE) {
        flow_block(&r->flow, LEDE_BLOCK_QUOTE, r->containers.quotes + 1);
    } else if (kind == ELEMENT_CELL) {
        flow_block(&r->flow, LEDE_BLOCK_TABLE_CELL, 0);
    } else if (kind == ELEMENT_CAPTION) {
        flow_block(&r->flow, LEDE_BLOCK_CAPTION, 0);
    }
}

static bool is_block(element_kind kind) {
    return kind == ELEMENT_BLOCK || kind == ELEMENT_HEADING ||
           kind == ELEMENT_LIST_ITEM || kind == ELEMENT_QUOTE || kind == ELEMENT_CELL ||
           kind == ELEMENT_CAPTION;
}

static lede_status on_html_element(void *ctx, element_kind kind, unsigned level,
                                   bool open, lede_span span) {
    reader *r = ctx;
    /* A masked tag may stand on a line before that of the parser's block. */
    bool before = r->in_mask && r->own_kind && !r->flow.open;
    flow_omit(&r->flow, span, LEDE_OMITTED_TAG, false);
    if (kind == ELEMENT_BREAK) {
        flow_line_end(&r->flow, FLOW_HARD_BREAK);
    } else if (is_block(kind) && !before) {
        open_text(r);
        if (open) {
            open_element(r, kind, level);
        }
    }
    return r->flow.status;
}

static lede_status on_html_comment(void *ctx, lede_span span) {
    reader *r = ctx;
    flow_omit(&r->flow, span, LEDE_OMITTED_COMMENT, false);
    keep(r, directives_add_comment(r->flow.w.page, r->flow.w.allocator, r->source, span));
    return r->flow.status;
}

/* Text whose references nobody has found yet. */
static void add_references(reader *r, lede_span span) {
    const char *bytes = r->source->bytes;
    uint32_t from = span.begin;
    for (uint32_t at = span.begin; at < span.end; at++) {
        uint32_t end = bytes[at] == '&' ? reference_end(bytes, at, span.end) : at;
        if (end > at) {
            add_text(r, (lede_span){from, at});
            add_entity(r, (lede_span){at, end});
            from = end;
            at = end - 1;
        }
    }
    add_text(r, (lede_span){from, span.end});
}

static lede_status on_html_alt(void *ctx, lede_span span) {
    reader *r = ctx;
    flow_image_open(&r->flow);
    add_references(r, span);
    flow_image_close(&r->flow);
    return r->flow.status;
}

static lede_status on_html_hidden(void *ctx, lede_span span, bool code) {
    reader *r = ctx;
    flow_omit(&r->flow, span, hidden_kind(code), code);
    return r->flow.status;
}

static const html_events html_handlers = {.text = on_html_text,
                                          .element = on_html_element,
                                          .comment = on_html_comment,
                                          .alt = on_html_alt,
                                          .hidden = on_html_hidden};

/* What was open in the last block is not in the next one. */
static void renew_html(reader *r) {
    keep(r, html_close(&r->html));
    html_open(&r->html, &html_handlers, r);
}

/* ---- The parser's events ---------------------------------------------------------- */

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *ctx) {
    reader *r = ctx;
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) {
        open_container(r, type == MD_BLOCK_LI ? CONTAINER_ITEM : CONTAINER_QUOTE);
    } else if (type == MD_BLOCK_CODE) {
        r->in_code_block = true;
        r->code = (lede_span){LEDE_NONE, LEDE_NONE};
    }
    open_text(r);
    r->own_kind = type == MD_BLOCK_H || type == MD_BLOCK_TH || type == MD_BLOCK_TD;
    if (type == MD_BLOCK_H) {
        flow_block(&r->flow, LEDE_BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level);
        r->flow.w.page->has_levels = true;
    } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
        flow_block(&r->flow, LEDE_BLOCK_TABLE_CELL, 0);
    }
    return give(r);
}

static void leave_code(reader *r, lede_omission_kind kind, bool gap) {
    if (r->code.begin != LEDE_NONE) {
        pass_masks(r, r->code.begin);
        flow_omit(&r->flow, r->code, kind, gap);
    }
    r->code = (lede_span){LEDE_NONE, LEDE_NONE};
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *ctx) {
    (void)detail;
    reader *r = ctx;
    renew_html(r);
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) {
        containers_close(&r->containers);
    } else if (type == MD_BLOCK_CODE) {
        leave_code(r, LEDE_OMITTED_CODE_BLOCK, false);
        r->in_code_block = false;
    }
    r->own_kind = false;
    open_text(r);
    return give(r);
}

/* What is masked before an image is passed only when its text is at hand, and may end the
 * block before it. */
static void open_images(reader *r, uint32_t begin) {
    if (r->images > 0) {
        pass_masks(r, begin);
    }
    for (; r->images > 0; r->images--) {
        flow_image_open(&r->flow);
    }
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *ctx) {
    (void)detail;
    reader *r = ctx;
    if (type == MD_SPAN_IMG) {
        r->images++;
    } else if (type == MD_SPAN_CODE) {
        r->in_code = true;
        r->code = (lede_span){LEDE_NONE, LEDE_NONE};
    }
    return give(r);
}

/* "(" and white space, or "<", lie between a link's text and its target, not before the
 * target of a definition elsewhere. */
static bool is_inline_target(const reader *r, uint32_t target) {
    const char *bytes = r->bytes;
    uint32_t least = target < TARGET_BYTES ? 0 : target - TARGET_BYTES, at = target;
    while (at > least && at > r->flow.source_end && strchr(" \t\r\n<", bytes[at - 1])) {
        at--;
    }
    return at > least && at > r->flow.source_end && bytes[at - 1] == '(';
}

static void omit_target(reader *r, const MD_ATTRIBUTE *target) {
    lede_span span;
    if (target->size > 0 && locate(r, target->text, target->size, &span) &&
        is_inline_target(r, span.begin)) {
        pass_masks(r, span.begin);
        flow_omit(&r->flow, span, LEDE_OMITTED_LINK_TARGET, false);
    }
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *ctx) {
    reader *r = ctx;
    if (type == MD_SPAN_IMG) {
        open_images(r, 0);
        flow_image_close(&r->flow);
        omit_target(r, &((MD_SPAN_IMG_DETAIL *)detail)->src);
    } else if (type == MD_SPAN_A) {
        omit_target(r, &((MD_SPAN_A_DETAIL *)detail)->href);
    } else if (type == MD_SPAN_CODE) {
        leave_code(r, LEDE_OMITTED_CODE, true);
        r->in_code = false;
    }
    return give(r);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *ctx) {
    reader *r = ctx;
    lede_span span;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        flow_line_end(&r->flow, type == MD_TEXT_BR ? FLOW_HARD_BREAK : FLOW_SOFT_BREAK);
        return give(r);
    }
    if (!locate(r, text, size, &span)) {
        return give(r); /* white space inside code */
    }
    open_images(r, span.begin);
    if (r->in_code_block || r->in_code) {
        add_code(r, span);
    } else if (type == MD_TEXT_HTML) {
        pass_masks(r, span.begin);
        r->fed = span.end;
        keep(r, html_feed(&r->html, r->bytes, span));
    } else {
        (type == MD_TEXT_ENTITY ? add_entity : add_text)(r, span);
    }
    return give(r);
}

/* ---- The whole ------------------------------------------------------------ */

/* Where the parser joins the lines of a title, it reads on without the definition when
 * there is no memory, and says so nowhere else. */
static void on_message(const char *message, void *ctx) {
    if (strstr(message, "alloc() failed") != NULL) {
        keep(ctx, LEDE_NO_MEMORY);
    }
}

static lede_status parse(reader *r, uint32_t begin, bool mdx) {
    const MD_PARSER parser = {.flags = mdx ? DIALECT_MDX : DIALECT,
                              .enter_block = on_enter_block,
                              .leave_block = on_leave_block,
                              .enter_span = on_enter_span,
                              .leave_span = on_leave_span,
                              .text = on_text,
                              .debug_log = on_message};
    html_open(&r->html, &html_handlers, r);
    int failed = md_parse(r->bytes + begin, r->source->size - begin, &parser, r);
    if (failed != 0 && r->flow.status == LEDE_OK) {
        return LEDE_NO_MEMORY;
    }
    pass_masks(r, r->source->size);
    return r->flow.status;
}

lede_status markdown_read(page *p, const lede_allocator *allocator, const source *s,
                          uint32_t begin, const markdown_options *options) {
    reader r = {.source = s};
    lede_status status = mask_read(&r.mask, allocator, s, begin, options->mdx);
    flow_open(&r.flow, (page_writer){p, allocator, s}, options->newlines, begin);
    if (status == LEDE_OK) {
        status = parser_bytes_mend(&r.mask, allocator, s, begin);
    }
    if (status == LEDE_OK) {
        r.bytes = r.mask.bytes;
        status = parse(&r, begin, options->mdx);
    }
    lede_status closed = flow_close(&r.flow);
    containers_free(&r.containers, allocator);
    mask_free(&r.mask, allocator);
    return status != LEDE_OK ? status : closed;
}
