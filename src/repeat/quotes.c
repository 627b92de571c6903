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

/* `` '' ,, stand for double marks. */
static bool is_run(const lede_word *w) {
    bool ascii = w->term == '`' || w->term == '\'' || w->term == ',';
    return ascii && w->span.end - w->span.begin == 2;
}

static bool is_glued(const lede_document *d, uint32_t word) {
    return word < d->words.count && (d->words.items[word].flags & LEDE_WORD_GLUED) != 0;
}

quotes quotes_begin(const lede_document *d, uint32_t block) {
    const lede_block *b = &d->page.blocks.items[block];
    const lede_sentence *last =
        &d->sentences.items[b->first_sentence + b->sentence_count] - 1;
    return (quotes){.d = d, .end = last->first_word + last->word_count};
}

static quote_mark turn(bool *open, bool before, bool behind) {
    *open = before == behind ? !*open : behind;
    return *open ? QUOTE_OPENS : QUOTE_CLOSES;
}

static bool stands_before_word(const lede_document *d, uint32_t word) {
    return is_glued(d, word + 1) && d->words.items[word + 1].kind != LEDE_WORD_MARK;
}

/* Glued to a word, and followed by one or with no single mark open. */
static bool is_apostrophe(const quotes *q, uint32_t word) {
    return word > 0 && is_glued(q->d, word) &&
           q->d->words.items[word - 1].kind != LEDE_WORD_MARK &&
           (stands_before_word(q->d, word) || !q->single);
}

/* Each word is looked at for one quotation, or once for all that have no end. */
static bool has_end(quotes *q, uint32_t word) {
    const lede_word *words = q->d->words.items;
    for (uint32_t i = word + 1; !q->no_end && i < q->end; i++) {
        if (words[i].kind == LEDE_WORD_MARK && is_single(words[i].term) &&
            !is_run(&words[i]) && !stands_before_word(q->d, i)) {
            return true;
        }
    }
    q->no_end = true;
    return false;
}

quote_mark quotes_note(quotes *q, uint32_t word) {
    const lede_word *w = &q->d->words.items[word];
    bool before = is_glued(q->d, word) && word > 0;
    bool behind = is_glued(q->d, word + 1);
    if (w->mark == MARK_OPEN || w->mark == MARK_CLOSE || w->mark == MARK_QUOTE) {
        if (is_twofold(w->term) || is_run(w)) {
            return turn(&q->twofold, before, behind);
        }
        if (is_single(w->term) && is_apostrophe(q, word)) {
            return QUOTE_APOSTROPHE;
        }
        if (is_single(w->term) && (q->single || has_end(q, word))) {
            return turn(&q->single, before, behind);
        }
    }
    return QUOTE_NONE;
}
