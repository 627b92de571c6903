/* SPDX-License-Identifier: MIT */
#include "measure/style.h"

#include "lang/fog.h"
#include "lang/syllables.h"
#include "lang/word_lists.h"
#include "measure/names.h"
#include "measure/passive.h"
#include "measure/phrases.h"
#include "text/entries.h"

#include <string.h>

#define LONG_LETTERS 12u /* a long word has more */

/* What to look for at the words of a term. */
#define KIND(kind) (1u << (kind))
#define HEDGE_HEAD KIND(LEDE_HIT_COUNT) /* a phrase may begin here */
#define TRANSITION_HEAD KIND(LEDE_HIT_COUNT + 1)
#define HEDGES (KIND(LEDE_HIT_HEDGE) | HEDGE_HEAD)
#define TRANSITIONS (KIND(LEDE_HIT_TRANSITION) | TRANSITION_HEAD)

/* Hits of one word or several. */
typedef struct listed {
    phrases known;
    lede_hit_kind kind;
    uint32_t head;
    uint32_t covered; /* entries before it are part of the last */
} listed;

typedef struct walk {
    const measured *m;
    lede_statistics *s;
    style_hits *hits; /* NULL: only counts */
    names names;
    listed hedges;
    listed transitions;
    const uint16_t *kinds; /* of each term */
    const lede_sentence *sentence;
    uint32_t first;   /* its first word that is no mark */
    uint32_t end;     /* behind its last entry */
    uint32_t passive; /* behind its last passive, so far */
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
                 {WORD_LIST_TRANSITION, KIND(LEDE_HIT_TRANSITION)}};
    uint32_t found = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        found |= (lists & kinds[i].list) != 0 ? kinds[i].kind : 0;
    }
    return found;
}

static uint32_t find_heads(const walk *w, uint32_t term) {
    bool hedge = phrases_have_head(&w->hedges.known, term);
    bool transition = phrases_have_head(&w->transitions.known, term);
    return (hedge ? HEDGE_HEAD : 0) | (transition ? TRANSITION_HEAD : 0);
}

#define LOOKED_FOR                                                                       \
    ((uint32_t)(WORD_LIST_PASSIVE | WORD_LIST_NOMINALISATION | WORD_LIST_ADVERB |        \
                WORD_LIST_HEDGE | WORD_LIST_TRANSITION))

/* Most terms are of no kind. */
static void find_kinds(const walk *w, uint16_t *kinds) {
    const lede_document *d = w->m->d;
    for (uint32_t i = 0; i < d->terms.count; i++) {
        const word_facts *f = &w->m->facts[i];
        const lede_term *t = &d->terms.items[i];
        uint32_t found = (f->flags & WORD_FACT_HARD) != 0 ? KIND(LEDE_HIT_HARD_WORD) : 0;
        if ((f->lists & LOOKED_FOR) != 0) {
            found |= kinds_of_lists(f->lists);
        }
        if ((f->lists & WORD_LIST_PHRASE_HEAD) != 0) {
            found |= find_heads(w, i);
        }
        if (t->letters > LONG_LETTERS && is_long(d, t)) {
            found |= KIND(LEDE_HIT_LONG_WORD);
        }
        kinds[i] = (uint16_t)found;
    }
}

/* ---- Words ----------------------------------------------------------------------------
 */

/* Transitions lead over where something begins: the sentence, or behind a comma. */
static bool begins_something(const walk *w, uint32_t i) {
    if (i == w->first) {
        return true;
    }
    const lede_word *before = &w->m->d->words.items[i - 1];
    return entry_is_mark(before, MARK_PAUSE) && before->term != '%';
}

/* The words of the hit that begins here, the longest; 0: none does. */
static uint32_t listed_at(const walk *w, const listed *l, uint32_t i) {
    uint32_t kinds = w->kinds[w->m->d->words.items[i].term];
    uint32_t words = (kinds & l->head) != 0 ? phrases_at(&l->known, i, w->end) : 0;
    uint32_t alone = (kinds & KIND(l->kind)) != 0 ? 1 : 0;
    return words > 0 ? words : alone;
}

static uint32_t add_listed(walk *w, listed *l, uint32_t i) {
    uint32_t words = i < l->covered ? 0 : listed_at(w, l, i);
    if (words > 0) {
        l->covered = i + words;
        add_hit(w, l->kind, i, words);
    }
    return words;
}

static void look_for_transition(walk *w, uint32_t i) {
    uint32_t words = begins_something(w, i) ? add_listed(w, &w->transitions, i) : 0;
    w->transition = w->transition || (i == w->first && words > 1);
}

static void look_for_passive(walk *w, uint32_t i) {
    lede_span found = passive_find(w->m, (lede_span){w->passive, w->end}, i);
    if (found.end > 0) {
        w->passive = found.end;
        add_hit(w, LEDE_HIT_PASSIVE, found.begin, found.end - found.begin);
    }
}

