/* SPDX-License-Identifier: MIT */
#include "text/boundary.h"

#include "text/boundary_rules.h"
#include "text/entries.h"
#include "text/evidence.h"
#include "text/spaced.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

uint32_t boundary_classes(const boundary *b) {
    uint32_t flags = entry_term(b->d, b->before);
    bool small =
        (flags & LEDE_TERM_CAPITAL) != 0 && entry_has(b->before, LEDE_WORD_LOWER);
    flags = small ? flags & ~(uint32_t)BOUNDARY_CLASSES : flags;
    return b->kind == MARK_STOP ? flags | spaced_classes(b) : flags;
}

/* "L'inchiesta", but not "L'Aquila": the article opens, the name may follow. */
static bool starts_elided(const boundary *b) {
    if ((entry_term(b->d, b->after) & LEDE_TERM_ELIDED) == 0) {
        return false;
    }
    uint32_t code = 0;
    size_t at = b->after->span.begin, end = b->after->span.end;
    while (at < end && code != '\'' && code != 0x2019) {
        code = utf8_next(b->d->page.text, &at);
    }
    return at < end &&
           unicode_class_of(utf8_next(b->d->page.text, &at)) == UC_LETTER_LOWER;
}

#define FIGURE_BYTES 3u /* a year is none */

bool boundary_is_figure(const boundary *b) {
    return entry_is_number(b->before) && entry_length(b->before) <= FIGURE_BYTES;
}

bool boundary_leads_to_number(const boundary *b) {
    return (entry_term(b->d, b->after) & LEDE_TERM_NUMBERED) != 0 &&
           entry_is_mark(b->later, MARK_STOP) && b->later + 1 < b->end &&
           entry_is_number(b->later + 1);
}

/* A single letter with a stop of its own is an initial ("J. A. Smith"), not the
 * article. */
bool boundary_starts(const boundary *b) {
    bool initial =
        entry_has(b->after, LEDE_WORD_SINGLE) && entry_is_mark(b->later, MARK_STOP);
    return entry_has(b->after, LEDE_WORD_UPPER) && !initial &&
           !boundary_leads_to_number(b) &&
           ((entry_term(b->d, b->after) & LEDE_TERM_STARTER) != 0 || starts_elided(b));
}

typedef int (*rule)(const boundary *b);

static const rule rules[] = {
    [LEDE_BOUNDARY_GLUED] = rule_glued,
    [LEDE_BOUNDARY_OMITTED] = rule_omitted,
    [LEDE_BOUNDARY_GOES_ON] = rule_goes_on,
    [LEDE_BOUNDARY_ELLIPSIS] = rule_ellipsis,
    [LEDE_BOUNDARY_TERMINATOR] = rule_terminator,
    [LEDE_BOUNDARY_TITLE] = rule_title,
    [LEDE_BOUNDARY_NUMBERED] = rule_numbered,
    [LEDE_BOUNDARY_ENUMERATOR] = rule_enumerator,
    [LEDE_BOUNDARY_ORDINAL] = rule_ordinal,
    [LEDE_BOUNDARY_SPACED] = rule_spaced,
    [LEDE_BOUNDARY_INITIAL] = rule_initial,
    [LEDE_BOUNDARY_CONNECTOR] = rule_connector,
    [LEDE_BOUNDARY_BEFORE_NUMBER] = rule_before_number,
    [LEDE_BOUNDARY_CLOSING] = rule_closing,
    [LEDE_BOUNDARY_CASELESS] = rule_caseless,
    [LEDE_BOUNDARY_NAME] = rule_name,
};

/* Why a sentence ended that the score ended. */
static int scored_end(const boundary *b) {
    switch (b->kind) {
    case MARK_ELLIPSIS:
        return LEDE_END_ELLIPSIS;
    case MARK_STOP:
        break;
    case MARK_EMOJI:
    case MARK_RULE:
        return LEDE_END_SCORE;
    case MARK_TERMINATOR:
    case MARK_FINAL:
    case MARK_OTHER:
    case MARK_OPEN:
    case MARK_CLOSE:
    case MARK_QUOTE:
    case MARK_PAUSE:
    case MARK_DASH:
        return LEDE_END_TERMINATOR;
    }
    bool abbreviation = (b->classes & BOUNDARY_ABBREVIATION) != 0 ||
                        entry_has(b->before, LEDE_WORD_ACRONYM);
    return !abbreviation        ? LEDE_END_FULL_STOP
           : boundary_starts(b) ? LEDE_END_STARTER
                                : LEDE_END_SCORE;
}

/* An ordinary word, a full stop, a space and a capital: most ends. No rule applies, so
 * none is asked. */
static bool is_plain(const boundary *b) {
    const lede_word *w = b->before, *after = b->after;
    const unsigned shape = LEDE_WORD_LOWER | LEDE_WORD_SINGLE | LEDE_WORD_ACRONYM;
    if (b->kind != MARK_STOP || b->closed || b->glued || w == NULL ||
        w->kind != LEDE_WORD_WORD || (w->flags & shape) != LEDE_WORD_LOWER ||
        (b->classes & (BOUNDARY_CLASSES | LEDE_TERM_CLOSING)) != 0) {
        return false;
    }
    const lede_term *t = &b->d->terms.items[w->term];
    bool known = t->occurrences > t->stops || entry_length(w) > BOUNDARY_ATTESTED_BYTES;
    bool dotted =
        b->later != NULL && b->later->kind == LEDE_WORD_MARK && b->later->term == '.';
    return known && !dotted && after->kind == LEDE_WORD_WORD &&
           (after->flags & LEDE_WORD_UPPER) != 0;
}

static verdict judge_by_rules(const boundary *b) {
    for (int i = LEDE_BOUNDARY_GLUED; i < LEDE_BOUNDARY_SCORE; i++) {
        int why = rules[i](b);
        if (why != BOUNDARY_UNDECIDED) {
            return (verdict){why, (lede_boundary_rule)i, 0};
        }
    }
    return (verdict){BOUNDARY_NONE, LEDE_BOUNDARY_SCORE, 0};
}

verdict boundary_judge(const boundary *b, evidence *e) {
    verdict v = {BOUNDARY_NONE, LEDE_BOUNDARY_SCORE, 0};
    if (!is_plain(b)) {
        v = judge_by_rules(b);
    }
    if (v.rule == LEDE_BOUNDARY_SCORE) {
        *e = evidence_read(b);
        v.score = model_score(e);
        v.why = v.score > 0 ? scored_end(b) : BOUNDARY_NONE;
    }
    return v;
}
