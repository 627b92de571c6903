/* SPDX-License-Identifier: MIT */
#include "text/evidence.h"

#include "text/bytes.h"
#include "text/entries.h"
#include "unicode/utf8.h"

#include <string.h>

#define MOST_SHORT 3u  /* letters: "Fri" is hardly a word, often an abbreviation */
#define MOST_MEDIUM 5u /* letters: few abbreviations have more */
#define ROMAN_BYTES 6u
#define VOWEL_BYTES 5u

bool evidence_is_roman(const lede_document *d, const lede_word *w) {
    if (!entry_has(w, LEDE_WORD_UPPER) || entry_length(w) > ROMAN_BYTES) {
        return false;
    }
    for (uint32_t i = w->span.begin; i < w->span.end; i++) {
        if (strchr("IVXLC", d->page.text[i]) == NULL) {
            return false;
        }
    }
    return true;
}

/* ---- The mark ------------------------------------------------------------ */

static uint8_t read_mark(const boundary *b) {
    if (b->kind == MARK_STOP) {
        return EVIDENCE_MARK_STOP;
    }
    if (b->kind == MARK_ELLIPSIS) {
        return EVIDENCE_MARK_ELLIPSIS;
    }
    if (b->kind == MARK_EMOJI || b->kind == MARK_RULE) {
        return b->kind == MARK_EMOJI ? EVIDENCE_MARK_EMOJI : EVIDENCE_MARK_RULE;
    }
    if (b->repeated) {
        return EVIDENCE_MARK_MIXED;
    }
    return b->mark->term == '?'   ? EVIDENCE_MARK_QUESTION
           : b->mark->term == '!' ? EVIDENCE_MARK_EXCLAMATION
                                  : EVIDENCE_MARK_OTHER;
}

static uint8_t read_closed(const boundary *b) {
    return !b->closed          ? EVIDENCE_CLOSED_NO
           : b->bracket_closed ? EVIDENCE_CLOSED_BRACKET
                               : EVIDENCE_CLOSED_QUOTE;
}

static uint8_t read_length(const boundary *b) {
    ptrdiff_t n = b->mark - b->first;
    return n <= 1    ? EVIDENCE_LENGTH_ONE
           : n <= 2  ? EVIDENCE_LENGTH_TWO
           : n <= 4  ? EVIDENCE_LENGTH_FOUR
           : n <= 8  ? EVIDENCE_LENGTH_EIGHT
           : n <= 16 ? EVIDENCE_LENGTH_SIXTEEN
                     : EVIDENCE_LENGTH_MORE;
}

/* ---- The word before ------------------------------------------------------- */

static uint8_t number_shape(const boundary *b, const lede_word *w) {
    uint32_t n = entry_length(w), digits = 0;
    while (digits < n && n <= 4 &&
           (byte_at(b->d->page.text, w->span.begin + digits) & BYTE_DIGIT) != 0) {
        digits++;
    }
    if (digits < n) {
        return EVIDENCE_BEFORE_NUMBER;
    }
    return n == 1   ? EVIDENCE_BEFORE_DIGIT
           : n == 4 ? EVIDENCE_BEFORE_YEAR
                    : EVIDENCE_BEFORE_DIGITS;
}

static uint8_t acronym_shape(const lede_word *w) {
    return entry_has(w, LEDE_WORD_ALL_UPPER) ? EVIDENCE_BEFORE_ACRONYM_UPPER
           : entry_has(w, LEDE_WORD_LOWER)   ? EVIDENCE_BEFORE_ACRONYM_LOWER
                                             : EVIDENCE_BEFORE_ACRONYM_MIXED;
}

bool evidence_lacks_vowel(const lede_document *d, const lede_word *w) {
    if (entry_length(w) > VOWEL_BYTES) {
        return false;
    }
    for (uint32_t i = w->span.begin; i < w->span.end; i++) {
        char c = d->page.text[i];
        if ((unsigned char)c > 0x7F || strchr("aeiouylrAEIOUYLR", c) != NULL) {
            return false;
        }
    }
    return true;
}

