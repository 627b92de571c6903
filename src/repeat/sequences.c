/* SPDX-License-Identifier: MIT */
#include "repeat/sequences.h"

#include <string.h>

/* Of an interval, while sequences are looked for. */
typedef struct look {
    uint32_t length; /* of the longest that is complete; 0: none is */
    uint32_t next;   /* the next larger interval that is kept */
    uint32_t number; /* of the sequence found; NOBODY: not met yet */
    uint32_t free;   /* the first place behind its last time */
    bool covered;    /* a longer one is repeated as often */
} look;

#define NOBODY UINT32_MAX

typedef struct finder {
    const intervals *t;
    const uint8_t *classes;
    look *looks;
    uint32_t *order;   /* intervals, those of fewer symbols first */
    uint32_t *content; /* by place: how many words of content stand before it */
    uint32_t *last;    /* by place: one more than the last content up to it */
    sequences *out;
} finder;

static uint32_t interval_count(const finder *f) {
    return (uint32_t)f->t->items.count;
}

/* ---- Edges ------------------------------------------------------------------- */

static void find_content(finder *f) {
    const symbol_text *text = &f->t->text;
    uint32_t content = 0, last = 0;
    for (uint32_t i = 0; i < text->count; i++) {
        f->content[i] = content;
        if ((f->classes[text->items[i]] & SYMBOL_CONTENT) != 0) {
            content++;
            last = i + 1;
        }
        f->last[i] = last;
    }
    f->content[text->count] = content;
}

/* Is what lies between these places a phrase or a formula? It ends in content. */
static bool is_complete(const finder *f, uint32_t begin, uint32_t end,
                        sequence_kind *kind) {
    unsigned class = f->classes[f->t->text.items[begin]];
    bool content = (class & SYMBOL_CONTENT) != 0;
    *kind = content ? SEQUENCE_PHRASE : SEQUENCE_FORMULA;
    return content ? f->content[end] - f->content[begin] >= 2
                   : (class & SYMBOL_OPENS) != 0 && end - begin >= FORMULA_WORDS;
}

/* The longest sequence that the interval stands for and its parent does not. */
static uint32_t sequence_length(const finder *f, const interval *v) {
    sequence_kind kind;
    uint32_t begin = f->t->suffixes[v->first];
    uint32_t end = f->last[begin + v->length - 1];
    uint32_t least = v->parent != INTERVAL_NONE ? f->t->items.items[v->parent].length : 0;
    if (end <= begin + least || !is_complete(f, begin, end, &kind)) {
        return 0;
    }
    return end - begin;
}

/* ---- What is part of a longer one -------------------------------------------- */

/* By length: a counting sort. */
static bool sort_intervals(finder *f) {
    uint32_t n = interval_count(f), most = f->t->text.count, sum = 0;
    size_t bytes = ((size_t)most + 2) * sizeof(uint32_t);
    uint32_t *places = memory_allocate(f->t->allocator, bytes);
    if (places == NULL) {
        return false;
    }
    memset(places, 0, bytes);
    for (uint32_t i = 0; i < n; i++) {
        places[f->t->items.items[i].length]++;
    }
    for (uint32_t length = 0; length <= most; length++) {
        uint32_t count = places[length];
        places[length] = sum;
        sum += count;
    }
    for (uint32_t i = 0; i < n; i++) {
        f->order[places[f->t->items.items[i].length]++] = i;
    }
    memory_free(f->t->allocator, places, bytes);
    return true;
}

/* Longer ones first: what always stands behind the same word is part of the sequence
 * that begins with it, which may be complete or part of one. Where both are complete
 * they end at the same word. */
static void find_covered(finder *f) {
    for (uint32_t i = interval_count(f); i-- > 0;) {
        look *l = &f->looks[f->order[i]];
        uint32_t before = intervals_before(f->t, f->order[i]);
        l->covered = before != INTERVAL_NONE &&
                     (f->looks[before].length > 0 || f->looks[before].covered);
    }
}

static bool is_kept(const look *l) {
    return l->length > 0 && !l->covered;
}

/* Long ones until their places are too many; what is left out is not found. */
static void cap(finder *f) {
    uint64_t left = (uint64_t)f->t->text.count * SEQUENCES_ALL;
    for (uint32_t i = interval_count(f); i-- > 0;) {
        const interval *v = &f->t->items.items[f->order[i]];
        look *l = &f->looks[f->order[i]];
        uint32_t places = v->last - v->first + 1;
        if (!is_kept(l) || l->length <= SEQUENCES_ALL) {
            continue;
        }
        if (places > left) {
            l->length = 0;
            f->out->capped = true;
        } else {
            left -= places;
        }
    }
}

