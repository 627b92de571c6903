/* SPDX-License-Identifier: MIT */
/* Phrases of the lists of boilerplate, at a place of the word array. */
#ifndef LEDE_TEXT_CUES_H
#define LEDE_TEXT_CUES_H

#include "text/entries.h"

/* Can a phrase of the lists begin with this entry? False for nearly all. Only for the
 * kinds that open a text (lang/pack.h). */
static inline bool cue_may_begin(const lede_document *d, uint32_t entry) {
    return (entry_term(d, &d->words.items[entry]) & LEDE_TERM_LABEL) != 0;
}

/* Where the longest phrase of this kind that begins at entry `at` ends, not beyond
 * `end`; `at`: there is none. Costs a few lookups of the lists. */
uint32_t cue_end(const lede_document *d, uint32_t at, uint32_t end, pack_line_kind kind);

/* Does any phrase of this kind begin with the word at this entry? */
bool cue_begins(const lede_document *d, uint32_t at, uint32_t end, pack_line_kind kind);

/* Entry `at` < end, or NULL. */
static inline const lede_word *cue_entry(const lede_document *d, uint32_t at,
                                         uint32_t end) {
    return at < end ? &d->words.items[at] : NULL;
}

/* Is it this punctuation mark? */
static inline bool cue_is_mark(const lede_word *w, uint32_t code) {
    return w != NULL && w->kind == LEDE_WORD_MARK && w->term == code;
}

/* A word that begins with a capital, or of a script that has none. */
static inline bool cue_is_capital(const lede_word *w) {
    return w != NULL && w->kind != LEDE_WORD_MARK && w->kind != LEDE_WORD_NUMBER &&
           (w->flags & LEDE_WORD_LOWER) == 0;
}

#endif
