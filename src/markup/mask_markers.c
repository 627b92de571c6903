/* SPDX-License-Identifier: MIT */
/* Lines that stand for something else or for nothing to read. */
#include "markup/mask_parts.h"

/* Where the table of contents goes, alone on a line. */
static const char *const contents_markers[] = {
    "[TOC]", "[toc]", "[[toc]]", "[[TOC]]", "[[_TOC_]]", "${toc}", NULL};

/* What another file is drawn in by, at the front of a line. */
static const char *const snippet_markers[] = {"--8<--", "-8<-", "<<< @", "<<< ./", NULL};

/* "*[HTML]: HyperText Markup Language": shown where the abbreviation is pointed at. */
static bool is_abbreviation(const mask_scan *c, const mask_line *line) {
    if (!mask_starts(c, line->content, "*[")) {
        return false;
    }
    uint32_t close = mask_behind(c, line->content + 2, line->end, "]");
    return close > line->content + 3 && mask_byte(c, close) == ':' && close < line->end;
}

static bool is_snippet(const mask_scan *c, const mask_line *line) {
    for (size_t i = 0; snippet_markers[i] != NULL; i++) {
        if (mask_starts(c, line->content, snippet_markers[i])) {
            return true;
        }
    }
    return false;
}

uint32_t mask_marker_line(mask_scan *c) {
    const mask_line *line = &c->line;
    lede_span all = {line->content, mask_trim(c, line->content, line->end)};
    if (mask_listed(c, all, contents_markers) == LEDE_NONE && !is_snippet(c, line) &&
        !is_abbreviation(c, line)) {
        return 0;
    }
    mask_add(c, line->content, line->end, MASK_CONTAINER, true);
    return line->end;
}
