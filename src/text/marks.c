/* SPDX-License-Identifier: MIT */
#include "text/marks.h"

#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

#define ELLIPSIS 0x2026u
#define KEYCAP 0x20E3u

/* Runs of these are one mark whatever their order: "?!", "!!!", "...?". */
static bool is_terminator(uint32_t code) {
    sentence_break b = tables_sentence_break(code);
    return b == SB_ATERM || b == SB_STERM || code == ELLIPSIS;
}

static mark_kind read_terminators(const char *text, uint32_t size, uint32_t at,
                                  uint32_t *end) {
    uint32_t stops = 0, final = 0, ellipses = 0, others = 0;
    size_t next = at;
    while (next < size) {
        size_t begin = next;
        uint32_t code = utf8_next(text, &next);
        if (!is_terminator(code)) {
            next = begin;
            break;
        }
        stops += tables_sentence_break(code) == SB_ATERM;
        ellipses += code == ELLIPSIS;
        final += (tables_flags(code) & UF_CJK_TERMINATOR) != 0;
        others += tables_sentence_break(code) == SB_STERM;
    }
    *end = (uint32_t)next;
    if (final > 0) {
        return MARK_FINAL;
    }
    if (others > 0) {
        return MARK_TERMINATOR;
    }
    return stops == 1 && ellipses == 0 ? MARK_STOP : MARK_ELLIPSIS;
}

static bool is_emoji(uint32_t code) {
    return (tables_flags(code) & UF_EXT_PICT) != 0 ||
           tables_word_break(code) == WB_REGIONAL_INDICATOR;
}

static bool extends_emoji(uint32_t code) {
    word_break b = tables_word_break(code);
    return is_emoji(code) || b == WB_EXTEND || b == WB_ZWJ || code == KEYCAP;
}

static mark_kind single_kind(uint32_t code) {
    unicode_class class = tables_class_of(code);
    if (code == '"' || code == '\'' || code == 0xFF02) {
        return MARK_QUOTE;
    }
    if (code == 0x2019 || class == UC_CLOSE) {
        return MARK_CLOSE;
    }
    if (class == UC_OPEN) {
        return MARK_OPEN;
    }
    if (class == UC_DASH) {
        return MARK_DASH;
    }
    if (tables_sentence_break(code) == SB_SCONTINUE || code == ';' || code == '%') {
        return MARK_PAUSE;
    }
    return is_emoji(code) ? MARK_EMOJI : MARK_OTHER;
}

static uint32_t run_end(const char *text, uint32_t size, uint32_t at, uint32_t code,
                        bool emoji) {
    size_t next = at;
    while (next < size) {
        size_t begin = next;
        uint32_t other = utf8_next(text, &next);
        bool mark = tables_class_of(other) == UC_MARK;
        if (other != code && !(emoji ? extends_emoji(other) : mark)) {
            return (uint32_t)begin;
        }
    }
    return size;
}

/* ---- Marks of several ASCII characters ----------------------------------- */

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_one_of(char c, const char *set) {
    return c != '\0' && strchr(set, c) != NULL;
}

/* ":-)", ";)", ":D": eyes, perhaps a nose, a mouth, and white space behind it. */
static uint32_t emoticon_end(const char *text, uint32_t size, uint32_t at) {
    uint32_t mouth = at + 1;
    if (!is_one_of(text[at], ":;=") ||
        (at > 0 && !is_space(text[at - 1]) && !is_one_of(text[at - 1], ".!?"))) {
        return at;
    }
    mouth += mouth < size && is_one_of(text[mouth], "-^'o");
    uint32_t end = mouth;
    while (end < size && text[end] == text[mouth] && is_one_of(text[end], "()[]DPpO|*")) {
        end++;
    }
    return end > mouth && (end == size || is_space(text[end])) ? end : at;
}

#define RULE_LENGTH 4u

/* A run of one ASCII mark that means more than the mark: quotes of two commas,
 * grave accents or apostrophes, and rules: "****", "====". */
static mark_kind kind_of_run(const char *run, uint32_t length, mark_kind kind) {
    char c = run[0];
    uint32_t n = 0; /* without what combines with them */
    if (length < 2 || (unsigned char)c > 0x7F) {
        return kind;
    }
    for (uint32_t i = 0; i < length; i++) {
        n += run[i] == c;
    }
    if (n < length) {
        return kind;
    }
    if (n == 2 && is_one_of(c, ",`'")) {
        return c == '\'' ? MARK_CLOSE : MARK_OPEN;
    }
    bool rule = n >= RULE_LENGTH ? is_one_of(c, "*=-~#_+") : n == 3 && c == '*';
    return rule ? MARK_RULE : kind;
}

/* single_kind() of each ASCII code point, and of one lone terminator. */
/* clang-format off */
#define P MARK_STOP
#define T MARK_TERMINATOR
#define N MARK_OPEN
#define C MARK_CLOSE
#define Q MARK_QUOTE
#define S MARK_PAUSE
#define D MARK_DASH
static const uint8_t ascii_kinds[128] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, T, Q, 0, 0, S, 0, Q, N, C, 0, 0, S, D, P, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, 0, 0, 0, T,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, N, 0, C, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, N, 0, C, 0, 0,
};
/* clang-format on */

/* One ASCII mark that what follows cannot lengthen: neither the same again nor
 * another terminator nor anything above U+007F, which may combine with it. */
static bool is_lone(const char *text, uint32_t size, uint32_t at) {
    unsigned char c = (unsigned char)text[at];
    if (c >= 0x80 || at + 1 >= size) {
        return false;
    }
    unsigned char next = (unsigned char)text[at + 1];
    bool terminators = (ascii_kinds[c] == P || ascii_kinds[c] == T) &&
                       (next == '.' || next == '!' || next == '?');
    bool eyes = (c == ':' || c == ';' || c == '=') && !is_space((char)next);
    return next < 0x80 && next != c && !terminators && !eyes;
}

mark_kind mark_read(const char *text, uint32_t size, uint32_t at, uint32_t *end) {
    if (is_lone(text, size, at)) {
        *end = at + 1;
        return (mark_kind)ascii_kinds[(unsigned char)text[at]];
    }
    size_t next = at;
    uint32_t code = utf8_next(text, &next);
    if (is_terminator(code)) {
        return read_terminators(text, size, at, end);
    }
    *end = code < 0x80 ? emoticon_end(text, size, at) : at;
    if (*end > at) {
        return MARK_EMOJI;
    }
    mark_kind kind = single_kind(code);
    *end = run_end(text, size, (uint32_t)next, code, kind == MARK_EMOJI);
    return kind_of_run(text + at, *end - at, kind);
}
