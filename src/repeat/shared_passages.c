/* SPDX-License-Identifier: MIT */
#include "repeat/shared_passages.h"

#include "markup/places.h"

#include <string.h>

void shared_passages_init(shared_passages *p, const lede_allocator *allocator,
                          size_t limit) {
    *p = (shared_passages){.items_cut = false};
    quota_init(&p->quota, allocator, limit);
}

void shared_passages_free(shared_passages *p) {
    const lede_allocator *allocator = &p->quota.allocator;
    map_free(&p->index, allocator);
    VEC_FREE(&p->items, allocator);
    VEC_FREE(&p->places, allocator);
    VEC_FREE(&p->bytes, allocator);
}

/* ---- Room -------------------------------------------------------------------- */

static bool has_words(const shared_passage *known, const shared_store *store,
                      const uint32_t *words, uint32_t count) {
    if (known->words != count) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!shared_is_equal(store->words.items[known->word + i], words[i])) {
            return false;
        }
    }
    return true;
}

static uint32_t find_passage(const shared_passages *p, const shared_store *store,
                             const shared_text *t, const shared_run *run) {
    const map *m = &p->index;
    if (m->slots == NULL) {
        return LEDE_NONE;
    }
    for (size_t s = map_first(m, run->hash); m->slots[s].index != MAP_NONE;
         s = map_next(m, s)) {
        if (m->slots[s].hash == map_tag(run->hash) &&
            has_words(&p->items.items[m->slots[s].index], store,
                      t->words.items + run->begin, run->end - run->begin)) {
            return m->slots[s].index;
        }
    }
    return LEDE_NONE;
}

static lede_span text_of(const shared_text *t, const shared_run *run) {
    return (lede_span){t->extents.items[run->begin].begin,
                       t->extents.items[run->end - 1].end};
}

static bool reserve_index(shared_passages *p, size_t more) {
    while (p->index.limit - p->index.count < more) {
        if (!map_grow(&p->index, &p->quota.allocator)) {
            return false;
        }
    }
    return true;
}

static bool reserve(shared_passages *p, const shared_text *t, const shared_runs *runs,
                    passages_room room) {
    size_t passages = 0, places = 0, bytes = 0;
    for (size_t i = 0; i < runs->items.count; i++) {
        const shared_run *run = &runs->items.items[i];
        lede_span text = text_of(t, run);
        bool new = run->passage == LEDE_NONE;
        if (new &&room == PASSAGES_ALL) {
            passages++;
            bytes += text.end - text.begin < LEDE_SHARED_TEXT ? text.end - text.begin
                                                              : LEDE_SHARED_TEXT;
        }
        places += !new || room == PASSAGES_ALL ? (size_t)run->pairs + 1 : 0;
    }
    if (passages >= LEDE_NONE - p->items.count || places >= LEDE_NONE - p->places.count ||
        bytes >= LEDE_NONE - p->bytes.count) {
        p->quota.refused = true;
        return false;
    }
    const lede_allocator *allocator = &p->quota.allocator;
    return reserve_index(p, passages) && VEC_RESERVE(&p->items, allocator, passages) &&
           VEC_RESERVE(&p->bytes, allocator, bytes) &&
           VEC_RESERVE(&p->places, allocator, places);
}

bool shared_passages_reserve(shared_passages *p, const shared_store *store,
                             const shared_text *t, shared_runs *runs,
                             passages_room *room) {
    for (size_t i = 0; i < runs->items.count; i++) {
        shared_run *run = &runs->items.items[i];
        run->passage = find_passage(p, store, t, run);
    }
    for (*room = PASSAGES_ALL; *room < PASSAGES_COUNTS; (*room)++) {
        p->quota.refused = false;
        if (reserve(p, t, runs, *room)) {
            return true;
        }
        if (!p->quota.refused) {
            return false;
        }
    }
    return true;
}

/* ---- Putting in -------------------------------------------------------------- */

/* Do sentences begin at words[at] and behind `count` of them? */
static bool are_sentences(const uint32_t *words, uint32_t at, uint32_t count) {
    return (words[at] & words[at + count] & SHARED_FIRST) != 0;
}