/* "May" inside a sentence is the month, "Florence" no nominalisation. */
static void look_for_style(walk *w, uint32_t i, uint32_t kinds) {
    if (names_capital(&w->names, w->sentence, i)) {
        return;
    }
    if ((kinds & KIND(LEDE_HIT_NOMINALISATION)) != 0) {
        add_hit(w, LEDE_HIT_NOMINALISATION, i, 1);
    }
    if ((kinds & KIND(LEDE_HIT_ADVERB)) != 0) {
        add_hit(w, LEDE_HIT_ADVERB, i, 1);
    }
    if ((kinds & HEDGES) != 0) {
        add_listed(w, &w->hedges, i);
    }
    if ((kinds & TRANSITIONS) != 0) {
        look_for_transition(w, i);
    }
}

static void look_at(walk *w, uint32_t i, uint32_t kinds) {
    if ((kinds & KIND(LEDE_HIT_PASSIVE)) != 0) {
        look_for_passive(w, i);
    }
    look_for_style(w, i, kinds);
    if ((kinds & KIND(LEDE_HIT_HARD_WORD)) != 0 &&
        !names_has(&w->names, w->sentence, i)) {
        add_hit(w, LEDE_HIT_HARD_WORD, i, 1);
    }
    if ((kinds & KIND(LEDE_HIT_LONG_WORD)) != 0) {
        add_hit(w, LEDE_HIT_LONG_WORD, i, 1);
    }
}

/* Most words with kinds could only begin phrases, of which there are none. */
static bool is_worth_a_look(const walk *w, uint32_t i, uint32_t kinds) {
    if ((kinds & ~(TRANSITIONS | HEDGE_HEAD)) != 0) {
        return true;
    }
    return ((kinds & HEDGE_HEAD) != 0 && phrases_at(&w->hedges.known, i, w->end) > 0) ||
           ((kinds & TRANSITIONS) != 0 && begins_something(w, i));
}

/* ---- Sentences ------------------------------------------------------------------------
 */

/* False: it has no word. */
static bool find_first(walk *w) {
    w->first = openers_first_word(w->m->d, w->sentence);
    w->end = w->sentence->first_word + w->sentence->word_count;
    w->transition = false;
    w->passive = w->first;
    return w->first < w->end;
}

static void read_words(walk *w) {
    const lede_word *words = w->m->d->words.items;
    uint32_t passives = w->s->hits[LEDE_HIT_PASSIVE];
    for (uint32_t i = w->first, end = w->end; i < end; i++) {
        uint32_t kinds = words[i].kind == LEDE_WORD_WORD ? w->kinds[words[i].term] : 0;
        if (kinds != 0 && is_worth_a_look(w, i, kinds)) {
            look_at(w, i, kinds);
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

/* ---- The whole
 * ------------------------------------------------------------------------- */

/* Long words are found in every language, hard ones where there are syllables. */
static uint32_t known_kinds(const measured *m) {
    uint32_t lists = word_lists_known(m->d->pack), kinds = kinds_of_lists(lists);
    bool hard = fog_is_known(m->d->pack) && syllables_known(m->d->pack);
    if ((lists & WORD_LIST_PARTICIPLE) == 0) {
        kinds &= ~KIND(LEDE_HIT_PASSIVE);
    }
    return kinds | KIND(LEDE_HIT_LONG_WORD) | (hard ? KIND(LEDE_HIT_HARD_WORD) : 0);
}

/* False: no memory. */
static bool open_phrases(walk *w) {
    const lede_document *d = w->m->d;
    w->hedges.kind = LEDE_HIT_HEDGE;
    w->hedges.head = HEDGE_HEAD;
    w->transitions.kind = LEDE_HIT_TRANSITION;
    w->transitions.head = TRANSITION_HEAD;
    bool hedges = phrases_open(&w->hedges.known, d, w->m->allocator, WORD_LIST_HEDGE);
    bool transitions =
        phrases_open(&w->transitions.known, d, w->m->allocator, WORD_LIST_TRANSITION);
    return hedges && transitions;
}

bool style_measure(const measured *m, lede_statistics *s, style_hits *hits,
                   opener_runs *runs) {
    size_t bytes = (m->d->terms.count + 1) * sizeof(uint16_t);
    uint16_t *kinds = memory_allocate(m->allocator, bytes);
    walk w = {.m = m, .s = s, .hits = hits, .names = names_of(m->d), .kinds = kinds};
    bool done = open_phrases(&w) && kinds != NULL;
    memset(s->hits, 0, sizeof s->hits);
    s->passive_sentences = 0;
    s->hit_kinds = known_kinds(m);
    if (done) {
        find_kinds(&w, kinds);
        done = read_sentences(&w, runs);
    }
    phrases_free(&w.hedges.known, m->allocator);
    phrases_free(&w.transitions.known, m->allocator);
    memory_free(m->allocator, kinds, kinds != NULL ? bytes : 0);
    return done;
}
