/* SPDX-License-Identifier: MIT */
/* Where the listed phrases stand, and how many words could be left out. */
#include "repeat/listed.h"

typedef VEC_OF(uint32_t) word_list;

typedef struct placing {
    listed *l;
    found_phrase *found;
    uint32_t reach;       /* behind the last word of a listed phrase so far */
    uint32_t painted;     /* behind the last redundant word */
    uint32_t painted_own; /* and of stock phrases and formulas */
    word_list own;        /* words of the body that are these, ascending */
} placing;

/* ---- Redundant words -----------------------------------------------------------------
 */

/* Words that were painted before are not painted again. */
static bool paint(placing *g, const found_phrase *f, uint32_t place) {
    lede_repeats_facts *facts = &g->l->w->r->facts;
    uint32_t end = place + f->words;
    if (f->accepted || f->group == LEDE_REPEAT_NAME) {
        return true;
    }
    uint32_t from = place > g->painted ? place : g->painted;
    facts->redundant += end > from ? end - from : 0;
    g->painted = end > g->painted ? end : g->painted;
    if (f->group == LEDE_REPEAT_TOPIC) {
        return true;
    }
    from = place > g->painted_own ? place : g->painted_own;
    word_list *own = &g->own;
    if (end > from && !VEC_RESERVE(own, g->l->w->allocator, end - from)) {
        return false;
    }
    for (; from < end; from++) {
        own->items[own->count++] = repeated_at(g->l->p, from);
    }
    g->painted_own = end > g->painted_own ? end : g->painted_own;
    return true;
}

static double per_thousand(uint64_t count, uint64_t words) {
    return words > 0 ? (double)count * 1000.0 / (double)words : 0;
}

/* The window of most of them, of equal ones the first. */
static void find_window(const placing *g, uint32_t *first, uint32_t *most) {
    size_t end = 0;
    for (size_t begin = 0; begin < g->own.count; begin++) {
        while (end < g->own.count &&
               g->own.items[end] - g->own.items[begin] < LEDE_REDUNDANCY_WINDOW) {
            end++;
        }
        if (end - begin > *most) {
            *most = (uint32_t)(end - begin);
            *first = g->own.items[begin];
        }
    }
}

static void sum_up(const placing *g) {
    lede_repeats_facts *facts = &g->l->w->r->facts;
    uint32_t first = 0, most = 0;
    find_window(g, &first, &most);
    facts->redundant_stock = g->own.count;
    facts->per_1000 = per_thousand(facts->redundant, facts->words);
    facts->stock_per_1000 = per_thousand(facts->redundant_stock, facts->words);
    facts->window_words = facts->words < LEDE_REDUNDANCY_WINDOW ? (uint32_t)facts->words
                                                                : LEDE_REDUNDANCY_WINDOW;
    facts->window_per_1000 = per_thousand(most, facts->window_words);
    if (most > 0) {
        facts->window_first = stream_sentence(&g->l->w->body, first);
    }
}

/* ---- Places --------------------------------------------------------------------------
 */

static bool add_place(placing *g, const found_phrase *f, uint32_t item, uint32_t place) {
    listed *l = g->l;
    listed_phrase *of = &l->items.items[item];
    uint32_t end = place + f->words;
    bool nested = g->reach >= end;
    g->reach = end > g->reach ? end : g->reach;
    if (of->body == LEDE_REPEAT_PLACES) {
        l->w->r->facts.capped |= LEDE_CAPPED_PLACES;
        return true;
    }
    if (!VEC_RESERVE(&l->body, l->w->allocator, 1)) {
        return false;
    }
    lede_repeat_place at =
        repeats_place(&l->w->body, repeated_at(l->p, place), repeated_at(l->p, end - 1));
    at.flags |= nested ? LEDE_PLACE_NESTED : 0u;
    l->body.items[l->body.count++] = (listed_place){item, at};
    of->body++;
    return true;
}

