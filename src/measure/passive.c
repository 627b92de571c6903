/* SPDX-License-Identifier: MIT */
#include "measure/passive.h"

#include "lang/word_lists.h"

#define ADVERBS ((uint32_t)(WORD_LIST_ADVERB | WORD_LIST_HEDGE | WORD_LIST_TRANSITION))

#define OTHERS                                                                           \
    ((uint32_t)(WORD_LIST_PREPOSITION | WORD_LIST_PRONOUN | WORD_LIST_CONJUNCTION |      \
                WORD_LIST_ARTICLE | WORD_LIST_TO_BE | WORD_LIST_AUXILIARY |              \
                WORD_LIST_INTERROGATIVE | WORD_LIST_PASSIVE))

/* "was quickly taken", and function words of no other class: "not", "never", "still". */
static bool may_stand_between(const measured *m, uint32_t term) {
    uint32_t lists = m->facts[term].lists;
    bool stop = (m->d->terms.items[term].flags & LEDE_TERM_STOP) != 0;
    return (lists & ADVERBS) != 0 || (stop && (lists & OTHERS) == 0);
}

uint32_t passive_length(const measured *m, uint32_t first, uint32_t end) {
    const lede_word *words = m->d->words.items;
    for (uint32_t i = first + 1; i < end && i <= first + PASSIVE_REACH; i++) {
        if (words[i].kind != LEDE_WORD_WORD) {
            return 0;
        }
        if ((m->facts[words[i].term].lists & WORD_LIST_PARTICIPLE) != 0) {
            return i + 1 - first;
        }
        if (!may_stand_between(m, words[i].term)) {
            return 0;
        }
    }
    return 0;
}
