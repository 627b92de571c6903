/* SPDX-License-Identifier: MIT */
#include "text/cues.h"

#include "lang/label.h"

#include <string.h>

#define CUE_ENTRIES                                                                      \
    8u /* of the longest phrase; of some scripts a word is a character                   \
        */

/* The folded keys of words, as lists write phrases: no space where none stands. */
typedef struct phrase {
    char key[LABEL_MAX];
    size_t n;
} phrase;

/* False: it is longer than any phrase. */
static bool add_word(phrase *p, const lede_document *d, const lede_word *w) {
    lede_span key = d->terms.items[w->term].key;
    size_t more = key.end - key.begin;
    bool space = p->n > 0 && (w->flags & LEDE_WORD_GLUED) == 0;
    if (more + space > sizeof p->key - p->n) {
        return false;
    }
    if (space) {
        p->key[p->n++] = ' ';
    }
    memcpy(p->key + p->n, d->keys.items + key.begin, more);
    p->n += more;
    return true;
}

uint32_t cue_end(const lede_document *d, uint32_t at, uint32_t end, pack_line_kind kind) {
    const lede_word *words = d->words.items;
    uint32_t found = at, last = end - at < CUE_ENTRIES ? end : at + CUE_ENTRIES;
    bool whole = false, more = at < end;
    phrase p;
    p.n = 0;
    for (uint32_t i = at; more && i < last && words[i].kind != LEDE_WORD_MARK; i++) {
        more = add_word(&p, d, &words[i]) &&
               pack_has_line_from(d->pack, kind, p.key, p.n, &whole);
        found = more && whole ? i + 1 : found;
    }
    return found;
}

bool cue_begins(const lede_document *d, uint32_t at, uint32_t end, pack_line_kind kind) {
    lede_span key = {0, 0};
    bool whole = false;
    if (at < end && d->words.items[at].kind != LEDE_WORD_MARK) {
        key = d->terms.items[d->words.items[at].term].key;
    }
    return key.begin < key.end &&
           pack_has_line_from(d->pack, kind, d->keys.items + key.begin,
                              key.end - key.begin, &whole);
}
