/* SPDX-License-Identifier: MIT */
/*
 * Sentence boundaries. A segment begins with a clean slate: no rule of UAX #29
 * looks across a sentence boundary.
 */
#include "unicode/segment.h"

#include "unicode/tables.h"
#include "unicode/utf8.h"

/* How far behind a terminator we are: SATerm Close* Sp*. */
typedef enum phase { PHASE_NONE, PHASE_TERM, PHASE_CLOSE, PHASE_SPACE } phase;

typedef struct scanner {
    const char *bytes;
    size_t n;
    size_t at; /* the code point looked at; marks passed over (SB5) */
    size_t end;
    sentence_break kind;
    sentence_break left; /* the kind before it */
    phase phase;
    bool full_stop;    /* the terminator is an ATerm */
    bool after_letter; /* and follows Upper or Lower */
} scanner;

/* Looks at the code point that begins at `at`. False at the end. */
static bool look(scanner *s, size_t at) {
    s->at = at;
    if (at >= s->n) {
        return false;
    }
    utf8_point point = utf8_peek(s->bytes + at, s->n - at);
    s->end = at + point.bytes;
    s->kind = tables_sentence_break(point.code);
    return true;
}

static bool is_line_end(sentence_break kind) {
    return kind == SB_CR || kind == SB_LF || kind == SB_SEP;
}

static bool is_terminator(sentence_break kind) {
    return kind == SB_ATERM || kind == SB_STERM;
}

static bool is_mark(sentence_break kind) {
    return kind == SB_EXTEND || kind == SB_FORMAT;
}

/* What ends the look-ahead of SB8. */
static bool is_decisive(sentence_break kind) {
    return kind == SB_OLETTER || kind == SB_UPPER || kind == SB_LOWER ||
           is_line_end(kind) || is_terminator(kind);
}

/* SB8: moves to the lower-case letter that lets the sentence go on, or stays.
 * It stops at the next terminator, so that each code point is looked at by one
 * look-ahead only. */
static bool reach_lower(scanner *s) {
    scanner ahead = *s;
    bool any = true;
    while (any && !is_decisive(ahead.kind)) {
        any = look(&ahead, ahead.end);
    }
    if (!any || ahead.kind != SB_LOWER) {
        return false;
    }
    *s = ahead;
    return true;
}

/* SB6-SB8a: does the sentence go on with what s looks at? */
static bool goes_on(scanner *s) {
    if (is_terminator(s->kind) || s->kind == SB_SCONTINUE) {
        return true;
    }
    if (!s->full_stop) {
        return false;
    }
    if (s->phase == PHASE_TERM &&
        (s->kind == SB_NUMERIC || (s->kind == SB_UPPER && s->after_letter))) {
        return true;
    }
    return reach_lower(s);
}

/* SB9, SB10: closing marks, then spaces, stay with the terminator. */
static bool trails(scanner *s) {
    if (s->kind == SB_SP) {
        s->phase = PHASE_SPACE;
        return true;
    }
    if (s->kind == SB_CLOSE && s->phase != PHASE_SPACE) {
        s->phase = PHASE_CLOSE;
        return true;
    }
    return false;
}

/* Takes in what s looks at. False: a boundary stands before it. */
static bool take(scanner *s) {
    if (is_mark(s->kind)) {
        return true;
    }
    if (s->phase != PHASE_NONE) {
        if (is_line_end(s->kind) || trails(s)) {
            return true;
        }
        if (!goes_on(s)) {
            return false;
        }
        s->phase = PHASE_NONE;
    }
    if (is_terminator(s->kind)) {
        s->phase = PHASE_TERM;
        s->full_stop = s->kind == SB_ATERM;
        s->after_letter = s->left == SB_UPPER || s->left == SB_LOWER;
    }
    s->left = s->kind;
    return true;
}

size_t segment_sentence_end(const char *bytes, size_t n, size_t at) {
    scanner s = {.bytes = bytes, .n = n};
    if (at >= n) {
        return n;
    }
    s.end = at;
    while (look(&s, s.end) && take(&s)) {
        if (is_line_end(s.kind)) {
            size_t end = s.end;
            bool pair = s.kind == SB_CR && look(&s, end) && s.kind == SB_LF;
            return pair ? s.end : end;
        }
    }
    return s.at;
}
