/* SPDX-License-Identifier: MIT */
/* Picks, one by one, against what the reference would choose. */
#include "unit/summary/reference.h"

#include "support/open.h"

#include <math.h>
#include <stdlib.h>

#define NO_ROW (-HUGE_VAL) /* below the value of any */
#define COMPARED 256u      /* picks; then the order of the rest is fixed */

/* ---- What tells the same --------------------------------------------------------------
 */

/* Six distinct terms each, of which they share four and half of those of the smaller. */
static bool tell_the_same(const reference *r, uint32_t a, uint32_t b) {
    double of_a = 0.0, of_b = 0.0, shared = 0.0;
    for (uint32_t w = 0; w < r->stems; w++) {
        bool in_a = r->count[(size_t)a * r->stems + w] > 0.0;
        bool in_b = r->count[(size_t)b * r->stems + w] > 0.0;
        of_a += in_a;
        of_b += in_b;
        shared += in_a && in_b;
    }
    double smaller = fmin(of_a, of_b);
    return smaller >= 6.0 && shared >= 4.0 && shared >= smaller / 2.0;
}

/* ---- Picking ------------------------------------------------------------------------
 */

typedef struct replay {
    const reference *r;
    bool *taken;
    bool *told;    /* a pick tells the same */
    double *alike; /* largest cosine with a pick */
    double used;
    uint32_t picked;
    uint32_t row[COMPARED]; /* the picks that others are compared with */
} replay;

static double limit_of(const reference *r) {
    if (r->options.budget != LEDE_BUDGET_RATIO) {
        return r->options.amount;
    }
    return fmax(1.0, ceil(r->options.amount * (double)r->eligible - 1e-9));
}

static double code_points(const reference *r, uint32_t row) {
    lede_span span = r->d->sentences.items[r->sentence[row]].span;
    double n = 0.0;
    for (uint32_t i = span.begin; i < span.end; i++) {
        bool pair = r->d->page.text[i] == '\n' && i > span.begin &&
                    r->d->page.text[i - 1] == '\r';
        n += ((unsigned char)r->d->page.text[i] & 0xC0u) != 0x80u && !pair;
    }
    return n;
}

static double cost_of(const replay *p, uint32_t row) {
    const reference *r = p->r;
    if (r->options.budget == LEDE_BUDGET_WORDS) {
        return document_shown_words(r->d, &r->d->sentences.items[r->sentence[row]]);
    }
    return r->options.budget == LEDE_BUDGET_CHARS
               ? code_points(r, row) + (p->picked > 0 ? 1.0 : 0.0)
               : 1.0;
}

static double value_of(const replay *p, uint32_t row) {
    return p->r->total[row] - p->r->redundancy * p->alike[row];
}

/* The most that any row left is worth; NO_ROW when none is left. told: those that tell
 * the same as a pick, else only the others. */
static double best_value(const replay *p, bool fitting, bool told) {
    double best = NO_ROW;
    for (uint32_t i = 0; i < p->r->rows; i++) {
        bool fits = p->used + cost_of(p, i) <= limit_of(p->r);
        if (!p->taken[i] && (fits || !fitting) && p->told[i] == told) {
            best = fmax(best, value_of(p, i));
        }
    }
    return best;
}

static double best_left(const replay *p, bool fitting) {
    return fmax(best_value(p, fitting, false), best_value(p, fitting, true));
}

/* What tells the same comes when nothing else fits. */
static double next_value(const replay *p) {
    double best = best_value(p, true, false);
    return best > NO_ROW ? best : best_value(p, true, true);
}

static void take(replay *p, uint32_t row) {
    p->used += cost_of(p, row);
    p->taken[row] = true;
    if (p->picked < COMPARED && p->r->options.method != LEDE_METHOD_LEAD) {
        p->row[p->picked] = row;
        for (uint32_t i = 0; i < p->r->rows; i++) {
            p->alike[i] = fmax(p->alike[i], p->r->pair[(size_t)row * p->r->rows + i]);
            p->told[i] = p->told[i] || tell_the_same(p->r, row, i);
        }
    }
    p->picked++;
}

static uint32_t row_of(const reference *r, uint32_t sentence) {
    uint32_t row = 0;
    while (row < r->rows && r->sentence[row] != sentence) {
        row++;
    }
    assert_true(row < r->rows);
    return row;
}

static const lede_pick *pick_of_rank(const lede_pick *picks, size_t count, size_t rank) {
    size_t i = 0;
    while (i < count && picks[i].rank != rank) {
        i++;
    }
    assert_true(i < count);
    return &picks[i];
}

#define NEAR(fixed, wanted)                                                              \
    assert_true(fabs((double)(fixed) / 4294967296.0 - (wanted)) < p->r->close)

/* Of a row that tells the same a pick that does, else the one it is most alike to. */
static void expect_alike(const replay *p, const lede_pick *pick, uint32_t row) {
    if (pick->alike == LEDE_NONE) {
        assert_true(p->alike[row] == 0.0 && !p->told[row]);
        return;
    }
    uint32_t with = row_of(p->r, pick->alike);
    double cosine = p->r->pair[(size_t)with * p->r->rows + row];
    assert_true(p->taken[with] && p->r->options.method != LEDE_METHOD_LEAD);
    assert_true(p->told[row] ? tell_the_same(p->r, with, row)
                             : cosine > p->alike[row] - p->r->close);
}

