/* SPDX-License-Identifier: MIT */
/* Tags of Hugo, Liquid and their like. */
#include "markup/mask_parts.h"

#include <string.h>

typedef struct tag_form {
    const char *open;
    const char *close;
    mask_needle needle;
} tag_form;

/* The longer openers first. */
static const tag_form hugo_comment = {"{{/*", "*/}}", NEEDLE_HUGO_COMMENT};
static const tag_form hugo_forms[] = {{"{{<", ">}}", NEEDLE_HUGO},
                                      {"{{%", "%}}", NEEDLE_PERCENT}};
static const char output_close[] = "}}";
static const tag_form liquid = {"{%", "%}", NEEDLE_LIQUID};
static const tag_form jinja = {"{#", "#}", NEEDLE_JINJA};

/* What stands between these tags is no prose. */
static const char *const hugo_regions[] = {
    "chart", "code", "code-toggle", "codeblock", "highlight", "katex",
    "latex", "math", "mermaid",     "tex",       NULL};
#define HUGO_REGIONS 10u
static const char *const liquid_regions[] = {"highlight", "mermaid", "comment", NULL};

/* ---- Ends ------------------------------------------------------------ */

/* Behind the string that begins at `at`; the next byte when it does not end: "…" cannot
 * leave its line, nor hold another tag of the form. 0 when the text ends in `…`. */
static uint32_t skip_string(const mask_scan *c, uint32_t at, const char *open) {
    char quote = c->bytes[at];
    for (uint32_t end = at + 1; end < c->size; end++) {
        char byte = c->bytes[end];
        if (byte == quote) {
            return end + 1;
        }
        if (quote == '"' && (byte == '\n' || byte == '\r' || mask_starts(c, end, open))) {
            return at + 1;
        }
    }
    return quote == '"' ? at + 1 : 0;
}

/* Behind the first closer that is not between quotes; 0: there is none. */
static uint32_t close_heeding_quotes(const mask_scan *c, uint32_t at,
                                     const tag_form *form) {
    while (at > 0 && at < c->size && !mask_starts(c, at, form->close)) {
        bool quote = c->bytes[at] == '"' || c->bytes[at] == '`';
        at = quote ? skip_string(c, at, form->open) : at + 1;
    }
    return at > 0 && at < c->size ? at + (uint32_t)strlen(form->close) : 0;
}

/* Behind the closer of the tag whose inside begins at `at`; 0: it is not closed. */
static uint32_t close_tag(mask_scan *c, uint32_t at, const tag_form *form) {
    uint32_t plain = mask_find(c, at, form->close, form->needle);
    if (plain == 0 || c->quotes_fail) {
        return plain;
    }
    uint32_t end = close_heeding_quotes(c, at, form);
    /* A quotation mark without its fellow: from here on they are not trusted, since
     * else every tag could be read to the end of the text. */
    c->quotes_fail = end == 0;
    return end > 0 ? end : plain;
}

/* ---- Regions ------------------------------------------------------------ */

static uint32_t skip_space(const mask_scan *c, uint32_t at) {
    while (at < c->size && strchr(" \t\r\n", c->bytes[at]) != NULL && c->bytes[at] != 0) {
        at++;
    }
    return at;
}

static lede_span tag_name(const mask_scan *c, uint32_t at) {
    at += mask_byte(c, at) == '-' ? 1 : 0;
    at = skip_space(c, at);
    return (lede_span){at, mask_name(c, at)};
}

static bool same_text(const mask_scan *c, lede_span a, lede_span b) {
    return a.end - a.begin == b.end - b.begin &&
           memcmp(c->bytes + a.begin, c->bytes + b.begin, a.end - a.begin) == 0;
}

/* Does the tag at `at`, behind its opener, close a region of that name? Of Hugo
 * "/name", else "endname". */
static bool closes_region(const mask_scan *c, uint32_t at, lede_span name, bool hugo) {
    const char *sign = hugo ? "/" : "end";
    at += !hugo && mask_byte(c, at) == '-' ? 1 : 0;
    at = skip_space(c, at);
    if (!mask_starts(c, at, sign)) {
        return false;
    }
    at += (uint32_t)strlen(sign);
    at = hugo ? skip_space(c, at) : at;
    return same_text(c, name, (lede_span){at, mask_name(c, at)});
}

/* Behind the tag that closes the region; 0: one of the same name opens first, so that
 * this one stands alone; LEDE_NONE: nothing closes it or any further one. */
