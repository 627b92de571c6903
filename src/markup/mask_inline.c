/* SPDX-License-Identifier: MIT */
#include "markup/mask_parts.h"

#include <limits.h>
#include <string.h>

#define MOST_PICTURE 64u   /* bytes of its name */
#define MOST_BACKTICKS 32u /* of a code span; more are text to the parser, too */

/* ---- Code spans --------------------------------------------------------- */

/* Behind the next run of n backticks in the paragraph; 0: there is none. */
static uint32_t close_code(const mask_scan *c, uint32_t at, uint32_t n, uint32_t limit) {
    while (at < limit) {
        const char *found = memchr(c->bytes + at, '`', limit - at);
        if (found == NULL) {
            return 0;
        }
        at = (uint32_t)(found - c->bytes);
        uint32_t run = mask_run(c, at, limit);
        at += run;
        if (run == n) {
            return at;
        }
    }
    return 0;
}

static uint32_t code_span(mask_scan *c, uint32_t at) {
    uint32_t limit = mask_paragraph(c, at);
    uint32_t n = mask_run(c, at, limit);
    uint32_t bit = n <= MOST_BACKTICKS ? UINT32_C(1) << (n - 1) : 0;
    if (bit == 0 || (c->runs_absent & bit) != 0) {
        return at + n;
    }
    uint32_t end = close_code(c, at + n, n, limit);
    c->runs_absent |= end == 0 ? bit : 0;
    return end == 0 ? at + n : end;
}

/* ---- What begins with an angle bracket ---------------------------------- */

static uint32_t angle(mask_scan *c, uint32_t at) {
    if (mask_starts(c, at, "<!--")) {
        uint32_t end = mask_find(c, at + 4, "-->", NEEDLE_HTML);
        /* At the begin of a line it goes on to the end of the text. */
        return end > 0 ? end : at == c->line.content ? c->size : at + 4;
    }
    uint32_t end = mask_tag(c, at);
    return end > 0 ? end : at + 1;
}

/* ---- What begins with a brace ------------------------------------------- */

/* A comment of MDX, in any file. */
static uint32_t brace_comment(mask_scan *c, uint32_t at) {
    if (!mask_starts(c, at, "{/*")) {
        return 0;
    }
    uint32_t end = mask_find(c, at + 3, "*/}", NEEDLE_MDX);
    mask_add(c, at, end, MASK_COMMENT, false);
    return end;
}

/* The {name} of a role; the code span behind it stays. */
static uint32_t role(mask_scan *c, uint32_t at) {
    uint32_t end = mask_name(c, at + 1);
    if (end == at + 1 || mask_byte(c, end) != '}' || mask_byte(c, end + 1) != '`') {
        return 0;
    }
    mask_add(c, at, end + 1, MASK_EXPRESSION, false);
    return end + 1;
}

static uint32_t expression(mask_scan *c, uint32_t at) {
    uint32_t end = c->mdx ? mask_braces(c, at) : 0;
    mask_add(c, at, end, MASK_EXPRESSION, false);
    return end;
}

static uint32_t brace(mask_scan *c, uint32_t at) {
    static uint32_t (*const kinds[])(mask_scan *, uint32_t) = {
        mask_shortcode, mask_liquid, brace_comment, mask_attributes, role, expression};
    uint32_t end = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && end == 0; i++) {
        end = kinds[i](c, at);
    }
    return end > 0 ? end : at + 1;
}

/* ---- References --------------------------------------------------------- */

/* [^name]: no white space or bracket in the name. */
static uint32_t reference(mask_scan *c, uint32_t at) {
    uint32_t end = at + 2;
    if (mask_byte(c, at + 1) != '^') {
        return at + 1;
    }
    while (end < c->line.end && mask_is_word(c->bytes[end]) &&
           strchr("[]^`{<\\", c->bytes[end]) == NULL) {
        end++;
    }
    if (end == at + 2 || mask_byte(c, end) != ']') {
        return end;
    }
    mask_add(c, at, end + 1, MASK_FOOTNOTE, false);
    return end + 1;
}

/* ---- Names of pictures -------------------------------------------------- */

static bool is_of_name(char byte) {
    return (byte >= 'a' && byte <= 'z') || mask_digit(byte) || byte == '_' ||
           byte == '-' || byte == '+';
}

static bool is_of_word(char byte) {
    return is_of_name(byte) || (byte >= 'A' && byte <= 'Z') || byte == ':' ||
           (unsigned char)byte >= 0x80;
}

/* ":tada:", ":+1:", ":octicons-heart-16:": a picture to the reader. No time of day, no
 * column of a table (":---:"), and nothing inside a word. */
static uint32_t picture(mask_scan *c, uint32_t at) {
    uint32_t end = at + 1, most = at + MOST_PICTURE;
    bool named = mask_starts(c, end, "+1:") || mask_starts(c, end, "-1:");
    most = most < c->line.end ? most : c->line.end;
    while (end < most && is_of_name(c->bytes[end])) {
        named = named || (c->bytes[end] >= 'a' && c->bytes[end] <= 'z');
        end++;
    }
    bool inside = at > c->begin && is_of_word(c->bytes[at - 1]);
    if (!named || inside || mask_byte(c, end) != ':' ||
        is_of_word(mask_byte(c, end + 1))) {
        return at + 1;
    }
    mask_add(c, at, end + 1, MASK_SHORTCODE, false);
    return end + 1;
}

static uint32_t construct(mask_scan *c, uint32_t at) {
    switch (c->bytes[at]) {
    case '\\':
        return at + (mask_byte(c, at + 1) > ' ' ? 2 : 1);
    case '`':
        return code_span(c, at);
    case '<':
        return angle(c, at);
    case '{':
        return brace(c, at);
    case '[':
        return reference(c, at);
    case ':':
        return picture(c, at);
    default:
        return at + 1;
    }
}

/* The bytes that construct() looks at: nearly none of a text. */
static const bool begins_construct[UCHAR_MAX + 1] = {
    ['\\'] = true, ['`'] = true, ['<'] = true, ['{'] = true, ['['] = true, [':'] = true};

static uint32_t next_construct(const char *bytes, uint32_t at, uint32_t end) {
    while (at < end && !begins_construct[(unsigned char)bytes[at]]) {
        at++;
    }
    return at;
}

uint32_t mask_inline(mask_scan *c, uint32_t at, uint32_t end) {
    while (at < end && !c->failed) {
        at = next_construct(c->bytes, at, end);
        at = at < end ? construct(c, at) : at;
    }
    return at;
}