static void expect_scores(const replay *p, const lede_pick *pick, uint32_t row) {
    int64_t sum = 0;
    for (int part = 0; part < LEDE_PART_COUNT; part++) {
        sum += pick->parts[part];
    }
    assert_true(sum == pick->score);
    for (int part = 0; part < LEDE_PART_REDUNDANCY; part++) {
        NEAR(pick->parts[part], p->r->part[part][row]);
    }
    NEAR(pick->parts[LEDE_PART_REDUNDANCY], value_of(p, row) - p->r->total[row]);
    NEAR(pick->score, value_of(p, row));
    expect_alike(p, pick, row);
    reference_expect_words(p->r, row, pick);
}

static double score_of(const lede_pick *pick) {
    return (double)pick->score / 4294967296.0;
}

static double lowest_score(const lede_pick *picks, size_t count) {
    double lowest = score_of(&picks[0]);
    for (size_t i = 1; i < count; i++) {
        lowest = fmin(lowest, score_of(&picks[i]));
    }
    return lowest;
}

/* Do the picks that come before a row when it has no redundancy leave room for it? Of
 * equal ones the earlier comes before. */
static bool has_room(const replay *p, const lede_pick *picks, size_t count,
                     uint32_t row) {
    double total = p->r->total[row], cost = cost_of(p, row);
    for (size_t i = 0; i < count; i++) {
        double more = score_of(&picks[i]) - total;
        bool earlier = picks[i].sentence < p->r->sentence[row];
        bool before = earlier ? more > -p->r->same : more > p->r->same;
        cost += before ? cost_of(p, row_of(p->r, picks[i].sentence)) : 0.0;
    }
    /* the first one has no separator */
    double spare = p->r->options.budget == LEDE_BUDGET_CHARS ? 1.0 : 0.0;
    return cost <= limit_of(p->r) + spare;
}

/* Would it have been among the picks without its redundancy, or if it did not tell the
 * same as one of them? */
static lede_lost expected_loss(const replay *p, const lede_pick *picks, size_t count,
                               uint32_t row) {
    double lowest = lowest_score(picks, count);
    bool held = p->told[row] || value_of(p, row) <= lowest + p->r->same;
    if (held && p->r->total[row] > lowest && has_room(p, picks, count, row)) {
        return LEDE_LOST_REDUNDANCY;
    }
    lede_budget_kind kind = p->r->options.budget;
    bool counted = kind == LEDE_BUDGET_SENTENCES || kind == LEDE_BUDGET_RATIO;
    return counted ? LEDE_LOST_SCORE : LEDE_LOST_BUDGET;
}

/* The best one left; why it lost is compared only where no rounding could tell
 * otherwise. */
static void expect_next(const replay *p, const lede_summary *summary) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(summary, &count);
    lede_runner_up next = lede_summary_runner_up(summary);
    double best = best_left(p, false);
    if (next.pick.sentence == LEDE_NONE) {
        assert_true(best == NO_ROW);
        return;
    }
    uint32_t row = row_of(p->r, next.pick.sentence);
    assert_false(p->taken[row]);
    assert_int_equal(next.pick.rank, 0);
    expect_scores(p, &next.pick, row);
    assert_true(value_of(p, row) > best - p->r->same);
    assert_true((double)next.cost == cost_of(p, row));
    assert_true((double)next.left == fmax(0.0, limit_of(p->r) - p->used));
    assert_true(p->used + (double)next.cost > limit_of(p->r));
    lede_lost wanted = expected_loss(p, picks, count, row);
    double margin = p->r->total[row] - lowest_score(picks, count);
    assert_true(next.lost == wanted || fabs(margin) < p->r->same);
}

static void expect_facts(const replay *p, const lede_summary *summary) {
    lede_summary_facts facts = lede_summary_measure(summary);
    assert_int_equal(facts.source, p->r->source);
    assert_int_equal(facts.eligible, p->r->eligible);
    assert_int_equal(facts.distinct, p->r->rows);
    assert_int_equal(facts.sentences, p->picked);
    assert_int_equal(facts.over_budget != 0, p->used > limit_of(p->r));
    assert_int_equal(facts.learnt != 0, p->r->learnt);
    assert_int_equal(facts.asked != 0, p->r->options.query != NULL);
    assert_int_equal(facts.query_words, p->r->query_words);
}

void reference_expect(const reference *r, const lede_summary *summary) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(summary, &count);
    replay p = {.r = r, .alike = reference_numbers(r->rows)};
    p.taken = calloc(r->rows + 1, sizeof *p.taken);
    p.told = calloc(r->rows + 1, sizeof *p.told);
    assert_true(p.taken != NULL && p.told != NULL);
    for (size_t rank = 1; rank <= count; rank++) {
        const lede_pick *pick = pick_of_rank(picks, count, rank);
        uint32_t row = row_of(r, pick->sentence);
        bool anyway = rank == 1 && next_value(&p) == NO_ROW;
        double best = anyway ? best_left(&p, false) : next_value(&p);
        assert_false(p.taken[row]);
        assert_true(anyway || p.used + cost_of(&p, row) <= limit_of(r));
        assert_true(value_of(&p, row) > best - r->same);
        assert_true(anyway || !p.told[row] || best_value(&p, true, false) == NO_ROW);
        expect_scores(&p, pick, row);
        take(&p, row);
    }
    assert_true(p.used > limit_of(r) || next_value(&p) == NO_ROW); /* nothing left */
    expect_facts(&p, summary);
    if (count > 0) {
        expect_next(&p, summary);
    }
    free(p.taken);
    free(p.told);
    free(p.alike);
}

void reference_check(const lede_document *d, const lede_summary_options *options) {
    reference *r = reference_open(d, options);
    lede_summary *summary = open_summary(d, options);
    reference_expect(r, summary);
    lede_summary_free(summary);
    reference_close(r);
}
