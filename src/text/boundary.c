/* SPDX-License-Identifier: MIT */
#include "text/boundary.h"

#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <string.h>

/* The classes whose word is an abbreviation wherever it has a stop. Those before
 * numbers are not among them: "no." and "art." are words when none follows. */
#define ABBREVIATION                                                                     \
    (LEDE_TERM_TITLE | LEDE_TERM_CALENDAR | LEDE_TERM_ORGANISATION | LEDE_TERM_MAY_END | \
     LEDE_TERM_CONNECTOR)
#define CLASSES (ABBREVIATION | LEDE_TERM_NUMBERED)

/* What a rule may say beside an end: it does not apply. */
#define UNDECIDED (-2)

static bool is_word(const lede_word *w) {
    return w != NULL && w->kind != LEDE_WORD_MARK;
}

static bool is_mark(const lede_word *w, mark_kind kind) {
    return w != NULL && w->kind == LEDE_WORD_MARK && w->mark == kind;
}

static bool has(const lede_word *w, unsigned flag) {
    return is_word(w) && (w->flags & flag) != 0;
}

static uint32_t flags_of(const boundary *b, const lede_word *w) {
    return is_word(w) ? b->d->terms.items[w->term].flags : 0;
}

/* What the word before the stop is, as it is written: "sat" is no Saturday. */
static uint32_t classes_of(const boundary *b) {
    uint32_t flags = flags_of(b, b->before);
    bool small = (flags & LEDE_TERM_CAPITAL) != 0 && has(b->before, LEDE_WORD_LOWER);
    return small ? flags & ~(uint32_t)CLASSES : flags;
}

static bool is_number(const lede_word *w) {
    return w != NULL && w->kind == LEDE_WORD_NUMBER;
}

static bool is_acronym(const lede_word *w) {
    return has(w, LEDE_WORD_ACRONYM);
}

/* A capitalised function word that opens a sentence. A single letter with a
 * stop of its own is an initial ("J. A. Smith"), not the article. */
static bool starts_sentence(const boundary *b) {
    bool initial = has(b->after, LEDE_WORD_SINGLE) && is_mark(b->later, MARK_STOP);
    return has(b->after, LEDE_WORD_UPPER) && !initial &&
           (flags_of(b, b->after) & LEDE_TERM_STARTER) != 0;
}

static bool is_roman(const boundary *b, const lede_word *w) {
    if (!has(w, LEDE_WORD_UPPER) || w->span.end - w->span.begin > 6) {
        return false;
    }
    for (uint32_t i = w->span.begin; i < w->span.end; i++) {
        if (strchr("IVXLC", b->d->page.text[i]) == NULL) {
            return false;
        }
    }
    return true;
}

/* ---- Rules, in order; the first that decides holds --------------------- */

/* No white space behind the terminator. */
static int rule_glued(const boundary *b) {
    if ((b->after->flags & LEDE_WORD_GLUED) == 0) {
        return UNDECIDED;
    }
    bool stop = b->kind == MARK_STOP || b->kind == MARK_ELLIPSIS;
    if (stop && !b->attached && !b->closed) {
        return BOUNDARY_NONE; /* the stop is of the next word: .NET */
    }
    if (b->kind == MARK_FINAL) {
        /* The particle behind a closing bracket carries the sentence on. */
        size_t at = b->after->span.begin;
        uint32_t first = utf8_next(b->d->page.text, &at);
        bool particle = b->closed && (unicode_flags(first) & UF_HIRAGANA) != 0;
        return particle ? BOUNDARY_NONE : LEDE_END_TERMINATOR;
    }
    bool capital = has(b->after, LEDE_WORD_UPPER) && is_word(b->before);
    if (!capital) {
        return BOUNDARY_NONE;
    }
    bool sure = b->kind != MARK_STOP || b->closed;
    bool plain = !has(b->after, LEDE_WORD_ALL_UPPER | LEDE_WORD_SINGLE) &&
                 has(b->before, LEDE_WORD_LOWER) && !has(b->before, LEDE_WORD_SINGLE) &&
                 !is_acronym(b->before) && b->before->kind == LEDE_WORD_WORD;
    return sure || plain ? LEDE_END_GLUED : BOUNDARY_NONE;
}

