/* SPDX-License-Identifier: MIT */
/* Contents that belong to the line above by their indentation. */
#include "markup/mask_parts.h"

#include <string.h>

#define MOST_BLANK 3u /* lines between a header and its contents */

/* ---- Contents ----------------------------------------------------------- */

void mask_open_inside(mask_scan *c, uint32_t column) {
    if (c->inside_count < MASK_DEPTH) {
        c->inside[c->inside_count++] = column;
    }
}

/* The byte at a column of the white space in front; a tab may go beyond. */
static uint32_t byte_at_column(const mask_scan *c, uint32_t column) {
    uint32_t at = c->line.begin, reached = 0;
    while (at < c->line.end && reached < column && mask_blank(c->bytes[at])) {
        reached += c->bytes[at] == '\t' ? 4 - reached % 4 : 1;
        at++;
    }
    return at;
}

/* What is in a list of the contents, or code among them, is as deep already. */
static bool is_deeper(const mask_scan *c, uint32_t column) {
    uint32_t list = c->list_count > 0 ? c->lists[c->list_count - 1] : 0;
    uint32_t lead = c->line.lead;
    return (list > column && lead >= list) || (c->after_blank && lead >= column + 4);
}

void mask_inside(mask_scan *c) {
    mask_line *line = &c->line;
    while (c->inside_count > 0 && line->lead < c->inside[c->inside_count - 1]) {
        c->inside_count--;
    }
    if (c->inside_count == 0) {
        return;
    }
    uint32_t column = c->inside[c->inside_count - 1];
    if (!is_deeper(c, column)) {
        mask_add(c, line->begin, byte_at_column(c, column), MASK_INDENT, false);
    }
    if (!line->item && line->quotes == 0) {
        line->indent -= column;
    }
}

/* ---- Admonitions -------------------------------------------------------- */

/* Is the next line that is not blank indented below the one at hand? */
static bool has_contents(const mask_scan *c) {
    size_t row = c->row + 1;
    for (uint32_t i = 0; i <= MOST_BLANK && row < c->s->lines.count; i++, row++) {
        mask_line line = mask_read_line(c, row);
        if (!mask_is_blank(&line)) {
            return line.lead >= c->line.lead + 4;
        }
    }
    return false;
}

/* Behind "!!!", "???", "???+", "===" and the space that follows; 0: another line. */
static uint32_t behind_sign(const mask_scan *c, bool *tab) {
    static const char *const signs[] = {"!!! ", "??? ",  "???+ ",
                                        "=== ", "===! ", "===+ "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (mask_starts(c, c->line.content, signs[i])) {
            *tab = signs[i][0] == '=';
            return c->line.content + (uint32_t)strlen(signs[i]);
        }
    }
    return 0;
}

/* Behind the words that say the kind: "note", "info inline end". */
static uint32_t skip_kinds(const mask_scan *c, uint32_t at) {
    uint32_t end = mask_name(c, at);
    while (end > at) {
        at = mask_skip_blanks(c, end, c->line.end);
        end = mask_name(c, at);
    }
    return at;
}

uint32_t mask_admonition(mask_scan *c) {
    const mask_line *line = &c->line;
    bool tab = false;
    uint32_t at = behind_sign(c, &tab);
    if (at == 0 || line->item || line->quotes > 0 || !has_contents(c)) {
        return 0;
    }
    uint32_t title = tab ? mask_skip_blanks(c, at, line->end) : skip_kinds(c, at);
    uint32_t end = mask_trim(c, title, line->end);
    bool quoted = end > title + 1 && c->bytes[title] == '"' && c->bytes[end - 1] == '"';
    bool shape = tab ? quoted : title > at && (quoted || title == line->end);
    if (!shape) {
        return 0;
    }
    mask_open_inside(c, line->lead + 4);
    title += quoted ? 1 : 0;
    end -= quoted ? 1 : 0;
    return mask_title(c, (lede_span){title, end}, MASK_CONTAINER);
}
