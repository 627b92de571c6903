/* SPDX-License-Identifier: MIT */
#include "measure/casing.h"

#include "base/lanes.h"
#include "lang/syllables.h"
#include "lang/word_lists.h"
#include "measure/names.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

#define ALL_LISTS 0xFFu

_Static_assert(LEDE_LIST_COUNT <= 8, "on_lists has a bit for each list");

/* Bits of what a document shows of its terms, kept in on_lists until the end. */
#define SEEN_NAME 0x01u
#define SEEN_SPELLED 0x02u
#define SEEN_COUNTED 0x04u /* its letters were compared with those of the text */

#define SPELLED_LETTERS 3u /* "BBC", "USA"; "NATO" is read as a word */

static bool shouts(const lede_document *d, const lede_sentence *s, uint32_t i) {
    const lede_word *w = d->words.items;
    uint32_t first = s->first_word, last = s->first_word + s->word_count - 1;
    bool before = i > first && (w[i - 1].flags & LEDE_WORD_ALL_UPPER) != 0;
    bool behind = i < last && (w[i + 1].flags & LEDE_WORD_ALL_UPPER) != 0;
    return before || behind;
}

/* "BIG" and "NOT" are words however they are written; "US" and "IT" may be names. */
static bool is_word(const lede_metrics *m, uint32_t term) {
    bool known = (m->d->terms.items[term].flags & LEDE_TERM_STOP) != 0 ||
                 (m->facts[term].lists & WORD_LIST_FAMILIAR) != 0;
    return known && m->facts[term].letters == SPELLED_LETTERS;
}

static bool is_ascii(const char *p, size_t n) {
    uint64_t seen = 0;
    for (; n > 8; p += 8, n -= 8) {
        seen |= lanes_load(p);
    }
    return ((seen | lanes_front(p, n)) & LANES_TOP) == 0;
}

/* Folding makes two letters of one: the word is as long as it is written ("Straße"). */
static void count_letters(lede_metrics *m, const lede_word *w) {
    const char *text = m->d->page.text;
    uint32_t letters = 0;
    m->on_lists[w->term] |= SEEN_COUNTED;
    if (is_ascii(text + w->span.begin, w->span.end - w->span.begin)) {
        return;
    }
    for (size_t at = w->span.begin; at < w->span.end;) {
        unicode_class class = tables_class_of(utf8_next(text, &at));
        letters += class >= UC_LETTER_LOWER && class <= UC_LETTER;
    }
    word_facts *f = &m->facts[w->term];
    if (letters < f->letters) {
        f->characters = (uint8_t)(f->characters - (f->letters - letters));
        f->letters = (uint8_t)letters;
    }
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
        m->facts[w->term].letters <= SPELLED_LETTERS && !is_word(m, w->term) &&
        !shouts(d, s, i)) {
        m->on_lists[w->term] |= SEEN_SPELLED;
    }
}

static void see_sentence(lede_metrics *m, names *n, const lede_sentence *s) {
    const lede_word *w = m->d->words.items;
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        if (w[i].kind != LEDE_WORD_WORD) {
            continue;
        }
        if ((m->on_lists[w[i].term] & SEEN_COUNTED) == 0) {
            count_letters(m, &w[i]);
        }
        if ((w[i].flags & LEDE_WORD_UPPER) != 0) {
            see_capital(m, n, s, i);
        }
    }
}

static void apply(lede_metrics *m, size_t term) {
    const lede_document *d = m->d;
    const lede_term *t = &d->terms.items[term];
    word_facts *facts = &m->facts[term];
    unsigned what = m->on_lists[term] & (SEEN_NAME | SEEN_SPELLED);
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
