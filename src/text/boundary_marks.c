/* SPDX-License-Identifier: MIT */
#include "text/boundary_rules.h"

#include "text/entries.h"
#include "text/evidence.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#define LONGEST_SHORT 4u /* letters: few abbreviations have more */
#define IDEOGRAPHIC_STOP 0x3002u
#define SHORT_REST 8          /* entries: Han characters are one each */
#define BRACKETED 60          /* entries that are looked at for the end of brackets */
#define STARTER_CHARACTERS 6u /* of the longest starters in Kana */
#define NUMERO 0x2116u

static uint32_t first_code(const boundary *b, const lede_word *w) {
    size_t at = w->span.begin;
    return utf8_next(b->d->page.text, &at);
}

/* Han, Kana, and other letters that are words without spaces. */
static bool is_unspaced(const boundary *b) {
    uint32_t code = first_code(b, b->after);
    word_break w = unicode_word_break(code);
    return b->after->kind == LEDE_WORD_WORD && (w == WB_OTHER || w == WB_KATAKANA);
}

/* A few characters to the next terminator: who said what was quoted. */
static bool is_short_rest(const boundary *b) {
    const lede_word *w = b->after;
    while (w < b->end && w - b->after < SHORT_REST && !entry_is_mark(w, MARK_FINAL) &&
           !entry_is_mark(w, MARK_PAUSE)) {
        w++;
    }
    return w < b->end && entry_is_mark(w, MARK_FINAL);
}

/* Where words are not divided: does a starter of several characters stand there?
 * "そして" opens a sentence, the particle "と" does not. */
static bool opens_with_starter(const boundary *b) {
    size_t end = b->after->span.begin, most = b->end[-1].span.end;
    const char *text = b->d->page.text + end;
    for (uint32_t n = 1; n <= STARTER_CHARACTERS && end < most; n++) {
        (void)utf8_next(b->d->page.text, &end);
        uint32_t flags = pack_word_flags(b->d->pack, text, end - b->after->span.begin);
        if (n > 1 && (flags & LEDE_TERM_STARTER) != 0) {
            return true;
        }
    }
    return false;
}

/* Behind a closing bracket a particle carries the sentence on, and behind a quotation
 * that nothing introduced, who said it; inside the brackets of a title nothing ends,
 * and nothing before another stop. */
static int glued_final(const boundary *b) {
    bool kana = (unicode_flags(first_code(b, b->after)) & UF_HIRAGANA) != 0;
    bool starter = kana && opens_with_starter(b);
    bool tag =
        b->closed && !b->bracket_closed && !b->introduced && entry_is_word(b->after);
    bool cry = first_code(b, b->mark) != IDEOGRAPHIC_STOP;
    bool stop = entry_is_mark(b->after, MARK_FINAL); /* "（…。）。" */
    bool goes_on = (b->closed && kana) || (tag && (cry || is_short_rest(b)));
    return b->titled || stop || (goes_on && !starter) ? BOUNDARY_NONE
                                                      : LEDE_END_TERMINATOR;
}

/* "order.The", "Quantum.Ele", "conhecido.O": a space is missing. "Node.Js" and the like
 * are names: behind a capital only a starter opens a sentence. */
static bool lost_its_space(const boundary *b) {
    bool word = b->before->kind == LEDE_WORD_WORD &&
                !entry_has(b->before, LEDE_WORD_SINGLE | LEDE_WORD_ACRONYM) &&
                (b->classes & BOUNDARY_CLASSES) == 0;
    bool starts = boundary_starts(b);
    bool opens = entry_has(b->before, LEDE_WORD_LOWER)
                     ? starts || !entry_has(b->after, LEDE_WORD_SINGLE)
                     : starts && !entry_has(b->before, LEDE_WORD_ALL_UPPER);
    return word && opens && !entry_has(b->after, LEDE_WORD_ALL_UPPER);
}

/* No white space behind the terminator. */
int rule_glued(const boundary *b) {
    if (!b->glued) {
        return BOUNDARY_UNDECIDED;
    }
    bool stop = b->kind == MARK_STOP || b->kind == MARK_ELLIPSIS;
    if (b->kind > MARK_ELLIPSIS || (stop && !b->attached && !b->closed)) {
        return BOUNDARY_NONE; /* the stop is of the next word: .NET */
    }
    if (b->kind == MARK_FINAL) {
        return glued_final(b);
    }
    /* Scripts with marks of their own, and those without spaces, need none. */
    if (b->kind == MARK_TERMINATOR && entry_is_word(b->after) &&
        (b->mark->term > 0x7F || is_unspaced(b))) {
        return LEDE_END_TERMINATOR;
    }
    bool capital = entry_has(b->after, LEDE_WORD_UPPER) && entry_is_word(b->before);
    if (!capital) {
        return BOUNDARY_NONE;
    }
    return b->kind != MARK_STOP || b->closed || lost_its_space(b) ? LEDE_END_GLUED
                                                                  : BOUNDARY_NONE;
}

/* Many writers open sentences in small letters, but not behind abbreviations, names
 * with a mark ("Yahoo! is") or short words that the text never has without a stop. */
