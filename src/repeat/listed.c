/* SPDX-License-Identifier: MIT */
#include "repeat/listed.h"

#include "repeat/best.h"

#include <string.h>

void listed_classes(const repeated *p, const found_phrase *f, uint32_t *classes) {
    for (uint32_t i = 0; i < f->words; i++) {
        classes[i] = p->symbols.class_of.items[p->symbols.items.items[f->place + i]];
    }
}

/* ---- Accepted ones -------------------------------------------------------------------
 */

/* Entries are short, so of a long phrase nothing has to be compared. */
#define ENTRY_WORDS 256u

static void accept(repeats_work *w, repeated *p) {
    uint32_t classes[ENTRY_WORDS];
    if (w->r->accepted.count == 0) {
        return;
    }
    for (size_t i = 0; i < p->found.count; i++) {
        found_phrase *f = &p->found.items[i];
        if (f->words > ENTRY_WORDS) {
            continue;
        }
        listed_classes(p, f, classes);
        f->accepted =
            accepted_find(&w->accepted, classes, f->words, w->r->accepted.items);
    }
}

/* ---- The order -------------------------------------------------------------------- */

/* Accepted ones last, then by group, cost, how near they are, and place. */
static bool ranks_before(const void *context, uint32_t a, uint32_t b) {
    const repeated *p = context;
    const found_phrase *x = &p->found.items[a], *y = &p->found.items[b];
    uint32_t cost_x = repeated_cost(x), cost_y = repeated_cost(y);
    if (x->accepted != y->accepted) {
        return y->accepted;
    }
    if (x->group != y->group) {
        return x->group < y->group;
    }
    if (cost_x != cost_y) {
        return cost_x > cost_y;
    }
    if (x->nearest != y->nearest) {
        return x->nearest < y->nearest;
    }
    return x->place != y->place ? x->place < y->place : x->words > y->words;
}

bool listed_choose(listed *l) {
    size_t bytes = LEDE_REPEAT_PHRASES * sizeof(uint32_t);
    best b = {.most = LEDE_REPEAT_PHRASES, .before = ranks_before, .context = l->p};
    b.items = memory_allocate(l->w->allocator, bytes);
    if (b.items == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < l->p->found.count; i++) {
        best_offer(&b, i);
    }
    best_sort(&b);
    bool fine = VEC_RESERVE(&l->items, l->w->allocator, b.count);
    for (uint32_t i = 0; fine && i < b.count; i++) {
        l->items.items[l->items.count++] =
            (listed_phrase){.found = b.items[i], .leader = i};
    }
    l->w->r->facts.capped |= b.more ? LEDE_CAPPED_PHRASES : 0u;
    memory_free(l->w->allocator, b.items, bytes);
    return fine;
}

/* ---- The records ------------------------------------------------------------------ */

#define KEYNESS_WORDS 1024u /* of a phrase: a text may have many that are half of it */

static double keyness_of(const listed *l, const found_phrase *f) {
    double sum = 0;
    for (uint32_t i = 0; i < f->words && i < KEYNESS_WORDS; i++) {
        uint32_t symbol = l->p->symbols.items.items[f->place + i];
        if ((l->p->symbols.classes.items[symbol] & SYMBOL_CONTENT) != 0) {
            sum += repeats_keyness(l->w, l->p->symbols.class_of.items[symbol]);
        }
    }
    return sum;
}

static lede_repeat record_of(const listed *l, const listed_phrase *item) {
    const found_phrase *f = &l->p->found.items[item->found];
    return (lede_repeat){.place_count = item->body + item->headings,
                         .count = f->count,
                         .in_headings = item->in_headings,
                         .quoted = f->quoted,
                         .words = f->words,
                         .content = f->content,
                         .cost = repeated_cost(f),
                         .nearest = f->nearest,
                         .leader = item->leader,
                         .keyness = l->w->background != NULL ? keyness_of(l, f) : 0,
                         .group = f->group,
                         .accepted = f->accepted};
}

/* Places go to their phrases in the order in which they were met, those of the body
 * first. */
static bool write_records(listed *l) {
    lede_repeats *r = l->w->r;
    size_t places = l->body.count + l->headings.count;
    uint32_t first = (uint32_t)r->places.count;
    if (!VEC_RESERVE(&r->phrases, l->w->allocator, l->items.count) ||
        !VEC_RESERVE(&r->places, l->w->allocator, places)) {
        return false;
    }
    for (size_t i = 0; i < l->items.count; i++) {
        lede_repeat record = record_of(l, &l->items.items[i]);
        record.first_place = first;
        first += record.place_count;
        r->phrases.items[r->phrases.count++] = record;
        l->items.items[i].headings = record.first_place + l->items.items[i].body;
        l->items.items[i].body = record.first_place;
    }
    for (size_t i = 0; i < l->body.count; i++) {
        const listed_place *at = &l->body.items[i];
        r->places.items[l->items.items[at->phrase].body++] = at->place;
    }
    for (size_t i = 0; i < l->headings.count; i++) {
        const listed_place *at = &l->headings.items[i];
        r->places.items[l->items.items[at->phrase].headings++] = at->place;
    }
    r->places.count = first;
    return true;
}

/* ---- All of it ----------------------------------------------------------------------
 */

static void count_groups(const listed *l) {
    for (size_t i = 0; i < l->p->found.count; i++) {
        const found_phrase *f = &l->p->found.items[i];
        l->w->r->facts.phrases[f->group] += f->accepted ? 0 : 1;
    }
}

static size_t numbers_size(const listed *l) {
    return (l->p->found.count + 1) * sizeof *l->number_of;
}

static void number_items(listed *l) {
    for (uint32_t i = 0; i < l->items.count; i++) {
        l->number_of[l->items.items[i].found] = i;
    }
}

/* First as they rank, then as they stand in families. */
static bool put_in_order(listed *l) {
    l->number_of = memory_allocate(l->w->allocator, numbers_size(l));
    if (l->number_of == NULL || !listed_choose(l)) {
        return false;
    }
    memset(l->number_of, 0xFF, numbers_size(l));
    number_items(l);
    bool fine = listed_families(l);
    number_items(l);
    return fine;
}

static bool list(repeats_work *w, repeated *p) {
    listed l = {.w = w, .p = p};
    accept(w, p);
    count_groups(&l);
    bool fine =
        put_in_order(&l) && listed_places(&l) && listed_headings(&l) && write_records(&l);
    memory_free(w->allocator, l.number_of, numbers_size(&l));
    VEC_FREE(&l.items, w->allocator);
    VEC_FREE(&l.body, w->allocator);
    VEC_FREE(&l.headings, w->allocator);
    return fine;
}

bool listed_phrases(repeats_work *w) {
    const lede_repeats_options *o = w->o;
    phrase_rules rules = {o->min_words, o->max_words, o->min_count};
    repeated p = {.allocator = w->allocator, .body = &w->body, .counts = w->counts};
    bool fine = repeated_find(&p, &rules);
    w->r->facts.capped |= p.capped ? LEDE_CAPPED_LENGTH : 0u;
    fine = fine && list(w, &p);
    repeated_free(&p);
    return fine;
}
