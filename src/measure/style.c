/* SPDX-License-Identifier: MIT */
#include "measure/style.h"

#include "lang/word_lists.h"
#include "measure/names.h"
#include "measure/passive.h"
#include "text/entries.h"

#include <string.h>

#define LONG_LETTERS 12u /* a long word has more */

#define KIND(kind) (1u << (kind))
#define HEAD KIND(LEDE_HIT_COUNT) /* a phrase may begin here */

typedef struct walk {
    const measured *m;
    lede_statistics *s;
    style_hits *hits; /* NULL: only counts */
    names names;
    const uint8_t *kinds; /* of each term: what to look for at its words */
    const lede_sentence *sentence;
    uint32_t first;   /* its first word that is no mark */
    uint32_t end;     /* behind its last entry */
    uint32_t covered; /* words before it are part of a phrase */
    bool transition;  /* it begins with a phrase that is one */
    bool no_memory;
} walk;

static void add_hit(walk *w, lede_hit_kind kind, uint32_t first, uint32_t count) {
    w->s->hits[kind]++;
    if (w->hits == NULL) {
        return;
    }
    if (!VEC_RESERVE(w->hits, w->m->allocator, 1)) {
        w->no_memory = true;
        return;
    }
    uint32_t index = (uint32_t)(w->sentence - w->m->d->sentences.items);
    w->hits->items[w->hits->count++] = (lede_hit){index, first, count, (uint8_t)kind};
}

/* ---- Kinds of a term ------------------------------------------------------------- */

/* Of a compound only a part can be long. */
static bool is_long(const lede_document *d, const lede_term *t) {
    uint32_t most = t->part_count > 0 ? 0 : t->letters;
    for (uint32_t i = 0; i < t->part_count; i++) {
        uint32_t letters = d->terms.items[d->parts.items[t->first_part + i]].letters;
        most = letters > most ? letters : most;
    }
    return most > LONG_LETTERS;
}

static uint32_t kinds_of_lists(uint32_t lists) {
    static const struct {
        uint32_t list;
        uint32_t kind;
    } kinds[] = {{WORD_LIST_PASSIVE, KIND(LEDE_HIT_PASSIVE)},
                 {WORD_LIST_NOMINALISATION, KIND(LEDE_HIT_NOMINALISATION)},
                 {WORD_LIST_ADVERB, KIND(LEDE_HIT_ADVERB)},
                 {WORD_LIST_HEDGE, KIND(LEDE_HIT_HEDGE)},
                 {WORD_LIST_TRANSITION, KIND(LEDE_HIT_TRANSITION)},
                 {WORD_LIST_PHRASE_HEAD, HEAD}};
    uint32_t found = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        found |= (lists & kinds[i].list) != 0 ? kinds[i].kind : 0;
    }
    return found;
}

#define LOOKED_FOR                                                                       \
    ((uint32_t)(WORD_LIST_PASSIVE | WORD_LIST_NOMINALISATION | WORD_LIST_ADVERB |        \
                WORD_LIST_HEDGE | WORD_LIST_TRANSITION | WORD_LIST_PHRASE_HEAD))

/* Most terms are of no kind. */
static void find_kinds(const measured *m, uint8_t *kinds) {
    for (size_t i = 0; i < m->d->terms.count; i++) {
        const word_facts *f = &m->facts[i];
        const lede_term *t = &m->d->terms.items[i];
        uint32_t found = 0;
        if ((f->lists & LOOKED_FOR) != 0) {
            found = kinds_of_lists(f->lists);
        }
        if (t->letters > LONG_LETTERS && is_long(m->d, t)) {
            found |= KIND(LEDE_HIT_LONG_WORD);
        }
        if ((f->flags & WORD_FACT_HARD) != 0) {
            found |= KIND(LEDE_HIT_HARD_WORD);
        }
        kinds[i] = (uint8_t)found;
    }
}

/* ---- Phrases ------------------------------------------------------------------------
 */

typedef struct phrase_place {
    const lede_document *d;
    uint32_t first;
    uint32_t end;
} phrase_place;

static bool phrase_word(void *context, uint32_t i, const char **key, size_t *n) {
    const phrase_place *p = context;
    if (i >= p->end - p->first ||
        p->d->words.items[p->first + i].kind != LEDE_WORD_WORD) {
        return false;
    }
    lede_span span = p->d->terms.items[p->d->words.items[p->first + i].term].key;
    *key = p->d->keys.items + span.begin;
    *n = span.end - span.begin;
    return true;
}

static uint32_t phrase_at(const walk *w, uint32_t i, uint32_t *kinds) {
    phrase_place place = {w->m->d, i, w->end};
    phrase_words words = {phrase_word, &place};
    uint32_t lists = 0, count = word_lists_phrase(w->m->d->pack, &words, &lists);
    *kinds = kinds_of_lists(lists);
    return count;
}

/* ---- Words ----------------------------------------------------------------------------
 */

/* Transitions lead over where something begins: the sentence, or behind a comma. */
static bool begins_something(const walk *w, uint32_t i) {
    const lede_word *before = &w->m->d->words.items[i > 0 ? i - 1 : 0];
    return i == w->first || (entry_is_mark(before, MARK_PAUSE) && before->term != '%');
}

