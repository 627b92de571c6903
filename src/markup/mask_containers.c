/* SPDX-License-Identifier: MIT */
/* Containers between lines of colons, and directives written as fences. */
#include "markup/mask_parts.h"

#include <string.h>

/* Directives whose contents are Markdown, and those whose contents are none. A fence
 * that is on neither list is code, a container is prose. */
static const char *const prose_directives[] = {
    "note",           "warning",        "tip",
    "important",      "hint",           "caution",
    "danger",         "attention",      "error",
    "seealso",        "admonition",     "sidebar",
    "margin",         "topic",          "versionadded",
    "versionchanged", "versionremoved", "deprecated",
    "dropdown",       "card",           "grid",
    "grid-item",      "grid-item-card", "tab-set",
    "tab-item",       "epigraph",       "pull-quote",
    "exercise",       "solution",       "proof",
    "theorem",        "figure",         NULL};
static const char *const code_directives[] = {
    "code-block", "code",      "code-cell", "sourcecode", "math",
    "mermaid",    "toctree",   "eval-rst",  "raw",        "literalinclude",
    "include",    "csv-table", NULL};

/* What these are given is a version, a number or a file's name, and no title. */
static const char *const untitled_directives[] = {
    "deprecated",   "figure",         "grid",           "image",
    "versionadded", "versionchanged", "versionremoved", NULL};

/* ---- Titles ------------------------------------------------------------ */

uint32_t mask_title(mask_scan *c, lede_span title, mask_kind kind) {
    const mask_line *line = &c->line;
    if (title.begin >= title.end) {
        mask_add(c, line->content, line->end, kind, true);
        return line->end;
    }
    mask_add(c, line->content, title.begin, kind, true);
    mask_add(c, title.end, line->next, MASK_BREAK, true);
    return line->end;
}

/* [begin, end) without white space, attributes in braces and colons at its end. */
static lede_span plain_title(const mask_scan *c, uint32_t begin, uint32_t end) {
    begin = mask_skip_blanks(c, begin, end);
    end = mask_trim(c, begin, end);
    while (end > begin && c->bytes[end - 1] == ':') {
        end--;
    }
    uint32_t at = end;
    if (end > begin && c->bytes[end - 1] == '}') {
        while (at > begin && c->bytes[at - 1] != '{') {
            at--;
        }
        end = at > begin ? at - 1 : end;
    }
    return (lede_span){begin, mask_trim(c, begin, end)};
}

static lede_span plain_span(const mask_scan *c, uint32_t begin, uint32_t end) {
    begin = mask_skip_blanks(c, begin, end);
    return (lede_span){begin, mask_trim(c, begin, end)};
}

static lede_span directive_title(const mask_scan *c, lede_span name, lede_span title) {
    bool untitled = mask_listed(c, name, untitled_directives) != LEDE_NONE;
    return untitled ? (lede_span){0, 0} : title;
}

/* ---- Containers --------------------------------------------------------- */

/* :::{name} title; 0: no name stands between the braces. */
static uint32_t named_in_braces(mask_scan *c, uint32_t at, uint32_t colons) {
    lede_span name = {at + 1, mask_name(c, at + 1)};
    if (name.begin == name.end || mask_byte(c, name.end) != '}') {
        return 0;
    }
    if (mask_listed(c, name, code_directives) != LEDE_NONE) {
        c->fence = (mask_fence){':', colons, c->line.quotes, 0, c->line.column};
        mask_add(c, c->line.content, c->line.next, MASK_CODE, true);
        return c->line.end;
    }
    c->options = 1;
    lede_span title = directive_title(c, name, plain_title(c, name.end + 1, c->line.end));
    return mask_title(c, title, MASK_CONTAINER);
}

/* ::: {.class #id} */
static uint32_t attributes_in_braces(mask_scan *c, uint32_t at) {
    uint32_t end = mask_behind(c, at, c->line.end, "}");
    if (end == 0) {
        return 0;
    }
    return mask_title(c, plain_title(c, end, c->line.end), MASK_CONTAINER);
}

