/* SPDX-License-Identifier: MIT */
#include "measure/openers.h"

#include "lang/word_lists.h"

#include <string.h>

#define NO_RUN                                                                           \
    { LEDE_NONE, LEDE_NONE, 0, LEDE_NONE, 0 }

/* Of a word on several lists the first holds: "because" joins before it leads over,
 * "despite" leads over before it is a preposition. */
static lede_opener class_of(uint32_t lists) {
    static const struct {
        uint32_t list;
        lede_opener opener;
    } classes[] = {{WORD_LIST_PRONOUN, LEDE_OPENER_PRONOUN},
                   {WORD_LIST_ARTICLE, LEDE_OPENER_ARTICLE},
                   {WORD_LIST_CONJUNCTION, LEDE_OPENER_CONJUNCTION},
                   {WORD_LIST_TRANSITION, LEDE_OPENER_TRANSITION},
                   {WORD_LIST_PREPOSITION, LEDE_OPENER_PREPOSITION}};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if ((lists & classes[i].list) != 0) {
            return classes[i].opener;
        }
    }
    return LEDE_OPENER_OTHER;
}

uint32_t openers_first_word(const lede_document *d, const lede_sentence *sentence) {
    uint32_t i = sentence->first_word, end = i + sentence->word_count;
    while (i < end && d->words.items[i].kind == LEDE_WORD_MARK) {
        i++;
    }
    return i;
}

openers openers_begin(const measured *m, lede_statistics *s, opener_runs *runs) {
    memset(s->openers, 0, sizeof s->openers);
    return (openers){m, s, runs, NO_RUN, 0};
}

bool openers_break(openers *o) {
    lede_opener_run run = o->run;
    o->run = (lede_opener_run)NO_RUN;
    if (o->runs == NULL || run.sentences < OPENERS_RUN) {
        return true;
    }
    if (!VEC_RESERVE(o->runs, o->m->allocator, 1)) {
        return false;
    }
    o->runs->items[o->runs->count++] = run;
    return true;
}

/* How many words the entries from a and from b on have in common, at most `most`. */
static uint32_t shared_words(const lede_document *d, uint32_t a, uint32_t b,
                             uint32_t most) {
    const lede_word *w = d->words.items;
    uint32_t n = 0;
    while (n < most && b + n < d->words.count && w[a + n].kind != LEDE_WORD_MARK &&
           w[b + n].kind != LEDE_WORD_MARK && w[a + n].term == w[b + n].term) {
        n++;
    }
    return n;
}

bool openers_note(openers *o, uint32_t sentence, uint32_t word, bool transition) {
    uint32_t term = o->m->d->words.items[word].term;
    lede_opener opener =
        transition ? LEDE_OPENER_TRANSITION : class_of(o->m->facts[term].lists);
    o->s->openers[opener]++;
    bool done = true;
    if (term != o->run.term) {
        done = openers_break(o);
        o->run = (lede_opener_run){sentence, sentence, 0, term, OPENERS_SHARED};
        o->first_word = word;
    }
    o->run.shared = shared_words(o->m->d, o->first_word, word, o->run.shared);
    o->run.last_sentence = sentence;
    o->run.sentences++;
    return done;
}
