/* SPDX-License-Identifier: MIT */
#include "summary/select.h"

#include "base/real.h"

#include <stdlib.h>
#include <string.h>

#define MMR_WEIGHT 0.1

typedef struct picker {
    const selection *from;
    lede_summary *s;
    double *dense;  /* stems: the row picked last */
    double *alike;  /* rows: largest cosine with a picked row */
    uint32_t *with; /* rows: the sentence of that row, or LEDE_NONE */
    uint8_t *out;   /* rows: picked, or a duplicate */
    uint64_t limit; /* of the budget's unit */
    uint64_t used;
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

static uint64_t cost_of(const picker *p, uint32_t row) {
    const candidate *c = &p->from->c->list.items[row];
    switch (p->from->options->budget) {
    case LEDE_BUDGET_WORDS:
        return p->from->d->sentences.items[c->sentence].words;
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
    return -real_to_fixed(MMR_WEIGHT * p->alike[row]);
}

static int64_t value_of(const picker *p, uint32_t row) {
    return p->from->rows[row].total + redundancy(p, row);
}

/* The best row that is left, and fits when only fitting ones are wanted; ties
 * go to the earlier one. LEDE_NONE: there is none. */
static uint32_t best_row(const picker *p, bool fitting) {
    uint32_t best = LEDE_NONE;
    int64_t most = 0;
    for (uint32_t i = 0; i < p->from->v->rows; i++) {
        if (p->out[i] || (fitting && !fits(p, i))) {
            continue;
        }
        int64_t value = value_of(p, i);
        if (best == LEDE_NONE || value > most) {
            best = i;
            most = value;
        }
    }
    return best;
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
    s->facts.words += p->from->d->sentences.items[c->sentence].words;
    s->facts.chars += c->chars + (s->picks.count > 0 ? 1u : 0u);
    s->picks.items[s->picks.count++] = pick;
    p->out[row] = 1;
    return true;
}

static void compare_with(picker *p, uint32_t row) {
    const vectors *v = p->from->v;
    if (p->from->options->method != LEDE_METHOD_AUTO) {
        return;
    }
    memset(p->dense, 0, ((size_t)v->stems + 1) * sizeof *p->dense);
    vectors_add(v, row, 1.0, p->dense);
    for (uint32_t i = 0; i < v->rows; i++) {
        double cosine = p->out[i] ? 0.0 : vectors_dot(v, i, p->dense);
        if (cosine > p->alike[i]) {
            p->alike[i] = cosine;
            p->with[i] = p->from->c->list.items[row].sentence;
        }
    }
}

static bool pick_compared(picker *p) {
    while (p->s->picks.count < SELECT_COMPARED) {
        uint32_t row = best_row(p, true);
        if (row == LEDE_NONE) {
            return true;
        }
        if (!take(p, row)) {
            return false;
        }
        compare_with(p, row);
    }
    return true;
}

/* ---- The rest, in fixed order ------------------------------------------ */

typedef struct ranked {
    int64_t value;
    uint32_t row;
} ranked;

static int by_value(const void *a, const void *b) {
    const ranked *x = a, *y = b;
    int order = (x->value < y->value) - (x->value > y->value);
    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static bool pick_rest(picker *p) {
    size_t rows = p->from->v->rows, count = 0;
    ranked *list = memory_allocate(p->s->allocator, rows * sizeof *list);
    if (list == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < rows; i++) {
        if (!p->out[i]) {
            list[count++] = (ranked){value_of(p, i), i};
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
    uint32_t row = best_row(p, false);
    p->s->facts.over_budget = row != LEDE_NONE;
    if (row == LEDE_NONE) {
        return true;
    }
    if (!take(p, row)) {
        return false;
    }
    compare_with(p, row); /* for who asks what would have come next */
    return true;
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
        bool picked = p->out[i] && !p->from->c->list.items[i].duplicate;
        if (picked && value_of(p, i) >= total + (i > row ? 1 : 0)) {
            used += cost_of(p, i);
        }
    }
    return used <= p->limit;
}

static lede_lost why_lost(const picker *p, uint32_t row) {
    int64_t lowest = lowest_score(p->s);
    if (value_of(p, row) <= lowest && p->from->rows[row].total > lowest &&
        has_room(p, row)) {
        return LEDE_LOST_REDUNDANCY;
    }
    lede_budget_kind kind = p->from->options->budget;
    bool counted = kind == LEDE_BUDGET_SENTENCES || kind == LEDE_BUDGET_RATIO;
    return counted ? LEDE_LOST_SCORE : LEDE_LOST_BUDGET;
}

static void name_next(picker *p) {
    uint32_t row = best_row(p, false);
    if (row != LEDE_NONE) {
        p->s->next = (lede_runner_up){describe(p, row), why_lost(p, row), cost_of(p, row),
                                      p->limit - p->used};
    }
}

/* -------------------------------------------------------------------------- */

static void start(picker *p) {
    for (uint32_t i = 0; i < p->from->v->rows; i++) {
        p->alike[i] = 0.0;
        p->with[i] = LEDE_NONE;
        p->out[i] = p->from->c->list.items[i].duplicate;
    }
}

bool select_sentences(lede_summary *s, const selection *from) {
    size_t stems = (size_t)from->v->stems + 1, rows = (size_t)from->v->rows + 1;
    picker p = {.from = from, .s = s, .limit = s->facts.limit};
    p.dense = memory_allocate(s->allocator, stems * sizeof *p.dense);
    p.alike = memory_allocate(s->allocator, rows * sizeof *p.alike);
    p.with = memory_allocate(s->allocator, rows * sizeof *p.with);
    p.out = memory_allocate(s->allocator, rows);
    bool ok = p.dense != NULL && p.alike != NULL && p.with != NULL && p.out != NULL;
    if (ok) {
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
    memory_free(s->allocator, p.out, rows);
    return ok;
}
