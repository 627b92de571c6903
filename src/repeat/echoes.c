/* SPDX-License-Identifier: MIT */
#include "repeat/echoes.h"

#include "repeat/best.h"

#include <stdlib.h>
#include <string.h>

/* A word and all that follow within the window of the one before. */
typedef struct chain {
    uint32_t first; /* words of the body */
    uint32_t last;
    uint32_t count;
    uint32_t nearest;
    uint32_t listed; /* index of the echo; LEDE_NONE */
} chain;

typedef VEC_OF(chain) chain_list;

typedef struct finder {
    repeats_work *w;
    uint32_t *last; /* of each class the chain it was last in; LEDE_NONE */
    chain_list chains;
} finder;

bool echoes_may_be(const repeats_work *w, uint32_t i) {
    const unsigned wanted = STREAM_AGAIN | STREAM_CONTENT | STREAM_NAMELESS;
    return (w->body.flags.items[i] & (wanted | STREAM_CHARACTER)) == wanted;
}

bool echoes_accepted(repeats_work *w, uint32_t class) {
    return w->r->accepted.count > 0 &&
           accepted_find(&w->accepted, &class, 1, w->r->accepted.items);
}

/* ---- Chains -------------------------------------------------------------------------
 */

static bool is_long(const repeats_work *w, uint32_t i) {
    const lede_document *d = w->body.d;
    uint32_t term = d->words.items[w->body.words.items[i]].term;
    bool possessive = (w->body.flags.items[i] & STREAM_POSSESSIVE) != 0; /* a letter */
    return d->terms.items[term].letters >= ECHO_LETTERS + possessive;
}

static bool begin_chain(finder *f, uint32_t class, uint32_t i) {
    chain_list *chains = &f->chains;
    if (!VEC_RESERVE(chains, f->w->allocator, 1)) {
        return false;
    }
    f->last[class] = (uint32_t)chains->count;
    chains->items[chains->count++] = (chain){i, i, 1, UINT32_MAX, LEDE_NONE};
    return true;
}

/* A list of its own tells of such words, or the language has them so. */
static bool is_doubled(const repeats_work *w, uint32_t i) {
    return i > 0 && stream_class(&w->body, i - 1) == stream_class(&w->body, i) &&
           (w->body.flags.items[i] & STREAM_BREAK) == 0;
}

static bool may_echo(const repeats_work *w, uint32_t i) {
    return echoes_may_be(w, i) && is_long(w, i) && !is_doubled(w, i);
}

static bool note_word(finder *f, uint32_t i) {
    uint32_t class = stream_class(&f->w->body, i);
    chain *c = f->last[class] != LEDE_NONE ? &f->chains.items[f->last[class]] : NULL;
    uint32_t distance = c != NULL ? i - c->last : 0;
    if (c != NULL && distance > f->w->o->window && c->count == 1) {
        *c = (chain){i, i, 1, UINT32_MAX, LEDE_NONE}; /* nobody needs the old one */
        return true;
    }
    if (c == NULL || distance > f->w->o->window) {
        return begin_chain(f, class, i);
    }
    c->last = i;
    c->count++;
    c->nearest = distance - 1 < c->nearest ? distance - 1 : c->nearest;
    return true;
}

static bool find_chains(finder *f) {
    for (uint32_t i = 0; i < f->w->body.words.count; i++) {
        if (may_echo(f->w, i) && !note_word(f, i)) {
            return false;
        }
    }
    return true;
}

/* ---- The best of them
 * ------------------------------------------------------------------ */

/* The nearest first, of equals the most, then the first. */
static bool echoes_before(const void *context, uint32_t a, uint32_t b) {
    const finder *f = context;
    const chain *x = &f->chains.items[a], *y = &f->chains.items[b];
    if (x->nearest != y->nearest) {
        return x->nearest < y->nearest;
    }
    return x->count != y->count ? x->count > y->count : x->first < y->first;
}

static bool add_echo(finder *f, chain *c) {
    lede_repeats *r = f->w->r;
    uint32_t places = c->count < LEDE_REPEAT_PLACES ? c->count : LEDE_REPEAT_PLACES;
    if (!VEC_RESERVE(&r->echoes, f->w->allocator, 1) ||
        !VEC_RESERVE(&r->places, f->w->allocator, places)) {
        return false;
    }
    c->listed = (uint32_t)r->echoes.count;
    bool accepted = echoes_accepted(f->w, stream_class(&f->w->body, c->first));
    r->echoes.items[r->echoes.count++] =
        (lede_echo){.first_place = (uint32_t)r->places.count,
                    .count = c->count,
                    .nearest = c->nearest,
                    .accepted = accepted};
    r->places.count += places;
    r->facts.capped |= places < c->count ? LEDE_CAPPED_PLACES : 0u;
    return true;
}

