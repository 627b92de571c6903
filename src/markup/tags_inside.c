/* SPDX-License-Identifier: MIT */
/* Between "<" and ">": names, attributes, and what the tag means. */
#include "markup/tags_states.h"

#include <string.h>

#define NAME_TOO_LONG (ELEMENT_NAME_MAX + 1)

/* ---- Names ------------------------------------------------------------ */

void html_add_to_name(html_reader *h, char c) {
    if (h->name_size < ELEMENT_NAME_MAX) {
        h->name[h->name_size++] = html_lower(c);
    } else {
        h->name_size = NAME_TOO_LONG;
    }
}

void html_begin_name(html_reader *h, html_state state, char c) {
    h->state = (uint8_t)state;
    h->name_size = 0;
    h->slash = false;
    html_add_to_name(h, c);
}

/* ---- The end of a tag ----------------------------------------------------------- */

/* Of the code or hidden element that is open. */
static lede_status count_outside(html_reader *h, bool whole, lede_span span) {
    const element *e = h->outside;
    if (h->tag != e || whole) {
        return LEDE_OK;
    }
    if (!h->closing) {
        h->depth++;
        return LEDE_OK;
    }
    h->depth--;
    if (h->depth > 0) {
        return LEDE_OK;
    }
    h->outside = NULL;
    return h->events->element(h->ctx, (element_kind)e->kind, 0, false, span);
}

static lede_status deliver_element(html_reader *h, bool whole, lede_span span) {
    const element *e = h->tag;
    element_kind kind = e != NULL ? (element_kind)e->kind : ELEMENT_OTHER;
    unsigned level = e != NULL ? e->level : 0;
    if (!h->closing && !whole && (kind == ELEMENT_CODE || kind == ELEMENT_HIDDEN)) {
        h->outside = e;
        h->depth = 1;
    }
    lede_status status = h->events->element(h->ctx, kind, level, !h->closing, span);
    if (status == LEDE_OK && kind == ELEMENT_IMAGE && h->alt.begin < h->alt.end) {
        status = h->events->alt(h->ctx, h->alt);
    }
    if (status == LEDE_OK && whole && (e == NULL || !e->empty)) {
        status = h->events->element(h->ctx, kind, level, false, span);
    }
    return status;
}

/* Browsers take "<script/>" for an open tag. In a page of somebody who writes Markdown it
 * is more likely meant than not, and what follows it is not lost. */
static lede_status end_tag(html_reader *h, uint32_t at) {
    bool whole = h->slash && !h->closing;
    lede_span span = {h->mark, at + 1};
    html_end_markup(h, at);
    if (h->tag != NULL && h->tag->raw && !h->closing && !whole) {
        h->raw = h->tag;
    }
    return h->outside != NULL ? count_outside(h, whole, span)
                              : deliver_element(h, whole, span);
}

/* ---- Attributes ------------------------------------------------------------ */

lede_status html_step_tag(html_reader *h, uint32_t at, char c) {
    if (c == '>') {
        return end_tag(h, at);
    }
    h->state = IN_TAG;
    h->slash = c == '/';
    if (c == '{') { /* {...properties} */
        h->state = IN_BRACES;
        h->braces = 1;
    } else if (!html_is_space(c) && c != '/') {
        html_begin_name(h, IN_ATTRIBUTE, c);
    }
    return LEDE_OK;
}

lede_status html_step_name(html_reader *h, uint32_t at, char c) {
    if (html_is_space(c) || c == '/' || c == '>') {
        h->tag = element_find(h->name, h->name_size);
        return html_step_tag(h, at, c);
    }
    html_add_to_name(h, c);
    return LEDE_OK;
}

static void begin_value(html_reader *h) {
    bool alt = h->name_size == 3 && memcmp(h->name, "alt", 3) == 0 && !h->closing;
    h->in_alt = alt && !h->has_alt;
    h->has_alt = h->has_alt || alt;
    h->state = BEFORE_VALUE;
}

lede_status html_step_after_attribute(html_reader *h, uint32_t at, char c) {
    if (c == '=') {
        begin_value(h);
        return LEDE_OK;
    }
    return html_is_space(c) ? LEDE_OK : html_step_tag(h, at, c);
}

lede_status html_step_attribute(html_reader *h, uint32_t at, char c) {
    if (html_is_space(c)) {
        h->state = AFTER_ATTRIBUTE;
    } else if (c == '=' || c == '/' || c == '>') {
        return html_step_after_attribute(h, at, c);
    } else {
        html_add_to_name(h, c);
    }
    return LEDE_OK;
}

lede_status html_step_before_value(html_reader *h, uint32_t at, char c) {
    if (c == '>') {
        return end_tag(h, at);
    }
    if (c == '"' || c == '\'') {
        h->quote = c;
        h->state = IN_QUOTES;
    } else if (c == '{') {
        h->braces = 1;
        h->state = IN_BRACES;
    } else if (!html_is_space(c)) {
        h->state = IN_VALUE;
    }
    if (h->in_alt) {
        h->alt.begin = h->state == IN_QUOTES ? at + 1 : at;
    }
    return LEDE_OK;
}

static void end_value(html_reader *h, uint32_t at) {
    if (h->in_alt) {
        h->alt.end = at;
    }
    h->state = IN_TAG;
}

lede_status html_step_value(html_reader *h, uint32_t at, char c) {
    if (html_is_space(c) || c == '>') {
        end_value(h, at);
    }
    return c == '>' ? end_tag(h, at) : LEDE_OK;
}

lede_status html_step_quotes(html_reader *h, uint32_t at, char c) {
    if (c == h->quote) {
        end_value(h, at);
    }
    return LEDE_OK;
}

lede_status html_step_braces(html_reader *h, uint32_t at, char c) {
    (void)at;
    if (c == '{') {
        h->braces++;
    } else if (c == '}') {
        h->braces--;
        h->state = h->braces > 0 ? IN_BRACES : IN_TAG;
    } else if (c == '"' || c == '\'' || c == '`') {
        h->quote = c;
        h->state = IN_STRING;
    }
    return LEDE_OK;
}

/* A line end ends all but `templates`: then an apostrophe was none. */
lede_status html_step_string(html_reader *h, uint32_t at, char c) {
    (void)at;
    if ((c == h->quote && !h->escaped) || (c == '\n' && h->quote != '`')) {
        h->state = IN_BRACES;
    }
    h->escaped = c == '\\' && !h->escaped;
    return LEDE_OK;
}
