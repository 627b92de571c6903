/* SPDX-License-Identifier: MIT */
#include "markup/shapes.h"

#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

#define HEADING_WORDS 12u
#define TITLE_CASE_WORDS 30u
#define LONG_WORD 4u /* "of", "and", "the" stay small in title case */
#define ENUMERATOR_MAX 4u
#define FIELD_BYTES 24u
#define REFERENCE_MAX 16u /* bytes between its brackets: "citation needed" */

static bool is_letter(unicode_class class) {
    return class >= UC_LETTER_LOWER && class <= UC_LETTER;
}

static bool is_space(unicode_class class) {
    return class == UC_SPACE || class == UC_LINE_END;
}

static bool is_bullet(uint32_t code) {
    static const uint32_t bullets[] = {'-',    '*',    '+',    0x00B7, 0x2022,
                                       0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6};
    if (code > '-' && code < 0x00B7) {
        return false; /* nearly every line begins with a letter */
    }
    for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
        if (code == bullets[i]) {
            return true;
        }
    }
    return false;
}

static bool all_in(const char *text, uint32_t n, const char *set) {
    for (uint32_t i = 0; i < n; i++) {
        if (strchr(set, text[i]) == NULL || text[i] == '\0') {
            return false;
        }
    }
    return n > 0;
}

/* Digits, one letter or a small roman number. A bare capital with a full stop
 * is somebody's initial, so letters need a bracket behind them. */
static bool is_enumerator(const char *text, uint32_t n, char closer) {
    if (n <= 3 && all_in(text, n, "0123456789")) {
        return true;
    }
    if (closer != ')') {
        return false;
    }
    bool letter = n == 1 && ((text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'z');
    return letter || all_in(text, n, "ivx") || all_in(text, n, "IVX");
}

bool shape_is_list_item(const char *line, uint32_t n, bool *bullet) {
    size_t next = 0;
    *bullet = n > 1 && is_bullet(utf8_next(line, &next));
    if (*bullet) { /* typeset bullets need no space: "•9." */
        return next < n && (next > 1 || line[next] == ' ' || line[next] == '\t');
    }
    uint32_t begin = n > 0 && line[0] == '(' ? 1 : 0, end = begin;
    while (end < n && end - begin <= ENUMERATOR_MAX && line[end] != '.' &&
           line[end] != ')') {
        end++;
    }
    if (end + 1 >= n || (line[end] != '.' && line[end] != ')') ||
        (begin == 1 && line[end] != ')') ||
        !is_enumerator(line + begin, end - begin, line[end])) {
        return false;
    }
    bool both = line[end] == '.' && line[end + 1] == ')' && end + 2 < n; /* "1.)" */
    return line[end + 1 + both] == ' ' || line[end + 1 + both] == '\t';
}

uint32_t shape_quote_depth(const char *line, uint32_t n, uint32_t *begin) {
    uint32_t depth = 0, at = 0;
    *begin = 0;
    for (; at < n && (line[at] == '>' || line[at] == ' ' || line[at] == '\t'); at++) {
        depth += line[at] == '>';
        *begin = at + 1;
    }
    return depth;
}

bool shape_is_field(const char *line, uint32_t n) {
    size_t at = 0;
    uint32_t spaces = 0;
    if (n == 0 || tables_class_of(utf8_next(line, &at)) != UC_LETTER_UPPER) {
        return false;
    }
    while (at < n && at < FIELD_BYTES) {
        uint32_t code = utf8_next(line, &at);
        if (code == ':') {
            return at < n && line[at] == ' ';
        }
        spaces += code == ' ';
        if (spaces > 1 ||
            (code != ' ' && code != '-' && !is_letter(tables_class_of(code)))) {
            return false;
        }
    }
    return false;
}

bool shape_is_marker(const char *line, uint32_t n) {
    for (size_t at = 0; at < n;) {
        unicode_class class = tables_class_of(utf8_next(line, &at));
        if (is_letter(class) || class == UC_DIGIT || class == UC_NUMBER) {
            return false;
        }
    }
    return true;
}

/* "[12]" at the end: where it begins; where the bracket closes otherwise. */
static size_t before_reference(const char *line, size_t close) {
    for (size_t at = close; at > 0 && close - at <= REFERENCE_MAX; at--) {
        if (line[at - 1] == '[') {
            return at - 1;
        }
    }
    return close;
}

/* The last code point but closing brackets, quotes, emphasis and references. */
static uint32_t last_visible(const char *line, uint32_t n) {
    size_t at = n;
    while (at > 0) {
        uint32_t code = utf8_previous(line, &at);
        unicode_class class = tables_class_of(code);
        if (code == ']') {
            at = before_reference(line, at);
            continue;
        }
        if (class != UC_CLOSE && class != UC_OPEN && code != '"' && code != '\'' &&
            code != '*' && code != '_') {
            return code;
        }
    }
    return 0;
}

static bool ends_like_prose(const char *line, uint32_t n) {
    uint32_t code = last_visible(line, n);
    sentence_break b = tables_sentence_break(code);
    return b == SB_ATERM || b == SB_STERM || b == SB_SCONTINUE || code == ';' ||
           code == 0x2026;
}

typedef struct word_tally {
    uint32_t words;
    bool title_case;
} word_tally;

static void end_word(word_tally *t, uint32_t letters, bool capital) {
    if (letters > 0) {
        t->words++;
        t->title_case = t->title_case && (capital || letters < LONG_WORD);
    }
}

/* More words than a heading has need not be counted. */
static bool may_be_heading(word_tally t) {
    return t.words <= HEADING_WORDS || (t.title_case && t.words <= TITLE_CASE_WORDS);
}

/* The first code point of a word may be a capital; the rest only count. */
static word_tally tally_words(const char *line, uint32_t n) {
    word_tally t = {0, true};
    uint32_t letters = 0;
    bool capital = false;
    for (size_t at = 0; at < n;) {
        unsigned char byte = (unsigned char)line[at];
        if (letters > 0 && byte > ' ' && byte < 0x7F) {
            letters++;
            at++;
            continue;
        }
        unicode_class class = tables_class_of(utf8_next(line, &at));
        if (!is_space(class)) {
            capital = letters == 0 ? class != UC_LETTER_LOWER : capital;
            letters++;
            continue;
        }
        end_word(&t, letters, capital);
        letters = 0;
        if (!may_be_heading(t)) {
            return t;
        }
    }
    end_word(&t, letters, capital);
    return t;
}

/* Do four small letters stand before line[at]? */
static bool is_behind_word(const char *line, size_t at) {
    uint32_t small = 0;
    while (at > 0 && small < LONG_WORD &&
           tables_class_of(utf8_previous(line, &at)) == UC_LETTER_LOWER) {
        small++;
    }
    return small == LONG_WORD;
}

/* A terminator and a space inside. Of full stops only one behind four small
 * letters counts: what is shorter may be an abbreviation. */
static bool holds_sentence(const char *line, uint32_t n) {
    for (size_t space = 1; space < n; space++) {
        if (line[space] != ' ') {
            continue;
        }
        size_t at = space;
        sentence_break b = tables_sentence_break(utf8_previous(line, &at));
        if (b == SB_STERM || (b == SB_ATERM && is_behind_word(line, at))) {
            return true;
        }
    }
    return false;
}

/* The cheapest look comes first: most lines of prose end in a full stop, and few have
 * so few words as to be searched for a sentence. */
bool shape_is_heading(const char *line, uint32_t n) {
    return !ends_like_prose(line, n) && !shape_is_marker(line, n) &&
           may_be_heading(tally_words(line, n)) && !holds_sentence(line, n);
}
