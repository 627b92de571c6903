/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_near.h"

#include <stdlib.h>

/*
 * The runs that a unit has in common with sources, each as long as it goes, vote for
 * where they stand. The stretch of a source, a half longer than the unit, with the most
 * votes is the window: a run counts once there, by how rare its words are.
 */

#define PLACES 16u /* of a run that vote */
#define SLACK 8u   /* tokens beyond the votes, on either side */

/* How many bits it takes to tell the word from others. */
uint32_t verbatim_weight(const verbatim_index *x, uint32_t number) {
    uint32_t base = verbatim_index_summary(x), weight = 1;
    uint32_t count = number < x->numbers && x->counts[number] > 0 ? x->counts[number] : 1;
    for (uint32_t left = base / count; left > 0; left >>= 1) {
        weight++;
    }
    return weight;
}

static uint32_t weigh_run(const verbatim_work *w, uint32_t token, uint32_t n) {
    uint32_t weight = 0;
    for (uint32_t i = 0; i < n; i++) {
        weight += verbatim_weight(&w->index, w->summary.numbers.items[token + i]);
    }
    return weight;
}

static uint32_t run_length(const verbatim_work *w, const verbatim_extent *e,
                           uint32_t token) {
    uint32_t n = w->index.matches[token].length;
    return n < e->end - token ? n : e->end - token;
}

static bool add_votes(verbatim_work *w, uint32_t token, uint32_t n, uint32_t first) {
    uint32_t places[PLACES];
    uint32_t count = verbatim_index_places(&w->index, token, n, places, PLACES);
    if (!VEC_RESERVE(&w->votes, w->q->allocator, count)) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        w->votes.items[w->votes.count++] = (verbatim_vote){places[i], token - first};
    }
    return true;
}

/* A run that is no part of the one before it. */
static bool collect_votes(verbatim_work *w, const verbatim_extent *e) {
    uint32_t reach = e->begin;
    w->votes.count = 0;
    for (uint32_t i = e->begin; i < e->end; i++) {
        uint32_t n = run_length(w, e, i);
        if (n > 0 && i + n > reach) {
            reach = i + n;
            if (!add_votes(w, i, n, e->begin)) {
                return false;
            }
        }
    }
    return true;
}

static int by_place(const void *a, const void *b) {
    const verbatim_vote *first = a, *second = b;
    if (first->at != second->at) {
        return first->at < second->at ? -1 : 1;
    }
    return (first->run > second->run) - (first->run < second->run);
}

/* Votes [first, end) that lie within a window. */
typedef struct ballot {
    size_t first;
    size_t end;
    uint64_t weight;
} ballot;

typedef struct count {
    uint16_t votes[LEDE_QUOTES_COMPARED];
    uint32_t weights[LEDE_QUOTES_COMPARED];
    uint64_t total;
} count;

static void count_vote(count *c, const verbatim_vote *v) {
    c->total += c->votes[v->run]++ == 0 ? c->weights[v->run] : 0;
}

static void drop_vote(count *c, const verbatim_vote *v) {
    c->total -= --c->votes[v->run] == 0 ? c->weights[v->run] : 0;
}

static void weigh_runs(const verbatim_work *w, const verbatim_extent *e, count *c) {
    *c = (count){.total = 0};
    for (size_t i = 0; i < w->votes.count; i++) {
        uint32_t run = w->votes.items[i].run;
        if (c->weights[run] == 0) {
            c->weights[run] =
                weigh_run(w, e->begin + run, run_length(w, e, e->begin + run));
        }
    }
}

static uint32_t window_width(const verbatim_extent *e) {
    uint32_t n = e->end - e->begin;
    return n + n / 2 + SLACK;
}

static ballot best_ballot(const verbatim_work *w, const verbatim_extent *e) {
    const verbatim_vote *v = w->votes.items;
    ballot best = {0, 0, 0};
    count c;
    weigh_runs(w, e, &c);
    size_t first = 0;
    for (size_t i = 0; i < w->votes.count; i++) {
        count_vote(&c, &v[i]);
        while (v[i].at - v[first].at > window_width(e)) {
            drop_vote(&c, &v[first++]);
        }
        if (c.total > best.weight) {
            best = (ballot){first, i + 1, c.total};
        }
    }
    return best;
}

/* As far on either side as the unit goes beyond the votes, and a little more. */
static verbatim_place place_of(const verbatim_work *w, const verbatim_extent *e,
                               const ballot *b) {
    const verbatim_vote *v = &w->votes.items[b->first],
                        *last = &w->votes.items[b->end - 1];
    verbatim_place p = {0};
    p.source = verbatim_index_source(&w->index, v->at, &p.begin);
    uint32_t limit = (uint32_t)w->rows[p.source].numbers.count;
    uint32_t before = v->run + SLACK;
    uint32_t behind = e->end - e->begin - last->run + SLACK;
    uint32_t end = p.begin + (last->at - v->at);
    p.begin = p.begin > before ? p.begin - before : 0;
    p.end = limit - end > behind ? end + behind : limit;
    return p;
}

/* Votes for several sources may lie in one window: those of the first count. */
static void keep_source(const verbatim_work *w, ballot *b) {
    uint32_t token = 0;
    const verbatim_vote *v = w->votes.items;
    uint32_t own = verbatim_index_source(&w->index, v[b->first].at, &token);
    while (b->end > b->first + 1 &&
           verbatim_index_source(&w->index, v[b->end - 1].at, &token) != own) {
        b->end--;
    }
}

bool verbatim_window(verbatim_work *w, const verbatim_extent *e, verbatim_place *p) {
    *p = (verbatim_place){0, 0, 0};
    if (!collect_votes(w, e)) {
        return false;
    }
    if (w->votes.count == 0) {
        return true;
    }
    qsort(w->votes.items, w->votes.count, sizeof *w->votes.items, by_place);
    ballot b = best_ballot(w, e);
    keep_source(w, &b);
    *p = place_of(w, e, &b);
    return true;
}
