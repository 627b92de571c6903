/* SPDX-License-Identifier: MIT */
#include "summary/select.h"

#include "base/real.h"
#include "summary/methods.h"
#include "text/containment.h"

#include <stdlib.h>
#include <string.h>

/* What became of a row. */
enum { ROW_LEFT = 0, ROW_BROKEN, ROW_TOLD, ROW_OUT };

typedef struct picker {
    const selection *from;
    lede_summary *s;
    double *dense;  /* stems: 0 but while a row is compared */
    double *alike;  /* rows: largest cosine with a picked row it was compared with */
    uint32_t *with; /* rows: the sentence of that row, or LEDE_NONE */
    uint32_t *seen; /* rows: with how many picked rows they were compared */
    uint8_t *state; /* rows: ROW_BROKEN: words of it are not shown; ROW_TOLD: a picked row
                       tells the same; ROW_OUT: picked */
    double redundancy;
    bool compares;  /* the method looks at what is alike */
    uint64_t limit; /* of the budget's unit */
    uint64_t used;
    uint32_t compared; /* picked rows that others are compared with */
    uint32_t rows[SELECT_COMPARED];
} picker;

/* ---- Budget ------------------------------------------------------------ */

/* The smallest whole number not below ratio * n; 0.1 * 30 is a little over 3
 * in binary and must stay 3. */
static uint64_t ratio_of(double ratio, uint32_t n) {
    double exact = ratio * (double)n;
    uint64_t whole = (uint64_t)exact;
    return exact - (double)whole > 1e-9 * (double)n ? whole + 1 : whole;
}

uint64_t select_limit(const lede_summary_options *o, uint32_t eligible) {
    if (o->budget != LEDE_BUDGET_RATIO) {
        return (uint64_t)o->amount;
    }
    uint64_t sentences = ratio_of(o->amount, eligible);
    return sentences > 0 ? sentences : 1;
}

/* As shown, with a dateline that nothing else counts. */
static uint64_t words_of(const picker *p, const candidate *c) {
    return document_shown_words(p->from->d, &p->from->d->sentences.items[c->sentence]);
}

static uint64_t cost_of(const picker *p, uint32_t row) {
    const candidate *c = &p->from->c->list.items[row];
    switch (p->from->options->budget) {
    case LEDE_BUDGET_WORDS:
        return words_of(p, c);
    case LEDE_BUDGET_CHARS:
        return (uint64_t)c->chars + (p->s->picks.count > 0 ? 1 : 0);
    case LEDE_BUDGET_SENTENCES:
    case LEDE_BUDGET_RATIO:
    default:
        return 1;
    }
}

static bool fits(const picker *p, uint32_t row) {
    return cost_of(p, row) <= p->limit - p->used;
}

/* ---- Picking ----------------------------------------------------------- */

static int64_t redundancy(const picker *p, uint32_t row) {
    return -real_to_fixed(p->redundancy * p->alike[row]);
}

static int64_t value_of(const picker *p, uint32_t row) {
    int64_t total = p->from->rows[row].total;
    return p->alike[row] > 0.0 ? total + redundancy(p, row) : total;
}

/* ---- Likeness ---------------------------------------------------------------- */

/* Compares a row, which lies in dense, with a picked one. */
static void compare_row(picker *p, uint32_t row, uint32_t picked) {
    const vectors *v = p->from->v;
    uint32_t shared = 0, begin = v->begin[picked], end = v->begin[picked + 1];
    uint32_t size = v->begin[row + 1] - v->begin[row], other = end - begin;
    double cosine = 0.0;
    for (uint32_t e = begin; e < end; e++) {
        double with = p->dense[v->stem.items[e]];
        cosine += v->weight.items[e] * with;
        shared += with > 0.0;
    }
    uint32_t sentence = p->from->c->list.items[picked].sentence;
    uint32_t smaller = size < other ? size : other;
    bool told = p->state[row] < ROW_TOLD && smaller >= CONTAINMENT_CONTENT &&
                shared >= containment_needed(smaller);
    if (cosine > p->alike[row]) {
        p->alike[row] = cosine;
        p->with[row] = p->state[row] == ROW_TOLD ? p->with[row] : sentence;
    }
    if (told) {
        p->state[row] = ROW_TOLD;
        p->with[row] = sentence;
    }
}

/* With those picked since it was last compared. */
static void update_row(picker *p, uint32_t row) {
    const vectors *v = p->from->v;
    vectors_add(v, row, 1.0, p->dense);
    for (; p->seen[row] < p->compared; p->seen[row]++) {
        compare_row(p, row, p->rows[p->seen[row]]);
    }
    for (uint32_t e = v->begin[row]; e < v->begin[row + 1]; e++) {
        p->dense[v->stem.items[e]] = 0.0;
    }
}