static bool choose(finder *f) {
    size_t bytes = LEDE_REPEAT_PHRASES * sizeof(uint32_t);
    best b = {.most = LEDE_REPEAT_PHRASES, .before = echoes_before, .context = f};
    b.items = memory_allocate(f->w->allocator, bytes);
    bool fine = b.items != NULL;
    for (uint32_t i = 0; fine && i < f->chains.count; i++) {
        if (f->chains.items[i].count > 1) {
            best_offer(&b, i);
        }
    }
    best_sort(&b);
    for (uint32_t i = 0; fine && i < b.count; i++) {
        fine = add_echo(f, &f->chains.items[b.items[i]]);
    }
    f->w->r->facts.capped |= b.more ? LEDE_CAPPED_WORDS : 0u;
    memory_free(f->w->allocator, b.items, bytes);
    return fine;
}

/* ---- Places
 * ---------------------------------------------------------------------------- */

/* How many headings stand before each sentence. */
static void count_headings(const repeats_work *w, uint32_t *before) {
    uint32_t headings = 0;
    const lede_document *d = w->body.d;
    for (size_t i = 0; i < d->sentences.count; i++) {
        before[i] = headings;
        headings += d->sentences.items[i].role == LEDE_ROLE_HEADING;
    }
}

/* The first of the two sentences may be a heading itself, where these count. */
static bool headings_between(const finder *f, const uint32_t *before, uint32_t a,
                             uint32_t b) {
    bool heading = f->w->body.d->sentences.items[a].role == LEDE_ROLE_HEADING;
    return a != b && before[b] - before[a] > (heading ? 1u : 0u);
}

static void add_place(finder *f, lede_echo *e, uint32_t i, const uint32_t *headings) {
    lede_repeats *r = f->w->r;
    lede_repeat_place place = repeats_place(&f->w->body, i, i);
    lede_repeat_place *to = &r->places.items[e->first_place + e->place_count];
    bool crosses = e->place_count > 0 &&
                   headings_between(f, headings, to[-1].sentence, place.sentence);
    place.flags |= crosses ? LEDE_PLACE_CROSSES : 0u;
    *to = place;
    e->place_count++;
}

/* The first word of a chain that is listed. */
typedef struct beginning {
    uint32_t word;
    uint32_t chain;
} beginning;

static int compare(const void *a, const void *b) {
    const beginning *x = a, *y = b;
    return (x->word > y->word) - (x->word < y->word);
}

static void sort_beginnings(const finder *f, beginning *out) {
    size_t count = 0;
    for (uint32_t i = 0; i < f->chains.count; i++) {
        if (f->chains.items[i].listed != LEDE_NONE) {
            out[count++] = (beginning){f->chains.items[i].first, i};
        }
    }
    if (count > 1) {
        qsort(out, count, sizeof *out, compare);
    }
}

/* Of each class one chain at a time: the one that began last. */
static void walk_chains(finder *f, const beginning *next, const uint32_t *headings) {
    const stream *s = &f->w->body;
    const beginning *end = next + f->w->r->echoes.count;
    memset(f->last, 0xFF, f->w->folds.terms * sizeof *f->last);
    for (uint32_t i = 0; i < s->words.count; i++) {
        uint32_t class = stream_class(s, i);
        if (next < end && next->word == i) {
            f->last[class] = next->chain;
            next++;
        }
        const chain *c =
            f->last[class] != LEDE_NONE ? &f->chains.items[f->last[class]] : NULL;
        lede_echo *e = c != NULL ? &f->w->r->echoes.items[c->listed] : NULL;
        if (c != NULL && i <= c->last && e->place_count < LEDE_REPEAT_PLACES &&
            may_echo(f->w, i)) {
            add_place(f, e, i, headings);
        }
    }
}

static bool find_places(finder *f, const uint32_t *headings) {
    size_t bytes = (f->w->r->echoes.count + 1) * sizeof(beginning);
    beginning *beginnings = memory_allocate(f->w->allocator, bytes);
    if (beginnings == NULL) {
        return false;
    }
    sort_beginnings(f, beginnings);
    walk_chains(f, beginnings, headings);
    memory_free(f->w->allocator, beginnings, bytes);
    return true;
}

static bool list_echoes(finder *f) {
    size_t bytes = (f->w->body.d->sentences.count + 1) * sizeof(uint32_t);
    uint32_t *headings = memory_allocate(f->w->allocator, bytes);
    bool fine = headings != NULL && choose(f);
    if (fine) {
        count_headings(f->w, headings);
        fine = find_places(f, headings);
    }
    memory_free(f->w->allocator, headings, bytes);
    return fine;
}

bool echoes_find(repeats_work *w) {
    finder f = {.w = w};
    size_t bytes = ((size_t)w->folds.terms + 1) * sizeof *f.last;
    f.last = memory_allocate(w->allocator, bytes);
    bool fine = f.last != NULL;
    if (fine) {
        memset(f.last, 0xFF, bytes);
        fine = find_chains(&f) && list_echoes(&f);
    }
    memory_free(w->allocator, f.last, bytes);
    VEC_FREE(&f.chains, w->allocator);
    return fine;
}
