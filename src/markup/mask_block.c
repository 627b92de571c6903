/* SPDX-License-Identifier: MIT */
#include "markup/mask_parts.h"

/* ---- Fences ------------------------------------------------------------ */

/* A quote or list that the fence is in has ended before this line. */
static bool left_fence(const mask_scan *c) {
    const mask_line *line = &c->line;
    const mask_fence *fence = &c->fence;
    return line->quotes < fence->quotes ||
           (!mask_is_blank(line) && line->quotes == 0 && line->lead < fence->column);
}

/* Is the line code, or the one that closes it? */
static bool in_fence(mask_scan *c) {
    if (c->fence.length == 0) {
        return false;
    }
    if (left_fence(c)) {
        c->fence.length = 0;
        return false;
    }
    bool closes = mask_closes_fence(c, &c->line, &c->fence);
    if (c->fence.mark == ':') {
        mask_add(c, c->line.begin, c->line.next, MASK_CODE, true);
    } else if (closes) {
        mask_inside(c);
    }
    c->fence.length = closes ? 0 : c->fence.length;
    return true;
}

/* ---- Lists and indentation ---------------------------------------------- */

static void leave_lists(mask_scan *c) {
    const mask_line *line = &c->line;
    uint32_t width = line->quotes > 0 ? line->column : line->lead;
    if (!c->after_blank && !line->item) {
        return;
    }
    while (c->list_count > 0 && c->lists[c->list_count - 1] > width) {
        c->list_count--;
    }
}

static void enter_list(mask_scan *c) {
    if (c->line.item && c->list_count < MASK_DEPTH) {
        c->lists[c->list_count++] = c->line.column;
    }
}

static bool is_indented_code(const mask_scan *c) {
    uint32_t base = mask_base(c, c->line.lead);
    return !c->mdx && (c->after_blank || c->in_code) && c->line.lead >= base + 4;
}

/* ---- Kinds of lines ------------------------------------------------------ */

/* The first kinds have no paragraph on the line that goes on. */
static uint32_t (*const kinds[])(mask_scan *) = {
    mask_directive,   mask_raw,    mask_container, mask_admonition,
    mask_math,        mask_module, mask_alert,     mask_myst,
    mask_marker_line, mask_note,   mask_definition};

#define WITHOUT_PARAGRAPH 9u

static uint32_t find_kind(mask_scan *c) {
    uint32_t at = 0;
    size_t i = 0;
    while (at == 0 && i < sizeof kinds / sizeof *kinds) {
        at = kinds[i](c);
        i++;
    }
    c->after_blank = at > 0 && i <= WITHOUT_PARAGRAPH;
    c->term = c->after_blank || mask_byte(c, c->line.content) == '#' ? 0 : 2;
    return at > 0 ? at : c->line.content;
}

static void see_blank(mask_scan *c) {
    c->after_blank = true;
    c->term = c->term > 0 ? c->term - 1 : 0;
}

static uint32_t read_block(mask_scan *c) {
    leave_lists(c);
    mask_inside(c);
    c->in_code = is_indented_code(c);
    if (c->in_code) {
        return c->line.end;
    }
    enter_list(c);
    return find_kind(c);
}

static uint32_t read_any(mask_scan *c) {
    if (in_fence(c)) {
        c->after_blank = true;
        c->term = 0;
        return c->line.end;
    }
    uint32_t at = c->options > 0 ? mask_option(c) : 0;
    if (at > 0) {
        return at;
    }
    if (mask_is_blank(&c->line)) {
        see_blank(c);
        return c->line.end;
    }
    return read_block(c);
}

uint32_t mask_block(mask_scan *c) {
    uint32_t at = read_any(c);
    c->last_quotes = c->line.quotes;
    return at;
}