static void update_rows(picker *p) {
    for (uint32_t i = 0; i < p->from->v->rows; i++) {
        if (p->state[i] != ROW_OUT && p->seen[i] < p->compared) {
            update_row(p, i);
        }
    }
}

/* ---- The best row --------------------------------------------------------------- */

/* The best row by what is known of it, whose state is at most that, and that fits when
 * only fitting ones are wanted; ties go to the earlier one. LEDE_NONE: there is none. */
static uint32_t seeming_best(const picker *p, uint8_t state, bool fitting) {
    uint32_t best = LEDE_NONE;
    int64_t most = INT64_MIN;
    for (uint32_t i = 0; i < p->from->v->rows; i++) {
        if (p->state[i] > state || p->from->rows[i].total <= most) {
            continue; /* redundancy takes away, it never adds */
        }
        int64_t value = value_of(p, i);
        if (value > most && (!fitting || fits(p, i))) {
            best = i;
            most = value;
        }
    }
    return best;
}

/* Comparing with more picked rows only makes a row worth less, so that the one that seems
 * best is the best as soon as it was compared with all. After so many that were not, all
 * are compared. */
#define LOOKS 16

static uint32_t best_row(picker *p, uint8_t state, bool fitting) {
    uint32_t row = seeming_best(p, state, fitting);
    for (int i = 0; row != LEDE_NONE && p->seen[row] < p->compared; i++) {
        if (i < LOOKS) {
            update_row(p, row);
        } else {
            update_rows(p);
        }
        row = seeming_best(p, state, fitting);
    }
    return row;
}

/* A row as it stands now. */
static lede_pick describe(const picker *p, uint32_t row) {
    lede_pick pick = {.sentence = p->from->c->list.items[row].sentence,
                      .score = value_of(p, row),
                      .alike = p->with[row]};
    memcpy(pick.parts, p->from->rows[row].parts, sizeof pick.parts);
    pick.parts[LEDE_PART_REDUNDANCY] = redundancy(p, row);
    return pick;
}

static bool take(picker *p, uint32_t row) {
    lede_summary *s = p->s;
    if (!VEC_RESERVE(&s->picks, s->allocator, 1)) {
        return false;
    }
    const candidate *c = &p->from->c->list.items[row];
    lede_pick pick = describe(p, row);
    pick.rank = (uint32_t)s->picks.count + 1;
    uint64_t cost = cost_of(p, row);
    p->used = cost <= p->limit - p->used ? p->used + cost : p->limit;
    s->facts.words += words_of(p, c);
    s->facts.chars += c->chars + (s->picks.count > 0 ? 1u : 0u);
    s->picks.items[s->picks.count++] = pick;
    p->state[row] = ROW_OUT;
    if (p->compares && p->compared < SELECT_COMPARED) {
        p->rows[p->compared++] = row;
    }
    return true;
}

/* What lacks words, and then what tells the same as a picked row, comes when nothing else
 * fits. */
static uint32_t next_row(picker *p) {
    uint32_t row = LEDE_NONE;
    for (uint8_t state = ROW_LEFT; state < ROW_OUT && row == LEDE_NONE; state++) {
        row = best_row(p, state, true);
    }
    return row;
}

static bool pick_compared(picker *p) {
    while (p->s->picks.count < SELECT_COMPARED) {
        uint32_t row = next_row(p);
        if (row == LEDE_NONE) {
            return true;
        }
        if (!take(p, row)) {
            return false;
        }
    }
    return true;
}

/* ---- The rest, in fixed order ------------------------------------------ */

typedef struct ranked {
    int64_t value;
    uint32_t row;
    uint8_t state;
} ranked;

static int by_value(const void *a, const void *b) {
    const ranked *x = a, *y = b;
    int order = (x->state > y->state) - (x->state < y->state);
    order = order != 0 ? order : (x->value < y->value) - (x->value > y->value);
    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static bool pick_rest(picker *p) {
    size_t rows = p->from->v->rows, count = 0;
    ranked *list = memory_allocate(p->s->allocator, rows * sizeof *list);
    if (list == NULL) {
        return false;
    }
    update_rows(p);
    for (uint32_t i = 0; i < rows; i++) {
        if (p->state[i] != ROW_OUT) {
            list[count++] = (ranked){value_of(p, i), i, p->state[i]};
        }
    }
    qsort(list, count, sizeof *list, by_value);
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++) {
        ok = !fits(p, list[i].row) || take(p, list[i].row);
    }
    memory_free(p->s->allocator, list, rows * sizeof *list);
    return ok;
}

/* Never empty: when nothing fits, the best sentence is given all the same. */
static bool pick_anyway(picker *p) {
    uint32_t row = best_row(p, ROW_TOLD, false);
    p->s->facts.over_budget = row != LEDE_NONE;
    if (row == LEDE_NONE) {
        return true;
    }
    return take(p, row);
}

