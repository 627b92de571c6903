/* SPDX-License-Identifier: MIT */
#include "measure/tally.h"

#include "lang/word_lists.h"
#include "measure/runs.h"
#include "text/marks.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

#define LONG_LETTERS 6u  /* LIX counts the words of more */
#define SHORT_LETTERS 3u /* EFLAW those of at most as many */

/* Words whose counts of at most 255 fit into 16 bits together. */
#define FLUSH_WORDS 256u

static uint64_t lane_of(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    return (uint64_t)a | (uint64_t)b << 16 | (uint64_t)c << 32 | (uint64_t)d << 48;
}

/* The i-th count of a lane. */
static uint64_t count_in(uint64_t lane, unsigned i) {
    return lane >> (16 * i) & 0xFFFFu;
}

static uint64_t lane_of_lists(unsigned off, unsigned first) {
    return lane_of(off >> first & 1u, off >> (first + 1) & 1u, off >> (first + 2) & 1u,
                   off >> (first + 3) & 1u);
}

/* Of scripts without spaces what stands for a word is a character. */
static bool is_character(const lede_metrics *m, size_t term) {
    size_t at = m->d->terms.items[term].key.begin;
    const char *keys = m->d->keys.items;
    return (unsigned char)keys[at] >= 0x80 &&
           (tables_flags(utf8_next(keys, &at)) &
            (UF_IDEOGRAPH | UF_HIRAGANA | UF_NO_SPACES)) != 0;
}

static tally tally_of(const lede_metrics *m, size_t term) {
    const word_facts f = m->facts[term];
    unsigned off = m->counts.lists & ~(unsigned)m->on_lists[term], n = f.syllables;
    bool plain = (f.lists & WORD_LIST_PLAIN) != 0;
    bool preposition = (f.lists & WORD_LIST_PREPOSITION) != 0;
    bool pronoun = (f.lists & WORD_LIST_PRONOUN) != 0;
    bool conjunction = (f.lists & WORD_LIST_CONJUNCTION) != 0;
    bool hard = (f.flags & WORD_FACT_HARD) != 0;
    return (tally){
        {lane_of(n, f.letters, f.characters, f.letters <= SHORT_LETTERS),
         lane_of(n == 1, n == 2, n == 3, n == 4),
         lane_of(n == 5, n >= LEDE_SYLLABLES_MAX, f.letters > LONG_LETTERS, hard),
         lane_of_lists(off, 0), lane_of_lists(off, 4),
         lane_of(plain, preposition, pronoun, conjunction),
         (uint64_t)f.letters * f.letters | (uint64_t)is_character(m, term) << 48}};
}

void tally_terms(const lede_metrics *m, tally *of_terms) {
    for (size_t i = 0; i < m->terms; i++) {
        of_terms[i] = tally_of(m, i);
    }
}

/* Adds the sum of `words` words. */
static void flush(const tally *sum, uint64_t words, lede_counts *counts) {
    const uint64_t *lane = sum->lanes;
    counts->words += words;
    counts->syllables += count_in(lane[0], 0);
    counts->letters += count_in(lane[0], 1);
    counts->characters += count_in(lane[0], 2);
    counts->short_words += count_in(lane[0], 3);
    counts->of_syllables[0] += words;
    for (unsigned i = 1; i <= LEDE_SYLLABLES_MAX; i++) {
        uint64_t n = count_in(lane[1 + (i - 1) / 4], (i - 1) % 4);
        counts->of_syllables[i] += n;
        counts->of_syllables[0] -= n;
    }
    counts->long_words += count_in(lane[2], 2);
    counts->hard_words += count_in(lane[2], 3);
    for (unsigned i = 0; i < LEDE_LIST_COUNT; i++) {
        counts->off_list[i] += count_in(lane[3 + i / 4], i % 4);
    }
    counts->plain_words += count_in(lane[5], 0);
    counts->prepositions += count_in(lane[5], 1);
    counts->pronouns += count_in(lane[5], 2);
    counts->conjunctions += count_in(lane[5], 3);
    counts->letters_squared += lane[6] & ((UINT64_C(1) << 48) - 1);
    counts->approximate += lane[6] >> 48;
}

static void count_mark(const lede_word *mark, lede_counts *counts) {
    uint32_t code = mark->term; /* of a mark: its first code point */
    counts->commas += code == ',' || code == 0x3001 || code == 0xFF0C;
    counts->full_stops += code == '.' || code == 0x3002 || code == 0xFF0E;
    counts->pauses += code == ':' || code == ';' || mark->mark == MARK_DASH;
}

static inline void add(tally *sum, const tally *word) {
    for (size_t i = 0; i < TALLY_LANES; i++) {
        sum->lanes[i] += word->lanes[i];
    }
}

void tally_sentence(const lede_document *d, const tally *of_terms, const lede_sentence *s,
                    lede_counts *counts) {
    const lede_word *w = &d->words.items[s->first_word], *end = w + s->word_count;
    tally sum = {{0}};
    uint32_t words = 0;
    uint64_t characters = counts->approximate;
    for (; w < end; w++) {
        if (w->kind == LEDE_WORD_MARK) {
            count_mark(w, counts);
            continue;
        }
        add(&sum, &of_terms[w->term]);
        if (++words == FLUSH_WORDS) {
            flush(&sum, words, counts);
            sum = (tally){{0}};
            words = 0;
        }
    }
    flush(&sum, words, counts);
    counts->sentences++;
    if (counts->approximate > characters) {
        runs_count(d, s->span, counts);
    }
}