static uint32_t region_end(mask_scan *c, uint32_t at, lede_span name, const tag_form *f) {
    bool hugo = f->needle != NEEDLE_LIQUID;
    uint32_t next = mask_behind(c, at, c->size, f->open);
    while (next > 0) {
        if (closes_region(c, next, name, hugo)) {
            uint32_t end = mask_behind(c, next, c->size, f->close);
            return end > 0 ? end : LEDE_NONE;
        }
        if (same_text(c, name, tag_name(c, next))) {
            return 0;
        }
        next = mask_behind(c, next, c->size, f->open);
    }
    return LEDE_NONE;
}

/* "{{< name />}}" has no contents. */
static bool closes_itself(const mask_scan *c, lede_span tag, const tag_form *form) {
    return form->needle != NEEDLE_LIQUID &&
           c->bytes[tag.end - strlen(form->close) - 1] == '/';
}

/* The end of the region that the tag [.., end) opens; `end` when it opens none. bit: of
 * the first name of the list, in c->absent. */
static uint32_t region(mask_scan *c, lede_span tag, const tag_form *form,
                       const char *const *list, unsigned bit) {
    lede_span name = tag_name(c, tag.begin);
    uint32_t number = mask_listed(c, name, list);
    uint32_t absent = number == LEDE_NONE ? 0 : UINT32_C(1) << (bit + number);
    if (absent == 0 || (c->absent & absent) != 0 || closes_itself(c, tag, form)) {
        return tag.end;
    }
    uint32_t end = region_end(c, tag.end, name, form);
    c->absent |= end == LEDE_NONE ? absent : 0;
    return end > 0 && end != LEDE_NONE ? end : tag.end;
}

/* ---- Hugo ------------------------------------------------------------ */

static uint32_t whole(mask_scan *c, uint32_t at, const tag_form *form, mask_kind kind) {
    uint32_t inside = at + (uint32_t)strlen(form->open);
    uint32_t end = mask_find(c, inside, form->close, form->needle);
    mask_add(c, at, end, kind, false);
    return end;
}

static uint32_t hugo_tag(mask_scan *c, uint32_t at, unsigned which) {
    const tag_form *form = &hugo_forms[which];
    uint32_t inside = at + (uint32_t)strlen(form->open);
    uint32_t end = close_tag(c, inside, form);
    if (end == 0) {
        return 0;
    }
    unsigned bit = NEEDLE_REGION + which * HUGO_REGIONS;
    uint32_t last = region(c, (lede_span){inside, end}, form, hugo_regions, bit);
    mask_add(c, at, last, last > end ? MASK_CODE : MASK_SHORTCODE, last > end);
    return last;
}

/* {{ … }} of a template: within its paragraph. */
static uint32_t output_tag(mask_scan *c, uint32_t at) {
    if (c->mdx || at < c->output_absent) {
        return 0;
    }
    uint32_t limit = mask_paragraph(c, at);
    uint32_t end = mask_behind(c, at + 2, limit, output_close);
    c->output_absent = end == 0 ? limit : 0;
    mask_add(c, at, end, MASK_SHORTCODE, false);
    return end;
}

uint32_t mask_shortcode(mask_scan *c, uint32_t at) {
    if (!mask_starts(c, at, "{{")) {
        return 0;
    }
    uint32_t end = 0;
    if (mask_starts(c, at, hugo_comment.open)) {
        end = whole(c, at, &hugo_comment, MASK_COMMENT);
    }
    for (unsigned i = 0; i < 2 && end == 0; i++) {
        end = mask_starts(c, at, hugo_forms[i].open) ? hugo_tag(c, at, i) : 0;
    }
    return end > 0 ? end : output_tag(c, at);
}

/* ---- Liquid ------------------------------------------------------------ */

static uint32_t liquid_tag(mask_scan *c, uint32_t at) {
    uint32_t end = close_tag(c, at + 2, &liquid);
    if (end == 0) {
        return 0;
    }
    lede_span inside = {at + 2, end};
    uint32_t last =
        region(c, inside, &liquid, liquid_regions, NEEDLE_REGION + 2 * HUGO_REGIONS);
    lede_span name = tag_name(c, inside.begin);
    mask_kind kind = last == end                                     ? MASK_SHORTCODE
                     : mask_same(c, name.begin, name.end, "comment") ? MASK_COMMENT
                                                                     : MASK_CODE;
    mask_add(c, at, last, kind, last > end);
    return last;
}

uint32_t mask_liquid(mask_scan *c, uint32_t at) {
    if (mask_starts(c, at, liquid.open)) {
        return liquid_tag(c, at);
    }
    bool comment = mask_starts(c, at, "{# ") || mask_starts(c, at, "{#-");
    return comment ? whole(c, at, &jinja, MASK_COMMENT) : 0;
}
