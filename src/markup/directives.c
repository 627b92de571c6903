/* SPDX-License-Identifier: MIT */
#include "markup/directives.h"

#include <string.h>

static lede_status store(page *p, const lede_allocator *allocator, const char *bytes,
                         uint32_t n, lede_span *stored) {
    if (n > UINT32_MAX - p->settings.count || !VEC_RESERVE(&p->settings, allocator, n)) {
        return LEDE_NO_MEMORY;
    }
    stored->begin = (uint32_t)p->settings.count;
    if (n > 0) {
        memcpy(p->settings.items + p->settings.count, bytes, n);
    }
    p->settings.count += n;
    stored->end = (uint32_t)p->settings.count;
    return LEDE_OK;
}

static lede_status push(page *p, const lede_allocator *allocator, directive d) {
    if (!VEC_RESERVE(&p->directives, allocator, 1)) {
        return LEDE_NO_MEMORY;
    }
    p->directives.items[p->directives.count++] = d;
    return LEDE_OK;
}

/* ---- Comments ------------------------------------------------------------ */

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_sign(char c) {
    return c == '<' || c == '!' || c == '-' || c == '{' || c == '/' || c == '*' ||
           c == '#' || c == '%' || is_blank(c);
}

static bool ends_comment(char c) {
    return c == '>' || c == '-' || c == '}' || c == '/' || c == '*' || c == '#' ||
           c == '%' || is_blank(c);
}

/* What stands between the signs of a comment: <!-- -->, {/ * * /}, {# #}. */
static lede_span inside(const source *s, lede_span span) {
    while (span.begin < span.end && is_sign(s->bytes[span.begin])) {
        span.begin++;
    }
    while (span.begin < span.end && ends_comment(s->bytes[span.end - 1])) {
        span.end--;
    }
    return span;
}

lede_status directives_add_comment(page *p, const lede_allocator *allocator,
                                   const source *s, lede_span span) {
    lede_span text = inside(s, span);
    const char *bytes = s->bytes + text.begin;
    uint32_t n = text.end - text.begin;
    bool own =
        n > 4 && memcmp(bytes, "lede", 4) == 0 && (bytes[4] == '-' || is_blank(bytes[4]));
    if (!own) {
        return LEDE_OK;
    }
    directive d = {.source = span};
    lede_status status = store(p, allocator, bytes, n, &d.value);
    return status == LEDE_OK ? push(p, allocator, d) : status;
}

/* ---- Front matter ------------------------------------------------------------ */

lede_status directives_add_setting(page *p, const lede_allocator *allocator,
                                   const front_matter *f, const front_value *value) {
    directive d = {.source = value->source};
    const char *text = f->text.items;
    lede_status status = store(p, allocator, text + value->key.begin,
                               value->key.end - value->key.begin, &d.key);
    if (status == LEDE_OK) {
        status = store(p, allocator, text + value->value.begin,
                       value->value.end - value->value.begin, &d.value);
    }
    return status == LEDE_OK ? push(p, allocator, d) : status;
}
