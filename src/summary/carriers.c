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
    double *all;    /* stems: the sum of the rows */
    double *own;    /* stems: of those of the document at hand */
    double *behind; /* stems: of these, those behind the one at hand */
    double *title;  /* stems */
    double *query;  /* stems */
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

static bool has_stem(const lede_document *d, const lede_word *w, uint32_t stem) {
    const lede_term *t = &d->terms.items[w->term];
    bool found = t->stem == stem;
    for (uint32_t p = 0; p < t->part_count && !found; p++) {
        const lede_term *part = &d->terms.items[d->parts.items[t->first_part + p]];
        found = vectors_count_part(part) && part->stem == stem;
    }
    return found;
}

static uint32_t first_word(const lede_document *d, const lede_sentence *s,
                           uint32_t stem) {
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        const lede_word *w = &d->words.items[i];
        if (w->kind != LEDE_WORD_MARK && has_stem(d, w, stem)) {
            return i;
        }
    }
    return LEDE_NONE;
}

/* A compound is named once, not again for its parts. */
static bool is_named(const lede_pick *pick, uint32_t word) {
    bool named = word == LEDE_NONE;
    for (uint32_t i = 0; i < pick->word_count; i++) {
        named = named || pick->words[i].word == word;
    }
    return named;
}

/* The entry with the largest amount below `most`, or as large and behind `last`; of
 * equal ones the first. *amount: its own. */
static uint32_t next_entry(const dividing *v, uint32_t row, const double *sums,
                           const lede_pick *pick, lede_pick_word *after) {
    int64_t best = 0;
    uint32_t found = LEDE_NONE;
    for (uint32_t e = v->x->begin[row]; e < v->x->begin[row + 1]; e++) {
        int64_t amount = amount_of(v, e, sums, pick);
        bool behind =
            amount < after->amount || (amount == after->amount && e > after->word);
        if (behind && amount > 0 && (found == LEDE_NONE || amount > best)) {
            best = amount;
            found = e;
        }
    }
    *after = (lede_pick_word){found, best};
    return found;
}

static void name_words(const dividing *v, uint32_t row, lede_pick *pick) {
    const lede_document *d = v->task->d;
    const lede_sentence *s = &d->sentences.items[pick->sentence];
    double sums[SHARES];
    lede_pick_word at = {0, INT64_MAX};
    sum_shares(v, row, sums);
    while (pick->word_count < LEDE_PICK_WORDS &&
           next_entry(v, row, sums, pick, &at) != LEDE_NONE) {
        uint32_t word = first_word(d, s, v->x->stem.items[at.word]);
        if (!is_named(pick, word)) {
            pick->words[pick->word_count++] = (lede_pick_word){word, at.amount};
        }
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

lede_status carriers_name(const score_task *task, lede_summary *s, lede_error *error) {
    size_t stems = (size_t)task->v->stems + 1;
    double *block = memory_allocate(s->allocator, 5 * stems * sizeof *block);
    if (block == NULL) {
        return error_no_memory(error);
    }
    memset(block, 0, 5 * stems * sizeof *block);
    dividing v = {task,
                  task->x,
                  block,
                  block + stems,
                  block + 2 * stems,
                  block + 3 * stems,
                  block + 4 * stems};
    lede_status status = read_outside(&v, error);
    if (status == LEDE_OK) {
        walk_rows(&v, s);
    }
    memory_free(s->allocator, block, 5 * stems * sizeof *block);
    return status;
}