/* What follows shows that the sentence goes on. */
static int rule_goes_on(const boundary *b) {
    const lede_word *after = b->after;
    if (is_mark(after, MARK_DASH) && b->later != NULL) {
        after = b->later;
    }
    /* An apostrophe with a letter behind it opens a word: ’Twas. */
    bool opens = after == b->after && is_word(b->later) &&
                 (b->later->flags & LEDE_WORD_GLUED) != 0;
    if (is_mark(after, MARK_PAUSE) || (is_mark(after, MARK_CLOSE) && !opens)) {
        return BOUNDARY_NONE;
    }
    if (!has(after, LEDE_WORD_LOWER) || b->kind == MARK_FINAL) {
        return UNDECIDED;
    }
    /* Web text opens sentences in small letters, but not behind an
     * exclamation mark that belongs to a name ("Yahoo! is"). */
    bool loud = b->kind == MARK_TERMINATOR && !b->closed && after == b->after;
    return loud && has(b->before, LEDE_WORD_LOWER) ? LEDE_END_TERMINATOR : BOUNDARY_NONE;
}

static int rule_ellipsis(const boundary *b) {
    if (b->kind != MARK_ELLIPSIS) {
        return UNDECIDED;
    }
    bool pronoun =
        has(b->after, LEDE_WORD_SINGLE) && !b->closed && !is_mark(b->later, MARK_STOP);
    return b->bracketed || pronoun ? BOUNDARY_NONE : LEDE_END_ELLIPSIS;
}

static int rule_terminator(const boundary *b) {
    return b->kind == MARK_STOP ? UNDECIDED : LEDE_END_TERMINATOR;
}

/* A stop behind a bracket, a symbol or another mark. */
static int rule_no_word(const boundary *b) {
    return is_word(b->before) ? UNDECIDED : LEDE_END_FULL_STOP;
}

/* "Mr. Smith". Behind what may also end a sentence ("Main St. The ...") a
 * starter is needed to end it. */
static int rule_title(const boundary *b) {
    uint32_t flags = classes_of(b);
    if (b->closed || (flags & LEDE_TERM_TITLE) == 0 || !is_word(b->after)) {
        return UNDECIDED;
    }
    bool may_end = (flags & LEDE_TERM_MAY_END) != 0;
    return may_end && starts_sentence(b) ? LEDE_END_STARTER : BOUNDARY_NONE;
}

/* "No. 5", "p. IV", "Sec. (b)". */
static int rule_numbered(const boundary *b) {
    if (b->closed || (classes_of(b) & LEDE_TERM_NUMBERED) == 0) {
        return UNDECIDED;
    }
    bool bracket = is_mark(b->after, MARK_OPEN) &&
                   (is_number(b->later) || has(b->later, LEDE_WORD_SINGLE));
    bool letter = has(b->after, LEDE_WORD_SINGLE) && !starts_sentence(b);
    /* "No. I left": the pronoun is no roman number. */
    bool roman = is_roman(b, b->after) && !starts_sentence(b);
    bool number = is_number(b->after) || roman;
    return number || letter || bracket ? BOUNDARY_NONE : UNDECIDED;
}

/* "1. Open the box", "1.) Open": the number or letter is all there is of the
 * sentence. */
static int rule_enumerator(const boundary *b) {
    const lede_word *w = b->before;
    if (!b->alone) {
        return UNDECIDED;
    }
    bool number = is_number(w) && w->span.end - w->span.begin <= 3;
    bool enumerator = number || has(w, LEDE_WORD_SINGLE) || is_roman(b, w);
    return enumerator ? BOUNDARY_NONE : UNDECIDED;
}

/* "Harold T. Brandt", but "circuit C. Since". */
static int rule_initial(const boundary *b) {
    if (b->closed || !has(b->before, LEDE_WORD_SINGLE) ||
        !has(b->before, LEDE_WORD_UPPER)) {
        return UNDECIDED;
    }
    if (starts_sentence(b)) {
        return LEDE_END_STARTER;
    }
    bool name = b->alone || has(b->earlier, LEDE_WORD_UPPER) ||
                (flags_of(b, b->earlier) & LEDE_TERM_TITLE) != 0;
    return name && has(b->after, LEDE_WORD_UPPER) ? BOUNDARY_NONE : UNDECIDED;
}

/* "e.g. Oslo", "vs. Smith". */
static int rule_connector(const boundary *b) {
    uint32_t flags = classes_of(b);
    bool connector = (flags & LEDE_TERM_CONNECTOR) != 0 && !b->closed;
    return connector && (flags & LEDE_TERM_MAY_END) == 0 ? BOUNDARY_NONE : UNDECIDED;
}

/* "Jan. 12", "Inc. 500": abbreviations lead on to numbers. */
static int rule_before_number(const boundary *b) {
    uint32_t leads = LEDE_TERM_CALENDAR | LEDE_TERM_MAY_END | LEDE_TERM_ORGANISATION;
    bool abbreviation = (classes_of(b) & leads) != 0 && !b->closed;
    return abbreviation && is_number(b->after) ? BOUNDARY_NONE : UNDECIDED;
}

