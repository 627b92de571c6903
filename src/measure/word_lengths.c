/* SPDX-License-Identifier: MIT */
#include "measure/word_lengths.h"

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
