/* SPDX-License-Identifier: MIT */
#include "summary/carriers.h"

#include "base/error.h"
#include "base/real.h"
#include "summary/asked.h"
#include "summary/forward.h"
#include "summary/stretch.h"
#include "summary/title.h"

#include <string.h>

/* The parts that are sums over words. */
enum { SHARES = 5 };
static const uint8_t part_of[SHARES] = {LEDE_PART_CENTRALITY, LEDE_PART_FORWARD,
                                        LEDE_PART_WEIGHT, LEDE_PART_TITLE,
                                        LEDE_PART_QUERY};

typedef struct dividing {
    const score_task *task;
    const vectors *x;
    double *all;     /* stems: the sum of the rows */
    double *own;     /* stems: of those of the document at hand */
    double *behind;  /* stems: of these, those behind the one at hand */
    double *title;   /* stems */
    double *query;   /* stems */
    uint32_t *entry; /* stems: of the row at hand; LEDE_NONE: none, or its word was met */
} dividing;

/* ---- Amounts ---------------------------------------------------------------------- */

/* What an entry adds to the formula behind each part, before any factor. */
static void entry_shares(const dividing *v, uint32_t entry, double *shares) {
    uint32_t stem = v->x->stem.items[entry];
    double weight = v->x->weight.items[entry];
    shares[0] = weight * (v->all[stem] - weight);
    double elsewhere = v->all[stem] - v->own[stem];
    shares[1] = weight * (v->behind[stem] + FORWARD_ELSEWHERE * elsewhere);
    shares[2] = (double)v->x->total[stem] * v->x->isf[stem];
    shares[3] = weight * v->title[stem];
    shares[4] = weight * v->query[stem];
}

static void sum_shares(const dividing *v, uint32_t row, double *sums) {
    double shares[SHARES];
    memset(sums, 0, SHARES * sizeof *sums);
    for (uint32_t e = v->x->begin[row]; e < v->x->begin[row + 1]; e++) {
        entry_shares(v, e, shares);
        for (int i = 0; i < SHARES; i++) {
            sums[i] += shares[i];
        }
    }
}

static int64_t amount_of(const dividing *v, uint32_t entry, const double *sums,
                         const lede_pick *pick) {
    double shares[SHARES], amount = 0.0;
    entry_shares(v, entry, shares);
    for (int i = 0; i < SHARES; i++) {
        if (sums[i] > 0.0) {
            amount += shares[i] / sums[i] * real_from_fixed(pick->parts[part_of[i]]);
        }
    }
    return real_to_fixed(amount);
}

/* ---- The largest ------------------------------------------------------------------ */

/* Of the entries of which a word is the first, the one with the largest amount; of equal
 * ones the first. */
typedef struct carrier {
    lede_pick_word word;
    uint32_t entry; /* LEDE_NONE: none */
} carrier;

/* The largest found so far, in order. */
typedef struct largest {
    carrier items[LEDE_PICK_WORDS];
    uint32_t count;
} largest;

typedef struct naming {
    const dividing *v;
    const lede_pick *pick;
    double sums[SHARES];
    largest found;
} naming;

static bool is_larger(const carrier *a, const carrier *b) {
    return a->word.amount > b->word.amount ||
           (a->word.amount == b->word.amount && a->entry < b->entry);
}

static void keep_largest(largest *l, const carrier *c) {
    uint32_t at = l->count;
    if (at == LEDE_PICK_WORDS && !is_larger(c, &l->items[at - 1])) {
        return;
    }
    at -= at == LEDE_PICK_WORDS;
    for (; at > 0 && is_larger(c, &l->items[at - 1]); at--) {
        l->items[at] = l->items[at - 1];
    }
    l->items[at] = *c;
    l->count += l->count < LEDE_PICK_WORDS;
}

/* A stem is asked for once: what comes later is not its first word. */
static void meet_stem(const naming *n, uint32_t stem, carrier *c) {
    uint32_t entry = n->v->entry[stem];
    if (entry == LEDE_NONE) {
        return;
    }
    n->v->entry[stem] = LEDE_NONE;
    carrier one = {{c->word.word, amount_of(n->v, entry, n->sums, n->pick)}, entry};
    if (c->entry == LEDE_NONE || is_larger(&one, c)) {
        *c = one;
    }
}