/* Hedges and transitions, of one word or several: the longest holds. */
static void look_for_phrases(walk *w, uint32_t i, uint32_t kinds) {
    uint32_t count = 1, of_phrase = 0, length = 0;
    const uint32_t wanted = KIND(LEDE_HIT_HEDGE) | KIND(LEDE_HIT_TRANSITION);
    if (i < w->covered) {
        return;
    }
    if ((kinds & HEAD) != 0) {
        length = phrase_at(w, i, &of_phrase);
    }
    if ((of_phrase & wanted) != 0) {
        kinds = of_phrase;
        count = length;
    }
    if (!begins_something(w, i)) {
        kinds &= ~KIND(LEDE_HIT_TRANSITION);
    }
    if ((kinds & wanted) == 0) {
        return;
    }
    w->covered = i + count;
    if ((kinds & KIND(LEDE_HIT_HEDGE)) != 0) {
        add_hit(w, LEDE_HIT_HEDGE, i, count);
    }
    if ((kinds & KIND(LEDE_HIT_TRANSITION)) != 0) {
        add_hit(w, LEDE_HIT_TRANSITION, i, count);
        w->transition = w->transition || (i == w->first && count > 1);
    }
}

static void look_for_passive(walk *w, uint32_t i) {
    uint32_t count = passive_length(w->m, i, w->end);
    if (count > 0) {
        add_hit(w, LEDE_HIT_PASSIVE, i, count);
    }
}

/* "May" inside a sentence is the month, "Florence" no nominalisation. */
static void look_at(walk *w, uint32_t i, uint32_t kinds) {
    bool name = names_capital(&w->names, w->sentence, i);
    const uint32_t phrases = KIND(LEDE_HIT_HEDGE) | KIND(LEDE_HIT_TRANSITION) | HEAD;
    if ((kinds & KIND(LEDE_HIT_PASSIVE)) != 0) {
        look_for_passive(w, i);
    }
    if ((kinds & KIND(LEDE_HIT_NOMINALISATION)) != 0 && !name) {
        add_hit(w, LEDE_HIT_NOMINALISATION, i, 1);
    }
    if ((kinds & KIND(LEDE_HIT_ADVERB)) != 0 && !name) {
        add_hit(w, LEDE_HIT_ADVERB, i, 1);
    }
    if ((kinds & phrases) != 0 && !name) {
        look_for_phrases(w, i, kinds);
    }
    if ((kinds & KIND(LEDE_HIT_HARD_WORD)) != 0 &&
        !names_has(&w->names, w->sentence, i)) {
        add_hit(w, LEDE_HIT_HARD_WORD, i, 1);
    }
    if ((kinds & KIND(LEDE_HIT_LONG_WORD)) != 0) {
        add_hit(w, LEDE_HIT_LONG_WORD, i, 1);
    }
}

/* ---- Sentences ------------------------------------------------------------------------
 */

/* False: it has no word. */
static bool find_first(walk *w) {
    const lede_word *words = w->m->d->words.items;
    w->first = w->covered = w->sentence->first_word;
    w->end = w->first + w->sentence->word_count;
    w->transition = false;
    while (w->first < w->end && words[w->first].kind == LEDE_WORD_MARK) {
        w->first++;
    }
    return w->first < w->end;
}

static void read_words(walk *w) {
    const lede_word *words = w->m->d->words.items;
    uint32_t passives = w->s->hits[LEDE_HIT_PASSIVE];
    for (uint32_t i = w->first; i < w->end; i++) {
        if (words[i].kind == LEDE_WORD_WORD && w->kinds[words[i].term] != 0) {
            look_at(w, i, w->kinds[words[i].term]);
        }
    }
    w->s->passive_sentences += w->s->hits[LEDE_HIT_PASSIVE] > passives;
}

static bool read_sentences(walk *w, opener_runs *runs) {
    const lede_document *d = w->m->d;
    openers o = openers_begin(w->m, w->s, runs);
    bool done = true;
    for (uint32_t i = 0; i < d->sentences.count && done; i++) {
        w->sentence = &d->sentences.items[i];
        if (w->m->counted[i] != 0 && find_first(w)) {
            read_words(w);
            done = openers_note(&o, i, w->first, w->transition) && !w->no_memory;
        } else if (w->sentence->role == LEDE_ROLE_HEADING) {
            done = openers_break(&o);
        }
    }
    return done && openers_break(&o);
}

/* Long words are found in every language, hard ones where there are syllables. */
static uint32_t known_kinds(const measured *m) {
    uint32_t lists = word_lists_known(m->d->pack), kinds = kinds_of_lists(lists) & ~HEAD;
    bool syllables = false;
    if ((lists & WORD_LIST_PARTICIPLE) == 0) {
        kinds &= ~KIND(LEDE_HIT_PASSIVE);
    }
    for (size_t i = 0; i < m->d->terms.count && !syllables; i++) {
        syllables = m->facts[i].syllables > 0;
    }
    return kinds | KIND(LEDE_HIT_LONG_WORD) | (syllables ? KIND(LEDE_HIT_HARD_WORD) : 0);
}

bool style_measure(const measured *m, lede_statistics *s, style_hits *hits,
                   opener_runs *runs) {
    size_t bytes = m->d->terms.count + 1;
    uint8_t *kinds = memory_allocate(m->allocator, bytes);
    walk w = {.m = m, .s = s, .hits = hits, .names = names_of(m->d), .kinds = kinds};
    if (kinds == NULL) {
        return false;
    }
    memset(s->hits, 0, sizeof s->hits);
    s->passive_sentences = 0;
    s->hit_kinds = known_kinds(m);
    find_kinds(m, kinds);
    bool done = read_sentences(&w, runs);
    memory_free(m->allocator, kinds, bytes);
    return done;
}
