/* SPDX-License-Identifier: MIT */
/* For the tests of boundaries: what is judged, by which rule, and how. */
#ifndef LEDE_TESTS_TEXT_JUDGED_H
#define LEDE_TESTS_TEXT_JUDGED_H

#include "unit/text/place.h"

/* A text with a bar before the terminator, or before the stop of an acronym; the rule
 * that decides, and what it says. */
typedef struct judged {
    const char *text;
    int rule;   /* LEDE_BOUNDARY_... */
    int wanted; /* a lede_sentence_end, BOUNDARY_NONE, or ANY */
} judged;

enum {
    NO = BOUNDARY_NONE,
    ANY = BOUNDARY_NONE - 1, /* left to the score, which is no matter of the rule */
    STOP = LEDE_END_FULL_STOP,
    START = LEDE_END_STARTER,
    TERM = LEDE_END_TERMINATOR,
    DOTS = LEDE_END_ELLIPSIS,
    GLUE = LEDE_END_GLUED,
    SCORED = LEDE_END_SCORE,
};

enum {
    GLUED = LEDE_BOUNDARY_GLUED,
    GOES_ON = LEDE_BOUNDARY_GOES_ON,
    ELLIPSIS = LEDE_BOUNDARY_ELLIPSIS,
    TERMINATOR = LEDE_BOUNDARY_TERMINATOR,
    TITLE = LEDE_BOUNDARY_TITLE,
    NUMBERED = LEDE_BOUNDARY_NUMBERED,
    ENUMERATOR = LEDE_BOUNDARY_ENUMERATOR,
    ORDINAL = LEDE_BOUNDARY_ORDINAL,
    SPACED = LEDE_BOUNDARY_SPACED,
    INITIAL = LEDE_BOUNDARY_INITIAL,
    CONNECTOR = LEDE_BOUNDARY_CONNECTOR,
    BEFORE_NUMBER = LEDE_BOUNDARY_BEFORE_NUMBER,
    CLOSING = LEDE_BOUNDARY_CLOSING,
    CASELESS = LEDE_BOUNDARY_CASELESS,
    NAME = LEDE_BOUNDARY_NAME,
    SCORE = LEDE_BOUNDARY_SCORE,
};

/* 1 when it is judged otherwise. language: NULL is English. */
static inline int check(const char *language, const judged *c) {
    place p;
    evidence seen;
    place_open(&p, c->text, language);
    assert_non_null(p.b.after);
    verdict v = boundary_judge(&p.b, &seen);
    place_close(&p);
    bool right = (v.why == c->wanted || c->wanted == ANY) && (int)v.rule == c->rule &&
                 (v.rule == LEDE_BOUNDARY_SCORE || v.score == 0);
    if (!right) {
        print_error("\"%s\": %d by rule %d, expected %d by %d\n", c->text, v.why,
                    (int)v.rule, c->wanted, c->rule);
    }
    return !right;
}

#endif
