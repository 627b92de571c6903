/* SPDX-License-Identifier: MIT */
#include "measure/names.h"

#include "text/entries.h"

#define LETTERS_MIN 4u
#define WORDS_MIN 10u /* different ones; of fewer a few names are most */

/* In prose of languages that give names alone capitals, at most a third of the content
 * words never occurs in small letters; of German ones nearly two thirds. */
static bool capitals_tell(const lede_document *d) {
    size_t words = 0, capitals = 0;
    for (size_t i = 0; i < d->terms.count; i++) {
        const lede_term *t = &d->terms.items[i];
        bool content =
            (t->flags & (LEDE_TERM_LEXICAL | LEDE_TERM_STOP)) == LEDE_TERM_LEXICAL &&
            t->letters >= LETTERS_MIN && t->occurrences > 0;
        words += content;
        capitals += content && (t->flags & LEDE_TERM_SEEN_LOWER) == 0;
    }
    return words < WORDS_MIN || capitals * 2 <= words;
}

/* Does nothing open with this entry? A full stop inside a sentence is that of an
 * abbreviation or an initial: "Mr. Abernathy". */
static bool is_inside(const lede_document *d, const lede_sentence *s, uint32_t i) {
    if (i == s->first_word) {
        return false;
    }
    const lede_word *before = &d->words.items[i - 1];
    return before->kind != LEDE_WORD_MARK || before->mark == MARK_CLOSE ||
           before->mark == MARK_STOP ||
           (before->mark == MARK_PAUSE && before->term != ':');
}

bool names_capital(names *n, const lede_sentence *s, uint32_t i) {
    if ((n->d->words.items[i].flags & LEDE_WORD_UPPER) == 0 || !is_inside(n->d, s, i)) {
        return false;
    }
    if (n->capitals == NAMES_UNKNOWN) {
        n->capitals = capitals_tell(n->d) ? NAMES_TOLD : NAMES_NOT_TOLD;
    }
    return n->capitals == NAMES_TOLD;
}

bool names_has(names *n, const lede_sentence *s, uint32_t i) {
    const lede_term *t = &n->d->terms.items[n->d->words.items[i].term];
    return (t->flags & LEDE_TERM_SEEN_LOWER) == 0 && names_capital(n, s, i);
}
