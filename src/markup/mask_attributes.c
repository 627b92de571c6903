/* SPDX-License-Identifier: MIT */
/* Attributes of kramdown, Pandoc and their like. */
#include "markup/mask_parts.h"

#include <string.h>

#define MOST_ATTRIBUTES 512u /* bytes between the braces */

/* Where a list that begins at `at` must have ended. */
static uint32_t attributes_limit(const mask_scan *c, uint32_t at) {
    return c->line.end - at > MOST_ATTRIBUTES ? at + MOST_ATTRIBUTES : c->line.end;
}

/* Behind what a name or value consists of. */
static uint32_t skip_word(const mask_scan *c, uint32_t at, uint32_t limit) {
    while (at < limit && mask_is_word(c->bytes[at]) &&
           strchr("{}\"'<>=", c->bytes[at]) == NULL) {
        at++;
    }
    return at;
}

/* Behind a value: a word, or any bytes between quotes. */
static uint32_t skip_value(const mask_scan *c, uint32_t at, uint32_t limit) {
    char byte = mask_byte(c, at);
    if (byte != '"' && byte != '\'') {
        uint32_t end = skip_word(c, at, limit);
        return end > at ? end : 0;
    }
    const char quote[2] = {byte, '\0'};
    return mask_behind(c, at + 1, limit, quote);
}

/* Behind #name, .name, =name, - or name=value; 0: it is none of these. */
static uint32_t skip_token(const mask_scan *c, uint32_t at, uint32_t limit) {
    char byte = c->bytes[at];
    if (byte == '-') {
        return at + 1;
    }
    uint32_t from = byte == '#' || byte == '.' || byte == '=' ? at + 1 : at;
    uint32_t end = skip_word(c, from, limit);
    if (end == from) {
        return 0;
    }
    if (from > at) {
        return end;
    }
    return mask_byte(c, end) == '=' ? skip_value(c, end + 1, limit) : 0;
}

/* Behind the brace of {#id .class key=value}; 0: something else is in it. */
static uint32_t attribute_list(const mask_scan *c, uint32_t at) {
    uint32_t tokens = 0, limit = attributes_limit(c, at);
    at = mask_skip_blanks(c, at + 1, limit);
    while (at > 0 && at < limit && c->bytes[at] != '}') {
        at = skip_token(c, at, limit);
        at = at > 0 ? mask_skip_blanks(c, at, limit) : 0;
        tokens++;
    }
    return at > 0 && at < limit && tokens > 0 ? at + 1 : 0;
}

/* {: .class}, {:toc}, {:/comment}: up to the brace on the line. */
static uint32_t inline_list(const mask_scan *c, uint32_t at) {
    char behind = mask_byte(c, at + 2);
    if (behind != ' ' && behind != '\0' && !mask_letter(behind) &&
        strchr("#./:", behind) == NULL) {
        return 0;
    }
    uint32_t end = mask_behind(c, at + 2, attributes_limit(c, at), "}");
    uint32_t inner = end > 0 ? mask_behind(c, at + 2, end, "{") : 0;
    return inner > 0 ? 0 : end;
}

/* Is the line a heading: has it a "#" in front, or is the next one "===" or "---"? */
static bool is_heading(const mask_scan *c) {
    if (mask_byte(c, c->line.content) == '#') {
        return true;
    }
    if (c->row + 1 >= c->s->lines.count) {
        return false;
    }
    mask_line next = mask_read_line(c, c->row + 1);
    uint32_t end = mask_trim(c, next.content, next.end);
    char mark = next.content < end ? c->bytes[next.content] : '\0';
    return (mark == '=' || mark == '-') &&
           mask_run(c, next.content, end) == end - next.content;
}

/* Behind a heading's text, a bracket, a code span, or alone on the line. */
static bool has_owner(const mask_scan *c, uint32_t at, uint32_t end) {
    char before = at > c->line.begin ? c->bytes[at - 1] : '\0';
    bool last = mask_skip_blanks(c, end, c->line.end) == c->line.end;
    return before == ']' || before == ')' || before == '`' ||
           (last && (at == c->line.content || is_heading(c)));
}

uint32_t mask_attributes(mask_scan *c, uint32_t at) {
    uint32_t end = 0;
    if (mask_byte(c, at + 1) == ':') {
        end = inline_list(c, at);
    } else {
        end = attribute_list(c, at);
        end = end > 0 && has_owner(c, at, end) ? end : 0;
    }
    mask_add(c, at, end, MASK_ATTRIBUTES, false);
    return end;
}
