/* SPDX-License-Identifier: MIT */
#include "text/cues.h"

#include "lang/label.h"

#define CUE_ENTRIES                                                                      \
    8u /* of the longest phrase; of some scripts a word is a character                   \
        */

/* Nearly always not; then nothing has to be folded again. */
static bool may_begin_one(const lede_document *d, const lede_word *w,
                          pack_line_kind kind) {
    lede_span key = d->terms.items[w->term].key;
    bool whole = false;
    return pack_has_line_from(d->pack, kind, d->keys.items + key.begin,
                              key.end - key.begin, &whole);
}

uint32_t cue_end(const lede_document *d, uint32_t at, uint32_t end, pack_line_kind kind) {
    const lede_word *words = d->words.items;
    uint32_t found = at, last = end - at < CUE_ENTRIES ? end : at + CUE_ENTRIES;
    bool whole = false;
    bool more = at < end && words[at].kind != LEDE_WORD_MARK &&
                may_begin_one(d, &words[at], kind);
    for (uint32_t i = at; more && i < last && words[i].kind != LEDE_WORD_MARK; i++) {
        uint32_t begin = words[at].span.begin, n = words[i].span.end - begin;
        more = label_begins(d->pack, kind, d->page.text + begin, n, &whole);
        found = whole ? i + 1 : found;
    }
    return found;
}
