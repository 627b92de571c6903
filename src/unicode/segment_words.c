/* SPDX-License-Identifier: MIT */
/*
 * Word boundaries. A segment begins with a clean slate: no rule of UAX #29
 * looks across a boundary but the count of regional indicators, and a
 * boundary among those leaves an even number behind.
 */
#include "unicode/segment.h"

#include "unicode/tables.h"
#include "unicode/utf8.h"

typedef struct scanner {
    const char *bytes;
    size_t n;
    size_t at; /* the code point looked at */
    size_t end;
    uint32_t code;
    word_break kind;
} scanner;

/* Looks at the code point that begins at `at`. False at the end. */
static bool look(scanner *s, size_t at) {
    s->at = at;
    if (at >= s->n) {
        return false;
    }
    utf8_point point = utf8_peek(s->bytes + at, s->n - at);
    s->end = at + point.bytes;
    s->code = point.code;
    s->kind = tables_word_break(point.code);
    return true;
}

static bool is_mark(word_break kind) {
    return kind == WB_EXTEND || kind == WB_FORMAT || kind == WB_ZWJ;
}

static bool is_letter(word_break kind) {
    return kind == WB_ALETTER || kind == WB_HEBREW_LETTER;
}

static bool is_line_end(word_break kind) {
    return kind == WB_CR || kind == WB_LF || kind == WB_NEWLINE;
}

/* WB5, WB8-10, WB13-13b: pairs that hold together whatever is around them. */
static bool is_pair(word_break left, word_break right) {
    bool word = is_letter(left) || left == WB_NUMERIC;
    if (is_letter(right) || right == WB_NUMERIC) {
        return word || left == WB_EXTEND_NUM_LET;
    }
    if (right == WB_KATAKANA) {
        return left == WB_KATAKANA || left == WB_EXTEND_NUM_LET;
    }
    return right == WB_EXTEND_NUM_LET &&
           (word || left == WB_KATAKANA || left == WB_EXTEND_NUM_LET);
}

/* WB6, WB7, WB7b, WB7c, WB11, WB12: may `middle` stand between two `left`? */
static bool is_bridge(word_break left, word_break middle) {
    bool either = middle == WB_MID_NUM_LET || middle == WB_SINGLE_QUOTE;
    if (left == WB_NUMERIC) {
        return either || middle == WB_MID_NUM;
    }
    if (left == WB_HEBREW_LETTER && middle == WB_DOUBLE_QUOTE) {
        return true;
    }
    return is_letter(left) && (either || middle == WB_MID_LETTER);
}

static bool is_bridgehead(word_break left, word_break middle, word_break right) {
    if (left == WB_NUMERIC) {
        return right == WB_NUMERIC;
    }
    return middle == WB_DOUBLE_QUOTE ? right == WB_HEBREW_LETTER : is_letter(right);
}

/* s looks at a bridge: moves to the code point on its far side and is true, or
 * stays. What it skips is skipped once more at most, by the next segment. */
static bool cross_bridge(scanner *s, word_break left) {
    scanner far = *s;
    while (look(&far, far.end)) {
        if (is_mark(far.kind)) {
            continue;
        }
        if (!is_bridgehead(left, s->kind, far.kind)) {
            return false;
        }
        *s = far;
        return true;
    }
    return false;
}

/* Does what s looks at belong to the segment? left: the kind before it, marks
 * passed over (WB4); adjacent: the kind right before it. */
static bool joins(scanner *s, word_break left, word_break adjacent,
                  size_t indicators_before) {
    if (is_mark(s->kind)) {
        return true;
    }
    if (adjacent == WB_ZWJ && (tables_flags(s->code) & UF_EXT_PICT) != 0) {
        return true; /* WB3c */
    }
    if (s->kind == WB_SEG_SPACE) {
        return adjacent == WB_SEG_SPACE; /* WB3d */
    }
    if (s->kind == WB_REGIONAL_INDICATOR) {
        return left == WB_REGIONAL_INDICATOR && indicators_before % 2 == 1;
    }
    if (is_pair(left, s->kind)) {
        return true;
    }
    if (is_bridge(left, s->kind) && cross_bridge(s, left)) {
        return true;
    }
    return left == WB_HEBREW_LETTER && s->kind == WB_SINGLE_QUOTE; /* WB7a */
}

size_t segment_word_end(const char *bytes, size_t n, size_t at) {
    scanner s = {.bytes = bytes, .n = n};
    if (!look(&s, at)) {
        return n;
    }
    word_break left = s.kind, adjacent = s.kind;
    if (is_line_end(left)) {
        size_t end = s.end;
        bool pair = left == WB_CR && look(&s, end) && s.kind == WB_LF;
        return pair ? s.end : end;
    }
    size_t indicators = left == WB_REGIONAL_INDICATOR;
    while (look(&s, s.end) && joins(&s, left, adjacent, indicators)) {
        indicators += s.kind == WB_REGIONAL_INDICATOR;
        adjacent = s.kind;
        left = is_mark(s.kind) ? left : s.kind;
    }
    return s.at;
}