/* The code points of a word; of a longer one no more than `most`. */
static uint32_t letters_up_to(const lede_document *d, const lede_word *w, uint32_t most) {
    uint32_t n = 0;
    for (size_t at = w->span.begin; at < w->span.end && n < most; n++) {
        (void)utf8_next(d->page.text, &at);
    }
    return n;
}

static uint8_t letters_shape(const boundary *b, const lede_word *w) {
    bool lower = entry_has(w, LEDE_WORD_LOWER), upper = entry_has(w, LEDE_WORD_UPPER);
    if (entry_has(w, LEDE_WORD_SINGLE) && (lower || upper)) {
        return upper ? EVIDENCE_BEFORE_INITIAL : EVIDENCE_BEFORE_LETTER;
    }
    if (entry_has(w, LEDE_WORD_ACRONYM)) {
        return acronym_shape(w);
    }
    if (evidence_is_roman(b->d, w)) {
        return EVIDENCE_BEFORE_ROMAN;
    }
    if (entry_has(w, LEDE_WORD_ALL_UPPER)) {
        return EVIDENCE_BEFORE_ALL_UPPER;
    }
    if (!lower && !upper) {
        return EVIDENCE_BEFORE_UNCASED;
    }
    if (evidence_lacks_vowel(b->d, w)) {
        return EVIDENCE_BEFORE_NO_VOWEL;
    }
    uint32_t n = letters_up_to(b->d, w, MOST_MEDIUM + 1);
    if (n <= MOST_SHORT) {
        return lower ? EVIDENCE_BEFORE_SHORT_LOWER : EVIDENCE_BEFORE_SHORT_UPPER;
    }
    if (n <= MOST_MEDIUM) {
        return lower ? EVIDENCE_BEFORE_LOWER : EVIDENCE_BEFORE_UPPER;
    }
    return lower ? EVIDENCE_BEFORE_LONG_LOWER : EVIDENCE_BEFORE_LONG_UPPER;
}

static uint8_t read_before(const boundary *b) {
    const lede_word *w = b->before;
    if (!entry_is_word(w)) {
        return EVIDENCE_BEFORE_NONE;
    }
    switch ((lede_word_kind)w->kind) {
    case LEDE_WORD_NUMBER:
        return number_shape(b, w);
    case LEDE_WORD_URL:
    case LEDE_WORD_EMAIL:
    case LEDE_WORD_NAME:
        return EVIDENCE_BEFORE_NAME;
    case LEDE_WORD_HANDLE:
    case LEDE_WORD_TAG:
        return EVIDENCE_BEFORE_TAG;
    case LEDE_WORD_WORD:
    case LEDE_WORD_MARK:
        break;
    }
    return letters_shape(b, w);
}

static uint8_t read_class(const boundary *b) {
    uint32_t flags = b->classes;
    bool may_end = (flags & LEDE_TERM_MAY_END) != 0;
    if ((flags & LEDE_TERM_CONNECTOR) != 0) {
        return may_end ? EVIDENCE_CLASS_CONNECTOR_MAY_END : EVIDENCE_CLASS_CONNECTOR;
    }
    if ((flags & LEDE_TERM_TITLE) != 0) {
        return may_end ? EVIDENCE_CLASS_TITLE_MAY_END : EVIDENCE_CLASS_TITLE;
    }
    return may_end                                 ? EVIDENCE_CLASS_MAY_END
           : (flags & LEDE_TERM_ORGANISATION) != 0 ? EVIDENCE_CLASS_ORGANISATION
           : (flags & LEDE_TERM_CALENDAR) != 0     ? EVIDENCE_CLASS_CALENDAR
           : (flags & LEDE_TERM_NUMBERED) != 0     ? EVIDENCE_CLASS_NUMBERED
                                                   : EVIDENCE_CLASS_NONE;
}

