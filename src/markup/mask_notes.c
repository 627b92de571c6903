/* SPDX-License-Identifier: MIT */
/* Lines that a sign at their front tells: alerts, definitions, labels, formulas. */
#include "markup/mask_parts.h"

#include <string.h>

#define MOST_MATH 64u /* lines of a formula */

/* The column in which what belongs to the line at hand is indented, as under a list. */
static void indent_below(mask_scan *c) {
    const mask_line *line = &c->line;
    if (line->quotes == 0 && !line->item) {
        mask_open_inside(c, mask_base(c, line->lead) + 4);
    }
}

/* ---- Alerts ------------------------------------------------------------ */

/* "> [!NOTE]", "> [!tip]- Title": on the first line of a quote. */
uint32_t mask_alert(mask_scan *c) {
    const mask_line *line = &c->line;
    if (line->quotes <= c->last_quotes || !mask_starts(c, line->content, "[!")) {
        return 0;
    }
    uint32_t end = mask_name(c, line->content + 2);
    if (end == line->content + 2 || mask_byte(c, end) != ']') {
        return 0;
    }
    end++;
    end += mask_byte(c, end) == '-' || mask_byte(c, end) == '+' ? 1 : 0;
    end = mask_skip_blanks(c, end, line->end);
    return mask_title(c, (lede_span){end, mask_trim(c, end, line->end)}, MASK_ALERT);
}

/* ---- Footnotes and definitions ------------------------------------------ */

/* "[^1]: text" */
uint32_t mask_note(mask_scan *c) {
    const mask_line *line = &c->line;
    if (!mask_starts(c, line->content, "[^")) {
        return 0;
    }
    uint32_t end = line->content + 2;
    while (end < line->end && mask_is_word(c->bytes[end]) &&
           strchr("[]^", c->bytes[end]) == NULL) {
        end++;
    }
    if (end == line->content + 2 || !mask_starts(c, end, "]:")) {
        return 0;
    }
    end = mask_skip_blanks(c, end + 2, line->end);
    mask_add(c, line->content, end, MASK_FOOTNOTE, true);
    indent_below(c);
    return end;
}

/* What a definition holds may be a fence or a header of its own. */
static uint32_t read_inner(mask_scan *c, uint32_t at) {
    mask_line *line = &c->line;
    line->column += at - line->content;
    line->lead = line->column;
    line->indent = 0;
    line->content = at;
    uint32_t end = mask_directive(c);
    end = end > 0 ? end : mask_admonition(c);
    return end > 0 ? end : at;
}

/* ": text" behind the line of the term, or a blank line behind that. */
uint32_t mask_definition(mask_scan *c) {
    const mask_line *line = &c->line;
    uint32_t at = line->content;
    if (c->term == 0 || line->item || mask_byte(c, at) != ':' ||
        !mask_blank(mask_byte(c, at + 1))) {
        return 0;
    }
    uint32_t end = mask_skip_blanks(c, at + 1, line->end);
    if (end == line->end) {
        return 0;
    }
    mask_add(c, at, end, MASK_DEFINITION, true);
    indent_below(c);
    return read_inner(c, end);
}

/* ---- MyST ------------------------------------------------------------ */

/* "(name)=", the label of what follows. */
static bool is_label(const mask_scan *c, const mask_line *line) {
    if (mask_byte(c, line->content) != '(') {
        return false;
    }
    uint32_t end = mask_trim(c, line->content, line->end);
    uint32_t close = mask_behind(c, line->content, line->end, ")=");
    return close == end && close > line->content + 3;
}

/* Has the text any sign of MyST? "% " alone is none: it may begin prose. */
static bool has_myst(mask_scan *c) {
    uint32_t at = c->myst < 0 ? mask_behind(c, c->begin, c->size, "{") : 0;
    c->myst = c->myst < 0 ? 0 : c->myst;
    while (at > 0 && c->myst == 0) {
        uint32_t end = mask_name(c, at);
        char before = at > c->begin + 1 ? c->bytes[at - 2] : '\0';
        bool named = end > at && mask_byte(c, end) == '}';
        bool sign = before == '`' || before == ':' || mask_byte(c, end + 1) == '`';
        c->myst = named && sign ? 1 : 0;
        at = mask_behind(c, end, c->size, "{");
    }
    return c->myst > 0;
}

uint32_t mask_myst(mask_scan *c) {
    const mask_line *line = &c->line;
    if (is_label(c, line)) {
        mask_add(c, line->content, line->end, MASK_ATTRIBUTES, true);
        return line->end;
    }
    bool percent =
        mask_byte(c, line->content) == '%' && line->lead == 0 &&
        (line->content + 1 >= line->end || mask_blank(c->bytes[line->content + 1]));
    if (!percent || !has_myst(c)) {
        return 0;
    }
    mask_add(c, line->content, line->end, MASK_COMMENT, true);
    return line->end;
}

/* ---- Formulas ----------------------------------------------------------- */

/* Where the lines that a formula may have end: of one that has text behind its opener,
 * the paragraph. */
static uint32_t math_limit(mask_scan *c) {
    const mask_line *line = &c->line;
    const source *s = c->s;
    if (mask_skip_blanks(c, line->content + 2, line->end) < line->end) {
        return mask_paragraph(c, line->content);
    }
    size_t last = c->row + MOST_MATH;
    return last < s->lines.count ? s->lines.items[last] : c->size;
}

/* Nothing but the number of the formula, in parentheses, stands behind it. */
static bool ends_line(const mask_scan *c, uint32_t at) {
    while (at < c->size && mask_blank(c->bytes[at])) {
        at++;
    }
    return at == c->size || strchr("\r\n({", c->bytes[at]) != NULL;
}

/* "$$ … $$" from the begin of a line on. */
uint32_t mask_math(mask_scan *c) {
    const mask_line *line = &c->line;
    if (!mask_starts(c, line->content, "$$")) {
        return 0;
    }
    uint32_t end = mask_behind(c, line->content + 2, math_limit(c), "$$");
    if (end == 0 || (end > line->end && !ends_line(c, end))) {
        return 0;
    }
    mask_add(c, line->content, end, MASK_CODE, true);
    return end;
}