/* ---- Score ------------------------------------------------------------- */

/* No vowel in a short word of Latin letters: "bldg", but not "TV". */
static bool lacks_vowel(const boundary *b) {
    lede_span s = b->before->span;
    if (s.end - s.begin > 5 || has(b->before, LEDE_WORD_ALL_UPPER) ||
        b->before->kind != LEDE_WORD_WORD) {
        return false;
    }
    for (uint32_t i = s.begin; i < s.end; i++) {
        char c = b->d->page.text[i];
        if ((unsigned char)c > 0x7F || strchr("aeiouyAEIOUY", c) != NULL) {
            return false;
        }
    }
    return true;
}

/* An abbreviation or acronym: it takes evidence to end a sentence. */
static int score_abbreviation(const boundary *b) {
    int score = -3;
    bool small = is_acronym(b->before) && !has(b->before, LEDE_WORD_UPPER);
    score += small ? 2 : 0; /* p.m., a.m.: times often stand last */
    score -= is_acronym(b->before) && !small ? 2 : 0;
    score += starts_sentence(b) ? 6 : 0;
    score += has(b->later, LEDE_WORD_LOWER) ? 1 : 0;
    score += (flags_of(b, b->after) & LEDE_TERM_SEEN_LOWER) != 0 ? 1 : 0;
    score += (flags_of(b, b->after) & LEDE_TERM_TITLE) != 0 ? 2 : 0;
    score += b->closed ? 3 : 0;
    /* "etc. Lawyers", "10 lbs. Shipping": in small letters, before a capital. */
    bool unit = has(b->before, LEDE_WORD_LOWER) && !is_acronym(b->before) &&
                (flags_of(b, b->before) & LEDE_TERM_MAY_END) != 0;
    score += unit && has(b->after, LEDE_WORD_UPPER) ? 4 : 0;
    return score;
}

/* An ordinary word: it takes evidence not to end one. */
static int score_word(const boundary *b) {
    const lede_term *t = &b->d->terms.items[b->before->term];
    bool bare = t->occurrences > t->stops; /* seen without a stop elsewhere */
    bool unit = is_number(b->earlier);     /* "5 km. Nobody": no unknown name */
    int score = 4;
    score += has(b->after, LEDE_WORD_UPPER) ? 1 : 0;
    score += starts_sentence(b) ? 2 : 0;
    score += b->closed ? 2 : 0;
    score -= (t->flags & LEDE_TERM_STOP_LOWER) != 0 ? 5 : 0;
    score -= !bare && !unit && lacks_vowel(b) ? 5 : 0;
    score += bare ? 2 : 0;
    return score;
}

static verdict judge_score(const boundary *b) {
    bool abbreviation = (classes_of(b) & ABBREVIATION) != 0 || is_acronym(b->before);
    int score = abbreviation ? score_abbreviation(b) : score_word(b);
    int why = !abbreviation        ? LEDE_END_FULL_STOP
              : starts_sentence(b) ? LEDE_END_STARTER
                                   : LEDE_END_SCORE;
    return (verdict){score > 0 ? why : BOUNDARY_NONE, LEDE_BOUNDARY_SCORE, score};
}

typedef int (*rule)(const boundary *b);

static const rule rules[] = {
    [LEDE_BOUNDARY_GLUED] = rule_glued,
    [LEDE_BOUNDARY_GOES_ON] = rule_goes_on,
    [LEDE_BOUNDARY_ELLIPSIS] = rule_ellipsis,
    [LEDE_BOUNDARY_TERMINATOR] = rule_terminator,
    [LEDE_BOUNDARY_NO_WORD] = rule_no_word,
    [LEDE_BOUNDARY_TITLE] = rule_title,
    [LEDE_BOUNDARY_NUMBERED] = rule_numbered,
    [LEDE_BOUNDARY_ENUMERATOR] = rule_enumerator,
    [LEDE_BOUNDARY_INITIAL] = rule_initial,
    [LEDE_BOUNDARY_CONNECTOR] = rule_connector,
    [LEDE_BOUNDARY_BEFORE_NUMBER] = rule_before_number,
};

verdict boundary_judge(const boundary *b) {
    for (int i = LEDE_BOUNDARY_GLUED; i < LEDE_BOUNDARY_SCORE; i++) {
        int why = rules[i](b);
        if (why != UNDECIDED) {
            return (verdict){why, (lede_boundary_rule)i, 0};
        }
    }
    return judge_score(b);
}
