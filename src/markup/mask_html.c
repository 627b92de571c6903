/* SPDX-License-Identifier: MIT */
/* Blocks of HTML whose inside the parser leaves as it is. */
#include "markup/mask_parts.h"

#include <string.h>

static const char *const raw_tags[] = {"script", "pre", "style", "textarea", NULL};

static char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Behind the name of one of the tags at `at`; 0: it is another. */
static uint32_t raw_name(const mask_scan *c, uint32_t at) {
    for (size_t i = 0; raw_tags[i] != NULL; i++) {
        uint32_t n = 0;
        while (raw_tags[i][n] != '\0' && lower(mask_byte(c, at + n)) == raw_tags[i][n]) {
            n++;
        }
        if (raw_tags[i][n] == '\0') {
            return at + n;
        }
    }
    return 0;
}

/* Behind the next closing tag of any of these names; the text's end without one. */
static uint32_t raw_end(const mask_scan *c, uint32_t at) {
    uint32_t next = mask_behind(c, at, c->size, "</");
    while (next > 0) {
        uint32_t end = raw_name(c, next);
        if (end > 0 && mask_byte(c, end) == '>') {
            return end + 1;
        }
        next = mask_behind(c, next, c->size, "</");
    }
    return c->size;
}

uint32_t mask_raw(mask_scan *c) {
    uint32_t at = c->line.content;
    if (mask_byte(c, at) != '<' || c->line.indent > 3) {
        return 0;
    }
    uint32_t end = raw_name(c, at + 1);
    bool is_tag = end > 0 && (end >= c->line.end || mask_blank(c->bytes[end]) ||
                              c->bytes[end] == '>');
    return is_tag ? raw_end(c, end) : 0;
}
