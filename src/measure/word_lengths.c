/* SPDX-License-Identifier: MIT */
#include "measure/word_lengths.h"

#define SHORT_LETTERS 6u

word_lengths word_lengths_of(const lede_metrics *m, uint32_t sentence) {
    const lede_sentence *s = &m->d->sentences.items[sentence];
    const lede_word *w = &m->d->words.items[s->first_word], *end = w + s->word_count;
    word_lengths sum = {.words = 0};
    for (; w < end; w++) {
        if (measured_is_word(w)) {
            sum.words++;
            sum.syllables += m->facts[w->term].syllables;
            sum.letters += m->facts[w->term].letters;
        }
    }
    return sum;
}

static bool has_term(const lede_word *all, const uint32_t *words, size_t n,
                     uint32_t term) {
    for (size_t i = 0; i < n; i++) {
        if (all[words[i]].term == term) {
            return true;
        }
    }
    return false;
}

/* A word that lost its place does not come back: those before it are at least as long. */
size_t word_lengths_longest(const lede_metrics *m, uint32_t sentence,
                            uint32_t words[WORD_LENGTHS_MOST]) {
    const lede_sentence *s = &m->d->sentences.items[sentence];
    const lede_word *all = m->d->words.items;
    size_t n = 0;
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        unsigned letters =
            all[i].kind == LEDE_WORD_WORD ? m->facts[all[i].term].letters : 0;
        if (letters <= SHORT_LETTERS || has_term(all, words, n, all[i].term)) {
            continue;
        }
        size_t at = n < WORD_LENGTHS_MOST ? n++ : n;
        for (; at > 0 && m->facts[all[words[at - 1]].term].letters < letters; at--) {
            if (at < WORD_LENGTHS_MOST) {
                words[at] = words[at - 1];
            }
        }
        if (at < WORD_LENGTHS_MOST) {
            words[at] = i;
        }
    }
    return n;
}
