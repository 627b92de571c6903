/* SPDX-License-Identifier: MIT */
#include "measure/counts.h"

#include "lang/fog.h"
#include "lang/syllables.h"
#include "lang/word_lists.h"
#include "measure/runs.h"

#include <string.h>

static bool sizes(const lede_metrics *m, size_t *tallies, size_t *range) {
    return size_multiply(m->terms + 1, sizeof(tally), tallies) &&
           size_multiply(m->terms + 1, sizeof(uint32_t), range);
}

bool counter_open(counter *c, const lede_metrics *m) {
    size_t tallies = 0, range = 0;
    *c = (counter){.m = m};
    if (!sizes(m, &tallies, &range)) {
        return false;
    }
    c->tallies = memory_allocate(m->allocator, tallies);
    c->range = memory_allocate(m->allocator, range);
    if (c->tallies == NULL || c->range == NULL) {
        return false;
    }
    tally_terms(m, c->tallies);
    memset(c->range, 0, range);
    return true;
}

void counter_close(counter *c) {
    size_t tallies = 0, range = 0;
    if (sizes(c->m, &tallies, &range)) {
        memory_free(c->m->allocator, c->tallies, tallies);
        memory_free(c->m->allocator, c->range, range);
    }
}

/* ---- Distinct words ----------------------------------------------------------- */

static void count_type(const lede_metrics *m, uint32_t term, lede_counts *counts) {
    uint32_t off = m->counts.lists & ~(uint32_t)m->on_lists[term];
    counts->types++;
    for (size_t list = 0; off != 0; list++, off >>= 1) {
        counts->off_list_types[list] += off & 1u;
    }
}

static void count_types(counter *c, const lede_sentence *s, lede_counts *counts) {
    const lede_word *w = &c->m->d->words.items[s->first_word], *end = w + s->word_count;
    for (; w < end; w++) {
        if (w->kind != LEDE_WORD_MARK && c->range[w->term] != c->ranges) {
            c->range[w->term] = c->ranges;
            count_type(c->m, w->term, counts);
        }
    }
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
    bool syllables = syllables_known(m->d->pack);
    counts->word_kinds |= syllables ? LEDE_COUNTED_SYLLABLES : 0u;
    counts->word_kinds |= syllables && fog_is_known(m->d->pack) ? LEDE_COUNTED_HARD : 0u;
}

void counter_count(counter *c, uint32_t first, uint32_t n, lede_counts *counts) {
    const lede_metrics *m = c->m;
    lede_counts found = {.lists = m->counts.lists};
    tally_sum sum = tally_begin(m->d, c->tallies, &found);
    c->ranges++; /* no more of them than sentences, below 2^32 */
    for (uint32_t i = first; i < first + n; i++) {
        const lede_sentence *s = &m->d->sentences.items[i];
        if (m->counted[i] != 0) {
            tally_sentence(&sum, s);
            count_types(c, s, &found);
            found.visible += runs_visible(m->d, document_counted(m->d, s));
        }
    }
    tally_end(&sum);
    note_kinds(m, &found);
    *counts = found; /* which may be those of m */
}

void counter_sum(const counter *c, uint32_t sentence, lede_counts *counts) {
    memset(counts, 0, sizeof *counts);
    const lede_document *d = c->m->d;
    const lede_sentence *s = &d->sentences.items[sentence];
    tally_sum sum = tally_begin(d, c->tallies, counts);
    tally_sentence(&sum, s);
    tally_end(&sum);
    counts->visible = runs_visible(d, document_counted(d, s));
}
