/* SPDX-License-Identifier: MIT */
/* What an entry of the word array is. Each accepts NULL: there is no entry. */
#ifndef LEDE_TEXT_ENTRIES_H
#define LEDE_TEXT_ENTRIES_H

#include "text/document.h"
#include "text/marks.h"

static inline bool entry_is_word(const lede_word *w) {
    return w != NULL && w->kind != LEDE_WORD_MARK;
}

static inline bool entry_is_mark(const lede_word *w, mark_kind kind) {
    return w != NULL && w->kind == LEDE_WORD_MARK && w->mark == kind;
}

static inline bool entry_is_number(const lede_word *w) {
    return w != NULL && w->kind == LEDE_WORD_NUMBER;
}

/* A word with one of these LEDE_WORD_... flags. */
static inline bool entry_has(const lede_word *w, unsigned flags) {
    return entry_is_word(w) && (w->flags & flags) != 0;
}

static inline bool entry_is_glued(const lede_word *w) {
    return w != NULL && (w->flags & LEDE_WORD_GLUED) != 0;
}

/* Letters of a script without capitals. */
static inline bool entry_is_caseless(const lede_word *w) {
    return w != NULL && w->kind == LEDE_WORD_WORD &&
           (w->flags & (LEDE_WORD_LOWER | LEDE_WORD_UPPER)) == 0;
}

/* LEDE_TERM_... of its term; 0 for marks. */
static inline uint32_t entry_term(const lede_document *d, const lede_word *w) {
    return entry_is_word(w) ? d->terms.items[w->term].flags : 0;
}

/* Bytes; w is not NULL. */
static inline uint32_t entry_length(const lede_word *w) {
    return w->span.end - w->span.begin;
}

#endif
