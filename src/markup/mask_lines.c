/* SPDX-License-Identifier: MIT */
#include "markup/mask_parts.h"

#include <string.h>

/* ---- Lines ------------------------------------------------------------ */

uint32_t mask_run(const mask_scan *c, uint32_t at, uint32_t end) {
    uint32_t from = at;
    while (at < end && c->bytes[at] == c->bytes[from]) {
        at++;
    }
    return at - from;
}

/* "1." to "999999999)". */
static uint32_t number_marker(const mask_scan *c, uint32_t at, uint32_t end) {
    uint32_t digits = 0;
    while (at + digits < end && digits < 10 && mask_digit(c->bytes[at + digits])) {
        digits++;
    }
    char behind = at + digits < end ? c->bytes[at + digits] : '\0';
    return digits > 0 && digits < 10 && (behind == '.' || behind == ')') ? digits + 1 : 0;
}

uint32_t mask_marker(const mask_scan *c, uint32_t at, uint32_t end) {
    if (at >= end) {
        return 0;
    }
    char byte = c->bytes[at];
    uint32_t n =
        byte == '-' || byte == '*' || byte == '+' ? 1 : number_marker(c, at, end);
    return n > 0 && (at + n == end || mask_blank(c->bytes[at + n])) ? n : 0;
}

/* "* * *" is no list, but "+ + +" is. */
static bool is_rule(const mask_scan *c, uint32_t at, uint32_t end) {
    char mark = c->bytes[at];
    uint32_t marks = 0;
    for (; at < end && (c->bytes[at] == mark || mask_blank(c->bytes[at])); at++) {
        marks += c->bytes[at] == mark;
    }
    return at == end && marks >= 3 && mark != '+';
}

/* White space; a tab goes to the next column that 4 divides. */
static void skip_indent(const mask_scan *c, mask_line *line) {
    uint32_t from = line->column;
    for (; line->content < line->end && mask_blank(c->bytes[line->content]);
         line->content++) {
        line->column += c->bytes[line->content] == '\t' ? 4 - line->column % 4 : 1;
    }
    line->indent = line->column - from;
}

static bool skip_container(const mask_scan *c, mask_line *line) {
    uint32_t n = 1;
    if (line->content < line->end && c->bytes[line->content] == '>') {
        line->quotes++;
    } else {
        n = mask_marker(c, line->content, line->end);
        if (n == 0 || (!line->item && is_rule(c, line->content, line->end))) {
            return false;
        }
        line->item = true;
    }
    line->content += n;
    line->column += n;
    skip_indent(c, line);
    return true;
}

mask_line mask_read_line(const mask_scan *c, size_t row) {
    const source *s = c->s;
    mask_line line = {.begin = s->lines.items[row]};
    line.begin = line.begin < c->begin ? c->begin : line.begin;
    line.next = row + 1 < s->lines.count ? s->lines.items[row + 1] : s->size;
    line.end = line.next;
    while (line.end > line.begin &&
           (c->bytes[line.end - 1] == '\n' || c->bytes[line.end - 1] == '\r')) {
        line.end--;
    }
    line.content = line.begin;
    skip_indent(c, &line);
    line.lead = line.column;
    while (skip_container(c, &line)) {
    }
    return line;
}

bool mask_is_blank(const mask_line *line) {
    return line->content == line->end;
}

/* ---- Paragraphs --------------------------------------------------------- */

/* Ends a paragraph that the line before it is in. */
static bool begins_block(const mask_scan *c, const mask_line *line) {
    mask_fence fence;
    char first = mask_byte(c, line->content);
    return mask_is_blank(line) || line->item || first == '#' ||
           mask_opens_fence(c, line, &fence) || mask_starts(c, line->content, ":::");
}

uint32_t mask_paragraph(mask_scan *c, uint32_t at) {
    if (at < c->paragraph) {
        return c->paragraph;
    }
    size_t row = c->row;
    mask_line line = mask_read_line(c, row);
    bool alone = mask_byte(c, line.content) == '#';
    do {
        c->paragraph = line.next;
        row++;
        if (alone || row >= c->s->lines.count) {
            break;
        }
        line = mask_read_line(c, row);
    } while (!begins_block(c, &line));
    c->runs_absent = 0;
    return c->paragraph;
}

/* ---- Fences ------------------------------------------------------------ */

uint32_t mask_base(const mask_scan *c, uint32_t column) {
    uint32_t most = 0;
    for (uint32_t i = 0; i < c->list_count; i++) {
        most = c->lists[i] <= column && c->lists[i] > most ? c->lists[i] : most;
    }
    for (uint32_t i = 0; i < c->inside_count; i++) {
        most = c->inside[i] <= column && c->inside[i] > most ? c->inside[i] : most;
    }
    return most;
}

bool mask_opens_fence(const mask_scan *c, const mask_line *line, mask_fence *fence) {
    char mark = line->content < line->end ? c->bytes[line->content] : '\0';
    if (mark != '`' && mark != '~') {
        return false;
    }
    uint32_t n = mask_run(c, line->content, line->end);
    uint32_t info = line->content + n;
    /* MDX has no code by indentation. */
    bool code = line->indent > 3 && !line->item && c->list_count == 0 &&
                c->inside_count == 0 && !c->mdx;
    if (n < 3 || code) {
        return false;
    }
    if (mark == '`' && memchr(c->bytes + info, '`', line->end - info) != NULL) {
        return false;
    }
    *fence =
        (mask_fence){mark, n, line->quotes, mask_base(c, line->column), line->column};
    return true;
}

bool mask_closes_fence(const mask_scan *c, const mask_line *line,
                       const mask_fence *fence) {
    uint32_t at = line->content;
    if (line->item || at >= line->end || c->bytes[at] != fence->mark ||
        (line->column > fence->indent + 3 && !c->mdx)) {
        return false;
    }
    uint32_t n = mask_run(c, at, line->end);
    return n >= fence->length && mask_skip_blanks(c, at + n, line->end) == line->end;
}
