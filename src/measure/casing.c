/* SPDX-License-Identifier: MIT */
#include "measure/casing.h"

#include "lang/syllables.h"
#include "measure/names.h"

#include <string.h>

#define ALL_LISTS 0xFFu

_Static_assert(LEDE_LIST_COUNT <= 8, "on_lists has a bit for each list");

/* Bits of what a document shows of its terms, kept in on_lists until the end. */
#define SEEN_NAME 0x01u
#define SEEN_SPELLED 0x02u

#define SPELLED_LETTERS 3u /* "BBC", "USA"; "NATO" is read as a word */

static bool shouts(const lede_document *d, const lede_sentence *s, uint32_t i) {
    const lede_word *w = d->words.items;
    uint32_t first = s->first_word, last = s->first_word + s->word_count - 1;
    bool before = i > first && (w[i - 1].flags & LEDE_WORD_ALL_UPPER) != 0;
    bool behind = i < last && (w[i + 1].flags & LEDE_WORD_ALL_UPPER) != 0;
    return before || behind;
}

/* Of word i of a sentence, which has a capital. */
static void see_capital(lede_metrics *m, names *n, const lede_sentence *s, uint32_t i) {
    const lede_document *d = m->d;
    const lede_word *w = &d->words.items[i];
    if ((d->terms.items[w->term].flags & LEDE_TERM_SEEN_LOWER) != 0) {
        return;
    }
    if (names_has(n, s, i)) {
        m->on_lists[w->term] |= SEEN_NAME;
    }
    if ((w->flags & LEDE_WORD_ALL_UPPER) != 0 &&
        m->facts[w->term].letters <= SPELLED_LETTERS && !shouts(d, s, i)) {
        m->on_lists[w->term] |= SEEN_SPELLED;
    }
}

static void see_sentence(lede_metrics *m, names *n, const lede_sentence *s) {
    const lede_word *w = m->d->words.items;
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        if (w[i].kind == LEDE_WORD_WORD && (w[i].flags & LEDE_WORD_UPPER) != 0) {
            see_capital(m, n, s, i);
        }
    }
}

static void apply(lede_metrics *m, size_t term) {
    const lede_document *d = m->d;
    const lede_term *t = &d->terms.items[term];
    word_facts *facts = &m->facts[term];
    unsigned what = m->on_lists[term];
    bool lexical = (t->flags & LEDE_TERM_LEXICAL) != 0;
    m->on_lists[term] = 0;
    if (!lexical && facts->syllables > 0) {
        facts->syllables = 1;
    }
    if ((what & SEEN_SPELLED) != 0 && facts->syllables > 0) {
        const char *key = d->keys.items + t->key.begin;
        uint32_t n = syllables_spelled(d->pack, key, t->key.end - t->key.begin);
        facts->syllables = n < UINT8_MAX ? (uint8_t)n : UINT8_MAX;
    }
    if (!lexical || what != 0) {
        facts->flags &= (uint8_t)~WORD_FACT_HARD;
        m->on_lists[term] = ALL_LISTS;
    }
}

void casing_apply(lede_metrics *m) {
    const lede_document *d = m->d;
    names n = names_of(d);
    memset(m->on_lists, 0, m->terms);
    for (size_t i = 0; i < d->sentences.count; i++) {
        if (m->counted[i] != 0) {
            see_sentence(m, &n, &d->sentences.items[i]);
        }
    }
    for (size_t i = 0; i < d->terms.count; i++) {
        apply(m, i);
    }
}
