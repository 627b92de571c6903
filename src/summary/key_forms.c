/* SPDX-License-Identifier: MIT */
#include "summary/key_forms.h"

#include "base/hash.h"

#include <string.h>

typedef struct key_form {
    lede_span span; /* its first place */
    uint32_t rank;  /* of its phrase */
    uint32_t inside;
    uint32_t opening; /* with a capital that its place may explain */
} key_form;

typedef VEC_OF(key_form) key_form_list;

typedef struct forms {
    const key_phrases *p;
    const char *text;
    key_form_list list; /* in the order of their first places */
    map index;
} forms;

static uint64_t hash_form(const forms *f, lede_span span, uint32_t rank) {
    return hash_bytes(f->text + span.begin, span.end - span.begin,
                      f->p->s->d->seed ^ (rank * HASH_A));
}

static bool same_form(const forms *f, const key_form *form, lede_span span,
                      uint32_t rank) {
    size_t n = span.end - span.begin;
    return form->rank == rank && form->span.end - form->span.begin == n &&
           memcmp(f->text + form->span.begin, f->text + span.begin, n) == 0;
}

/* NULL: no memory. */
static key_form *form_of(forms *f, lede_span span, uint32_t rank) {
    key_form_list *list = &f->list;
    uint64_t hash = hash_form(f, span, rank);
    if (!map_reserve(&f->index, f->p->allocator) ||
        !VEC_RESERVE(list, f->p->allocator, 1)) {
        return NULL;
    }
    size_t slot = map_first(&f->index, hash);
    for (; f->index.slots[slot].index != MAP_NONE; slot = map_next(&f->index, slot)) {
        key_form *form = &f->list.items[f->index.slots[slot].index];
        if (f->index.slots[slot].hash == map_tag(hash) &&
            same_form(f, form, span, rank)) {
            return form;
        }
    }
    map_put(&f->index, slot, hash, (uint32_t)f->list.count);
    f->list.items[f->list.count] = (key_form){.span = span, .rank = rank};
    return &f->list.items[f->list.count++];
}

static bool read_place(forms *f, size_t at, uint32_t n) {
    const key_level *level = &f->p->levels[n];
    uint32_t i = level->at[at];
    uint32_t rank = i != KEY_NO_PHRASE ? level->list.items[i].rank : KEY_NO_PHRASE;
    if (rank == KEY_NO_PHRASE || !key_phrases_fit(f->p->s, at, n + 1)) {
        return true;
    }
    lede_span span = key_stream_span(f->p->s, (uint32_t)at, n + 1);
    key_form *form = form_of(f, span, rank);
    if (form == NULL) {
        return false;
    }
    bool opening = (f->p->s->words.items[at].flags & KEY_OPENING) != 0;
    form->opening += opening;
    form->inside += !opening;
    return true;
}

static bool read_places(forms *f) {
    for (size_t at = 0; at < f->p->s->words.count; at++) {
        for (uint32_t n = 0; n < KEY_WORDS; n++) {
            if (!read_place(f, at, n)) {
                return false;
            }
        }
    }
    return true;
}

/* Ties stay with the earlier one. */
static bool is_better(const key_form *a, const key_form *b) {
    return a->inside != b->inside ? a->inside > b->inside : a->opening > b->opening;
}

/* best: of each rank 1 + a form. */
static void choose(const forms *f, uint32_t *best, lede_span *spans) {
    for (uint32_t i = 0; i < f->list.count; i++) {
        const key_form *form = &f->list.items[i];
        uint32_t *of = &best[form->rank];
        if (*of == 0 || is_better(form, &f->list.items[*of - 1])) {
            *of = i + 1;
            spans[form->rank] = form->span;
        }
    }
}

bool key_forms_choose(const key_phrases *p, lede_span *spans, uint32_t count) {
    forms f = {.p = p, .text = p->s->d->page.text};
    size_t n = ((size_t)count + 1) * sizeof(uint32_t);
    uint32_t *best = memory_allocate(p->allocator, n);
    bool fine =
        best != NULL && map_init(&f.index, p->allocator, count) && read_places(&f);
    if (fine) {
        memset(best, 0, n);
        choose(&f, best, spans);
    }
    memory_free(p->allocator, best, n);
    map_free(&f.index, p->allocator);
    VEC_FREE(&f.list, p->allocator);
    return fine;
}
