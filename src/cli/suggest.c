/* SPDX-License-Identifier: MIT */
#include "cli/suggest.h"

#include <stdbool.h>
#include <stdint.h>

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Row i of the table of distances between the first i bytes of a and the first
 * j of b; row i - 2 serves the exchange of neighbours. */
typedef size_t distance_row[SUGGEST_LENGTH_MAX + 1];

typedef struct distance_rows {
    distance_row two_before, before, now;
} distance_rows;

typedef struct pair {
    const char *a, *b;
    size_t b_length;
} pair;

static bool is_exchange(const pair *p, size_t i, size_t j) {
    return i > 1 && j > 1 && p->a[i - 1] == p->b[j - 2] && p->a[i - 2] == p->b[j - 1];
}

static void fill_row(distance_rows *r, const pair *p, size_t i) {
    r->now[0] = i;
    for (size_t j = 1; j <= p->b_length; j++) {
        size_t change = r->before[j - 1] + (p->a[i - 1] == p->b[j - 1] ? 0 : 1);
        size_t best = smaller(change, smaller(r->before[j], r->now[j - 1]) + 1);
        if (is_exchange(p, i, j)) {
            best = smaller(best, r->two_before[j - 2] + 1);
        }
        r->now[j] = best;
    }
}

static void next_row(distance_rows *r, size_t length) {
    for (size_t j = 0; j <= length; j++) {
        r->two_before[j] = r->before[j];
        r->before[j] = r->now[j];
    }
}

size_t suggest_distance(const char *a, size_t a_length, const char *b, size_t b_length) {
    if (a_length > SUGGEST_LENGTH_MAX || b_length > SUGGEST_LENGTH_MAX) {
        return SIZE_MAX;
    }
    distance_rows rows = {{0}, {0}, {0}};
    pair p = {a, b, b_length};
    for (size_t j = 0; j <= b_length; j++) {
        rows.now[j] = j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        next_row(&rows, b_length);
        fill_row(&rows, &p, i);
    }
    return rows.now[b_length];
}

suggestion suggest_begin(const char *typed, size_t length) {
    return (suggestion){typed, length, NULL, 0, SUGGEST_DISTANCE_MAX + 1};
}

void suggest_offer(suggestion *s, const char *name, size_t length) {
    size_t distance = suggest_distance(s->typed, s->typed_length, name, length);
    /* Two edits make any two-letter name of any other: at least half must stay. */
    if (distance < s->distance && distance * 2 <= s->typed_length) {
        s->name = name;
        s->name_length = length;
        s->distance = distance;
    }
}

bool suggest_write(const suggestion *s, out *o) {
    if (s->name == NULL) {
        return false;
    }
    out_text(o, "; did you mean ");
    out_bytes(o, s->name, s->name_length);
    out_text(o, "?");
    return true;
}
