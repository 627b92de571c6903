/* SPDX-License-Identifier: MIT */
#include "repeat/quotes.h"

#include "text/marks.h"

/* U+00AB, U+00BB and the corner brackets have a side of their own in every language
 * but German and its like, which turn the angles round. */
static bool is_twofold(uint32_t code) {
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xAB ||
           code == 0xBB || (code >= 0x300C && code <= 0x300F) || code == 0xFF02;
}

static bool is_single(uint32_t code) {
    return code == '\'' || (code >= 0x2018 && code <= 0x201B) || code == 0x2039 ||
           code == 0x203A;
}

static bool is_glued(const lede_document *d, uint32_t word) {
    return word < d->words.count && (d->words.items[word].flags & LEDE_WORD_GLUED) != 0;
}

quotes quotes_begin(const lede_document *d) {
    return (quotes){d, false, false};
}

static quote_mark turn(bool *open, bool before, bool behind) {
    *open = before == behind ? !*open : behind;
    return *open ? QUOTE_OPENS : QUOTE_CLOSES;
}

/* An apostrophe glued to a word that no single mark opened, or followed by a letter. */
static bool is_apostrophe(const quotes *q, bool before, bool behind) {
    return before && (behind || !q->single);
}

quote_mark quotes_note(quotes *q, uint32_t word) {
    const lede_word *w = &q->d->words.items[word];
    bool before = is_glued(q->d, word) && word > 0;
    bool behind = is_glued(q->d, word + 1);
    if (w->mark == MARK_OPEN || w->mark == MARK_CLOSE || w->mark == MARK_QUOTE) {
        if (is_twofold(w->term)) {
            return turn(&q->twofold, before, behind);
        }
        if (is_single(w->term)) {
            bool after_word =
                before && q->d->words.items[word - 1].kind != LEDE_WORD_MARK;
            return after_word && is_apostrophe(q, before, behind)
                       ? QUOTE_APOSTROPHE
                       : turn(&q->single, before, behind);
        }
        if (w->term == '`' || w->term == ',') { /* runs of two: `` ,, */
            q->twofold = true;
            return QUOTE_OPENS;
        }
    }
    return QUOTE_NONE;
}
