/* SPDX-License-Identifier: MIT */
#include "text/boundary_rules.h"

#include "text/entries.h"
#include "text/evidence.h"
#include "text/spaced.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#define ENUMERATOR_BYTES 3u /* "100." */
#define LABEL_BYTES 4u      /* "Ord." */

/* "Mr. Smith". Behind what may also end a sentence ("Main St. The ...") a
 * starter is needed to end it. */
int rule_title(const boundary *b) {
    uint32_t flags = b->classes;
    if (b->closed || (flags & LEDE_TERM_TITLE) == 0 || !entry_is_word(b->after)) {
        return BOUNDARY_UNDECIDED;
    }
    bool may_end = (flags & LEDE_TERM_MAY_END) != 0;
    return may_end && boundary_starts(b) ? LEDE_END_STARTER : BOUNDARY_NONE;
}

/* "№." and "N°.": a stop behind a symbol that leads on to a number. */
static bool is_number_sign(const boundary *b) {
    return b->before == NULL && b->mark > b->first &&
           entry_is_mark(b->mark - 1, MARK_OTHER) && b->attached &&
           entry_is_number(b->after);
}

/* "30. 9. 2019" */
static bool is_date_part(const boundary *b) {
    if (!entry_is_number(b->after) || entry_length(b->before) > 2) {
        return false;
    }
    bool month = entry_length(b->after) <= 2 && entry_is_mark(b->later, MARK_STOP);
    bool year = entry_length(b->after) == 4 && entry_is_number(b->earlier);
    return month || year;
}

/* "am 3. Mai", "XX. století", where figures with a stop are ordinals. */
static bool is_ordinal(const boundary *b) {
    bool figure = boundary_is_figure(b);
    if (!figure && !evidence_is_roman(b->d, b->before)) {
        return false;
    }
    bool after = (entry_term(b->d, b->after) & LEDE_TERM_ORDINAL_AFTER) != 0;
    bool before = (entry_term(b->d, b->earlier) & LEDE_TERM_ORDINAL_BEFORE) != 0 &&
                  entry_is_word(b->after) && !boundary_starts(b) &&
                  !entry_is_number(b->after);
    /* "Lev II. (císař)" */
    bool bracket = b->d->pack->ordinals && entry_is_mark(b->after, MARK_OPEN) &&
                   entry_has(b->later, LEDE_WORD_LOWER);
    return after || before || bracket || (figure && is_date_part(b));
}

int rule_ordinal(const boundary *b) {
    bool may_be = b->kind == MARK_STOP && !b->closed && entry_is_word(b->before);
    return may_be && is_ordinal(b) ? BOUNDARY_NONE : BOUNDARY_UNDECIDED;
}

/* "p. 5", "Hauptstr. 5": the number belongs to an abbreviation, it counts no item. */
static bool is_argument(const boundary *b) {
    return b->earlier != NULL && b->before - b->earlier == 2 &&
           (entry_term(b->d, b->earlier) & BOUNDARY_CLASSES) != 0 && !is_ordinal(b);
}

/* "No. 5", "p. IV", "Sec. (b)". */
int rule_numbered(const boundary *b) {
    if (b->closed) {
        return BOUNDARY_UNDECIDED;
    }
    if (entry_is_number(b->before) && entry_has(b->after, LEDE_WORD_UPPER) &&
        is_argument(b)) {
        return LEDE_END_FULL_STOP;
    }
    if ((b->classes & LEDE_TERM_NUMBERED) == 0) {
        return is_number_sign(b) ? BOUNDARY_NONE : BOUNDARY_UNDECIDED;
    }
    bool bracket = entry_is_mark(b->after, MARK_OPEN) &&
                   (entry_is_number(b->later) || entry_has(b->later, LEDE_WORD_SINGLE));
    bool starts = boundary_starts(b);
    bool letter = entry_has(b->after, LEDE_WORD_SINGLE) && !starts;
    /* "No. I left": the pronoun is no roman number. */
    bool roman = evidence_is_roman(b->d, b->after) && !starts;
    bool number = entry_is_number(b->after) || roman;
    return number || letter || bracket ? BOUNDARY_NONE : BOUNDARY_UNDECIDED;
}

