/* SPDX-License-Identifier: MIT */
#include "repeat/sequences.h"

#include <string.h>

/* Of an interval, while sequences are looked for. */
typedef struct look {
    uint32_t length;  /* of the longest that is complete; 0: none is */
    uint32_t next;    /* the next larger interval that is kept */
    uint32_t number;  /* of the sequence found; NOBODY: not met yet */
    uint32_t free;    /* the first place behind its last time */
    uint32_t low;     /* the first of its places */
    uint32_t high;    /* and the last */
    uint32_t covered; /* how many of its words a longer one has that is there as often */
} look;

#define NOBODY UINT32_MAX

typedef struct finder {
    const intervals *t;
    const uint8_t *classes;
    look *looks;
    uint32_t *order;   /* intervals, those of fewer symbols first */
    uint32_t *content; /* by place: how many words of content stand before it */
    uint32_t *last; /* by place: one more than the last that may end a phrase up to it */
    sequences *out;
    const sequence_rules *rules;
} finder;

static uint32_t interval_count(const finder *f) {
    return (uint32_t)f->t->items.count;
}

/* ---- Edges ------------------------------------------------------------------- */

static bool opens_phrase(unsigned class) {
    return (class & (SYMBOL_CONTENT | SYMBOL_NOT_FIRST)) == SYMBOL_CONTENT;
}

static bool ends_phrase(unsigned class) {
    return (class & (SYMBOL_CONTENT | SYMBOL_NOT_LAST)) == SYMBOL_CONTENT;
}

static void find_content(finder *f) {
    const symbol_text *text = &f->t->text;
    uint32_t content = 0;
    for (uint32_t i = 0; i < text->count; i++) {
        unsigned class = f->classes[text->items[i]];
        uint32_t last = i > 0 ? f->last[i - 1] : 0;
        f->content[i] = content;
        content += (class & SYMBOL_CONTENT) != 0;
        f->last[i] = ends_phrase(class) ? i + 1 : last;
    }
    f->content[text->count] = content;
}

/* Is what lies between these places a phrase or a formula? It ends in content. */
static bool is_complete(const finder *f, uint32_t begin, uint32_t end,
                        sequence_kind *kind) {
    unsigned class = f->classes[f->t->text.items[begin]];
    bool content = opens_phrase(class);
    *kind = content ? SEQUENCE_PHRASE : SEQUENCE_FORMULA;
    return content ? f->content[end] - f->content[begin] >= 2
                   : (class & SYMBOL_OPENS) != 0 && end - begin >= FORMULA_WORDS;
}

static bool stands(const finder *f, const interval *v, uint32_t length) {
    bool finished = f->rules->finished == NULL;
    for (uint32_t rank = v->first; rank <= v->last && !finished; rank++) {
        finished = f->rules->finished(f->rules->context, f->t->suffixes[rank], length);
    }
    return finished;
}

/* The longest sequence that the interval stands for and its parent does not, of at most
 * `most` words, that is there twice without overlap; 0: there is none. */
static uint32_t sequence_length(const finder *f, uint32_t i, uint32_t most) {
    sequence_kind kind;
    const interval *v = &f->t->items.items[i];
    uint32_t begin = f->t->suffixes[v->first], length = v->length;
    uint32_t apart = f->looks[i].high - f->looks[i].low;
    uint32_t least = v->parent != INTERVAL_NONE ? f->t->items.items[v->parent].length : 0;
    length = length < apart ? length : apart;
    length = length < most ? length : most;
    uint32_t end = f->last[begin + length - 1]; /* places differ: length is not 0 */
    return end > begin + least && is_complete(f, begin, end, &kind) ? end - begin : 0;
}