/* ---- The best one left --------------------------------------------------- */

static int64_t lowest_score(const lede_summary *s) {
    int64_t lowest = s->picks.items[0].score;
    for (size_t i = 1; i < s->picks.count; i++) {
        lowest = s->picks.items[i].score < lowest ? s->picks.items[i].score : lowest;
    }
    return lowest;
}

/* Without its redundancy a row is picked behind those that are worth more, if
 * they leave room for it. */
static bool has_room(const picker *p, uint32_t row) {
    uint64_t separator = p->from->options->budget == LEDE_BUDGET_CHARS ? 1 : 0;
    uint64_t used = cost_of(p, row) - separator; /* the first of all has none */
    int64_t total = p->from->rows[row].total;
    for (uint32_t i = 0; i < p->from->v->rows; i++) {
        bool picked = p->state[i] == ROW_OUT;
        if (picked && value_of(p, i) >= total + (i > row ? 1 : 0)) {
            used += cost_of(p, i);
        }
    }
    return used <= p->limit;
}

static lede_lost why_lost(const picker *p, uint32_t row) {
    int64_t lowest = lowest_score(p->s);
    bool held_back = p->state[row] == ROW_TOLD || value_of(p, row) <= lowest;
    if (p->state[row] == ROW_BROKEN && value_of(p, row) > lowest && has_room(p, row)) {
        return LEDE_LOST_INCOMPLETE;
    }
    if (held_back && p->from->rows[row].total > lowest && has_room(p, row)) {
        return LEDE_LOST_REDUNDANCY;
    }
    lede_budget_kind kind = p->from->options->budget;
    bool counted = kind == LEDE_BUDGET_SENTENCES || kind == LEDE_BUDGET_RATIO;
    return counted ? LEDE_LOST_SCORE : LEDE_LOST_BUDGET;
}

static void name_next(picker *p) {
    uint32_t row = best_row(p, ROW_TOLD, false);
    if (row != LEDE_NONE) {
        p->s->next = (lede_runner_up){describe(p, row), why_lost(p, row), cost_of(p, row),
                                      p->limit - p->used};
    }
}

/* -------------------------------------------------------------------------- */

/* Whoever reads it misses what markup left out of it. */
static bool lacks_words(const lede_document *d, const lede_sentence *s) {
    const lede_word *w = d->words.items + s->first_word, *end = w + s->word_count;
    while (w < end && (w->flags & LEDE_WORD_OMITTED) == 0) {
        w++;
    }
    return w < end;
}

static void start(picker *p) {
    const lede_document *d = p->from->d;
    bool may_lack = p->compares && (d->page.gaps.count > 0 || d->starts.count > 0);
    for (uint32_t i = 0; i < p->from->v->rows; i++) {
        p->alike[i] = 0.0;
        p->with[i] = LEDE_NONE;
        p->seen[i] = 0;
        uint32_t sentence = p->from->c->list.items[i].sentence;
        bool lacks = may_lack && lacks_words(d, &d->sentences.items[sentence]);
        p->state[i] = lacks ? ROW_BROKEN : ROW_LEFT;
    }
}

bool select_sentences(lede_summary *s, const selection *from) {
    size_t stems = (size_t)from->v->stems + 1, rows = (size_t)from->v->rows + 1;
    picker p = {.from = from,
                .s = s,
                .limit = s->facts.limit,
                .redundancy = method_redundancy(from->options, from->d),
                .compares = method_compares(from->options->method)};
    p.dense = memory_allocate(s->allocator, stems * sizeof *p.dense);
    p.alike = memory_allocate(s->allocator, rows * sizeof *p.alike);
    p.with = memory_allocate(s->allocator, rows * sizeof *p.with);
    p.seen = memory_allocate(s->allocator, rows * sizeof *p.seen);
    p.state = memory_allocate(s->allocator, rows);
    bool ok = p.dense != NULL && p.alike != NULL && p.with != NULL && p.seen != NULL &&
              p.state != NULL;
    if (ok) {
        memset(p.dense, 0, stems * sizeof *p.dense);
        start(&p);
        ok = pick_compared(&p);
    }
    if (ok && s->picks.count == SELECT_COMPARED) {
        ok = pick_rest(&p);
    }
    if (ok && s->picks.count == 0) {
        ok = pick_anyway(&p);
    }
    if (ok && s->picks.count > 0) {
        name_next(&p);
    }
    memory_free(s->allocator, p.dense, stems * sizeof *p.dense);
    memory_free(s->allocator, p.alike, rows * sizeof *p.alike);
    memory_free(s->allocator, p.with, rows * sizeof *p.with);
    memory_free(s->allocator, p.seen, rows * sizeof *p.seen);
    memory_free(s->allocator, p.state, rows);
    return ok;
}