/* "1. Open the box", "1.) Open": the number or letter is all there is of the
 * sentence. */
int rule_enumerator(const boundary *b) {
    const lede_word *w = b->before;
    if (!b->alone || b->kind != MARK_STOP) {
        return BOUNDARY_UNDECIDED;
    }
    bool number = entry_is_number(w) && entry_length(w) <= ENUMERATOR_BYTES;
    bool enumerator =
        number || entry_has(w, LEDE_WORD_SINGLE) || evidence_is_roman(b->d, w);
    return enumerator ? BOUNDARY_NONE : BOUNDARY_UNDECIDED;
}

/* "z. B.", "т. е.": inside an abbreviation that is written with spaces. */
int rule_spaced(const boundary *b) {
    return b->kind == MARK_STOP && !b->closed && spaced_goes_on(b) ? BOUNDARY_NONE
                                                                   : BOUNDARY_UNDECIDED;
}

/* What follows is a capital with a stop of its own. */
static bool is_initial(const boundary *b) {
    return entry_has(b->after, LEDE_WORD_SINGLE) &&
           entry_has(b->after, LEDE_WORD_UPPER) && entry_is_mark(b->later, MARK_STOP);
}

/* "Harold T. Brandt", but "circuit C. Since". */
int rule_initial(const boundary *b) {
    if (b->closed || b->kind != MARK_STOP || !entry_has(b->before, LEDE_WORD_SINGLE) ||
        !entry_has(b->before, LEDE_WORD_UPPER)) {
        return BOUNDARY_UNDECIDED;
    }
    if (boundary_starts(b)) {
        return LEDE_END_STARTER;
    }
    if (entry_is_caseless(b->after) || is_initial(b)) {
        return BOUNDARY_NONE;
    }
    bool name = b->alone || entry_has(b->earlier, LEDE_WORD_UPPER) ||
                (entry_term(b->d, b->earlier) & LEDE_TERM_TITLE) != 0;
    return name && entry_has(b->after, LEDE_WORD_UPPER) ? BOUNDARY_NONE
                                                        : BOUNDARY_UNDECIDED;
}

/* "e.g. Oslo", "vs. Smith". */
int rule_connector(const boundary *b) {
    uint32_t flags = b->classes;
    bool connector = (flags & LEDE_TERM_CONNECTOR) != 0 && !b->closed;
    return connector && (flags & LEDE_TERM_MAY_END) == 0 ? BOUNDARY_NONE
                                                         : BOUNDARY_UNDECIDED;
}

/* "Jan. 12", "Inc. 500", "et al. (2004)": abbreviations lead on to numbers. */
int rule_before_number(const boundary *b) {
    uint32_t leads = LEDE_TERM_CALENDAR | LEDE_TERM_MAY_END | LEDE_TERM_ORGANISATION |
                     LEDE_TERM_CONNECTOR;
    /* "(b. 1972)", "in s. 5" */
    bool letter =
        entry_has(b->before, LEDE_WORD_SINGLE) &&
        (entry_has(b->before, LEDE_WORD_LOWER) || entry_is_mark(b->after, MARK_OPEN));
    bool abbreviation =
        (b->classes & leads) != 0 || letter || entry_has(b->before, LEDE_WORD_ACRONYM);
    bool bracket = entry_is_mark(b->after, MARK_OPEN) && entry_is_number(b->later);
    bool number = entry_is_number(b->after) || bracket;
    return abbreviation && !b->closed && number ? BOUNDARY_NONE : BOUNDARY_UNDECIDED;
}

/* Scripts without capitals have no other evidence than lists and single letters. */
int rule_caseless(const boundary *b) {
    if (b->kind != MARK_STOP || !entry_is_caseless(b->before) ||
        entry_has(b->after, LEDE_WORD_UPPER)) {
        return BOUNDARY_UNDECIDED;
    }
    uint32_t flags = b->classes;
    bool abbreviation = (flags & BOUNDARY_ABBREVIATION) != 0 ||
                        entry_has(b->before, LEDE_WORD_SINGLE | LEDE_WORD_ACRONYM);
    bool ends = (flags & LEDE_TERM_MAY_END) != 0 &&
                (entry_term(b->d, b->after) & LEDE_TERM_STARTER) != 0;
    return abbreviation && !ends && !b->closed ? BOUNDARY_NONE : LEDE_END_FULL_STOP;
}

