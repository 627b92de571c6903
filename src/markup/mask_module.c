/* SPDX-License-Identifier: MIT */
/* Lines of JavaScript among Markdown: import and export. */
#include "markup/mask_parts.h"

#include <string.h>

#define MOST_CLAUSE 4096u /* bytes between "import" and its file */

static const char *const exported[] = {"const", "let",  "var",       "function", "class",
                                       "async", "type", "interface", NULL};

static bool is_line_end(const mask_scan *c, uint32_t at) {
    return at >= c->size || c->bytes[at] == '\n' || c->bytes[at] == '\r';
}

/* Behind ";" and white space, when nothing else is left on the line; else 0. */
static uint32_t end_statement(const mask_scan *c, uint32_t at) {
    while (at < c->size && (mask_blank(c->bytes[at]) || c->bytes[at] == ';')) {
        at++;
    }
    return is_line_end(c, at) ? at : 0;
}

static bool may_be_in_clause(char byte) {
    return mask_letter(byte) || mask_digit(byte) ||
           (byte != '\0' && strchr("_$,{}* \t\r\n", byte) != NULL);
}

/* import X, {Y} from "z"; import "z" */
static uint32_t import_end(mask_scan *c, uint32_t at) {
    uint32_t from = at, limit = c->size - at > MOST_CLAUSE ? at + MOST_CLAUSE : c->size;
    while (at < limit && may_be_in_clause(c->bytes[at])) {
        at++;
    }
    mask_charge(c, at - from);
    char quote = mask_byte(c, at);
    uint32_t clause = mask_trim(c, from, at);
    bool bare = clause == from;
    bool ends = clause > from + 4 && mask_same(c, clause - 4, clause, "from");
    if ((quote != '"' && quote != '\'') || !(bare || ends)) {
        return 0;
    }
    for (at++; !is_line_end(c, at); at++) {
        if (c->bytes[at] == quote) {
            return end_statement(c, at + 1);
        }
    }
    return 0;
}

/* ---- export ------------------------------------------------------------ */

static bool goes_on(char last) {
    return last != '\0' && strchr("=,(+&|?:>", last) != NULL;
}

/* The end of the line on which all brackets are closed; 0: they never are. */
static uint32_t balanced_end(mask_scan *c, uint32_t at) {
    uint32_t from = at, depth = 0;
    char last = '\0';
    while (at < c->size) {
        char byte = c->bytes[at];
        if (depth == 0 && is_line_end(c, at) && !goes_on(last)) {
            return at;
        }
        uint32_t next = mask_skip_script(c, at);
        depth += byte == '{' || byte == '(' || byte == '[';
        depth -= depth > 0 && (byte == '}' || byte == ')' || byte == ']');
        last = mask_blank(byte) || byte == '\r' || byte == '\n' ? last : byte;
        at = next;
    }
    mask_charge(c, at - from);
    return depth == 0 ? at : 0;
}

/* Code and no prose: an assignment, brackets, or a semicolon on the first line. */
static bool is_code(const mask_scan *c, uint32_t at) {
    for (; !is_line_end(c, at); at++) {
        if (strchr("={(;[", c->bytes[at]) != NULL && c->bytes[at] != '\0') {
            return true;
        }
    }
    return false;
}

static uint32_t export_end(mask_scan *c, uint32_t at) {
    lede_span word = {at, mask_name(c, at)};
    char first = mask_byte(c, at);
    bool listed = mask_listed(c, word, exported) != LEDE_NONE;
    bool bare =
        mask_same(c, word.begin, word.end, "default") && (c->mdx || is_code(c, word.end));
    bool shape = first == '{' || first == '*' || bare ||
                 (listed && mask_byte(c, word.end) == ' ' && is_code(c, word.end));
    return shape ? balanced_end(c, at) : 0;
}

uint32_t mask_module(mask_scan *c) {
    const mask_line *line = &c->line;
    uint32_t at = line->begin, end = 0;
    if (!c->after_blank || line->content > line->begin || !mask_may_search(c)) {
        return 0;
    }
    if (mask_starts(c, at, "import ")) {
        end = import_end(c, at + 7);
    } else if (mask_starts(c, at, "export ")) {
        end = export_end(c, at + 7);
    }
    mask_add(c, at, end, MASK_MODULE, true);
    return end;
}