/* Behind `before`, or first. There is room. */
static void insert_place(shared_passages *p, shared_passage *x, uint32_t before,
                         const lede_shared_place *place) {
    uint32_t number = (uint32_t)p->places.count++;
    uint32_t *link = before != LEDE_NONE ? &p->places.items[before].next : &x->first;
    p->places.items[number] = (passage_place){*place, *link};
    *link = number;
    x->last = x->last == before ? number : x->last;
    x->places++;
    x->files++;
}

/* The kept place, if its file is not there yet. Once places are missing nobody knows
 * that. */
static void add_kept(shared_passages *p, shared_passage *x, const shared_store *store,
                     uint32_t word) {
    lede_shared_place place;
    uint32_t file = shared_store_file(store, word), before = LEDE_NONE, i = x->first;
    for (; i != LEDE_NONE && p->places.items[i].place.file < file;
         i = p->places.items[i].next) {
        before = i;
    }
    bool there = i != LEDE_NONE && p->places.items[i].place.file == file;
    if (!there && x->places == x->files && x->places < LEDE_SHARED_PLACES) {
        shared_store_place(store, word, x->words, &place);
        x->sentence &= are_sentences(store->words.items, word, x->words);
        insert_place(p, x, before, &place);
    }
}

static void add_new(shared_passages *p, shared_passage *x, const passages_source *from,
                    const shared_run *run) {
    lede_span text = text_of(from->t, run);
    lede_shared_place place = {
        from->file, place_in_text(&from->d->source, &from->d->page, text.begin),
        place_of_end(&from->d->source, &from->d->page, text.end)};
    x->sentence &= are_sentences(from->t->words.items, run->begin, x->words);
    if (x->places == x->files && x->places < LEDE_SHARED_PLACES &&
        from->room != PASSAGES_COUNTS) {
        insert_place(p, x, x->last, &place);
    } else {
        x->files++;
        p->places_cut = true;
    }
}

static void put_text(shared_passages *p, shared_passage *x, const char *text,
                     lede_span span) {
    uint32_t begin = (uint32_t)p->bytes.count, n = span.end - span.begin;
    x->cut = n > LEDE_SHARED_TEXT;
    if (x->cut) {
        n = LEDE_SHARED_TEXT;
        while (((unsigned char)text[span.begin + n] & 0xC0u) == 0x80u) {
            n--;
        }
    }
    memcpy(p->bytes.items + begin, text + span.begin, n);
    p->bytes.count += n;
    x->text = (lede_span){begin, begin + n};
}

static shared_passage *put_passage(shared_passages *p, const passages_source *from,
                                   const shared_runs *runs, const shared_run *run) {
    size_t s = map_first(&p->index, run->hash);
    while (p->index.slots[s].index != MAP_NONE) {
        s = map_next(&p->index, s);
    }
    map_put(&p->index, s, run->hash, (uint32_t)p->items.count);
    shared_passage *x = &p->items.items[p->items.count++];
    *x = (shared_passage){.word = runs->pairs.items[run->pair].word,
                          .words = run->end - run->begin,
                          .first = LEDE_NONE,
                          .last = LEDE_NONE,
                          .sentence = true};
    put_text(p, x, from->d->page.text, text_of(from->t, run));
    return x;
}

void shared_passages_add(shared_passages *p, const passages_source *from,
                         const shared_runs *runs) {
    for (size_t i = 0; i < runs->items.count; i++) {
        const shared_run *run = &runs->items.items[i];
        shared_passage *x = NULL;
        if (run->passage != LEDE_NONE) {
            x = &p->items.items[run->passage];
        } else if (from->room == PASSAGES_ALL) {
            x = put_passage(p, from, runs, run);
        } else {
            p->items_cut = true;
            continue;
        }
        for (uint32_t k = run->pair; k != LEDE_NONE && from->room != PASSAGES_COUNTS;
             k = runs->pairs.items[k].next) {
            add_kept(p, x, from->store, runs->pairs.items[k].word);
        }
        add_new(p, x, from, run);
    }
}