/* The first time is not redundant. */
static bool see_place(placing *g, uint32_t found, uint32_t place) {
    found_phrase *f = &g->found[found];
    uint32_t item = g->l->number_of[found];
    if (!repeated_counts(g->l->p, f, place)) {
        return true;
    }
    bool again = f->free != 0;
    f->free = place + f->words;
    return (!again || paint(g, f, place)) &&
           (item == LEDE_NONE || add_place(g, f, item, place));
}

bool listed_places(listed *l) {
    const repeated *p = l->p;
    placing g = {.l = l, .found = p->found.items};
    bool fine = true;
    for (size_t i = 0; i < p->found.count; i++) {
        g.found[i].free = 0;
    }
    for (uint32_t place = 0; fine && p->found.count > 0 && place < p->symbols.text.count;
         place++) {
        for (uint32_t i = walk_first(&p->walk, place); fine && i != INTERVAL_NONE;
             i = walk_next(&p->walk, i)) {
            fine = see_place(&g, p->walk.items[i], place);
        }
    }
    sum_up(&g);
    VEC_FREE(&g.own, l->w->allocator);
    return fine;
}

/* ---- Headings ------------------------------------------------------------------------
 */

static bool add_heading(listed *l, const class_run *run, uint32_t at) {
    listed_phrase *of = &l->items.items[run->item];
    if (at < of->free) {
        return true;
    }
    of->free = at + run->count;
    of->in_headings++;
    if (of->body + of->headings == LEDE_REPEAT_PLACES) {
        l->w->r->facts.capped |= LEDE_CAPPED_PLACES;
        return true;
    }
    if (!VEC_RESERVE(&l->headings, l->w->allocator, 1)) {
        return false;
    }
    lede_repeat_place place = repeats_place(&l->w->headings, at, at + run->count - 1);
    place.before = LEDE_NONE;
    place.flags |= LEDE_PLACE_HEADING;
    l->headings.items[l->headings.count++] = (listed_place){run->item, place};
    of->headings++;
    return true;
}

/* The words of a heading from `at` on up to the next break. */
static uint32_t run_length(const stream *s, uint32_t at) {
    uint32_t end = at + 1;
    while (end < s->words.count && (s->flags.items[end] & STREAM_BREAK) == 0) {
        end++;
    }
    return end - at;
}

static bool match_headings(listed *l, const matcher *m, const uint32_t *classes) {
    const stream *s = &l->w->headings;
    for (uint32_t at = 0, left = 0; at < s->words.count; at++, left--) {
        left = left > 0 ? left : run_length(s, at);
        match from = match_begin(m, classes + at, left);
        const class_run *run = NULL;
        while ((run = match_next(m, &from)) != NULL) {
            if (!add_heading(l, run, at)) {
                return false;
            }
        }
    }
    return true;
}

#define HEADING_WORDS 64u /* phrases of more words are not looked for in headings */

static bool add_phrases(const listed *l, matcher *m) {
    uint32_t classes[HEADING_WORDS];
    for (uint32_t i = 0; i < l->items.count; i++) {
        const found_phrase *f = &l->p->found.items[l->items.items[i].found];
        if (f->words <= HEADING_WORDS) {
            listed_classes(l->p, f, classes);
            if (!matcher_add(m, classes, f->words, i)) {
                return false;
            }
        }
    }
    matcher_ready(m);
    return true;
}

bool listed_headings(listed *l) {
    const stream *s = &l->w->headings;
    size_t bytes = s->words.count * sizeof(uint32_t);
    if (s->words.count == 0 || l->items.count == 0) {
        return true;
    }
    matcher m = {.allocator = l->w->allocator};
    uint32_t *classes = memory_allocate(l->w->allocator, bytes);
    bool fine = classes != NULL && add_phrases(l, &m);
    for (uint32_t i = 0; fine && i < s->words.count; i++) {
        classes[i] = stream_class(s, i);
    }
    fine = fine && match_headings(l, &m, classes);
    memory_free(l->w->allocator, classes, bytes);
    matcher_free(&m);
    return fine;
}
