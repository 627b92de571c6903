/* SPDX-License-Identifier: MIT */
/* The states of the reader of tags.h, for its two files alone. */
#ifndef LEDE_MARKUP_TAGS_STATES_H
#define LEDE_MARKUP_TAGS_STATES_H

#include "markup/tags.h"

typedef enum html_state {
    IN_TEXT = 0,
    IN_REFERENCE, /* "&am" */
    AT_LESS,      /* "<" */
    AT_SLASH,     /* "</" */
    AT_BANG,      /* "<!" */
    AT_BANG_DASH, /* "<!-" */
    AT_RAW_NAME,  /* "</scr" in a raw element; up to here all may still be text */
    IN_COMMENT,
    IN_CDATA,
    IN_DECLARATION, /* "<!DOCTYPE", "<![if" */
    IN_INSTRUCTION, /* "<?php" */
    IN_NAME,
    IN_TAG, /* before an attribute */
    IN_ATTRIBUTE,
    AFTER_ATTRIBUTE, /* perhaps before "=" */
    BEFORE_VALUE,
    IN_VALUE,
    IN_QUOTES,
    IN_BRACES, /* a={1 > 0} */
    IN_STRING, /* quotes within braces */
    HTML_STATES
} html_state;

typedef lede_status html_step(html_reader *h, uint32_t at, char c);

static inline char html_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static inline bool html_is_letter(char c) {
    return html_lower(c) >= 'a' && html_lower(c) <= 'z';
}

static inline bool html_is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static inline void html_end_markup(html_reader *h, uint32_t at) {
    h->from = at + 1;
    h->state = IN_TEXT;
}

/* Of a tag, its end tag or an attribute, from its first byte; in tags_inside.c as is what
 * follows. */
void html_begin_name(html_reader *h, html_state state, char c);
void html_add_to_name(html_reader *h, char c);

/* The steps from the name of a tag to its ">". */
lede_status html_step_name(html_reader *h, uint32_t at, char c);
lede_status html_step_tag(html_reader *h, uint32_t at, char c);
lede_status html_step_attribute(html_reader *h, uint32_t at, char c);
lede_status html_step_after_attribute(html_reader *h, uint32_t at, char c);
lede_status html_step_before_value(html_reader *h, uint32_t at, char c);
lede_status html_step_value(html_reader *h, uint32_t at, char c);
lede_status html_step_quotes(html_reader *h, uint32_t at, char c);
lede_status html_step_braces(html_reader *h, uint32_t at, char c);
lede_status html_step_string(html_reader *h, uint32_t at, char c);

#endif