static bool small_may_open(const boundary *b) {
    if (b->kind == MARK_TERMINATOR) {
        return !entry_has(b->before, LEDE_WORD_UPPER) || b->repeated;
    }
    if (b->kind != MARK_STOP) {
        return true;
    }
    if (!entry_is_word(b->before)) {
        return b->mark > b->first && entry_is_mark(b->mark - 1, MARK_CLOSE);
    }
    if ((b->classes & BOUNDARY_CLASSES) != 0 || b->before->kind == LEDE_WORD_NAME ||
        entry_has(b->before, LEDE_WORD_ACRONYM | LEDE_WORD_SINGLE)) {
        return false;
    }
    /* "Mahmúd II. sa", "v 15. alebo 16. storočí" */
    if (evidence_is_roman(b->d, b->before) ||
        (b->d->pack->ordinals && boundary_is_figure(b))) {
        return false;
    }
    const lede_term *t = &b->d->terms.items[b->before->term];
    lede_span s = b->before->span;
    bool is_long = utf8_count(b->d->page.text + s.begin, s.end - s.begin) > LONGEST_SHORT;
    bool unit = entry_is_number(b->earlier); /* "2,500 gal. may" */
    bool known = t->occurrences > t->stops || evidence_style(b->d) >= EVIDENCE_STYLE_SOME;
    return is_long || (known && !unit);
}

/* "Open the page. `run` starts it": what follows is not shown, so that the small letter
 * behind it tells nothing. Only an abbreviation or a number with a stop may go on. */
int rule_omitted(const boundary *b) {
    if (!entry_has(b->after, LEDE_WORD_OMITTED) || b->kind == MARK_ELLIPSIS) {
        return BOUNDARY_UNDECIDED;
    }
    if (b->kind != MARK_STOP) {
        return b->kind == MARK_TERMINATOR ? LEDE_END_TERMINATOR : BOUNDARY_UNDECIDED;
    }
    bool leads = (b->classes & BOUNDARY_CLASSES) != 0 || b->alone ||
                 entry_has(b->before, LEDE_WORD_SINGLE | LEDE_WORD_ACRONYM);
    return leads && !b->closed ? BOUNDARY_UNDECIDED : LEDE_END_FULL_STOP;
}

/* What follows shows that the sentence goes on. */
int rule_goes_on(const boundary *b) {
    const lede_word *after = b->after;
    if (entry_is_mark(after, MARK_DASH) && b->later != NULL) {
        after = b->later;
        if ((b->classes & BOUNDARY_ABBREVIATION) != 0 && b->kind == MARK_STOP) {
            return BOUNDARY_NONE; /* "PORT ELLERY, Wash. — A ferry" */
        }
    }
    /* An apostrophe with a letter behind it opens a word: ’Twas. */
    bool opens = after == b->after && entry_is_word(b->later) &&
                 (b->later->flags & LEDE_WORD_GLUED) != 0;
    if (entry_is_mark(after, MARK_PAUSE) ||
        (entry_is_mark(after, MARK_CLOSE) && !opens)) {
        return BOUNDARY_NONE;
    }
    if (entry_is_mark(after, MARK_OTHER) && after->term == NUMERO) {
        return BOUNDARY_NONE; /* "1998. № 5" */
    }
    if (!entry_has(after, LEDE_WORD_LOWER) || b->kind == MARK_FINAL) {
        return BOUNDARY_UNDECIDED;
    }
    bool behind = b->closed || after != b->after;
    return behind || !small_may_open(b) ? BOUNDARY_NONE : BOUNDARY_UNDECIDED;
}

/* "(The end is near.)": brackets around all of a sentence. */
static bool opens_bracketed_sentence(const boundary *b) {
    if (!entry_is_mark(b->after, MARK_OPEN) || !entry_has(b->later, LEDE_WORD_UPPER)) {
        return false;
    }
    const lede_word *w = b->later;
    while (w < b->end && w - b->later < BRACKETED && !entry_is_mark(w, MARK_CLOSE)) {
        w++;
    }
    return w < b->end && w[-1].kind == LEDE_WORD_MARK && w[-1].mark >= MARK_STOP &&
           w[-1].mark <= MARK_ELLIPSIS;
}

/* "[...]" stands for words left out; "... I" goes on. What opens the next sentence
 * does not end this one: "raak. ...en toen". */
int rule_ellipsis(const boundary *b) {
    bool opens = b->kind == MARK_STOP && b->attached &&
                 entry_is_mark(b->after, MARK_ELLIPSIS) && b->later != NULL &&
                 (b->later->flags & LEDE_WORD_GLUED) != 0;
    if (opens) {
        return LEDE_END_FULL_STOP;
    }
    bool pronoun = (entry_term(b->d, b->after) & LEDE_TERM_ALWAYS_CAPITAL) != 0 &&
                   !b->closed && !entry_is_mark(b->later, MARK_STOP);
    if (b->kind != MARK_ELLIPSIS) {
        return BOUNDARY_UNDECIDED;
    }
    if (b->bracketed || pronoun || entry_is_caseless(b->after)) {
        return BOUNDARY_NONE;
    }
    return b->attached && opens_bracketed_sentence(b) ? LEDE_END_ELLIPSIS
                                                      : BOUNDARY_UNDECIDED;
}

/* "“…!” said he" where no small letter tells: nothing introduced the quotation. */
static bool tells_speaker(const boundary *b) {
    return b->closed && !b->bracket_closed && !b->introduced &&
           entry_is_caseless(b->after);
}

/* Marks that mean nothing but an end. */
int rule_terminator(const boundary *b) {
    bool foreign =
        b->kind == MARK_TERMINATOR && b->mark->term != '?' && b->mark->term != '!';
    if (tells_speaker(b)) {
        return BOUNDARY_NONE;
    }
    return foreign || b->kind == MARK_FINAL ? LEDE_END_TERMINATOR : BOUNDARY_UNDECIDED;
}
