/* SPDX-License-Identifier: MIT */
#include "repeat/echoes.h"

#include <stdlib.h>
#include <string.h>

#define OVERUSED_MOST 10u
#define OVERUSED_COUNT 5u
#define OVERUSED_PER_CENT 1u

typedef struct candidate {
    uint32_t class;
    uint32_t first; /* word of the body */
    uint32_t count;
} candidate;

/* A neighbour of a word: those of one class and side stand together when sorted. */
typedef struct neighbour {
    uint64_t who;  /* class, side */
    uint32_t word; /* of the body: the word itself */
} neighbour;

typedef VEC_OF(neighbour) neighbour_list;

typedef struct finder {
    repeats_work *w;
    candidate best[OVERUSED_MOST];
    uint32_t count;
    bool more;
    uint32_t *index_of; /* of each class its index in best; LEDE_NONE */
    neighbour_list neighbours;
} finder;

/* ---- Which --------------------------------------------------------------------------
 */

/* The most frequent first, of equals the first in the text. */
static void offer(finder *f, candidate c) {
    uint32_t at = f->count;
    while (at > 0 && f->best[at - 1].count < c.count) {
        at--;
    }
    f->more = f->more || f->count == OVERUSED_MOST;
    if (at == OVERUSED_MOST) {
        return;
    }
    f->count += f->count < OVERUSED_MOST;
    for (uint32_t i = f->count - 1; i > at; i--) {
        f->best[i] = f->best[i - 1];
    }
    f->best[at] = c;
}

/* index_of marks those that were seen. */
static void find_words(finder *f) {
    const stream *s = &f->w->body;
    uint64_t words = s->words.count;
    for (uint32_t i = 0; i < s->words.count; i++) {
        uint32_t class = stream_class(s, i), count = f->w->counts[class];
        if (count >= OVERUSED_COUNT &&
            (uint64_t)count * 100 >= words * OVERUSED_PER_CENT &&
            f->index_of[class] == LEDE_NONE && echoes_may_be(f->w, i)) {
            f->index_of[class] = 0;
            offer(f, (candidate){class, i, count});
        }
    }
}

/* ---- Frames --------------------------------------------------------------------------
 */

static bool add_neighbour(finder *f, uint32_t i, uint32_t other, unsigned side) {
    if (stream_class(&f->w->body, other) == stream_class(&f->w->body, i) ||
        (f->w->folds.kinds[stream_class(&f->w->body, other)] & FOLD_WORD) == 0) {
        return true;
    }
    neighbour_list *neighbours = &f->neighbours;
    if (!VEC_RESERVE(neighbours, f->w->allocator, 1)) {
        return false;
    }
    uint64_t who = (uint64_t)stream_class(&f->w->body, other) << 1 | side;
    neighbours->items[neighbours->count++] = (neighbour){who, i};
    return true;
}

static bool collect_neighbours(finder *f, uint32_t class) {
    const stream *s = &f->w->body;
    f->neighbours.count = 0;
    for (uint32_t i = 0; i < s->words.count; i++) {
        if (stream_class(s, i) != class) {
            continue;
        }
        bool begins = i == 0 || (s->flags.items[i] & STREAM_BREAK) != 0;
        bool ends =
            i + 1 == s->words.count || (s->flags.items[i + 1] & STREAM_BREAK) != 0;
        if ((!begins && !add_neighbour(f, i, i - 1, 0)) ||
            (!ends && !add_neighbour(f, i, i + 1, 1))) {
            return false;
        }
    }
    return true;
}

static int compare(const void *a, const void *b) {
    const neighbour *x = a, *y = b;
    if (x->who != y->who) {
        return x->who < y->who ? -1 : 1;
    }
    return (x->word > y->word) - (x->word < y->word);
}

static void offer_frame(finder *f, lede_overused *o, const neighbour *of,
                        uint32_t count) {
    uint32_t at = o->frame_count, after = of->who & 1;
    const uint32_t *words = f->w->body.words.items;
    lede_frame frame = {words[of->word - (after ? 0 : 1)], words[of->word + after],
                        count};
    while (at > 0 && (o->frames[at - 1].count < count ||
                      (o->frames[at - 1].count == count &&
                       o->frames[at - 1].first_word > frame.first_word))) {
        at--;
    }
    if (at == LEDE_FRAMES) {
        return;
    }
    o->frame_count += o->frame_count < LEDE_FRAMES;
    for (uint32_t i = o->frame_count - 1; i > at; i--) {
        o->frames[i] = o->frames[i - 1];
    }
    o->frames[at] = frame;
}

static void find_frames(finder *f, lede_overused *o) {
    const neighbour *n = f->neighbours.items;
    size_t count = f->neighbours.count;
    if (count > 1) {
        qsort(f->neighbours.items, count, sizeof *n, compare);
    }
    for (size_t i = 0, next = 0; i < count; i = next) {
        while (next < count && n[next].who == n[i].who) {
            next++;
        }
        if (next - i > 1) {
            offer_frame(f, o, &n[i], (uint32_t)(next - i));
        }
    }
}

/* ---- All of it ----------------------------------------------------------------------
 */

static bool add_places(finder *f, const candidate *c, lede_overused *o) {
    const stream *s = &f->w->body;
    lede_repeats *r = f->w->r;
    uint32_t places = 0;
    if (!VEC_RESERVE(&r->places, f->w->allocator, LEDE_REPEAT_PLACES)) {
        return false;
    }
    o->first_place = (uint32_t)r->places.count;
    for (uint32_t i = c->first; i < s->words.count; i++) {
        if (stream_class(s, i) == c->class && places < LEDE_REPEAT_PLACES) {
            r->places.items[r->places.count++] = repeats_place(s, i, i);
            places++;
        }
    }
    o->place_count = places;
    r->facts.capped |= places < c->count ? LEDE_CAPPED_PLACES : 0u;
    return true;
}

static bool add_word(finder *f, const candidate *c) {
    lede_repeats *r = f->w->r;
    lede_overused o = {.count = c->count, .keyness = repeats_keyness(f->w, c->class)};
    o.accepted = echoes_accepted(f->w, c->class);
    if (!VEC_RESERVE(&r->overused, f->w->allocator, 1) || !add_places(f, c, &o) ||
        !collect_neighbours(f, c->class)) {
        return false;
    }
    find_frames(f, &o);
    r->overused.items[r->overused.count++] = o;
    return true;
}

static bool add_words(finder *f) {
    bool fine = true;
    for (uint32_t i = 0; fine && i < f->count; i++) {
        fine = add_word(f, &f->best[i]);
    }
    return fine;
}

bool overused_find(repeats_work *w) {
    finder f = {.w = w};
    size_t bytes = ((size_t)w->folds.terms + 1) * sizeof *f.index_of;
    f.index_of = memory_allocate(w->allocator, bytes);
    bool fine = f.index_of != NULL;
    if (fine) {
        memset(f.index_of, 0xFF, bytes);
        find_words(&f);
        fine = add_words(&f);
    }
    w->r->facts.capped |= f.more ? LEDE_CAPPED_WORDS : 0u;
    memory_free(w->allocator, f.index_of, bytes);
    VEC_FREE(&f.neighbours, w->allocator);
    return fine;
}