/* What is left of it if it is finished nowhere; 0: nothing. */
static uint32_t finished_length(const finder *f, uint32_t i, uint32_t length) {
    sequence_kind kind;
    const interval *v = &f->t->items.items[i];
    uint32_t begin = f->t->suffixes[v->first], end = begin + length;
    uint32_t least = v->parent != INTERVAL_NONE ? f->t->items.items[v->parent].length : 0;
    while (end > begin + least && begin + length - end <= SEQUENCE_ENDS &&
           is_complete(f, begin, end, &kind)) {
        if (stands(f, v, end - begin)) {
            return end - begin;
        }
        end = end > begin + 1 ? f->last[end - 2] : begin;
    }
    return 0;
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

static void see_place(look *l, uint32_t low, uint32_t high) {
    l->low = low < l->low ? low : l->low;
    l->high = high > l->high ? high : l->high;
}

/* From the suffixes to the smallest intervals, and from these to their parents. */
static void find_places(finder *f) {
    for (uint32_t i = 0; i < interval_count(f); i++) {
        f->looks[i] = (look){.number = NOBODY, .low = UINT32_MAX};
    }
    for (uint32_t rank = 0; rank < f->t->text.count; rank++) {
        uint32_t leaf = f->t->leaves[rank], place = f->t->suffixes[rank];
        if (leaf != INTERVAL_NONE) {
            see_place(&f->looks[leaf], place, place);
        }
    }
    for (uint32_t i = interval_count(f); i-- > 0;) {
        const look *l = &f->looks[f->order[i]];
        uint32_t parent = f->t->items.items[f->order[i]].parent;
        if (parent != INTERVAL_NONE) {
            see_place(&f->looks[parent], l->low, l->high);
        }
    }
}

static uint32_t cut_length(const finder *f, uint32_t number) {
    return finished_length(f, number, sequence_length(f, number, f->rules->most));
}

/* Long ones until their places are too many; of the others the beginnings. */
static void find_lengths(finder *f) {
    uint64_t left = (uint64_t)f->t->text.count * SEQUENCES_ALL;
    for (uint32_t i = interval_count(f); i-- > 0;) {
        uint32_t number = f->order[i];
        const interval *v = &f->t->items.items[number];
        look *l = &f->looks[number];
        uint32_t places = v->last - v->first + 1;
        l->length = sequence_length(f, number, UINT32_MAX);
        if (l->length > SEQUENCES_ALL && places > left) {
            l->length = sequence_length(f, number, SEQUENCES_ALL);
            f->out->capped = true;
        } else if (l->length > SEQUENCES_ALL) {
            left -= places;
        }
        l->length = finished_length(f, number, l->length);
        if (l->length > f->rules->most && cut_length(f, number) == 0) {
            l->length = 0; /* its parts may do */
        }
    }
}

/* Longer ones first: what always stands behind the same word is part of the sequence
 * that begins with it, or of what that is part of, as far as these reach. */
static void find_covered(finder *f) {
    for (uint32_t i = interval_count(f); i-- > 0;) {
        uint32_t number = intervals_before(f->t, f->order[i]);
        if (number != INTERVAL_NONE) {
            const look *before = &f->looks[number];
            uint32_t reach =
                before->length > before->covered ? before->length : before->covered;
            f->looks[f->order[i]].covered = reach > 0 ? reach - 1 : 0;
        }
    }
}

static bool is_kept(const look *l) {
    return l->length > l->covered;
}

/* Of what is longer than wanted the beginning. Its parts are not listed in its place. */
static void cut_lengths(finder *f) {
    for (uint32_t i = 0; i < interval_count(f); i++) {
        look *l = &f->looks[i];
        if (l->length <= f->rules->most) {
            continue;
        }
        uint32_t length = is_kept(l) ? cut_length(f, i) : 0;
        l->length = length;
        l->covered = l->covered < length || length == 0 ? l->covered : length - 1;
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
    }
}

static bool count_place(finder *f, uint32_t i, uint32_t place) {
    look *l = &f->looks[i];
    if (l->number == NOBODY) {
        sequence found = {place, l->length, i, 0, l->covered, SEQUENCE_PHRASE};
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
    return f->looks != NULL && f->order != NULL && f->content != NULL && f->last != NULL;
}

static void close_finder(finder *f) {
    const lede_allocator *allocator = f->t->allocator;
    memory_free(allocator, f->looks, f->looks != NULL ? looks_size(f) : 0);
    memory_free(allocator, f->order, f->order != NULL ? order_size(f) : 0);
    memory_free(allocator, f->content, f->content != NULL ? places_size(f) : 0);
    memory_free(allocator, f->last, f->last != NULL ? places_size(f) : 0);
}

static bool find(finder *f) {
    if (!sort_intervals(f)) {
        return false;
    }
    find_content(f);
    find_places(f);
    find_lengths(f);
    find_covered(f);
    cut_lengths(f);
    chain_kept(f);
    return count_places(f);
}

bool sequences_find(const intervals *t, const uint8_t *classes, sequences *out) {
    static const sequence_rules any = {.finished = NULL, .most = UINT32_MAX};
    return sequences_find_by(t, classes, &any, out);
}

bool sequences_find_by(const intervals *t, const uint8_t *classes,
                       const sequence_rules *rules, sequences *out) {
    finder f = {.t = t, .classes = classes, .out = out, .rules = rules};
    *out = (sequences){.capped = false};
    bool fine = open_finder(&f) && find(&f);
    close_finder(&f);
    return fine;
}

void sequences_free(sequences *c, const lede_allocator *allocator) {
    VEC_FREE(&c->items, allocator);
}