/* :::note[Title] ::: note Title :::note{.class} */
static uint32_t named(mask_scan *c, uint32_t at) {
    uint32_t begin = mask_name(c, at), end = c->line.end;
    if (begin == at) {
        return 0;
    }
    char behind = begin < end ? c->bytes[begin] : '\0';
    if (behind == '[') {
        uint32_t close = mask_behind(c, begin, end, "]");
        end = close > 0 ? close - 1 : end;
        begin++;
    } else if (begin < end && behind != '{' && !mask_blank(behind)) {
        return 0;
    }
    return mask_title(c, plain_title(c, begin, end), MASK_CONTAINER);
}

uint32_t mask_container(mask_scan *c) {
    const mask_line *line = &c->line;
    uint32_t colons =
        mask_byte(c, line->content) == ':' ? mask_run(c, line->content, line->end) : 0;
    if (colons < 3) {
        return 0;
    }
    uint32_t at = mask_skip_blanks(c, line->content + colons, line->end);
    if (at == line->end) {
        return mask_title(c, (lede_span){0, 0}, MASK_CONTAINER);
    }
    if (c->bytes[at] != '{') {
        return named(c, at);
    }
    uint32_t end = named_in_braces(c, at, colons);
    return end > 0 ? end : attributes_in_braces(c, at);
}

/* ---- Directives --------------------------------------------------------- */

static bool closes_directive(mask_scan *c) {
    return c->open_count > 0 &&
           mask_closes_fence(c, &c->line, &c->open[c->open_count - 1]);
}

/* ```{note} title */
static uint32_t open_directive(mask_scan *c, const mask_fence *fence) {
    const mask_line *line = &c->line;
    uint32_t at = mask_skip_blanks(c, line->content + fence->length, line->end);
    lede_span name = {at + 1, mask_name(c, at + 1)};
    if (mask_byte(c, at) != '{' || mask_byte(c, name.end) != '}' ||
        c->open_count == MASK_DEPTH ||
        mask_listed(c, name, prose_directives) == LEDE_NONE) {
        return 0;
    }
    c->open[c->open_count++] = *fence;
    c->options = 1;
    lede_span title = directive_title(c, name, plain_span(c, name.end + 1, line->end));
    return mask_title(c, title, MASK_CONTAINER);
}

uint32_t mask_directive(mask_scan *c) {
    mask_fence fence;
    if (closes_directive(c)) {
        c->open_count--;
        return mask_title(c, (lede_span){0, 0}, MASK_CONTAINER);
    }
    if (!mask_opens_fence(c, &c->line, &fence)) {
        return 0;
    }
    uint32_t end = open_directive(c, &fence);
    if (end == 0) {
        c->fence = fence;
        end = c->line.end;
    }
    return end;
}

/* ---- Options ------------------------------------------------------------ */

static bool is_option(const mask_scan *c) {
    const mask_line *line = &c->line;
    uint32_t end = mask_name(c, line->content + 1);
    return mask_byte(c, line->content) == ':' && end > line->content + 1 &&
           c->bytes[end - 1] == ':' && (end == line->end || mask_blank(c->bytes[end]));
}

/* Below the line that opens a directive: ":name: value" or a block between "---". */
uint32_t mask_option(mask_scan *c) {
    const mask_line *line = &c->line;
    uint32_t end = mask_trim(c, line->content, line->end);
    bool dashes = mask_same(c, line->content, end, "---");
    if (mask_is_blank(line) ||
        (c->options != 2 && !is_option(c) && !(c->options == 1 && dashes))) {
        c->options = 0;
        return 0;
    }
    c->options = c->options == 2 ? (dashes ? 0 : 2) : dashes ? 2 : 3;
    mask_add(c, line->content, line->end, MASK_CONTAINER, true);
    return line->end;
}
