/* SPDX-License-Identifier: MIT */
#include "markup/stamp.h"

#include "lang/case.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <string.h>

#define LABEL_MAX 32u

typedef struct cursor {
    const char *line;
    uint32_t n;
    uint32_t at;
} cursor;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static uint32_t digits_at(const cursor *c, uint32_t at) {
    uint32_t n = 0;
    while (at + n < c->n && is_digit(c->line[at + n])) {
        n++;
    }
    return n;
}

static void skip_spaces(cursor *c) {
    while (c->at < c->n && (c->line[c->at] == ' ' || c->line[c->at] == '\t')) {
        c->at++;
    }
}

/* A label from the lists ("last updated"), and a colon. Folded as everywhere it may
 * be one of any language; of a language with capitals of its own, by these. */
static bool take_label_of(cursor *c, const language_pack *own) {
    const language_pack *pack = own != NULL ? own : pack_neutral();
    char key[LABEL_MAX + 4];
    size_t n = 0, at = c->at, best = c->at;
    bool found = false;
    while (n < LABEL_MAX && at < c->n) {
        char ch = c->line[at];
        bool ends = ch == ' ' || ch == ':';
        if (ends && (own != NULL ? pack_has_line(own, PACK_LINE_DATE, key, n)
                                 : pack_any_date_label(key, n))) {
            best = at;
            found = true;
        }
        if (ch == ':' || is_digit(ch)) {
            break;
        }
        n += utf8_encode(case_fold(pack, utf8_next(c->line, &at)), key + n);
    }
    c->at = (uint32_t)best;
    if (found && c->line[c->at] == ':') {
        c->at++;
    }
    skip_spaces(c);
    return found;
}

static bool take_label(cursor *c) {
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    bool found = take_label_of(c, NULL);
    for (size_t i = 0; i < count && !found; i++) {
        found = case_is_own(&packs[i]) && take_label_of(c, &packs[i]);
    }
    return found;
}

static bool in_range(const char *digits, uint32_t n, unsigned low, unsigned high) {
    unsigned value = 0;
    for (uint32_t i = 0; i < n; i++) {
        value = value * 10 + (unsigned)(digits[i] - '0');
    }
    return value >= low && value <= high;
}

/* 2024-03-23, 2024/3/23; 23.03.2024, 3/23/2024. */
static bool take_date(cursor *c, bool *iso) {
    uint32_t a = digits_at(c, c->at);
    uint32_t first = c->at + a;
    if ((a != 4 && a != 1 && a != 2) || first >= c->n ||
        memchr("-/.", c->line[first], 3) == NULL) {
        return false;
    }
    uint32_t b = digits_at(c, first + 1);
    uint32_t second = first + 1 + b;
    if (b < 1 || b > 2 || second >= c->n || c->line[second] != c->line[first]) {
        return false;
    }
    uint32_t last = digits_at(c, second + 1);
    bool year_first = a == 4;
    if (year_first ? last < 1 || last > 2 : last != 4) {
        return false;
    }
    const char *year = c->line + (year_first ? c->at : second + 1);
    /* Day and month may stand either way round; neither is over 31, and one of
     * them is at most 12. */
    const char *other = c->line + (year_first ? second + 1 : c->at);
    uint32_t other_digits = year_first ? last : a;
    const char *middle = c->line + first + 1;
    bool possible = in_range(middle, b, 1, year_first ? 12 : 31) &&
                    in_range(other, other_digits, 1, 31) &&
                    (in_range(middle, b, 1, 12) || in_range(other, other_digits, 1, 12));
    if (!in_range(year, 4, 1000, 2999) || !possible) {
        return false;
    }
    *iso = year_first && c->line[first] == '-';
    c->at = second + 1 + last;
    return true;
}

/* " 14:05", "T14:05:09Z". */
static void take_time(cursor *c) {
    cursor t = *c;
    if (t.at < t.n && t.line[t.at] == 'T') {
        t.at++;
    } else {
        skip_spaces(&t);
    }
    uint32_t fields = 0, n = digits_at(&t, t.at);
    while (n >= 1 && n <= 2) {
        t.at += n;
        fields++;
        if (t.at >= t.n || t.line[t.at] != ':') {
            break;
        }
        n = digits_at(&t, t.at + 1);
        t.at += n >= 1 && n <= 2;
    }
    if (fields < 2) {
        return;
    }
    if (t.at < t.n && t.line[t.at] == 'Z') {
        t.at++;
    }
    *c = t;
}

/* Does new text begin here, rather than the sentence go on? */
static bool text_begins(const cursor *c) {
    if (c->at >= c->n) {
        return true;
    }
    if (c->line[c->at] != ' ' && c->line[c->at] != '\t') {
        return false;
    }
    cursor t = *c;
    skip_spaces(&t);
    size_t next = t.at;
    if (t.at >= t.n) {
        return true;
    }
    unicode_class class = unicode_class_of(utf8_next(t.line, &next));
    return class == UC_LETTER_UPPER || class == UC_LETTER_TITLE || class == UC_LETTER ||
           class == UC_DIGIT || class == UC_OPEN || t.line[t.at] == '"';
}

/* Is there a digit no farther on than a label reaches? Most lines have none, and a
 * label is looked up in every language. White space may be of any length. */
static bool has_digit_ahead(const char *line, uint32_t n) {
    uint32_t most = 4 * LABEL_MAX, passed = 0;
    for (uint32_t i = 0; i < n && passed <= most; i++) {
        if (is_digit(line[i])) {
            return true;
        }
        passed += line[i] != ' ' && line[i] != '\t';
    }
    return false;
}

uint32_t stamp_length(const char *line, uint32_t n) {
    cursor c = {line, n, 0};
    bool iso = false;
    if (!has_digit_ahead(line, n)) {
        return 0;
    }
    bool labelled = take_label(&c);
    if (!take_date(&c, &iso) || (!labelled && !iso)) {
        return 0;
    }
    take_time(&c);
    return text_begins(&c) ? c.at : 0;
}