static uint8_t read_bare(const boundary *b) {
    if (!entry_is_word(b->before)) {
        return EVIDENCE_BARE_OFTEN;
    }
    const lede_term *t = &b->d->terms.items[b->before->term];
    bool leads = (t->flags & LEDE_TERM_STOP_LOWER) != 0;
    uint32_t bare = t->occurrences > t->stops ? t->occurrences - t->stops : 0;
    if (bare > 0) {
        return bare > 1 ? (leads ? EVIDENCE_BARE_OFTEN_LEADS : EVIDENCE_BARE_OFTEN)
                        : (leads ? EVIDENCE_BARE_ONCE_LEADS : EVIDENCE_BARE_ONCE);
    }
    if (t->stops > 1) {
        return leads ? EVIDENCE_BARE_REPEATED_LEADS : EVIDENCE_BARE_REPEATED;
    }
    return leads ? EVIDENCE_BARE_NEVER_LEADS : EVIDENCE_BARE_NEVER;
}

static uint8_t read_earlier(const boundary *b) {
    const lede_word *w = b->earlier;
    uint32_t flags = entry_term(b->d, w);
    if (!entry_is_word(w)) {
        return EVIDENCE_EARLIER_NONE;
    }
    if (w->kind == LEDE_WORD_NUMBER) {
        return EVIDENCE_EARLIER_NUMBER;
    }
    if ((flags & LEDE_TERM_STOP) != 0) {
        return EVIDENCE_EARLIER_FUNCTION;
    }
    if ((flags & LEDE_TERM_TITLE) != 0) {
        return EVIDENCE_EARLIER_ABBREVIATION;
    }
    return entry_has(w, LEDE_WORD_LOWER)   ? EVIDENCE_EARLIER_LOWER
           : entry_has(w, LEDE_WORD_UPPER) ? EVIDENCE_EARLIER_UPPER
                                           : EVIDENCE_EARLIER_UNCASED;
}

/* ---- What follows ---------------------------------------------------------- */

static uint8_t open_after(const boundary *b) {
    uint32_t code = b->after->term;
    bool bracket = code == '(' || code == '[' || code == '{' || code == 0xFF08;
    return !bracket                               ? EVIDENCE_AFTER_QUOTE
           : entry_has(b->later, LEDE_WORD_UPPER) ? EVIDENCE_AFTER_BRACKET_UPPER
                                                  : EVIDENCE_AFTER_BRACKET;
}

static uint8_t mark_after(const boundary *b) {
    const lede_word *w = b->after;
    if (w->term == 0xBF || w->term == 0xA1) {
        return EVIDENCE_AFTER_INVERTED; /* "¿" "¡" open a sentence */
    }
    switch ((mark_kind)w->mark) {
    case MARK_OPEN:
        return open_after(b);
    case MARK_QUOTE:
    case MARK_CLOSE:
        return EVIDENCE_AFTER_QUOTE;
    case MARK_DASH:
        return EVIDENCE_AFTER_DASH;
    case MARK_EMOJI:
        return EVIDENCE_AFTER_EMOJI;
    case MARK_OTHER:
    case MARK_STOP:
    case MARK_TERMINATOR:
    case MARK_FINAL:
    case MARK_ELLIPSIS:
    case MARK_RULE:
    case MARK_PAUSE:
        break;
    }
    return EVIDENCE_AFTER_MARK;
}

static bool is_stop(const lede_word *w) {
    return w != NULL && w->kind == LEDE_WORD_MARK && w->mark == MARK_STOP;
}

static uint8_t capital_after(const boundary *b, uint32_t flags) {
    const lede_word *w = b->after;
    if (entry_has(w, LEDE_WORD_SINGLE) && is_stop(b->later)) {
        return EVIDENCE_AFTER_INITIAL;
    }
    if (boundary_starts(b)) {
        return EVIDENCE_AFTER_STARTER;
    }
    if ((flags & LEDE_TERM_STOP) != 0) {
        return EVIDENCE_AFTER_UPPER_FUNCTION;
    }
    if (entry_has(w, LEDE_WORD_SINGLE)) {
        return EVIDENCE_AFTER_SINGLE;
    }
    if (entry_has(w, LEDE_WORD_ACRONYM)) {
        return EVIDENCE_AFTER_ACRONYM;
    }
    bool title = (flags & LEDE_TERM_TITLE) != 0 && is_stop(b->later);
    return title                               ? EVIDENCE_AFTER_TITLE
           : entry_has(w, LEDE_WORD_ALL_UPPER) ? EVIDENCE_AFTER_ALL_UPPER
                                               : EVIDENCE_AFTER_UPPER;
}