/* ---- Counts ------------------------------------------------------------------ */

/* Shorter ones first. */
static void chain_kept(finder *f) {
    for (uint32_t i = 0; i < interval_count(f); i++) {
        uint32_t parent = f->t->items.items[f->order[i]].parent;
        look *l = &f->looks[f->order[i]];
        l->next = parent == INTERVAL_NONE      ? INTERVAL_NONE
                  : is_kept(&f->looks[parent]) ? parent
                                               : f->looks[parent].next;
        l->number = NOBODY;
    }
}

static bool count_place(finder *f, uint32_t i, uint32_t place) {
    look *l = &f->looks[i];
    if (l->number == NOBODY) {
        sequence found = {place, l->length, i, 0, SEQUENCE_PHRASE};
        if (!VEC_RESERVE(&f->out->items, f->t->allocator, 1)) {
            return false;
        }
        (void)is_complete(f, place, place + l->length, &found.kind);
        l->number = (uint32_t)f->out->items.count;
        f->out->items.items[f->out->items.count++] = found;
    }
    if (place >= l->free) {
        f->out->items.items[l->number].count++;
        l->free = place + l->length;
    }
    return true;
}

/* The intervals that a suffix is in, from the smallest on. */
static bool count_places(finder *f) {
    for (uint32_t place = 0; place < f->t->text.count; place++) {
        uint32_t i = f->t->leaves[f->t->ranks[place]];
        if (i != INTERVAL_NONE && !is_kept(&f->looks[i])) {
            i = f->looks[i].next;
        }
        for (; i != INTERVAL_NONE; i = f->looks[i].next) {
            if (!count_place(f, i, place)) {
                return false;
            }
        }
    }
    return true;
}

/* ---- All of it --------------------------------------------------------------- */

static size_t looks_size(const finder *f) {
    return ((size_t)interval_count(f) + 1) * sizeof *f->looks;
}

static size_t order_size(const finder *f) {
    return ((size_t)interval_count(f) + 1) * sizeof *f->order;
}

static size_t places_size(const finder *f) {
    return ((size_t)f->t->text.count + 1) * sizeof(uint32_t);
}

static bool open_finder(finder *f) {
    const lede_allocator *allocator = f->t->allocator;
    f->looks = memory_allocate(allocator, looks_size(f));
    f->order = memory_allocate(allocator, order_size(f));
    f->content = memory_allocate(allocator, places_size(f));
    f->last = memory_allocate(allocator, places_size(f));
    if (f->looks == NULL || f->order == NULL || f->content == NULL || f->last == NULL) {
        return false;
    }
    memset(f->looks, 0, looks_size(f));
    return true;
}

static void close_finder(finder *f) {
    const lede_allocator *allocator = f->t->allocator;
    memory_free(allocator, f->looks, f->looks != NULL ? looks_size(f) : 0);
    memory_free(allocator, f->order, f->order != NULL ? order_size(f) : 0);
    memory_free(allocator, f->content, f->content != NULL ? places_size(f) : 0);
    memory_free(allocator, f->last, f->last != NULL ? places_size(f) : 0);
}

static bool find(finder *f) {
    find_content(f);
    for (uint32_t i = 0; i < interval_count(f); i++) {
        f->looks[i].length = sequence_length(f, &f->t->items.items[i]);
    }
    if (!sort_intervals(f)) {
        return false;
    }
    find_covered(f);
    cap(f);
    chain_kept(f);
    return count_places(f);
}

/* Those whose places overlap may not be there twice. */
static void drop_single(sequences *c) {
    size_t kept = 0;
    for (size_t i = 0; i < c->items.count; i++) {
        if (c->items.items[i].count > 1) {
            c->items.items[kept++] = c->items.items[i];
        }
    }
    c->items.count = kept;
}

bool sequences_find(const intervals *t, const uint8_t *classes, sequences *out) {
    finder f = {.t = t, .classes = classes, .out = out};
    *out = (sequences){.capped = false};
    bool fine = open_finder(&f) && find(&f);
    close_finder(&f);
    drop_single(out);
    return fine;
}

void sequences_free(sequences *c, const lede_allocator *allocator) {
    VEC_FREE(&c->items, allocator);
}