/* "etc. Lawyers": what closes an enumeration, and a capital. */
int rule_closing(const boundary *b) {
    bool closing = (b->classes & LEDE_TERM_CLOSING) != 0 && !b->closed;
    bool capital = entry_has(b->after, LEDE_WORD_UPPER) || entry_is_caseless(b->after);
    return closing && capital ? LEDE_END_FULL_STOP : BOUNDARY_UNDECIDED;
}

/* "U.S." and "l'U.S.", not "p.m." */
static bool ends_in_capital(const boundary *b) {
    size_t at =
        b->before->span.end - (entry_has(b->before, LEDE_WORD_FINAL_DOT) ? 1u : 0u);
    uint32_t last = utf8_previous(b->d->page.text, &at);
    return unicode_class_of(last) == UC_LETTER_UPPER;
}

/* "Ord. No. 312": what a number's abbreviation follows is hardly a sentence. */
static bool is_label_of_number(const boundary *b) {
    return boundary_leads_to_number(b) && entry_has(b->before, LEDE_WORD_UPPER) &&
           entry_length(b->before) <= LABEL_BYTES;
}

/* A short word that the text has with a stop only, and that cannot be spoken or stands
 * before a small letter somewhere: an abbreviation that no list knows. */
static bool is_attested(const boundary *b) {
    if (!entry_is_word(b->before) || entry_length(b->before) > BOUNDARY_ATTESTED_BYTES) {
        return false;
    }
    const lede_term *t = &b->d->terms.items[b->before->term];
    bool leads = (t->flags & LEDE_TERM_STOP_LOWER) != 0 &&
                 evidence_style(b->d) < EVIDENCE_STYLE_SOME;
    bool consonants = b->before->kind == LEDE_WORD_WORD &&
                      !entry_has(b->before, LEDE_WORD_ALL_UPPER | LEDE_WORD_SINGLE) &&
                      evidence_lacks_vowel(b->d, b->before);
    return t->occurrences == t->stops && (leads || consonants);
}

/* A capital that the text has in no other form. */
static bool is_name(const boundary *b) {
    uint32_t seen = entry_term(b->d, b->after) & (LEDE_TERM_SEEN_LOWER | LEDE_TERM_STOP);
    bool capital =
        entry_has(b->after, LEDE_WORD_UPPER) && b->after->kind == LEDE_WORD_WORD;
    return (capital && (seen == 0 || boundary_leads_to_number(b))) ||
           entry_is_caseless(b->after);
}

/* "Gebr. Hollerbach", "mil. Kč", "U.S. Air Force": behind an abbreviation, a capital
 * that the text has in no other form is a name. */
int rule_name(const boundary *b) {
    /* Words of grammar ("им", "nám") may as well be what they look like. */
    bool word = (entry_term(b->d, b->before) & LEDE_TERM_STOP) != 0;
    uint32_t classes = b->classes & BOUNDARY_ABBREVIATION;
    bool capitals =
        entry_has(b->before, LEDE_WORD_ACRONYM | LEDE_WORD_SINGLE) && ends_in_capital(b);
    bool short_form = capitals || is_label_of_number(b) || is_attested(b) ||
                      (classes != 0 && (!word || entry_is_caseless(b->after)));
    if (b->kind != MARK_STOP || b->closed || !short_form || boundary_starts(b)) {
        return BOUNDARY_UNDECIDED;
    }
    /* "1905 г. Популяции", "at 5 p.m. Police": behind a number it is a unit, which may
     * well stand last. */
    bool title = (entry_term(b->d, b->after) & LEDE_TERM_TITLE) != 0;
    bool unit = entry_is_number(b->earlier) && (title || !capitals) &&
                (classes & LEDE_TERM_CONNECTOR) == 0;
    /* "at 5 p.m. Monday" */
    bool capital = (entry_term(b->d, b->after) & LEDE_TERM_ALWAYS_CAPITAL) != 0;
    return capital || (is_name(b) && !unit) ? BOUNDARY_NONE : BOUNDARY_UNDECIDED;
}