static uint8_t read_after(const boundary *b) {
    const lede_word *w = b->after;
    uint32_t flags = entry_term(b->d, w);
    switch ((lede_word_kind)w->kind) {
    case LEDE_WORD_MARK:
        return mark_after(b);
    case LEDE_WORD_NUMBER:
        return EVIDENCE_AFTER_NUMBER;
    case LEDE_WORD_URL:
    case LEDE_WORD_EMAIL:
    case LEDE_WORD_NAME:
        return EVIDENCE_AFTER_NAME;
    case LEDE_WORD_HANDLE:
    case LEDE_WORD_TAG:
        return EVIDENCE_AFTER_TAG;
    case LEDE_WORD_WORD:
        break;
    }
    if (entry_has(w, LEDE_WORD_UPPER)) {
        return capital_after(b, flags);
    }
    bool function = (flags & (LEDE_TERM_STARTER | LEDE_TERM_STOP)) != 0;
    return !entry_has(w, LEDE_WORD_LOWER) ? EVIDENCE_AFTER_UNCASED
           : function                     ? EVIDENCE_AFTER_LOWER_FUNCTION
                                          : EVIDENCE_AFTER_LOWER;
}

static uint8_t read_seen(const boundary *b) {
    uint32_t flags = entry_term(b->d, b->after);
    return (flags & LEDE_TERM_STOP) != 0         ? EVIDENCE_SEEN_FUNCTION
           : (flags & LEDE_TERM_SEEN_LOWER) != 0 ? EVIDENCE_SEEN_LOWER
                                                 : EVIDENCE_SEEN_NO;
}

/* ---- The document ---------------------------------------------------------- */

#define FEWEST_STOPS 4u

uint8_t evidence_style(const lede_document *d) {
    uint64_t all = (uint64_t)d->sure_lower + d->sure_upper;
    if (d->stops_upper == 0 && d->stops_lower > 1) {
        return EVIDENCE_STYLE_MOST; /* "i am sad. you know me. call me." */
    }
    if (all < FEWEST_STOPS) {
        return EVIDENCE_STYLE_UNKNOWN;
    }
    uint64_t percent = (uint64_t)d->sure_lower * 100 / all;
    return percent == 0   ? EVIDENCE_STYLE_NONE
           : percent < 8  ? EVIDENCE_STYLE_FEW
           : percent < 25 ? EVIDENCE_STYLE_SOME
           : percent < 60 ? EVIDENCE_STYLE_MANY
                          : EVIDENCE_STYLE_MOST;
}

evidence evidence_read(const boundary *b) {
    evidence e = {{
        [EVIDENCE_MARK] = read_mark(b),
        [EVIDENCE_BEFORE] = read_before(b),
        [EVIDENCE_CLASS] = read_class(b),
        [EVIDENCE_AFTER] = read_after(b),
        [EVIDENCE_EARLIER] = read_earlier(b),
        [EVIDENCE_CLOSED] = read_closed(b),
        [EVIDENCE_INSIDE] = b->inside,
        [EVIDENCE_BARE] = read_bare(b),
        [EVIDENCE_SEEN] = read_seen(b),
        [EVIDENCE_STYLE] = evidence_style(b->d),
        [EVIDENCE_LENGTH] = read_length(b),
        [EVIDENCE_SPACED] = b->attached ? EVIDENCE_SPACED_NO : EVIDENCE_SPACED_YES,
    }};
    return e;
}