/* A compound is named once, not again for its parts. */
static void meet_word(naming *n, uint32_t word) {
    const lede_document *d = n->v->task->d;
    const lede_term *t = &d->terms.items[d->words.items[word].term];
    carrier c = {{word, 0}, LEDE_NONE};
    meet_stem(n, t->stem, &c);
    for (uint32_t p = 0; p < t->part_count; p++) {
        const lede_term *part = &d->terms.items[d->parts.items[t->first_part + p]];
        if (vectors_count_part(part)) {
            meet_stem(n, part->stem, &c);
        }
    }
    if (c.entry != LEDE_NONE && c.word.amount > 0) {
        keep_largest(&n->found, &c);
    }
}

/* A step for each entry, word and part, however many of them one word holds. */
static void name_words(const dividing *v, uint32_t row, lede_pick *pick) {
    const vectors *x = v->x;
    const lede_document *d = v->task->d;
    const lede_sentence *s = &d->sentences.items[pick->sentence];
    naming n = {.v = v, .pick = pick};
    sum_shares(v, row, n.sums);
    for (uint32_t e = x->begin[row]; e < x->begin[row + 1]; e++) {
        v->entry[x->stem.items[e]] = e;
    }
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        if (d->words.items[i].kind != LEDE_WORD_MARK) {
            meet_word(&n, i);
        }
    }
    for (uint32_t i = 0; i < n.found.count; i++) {
        pick->words[pick->word_count++] = n.found.items[i].word;
    }
}

/* ---- All of it -------------------------------------------------------------------- */

static lede_status read_outside(dividing *v, lede_error *error) {
    const score_task *task = v->task;
    const lede_summary_options *o = task->options;
    lede_status status = title_read(task->d, o, task->v, v->title, error);
    if (status == LEDE_OK && o->query != NULL) {
        asked query = {o->query, o->query_length, 0};
        status = asked_read(&query, task->d, task->v, v->query, error);
    }
    return status;
}

static void meet_document(dividing *v, const stretch *rows) {
    const vectors *x = v->x;
    for (uint32_t e = x->begin[rows->begin]; e < x->begin[rows->end]; e++) {
        v->own[x->stem.items[e]] = v->behind[x->stem.items[e]] = 0.0;
    }
    for (uint32_t row = rows->begin; row < rows->end; row++) {
        vectors_add(x, row, 1.0, v->own);
    }
}

/* Only the stems of the document at hand are right in `own` and `behind`, and no others
 * are asked for. Backwards, so that `behind` is what lies behind. *left: picks not yet
 * named. */
static void walk_document(dividing *v, const stretch *rows, lede_summary *s,
                          size_t *left) {
    meet_document(v, rows);
    for (uint32_t row = rows->end; row-- > rows->begin;) {
        uint32_t sentence = v->task->sentences[row];
        if (*left > 0 && s->picks.items[*left - 1].sentence == sentence) {
            name_words(v, row, &s->picks.items[--*left]);
        } else if (s->next.pick.sentence == sentence) {
            name_words(v, row, &s->next.pick);
        }
        vectors_add(v->x, row, 1.0, v->behind);
    }
}

static void walk_rows(dividing *v, lede_summary *s) {
    size_t left = s->picks.count;
    for (uint32_t row = 0; row < v->x->rows; row++) {
        vectors_add(v->x, row, 1.0, v->all);
    }
    for (stretch rows = stretch_behind(v->task); stretch_before(v->task, &rows);) {
        walk_document(v, &rows, s, &left);
    }
}

static lede_status make_room(dividing *v, size_t stems, lede_error *error) {
    const lede_allocator *allocator = v->task->v->allocator;
    v->all = memory_allocate(allocator, 5 * stems * sizeof *v->all);
    v->entry = memory_allocate(allocator, stems * sizeof *v->entry);
    if (v->all == NULL || v->entry == NULL) {
        return error_no_memory(error);
    }
    memset(v->all, 0, 5 * stems * sizeof *v->all);
    memset(v->entry, 0xFF, stems * sizeof *v->entry); /* LEDE_NONE */
    v->own = v->all + stems;
    v->behind = v->own + stems;
    v->title = v->behind + stems;
    v->query = v->title + stems;
    return LEDE_OK;
}

static void free_room(dividing *v, size_t stems) {
    const lede_allocator *allocator = v->task->v->allocator;
    memory_free(allocator, v->all, 5 * stems * sizeof *v->all);
    memory_free(allocator, v->entry, stems * sizeof *v->entry);
}

lede_status carriers_name(const score_task *task, lede_summary *s, lede_error *error) {
    size_t stems = (size_t)task->v->stems + 1;
    dividing v = {.task = task, .x = task->x};
    lede_status status = make_room(&v, stems, error);
    if (status == LEDE_OK) {
        status = read_outside(&v, error);
    }
    if (status == LEDE_OK) {
        walk_rows(&v, s);
    }
    free_room(&v, stems);
    return status;
}
