/* SPDX-License-Identifier: MIT */
/* Tags and expressions of MDX. */
#include "markup/mask_parts.h"

#define MOST_BRACES 64u /* inside each other */

/* ---- Expressions -------------------------------------------------------- */

/* Behind the string or comment at `at`; the next byte when none begins or it is not
 * closed: '…' and "…" on their line. */
static uint32_t skip_quoted(const mask_scan *c, uint32_t at) {
    char quote = c->bytes[at];
    for (uint32_t end = at + 1; end < c->size; end++) {
        char byte = c->bytes[end];
        if (byte == quote) {
            return end + 1;
        }
        if (quote != '`' && (byte == '\n' || byte == '\r')) {
            return at + 1;
        }
        end += byte == '\\' ? 1 : 0;
    }
    return quote == '`' ? c->size : at + 1;
}

static uint32_t skip_comment(const mask_scan *c, uint32_t at) {
    uint32_t end = at + 1;
    if (mask_byte(c, end) == '*') {
        end = mask_behind(c, at + 2, c->size, "*/");
        return end > 0 ? end : c->size;
    }
    if (mask_byte(c, end) == '/' && mask_byte(c, at - 1) != ':') {
        while (end < c->size && c->bytes[end] != '\n' && c->bytes[end] != '\r') {
            end++;
        }
    }
    return end;
}

uint32_t mask_skip_script(const mask_scan *c, uint32_t at) {
    char byte = c->bytes[at];
    return byte == '"' || byte == '\'' || byte == '`' ? skip_quoted(c, at)
           : byte == '/'                              ? skip_comment(c, at)
                                                      : at + 1;
}

uint32_t mask_braces(mask_scan *c, uint32_t at) {
    uint32_t depth = 0, from = at;
    if (!mask_may_search(c)) {
        return 0;
    }
    while (at < c->size && depth <= MOST_BRACES) {
        depth += c->bytes[at] == '{';
        depth -= c->bytes[at] == '}';
        if (depth == 0) {
            return at + 1;
        }
        at = mask_skip_script(c, at);
    }
    mask_charge(c, at - from);
    return 0;
}

/* ---- Tags ------------------------------------------------------------ */

/* Tags that the parser knows and that stand for something: not without need. */
static const char *const left_alone[] = {"br", "hr", "img", "wbr", NULL};

/* <Tabs>, <Tabs.Item>: a capital, and a small letter or a dot. */
static bool is_component(const mask_scan *c, lede_span name) {
    bool small = false;
    for (uint32_t at = name.begin; at < name.end; at++) {
        small |= (c->bytes[at] >= 'a' && c->bytes[at] <= 'z') || c->bytes[at] == '.';
    }
    char first = mask_byte(c, name.begin);
    return first >= 'A' && first <= 'Z' && small;
}

static bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Behind what an attribute has at `at`; 0: nothing that a tag can have before limit. */
static uint32_t skip_attribute(mask_scan *c, uint32_t at, uint32_t limit, bool *braces) {
    char byte = c->bytes[at];
    if (byte == '{') {
        *braces = true;
        return mask_braces(c, at);
    }
    if (byte != '"' && byte != '\'') {
        return byte == '<' ? 0 : at + 1;
    }
    const char quote[2] = {byte, '\0'};
    uint32_t end = mask_behind(c, at + 1, limit, quote);
    if (end == 0) {
        mask_charge(c, limit - at);
    }
    return end;
}

/* Behind the > of the tag whose attributes begin at `at`; 0: it is not closed in its
 * paragraph, though braces may hold blank lines. */
static uint32_t tag_end(mask_scan *c, uint32_t at, bool *braces) {
    uint32_t limit = mask_paragraph(c, at), from = at, last = at;
    while (at > 0 && at < limit && c->bytes[at] != '>') {
        last = at;
        at = skip_attribute(c, at, limit, braces);
        limit = at > limit ? c->size : limit;
    }
    if (at > 0 && at < limit) {
        return at + 1;
    }
    mask_charge(c, last - from);
    return 0;
}

static bool is_masked(const mask_scan *c, lede_span name, bool braces) {
    return name.begin == name.end  ? c->mdx
           : is_component(c, name) ? true
           : !c->mdx               ? false
           : braces                ? true
                                   : mask_listed(c, name, left_alone) == LEDE_NONE;
}

uint32_t mask_tag(mask_scan *c, uint32_t at) {
    lede_span name = {.begin = at + 1};
    bool braces = false;
    name.begin += mask_byte(c, name.begin) == '/' ? 1 : 0;
    name.end = mask_name(c, name.begin);
    char behind = mask_byte(c, name.end);
    bool shape =
        behind == '>' || (name.end > name.begin && (behind == '/' || is_space(behind)));
    bool url = c->bytes[name.end - 1] == ':';
    if (!shape || url || !is_masked(c, name, true) || !mask_may_search(c)) {
        return 0;
    }
    uint32_t end = tag_end(c, name.end, &braces);
    if (end > 0 && !is_masked(c, name, braces)) {
        return 0;
    }
    mask_add(c, at, end, MASK_TAG, false);
    return end;
}
