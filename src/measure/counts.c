/* SPDX-License-Identifier: MIT */
#include "measure/counts.h"

#include "lang/syllables.h"
#include "lang/word_lists.h"
#include "measure/runs.h"
#include "text/marks.h"

#include <string.h>

#define LONG_LETTERS 6u  /* LIX counts the words of more */
#define SHORT_LETTERS 3u /* EFLAW those of at most as many */

bool counter_open(counter *c, const lede_metrics *m) {
    size_t bytes = 0;
    *c = (counter){.m = m};
    if (!size_multiply(m->terms + 1, sizeof *c->frequency, &bytes)) {
        return false;
    }
    c->frequency = memory_allocate(m->allocator, bytes);
    c->met = memory_allocate(m->allocator, bytes);
    if (c->frequency == NULL || c->met == NULL) {
        return false;
    }
    memset(c->frequency, 0, bytes);
    return true;
}

void counter_close(counter *c) {
    size_t bytes = (c->m->terms + 1) * sizeof *c->frequency;
    memory_free(c->m->allocator, c->frequency, bytes);
    memory_free(c->m->allocator, c->met, bytes);
}

void counter_clear(counter *c) {
    for (size_t i = 0; i < c->met_count; i++) {
        c->frequency[c->met[i]] = 0;
    }
    c->met_count = 0;
}

/* ---- Entries --------------------------------------------------------------- */

static void count_mark(const lede_word *mark, lede_counts *counts) {
    uint32_t code = mark->term; /* of a mark: its first code point */
    counts->commas += code == ',' || code == 0x3001 || code == 0xFF0C;
    counts->full_stops += code == '.' || code == 0x3002 || code == 0xFF0E;
    counts->pauses += code == ':' || code == ';' || mark->mark == MARK_DASH;
}

static void count_entries(counter *c, const lede_sentence *s, lede_counts *counts) {
    const lede_word *w = &c->m->d->words.items[s->first_word], *end = w + s->word_count;
    uint64_t approximate = 0;
    for (; w < end; w++) {
        if (w->kind == LEDE_WORD_MARK) {
            count_mark(w, counts);
        } else if (c->frequency[w->term]++ == 0) {
            c->met[c->met_count++] = w->term;
        }
        approximate += (w->flags & LEDE_WORD_APPROX) != 0;
    }
    if (approximate > 0) {
        counts->approximate += approximate;
        runs_count(c->m->d, s->span, counts);
    }
}

/* ---- Terms ----------------------------------------------------------------- */

static void count_lists(const lede_metrics *m, uint32_t term, uint64_t times,
                        lede_counts *counts) {
    uint32_t off = counts->lists & ~(uint32_t)m->on_lists[term];
    for (size_t list = 0; off != 0; list++, off >>= 1) {
        if ((off & 1u) != 0) {
            counts->off_list[list] += times;
            counts->off_list_types[list]++;
        }
    }
}

static void count_term(const lede_metrics *m, uint32_t term, uint64_t times,
                       lede_counts *counts) {
    const word_facts f = m->facts[term];
    uint32_t syllables =
        f.syllables < LEDE_SYLLABLES_MAX ? f.syllables : LEDE_SYLLABLES_MAX;
    counts->syllables += times * f.syllables;
    counts->letters += times * f.letters;
    counts->characters += times * f.characters;
    counts->letters_squared += times * f.letters * f.letters;
    counts->of_syllables[syllables] += times;
    counts->long_words += f.letters > LONG_LETTERS ? times : 0;
    counts->short_words += f.letters <= SHORT_LETTERS ? times : 0;
    counts->hard_words += (f.flags & WORD_FACT_HARD) != 0 ? times : 0;
    counts->plain_words += (f.lists & WORD_LIST_PLAIN) != 0 ? times : 0;
    counts->prepositions += (f.lists & WORD_LIST_PREPOSITION) != 0 ? times : 0;
    counts->pronouns += (f.lists & WORD_LIST_PRONOUN) != 0 ? times : 0;
    counts->conjunctions += (f.lists & WORD_LIST_CONJUNCTION) != 0 ? times : 0;
    count_lists(m, term, times, counts);
}

/* ---- Ranges ---------------------------------------------------------------- */

static void note_kinds(const lede_metrics *m, lede_counts *counts) {
    static const struct {
        uint32_t list;
        uint32_t kind;
    } kinds[] = {{WORD_LIST_PREPOSITION, LEDE_COUNTED_PREPOSITIONS},
                 {WORD_LIST_PRONOUN, LEDE_COUNTED_PRONOUNS},
                 {WORD_LIST_CONJUNCTION, LEDE_COUNTED_CONJUNCTIONS},
                 {WORD_LIST_PLAIN, LEDE_COUNTED_PLAIN}};
    uint32_t known = word_lists_known(m->d->pack);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        counts->word_kinds |= (known & kinds[i].list) != 0 ? kinds[i].kind : 0u;
    }
    counts->word_kinds |= syllables_known(m->d->pack) ? LEDE_COUNTED_SYLLABLES : 0u;
    counts->lists = m->counts.lists;
}

void counter_begin(counter *c, uint32_t first, uint32_t n, lede_counts *counts) {
    const lede_metrics *m = c->m;
    uint32_t lists = m->counts.lists;
    memset(counts, 0, sizeof *counts);
    counts->lists = lists; /* counts may be those of m */
    for (uint32_t i = first; i < first + n; i++) {
        const lede_sentence *s = &m->d->sentences.items[i];
        if (m->counted[i] != 0) {
            counts->sentences++;
            counts->words += s->words;
            counts->visible += runs_visible(m->d, s->span);
            count_entries(c, s, counts);
        }
    }
    for (size_t i = 0; i < c->met_count; i++) {
        count_term(m, c->met[i], c->frequency[c->met[i]], counts);
    }
    counts->types = c->met_count;
    note_kinds(m, counts);
    counts->lists = lists;
}

void counter_count(counter *c, uint32_t first, uint32_t n, lede_counts *counts) {
    counter_begin(c, first, n, counts);
    counter_clear(c);
}
