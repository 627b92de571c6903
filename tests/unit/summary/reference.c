/* SPDX-License-Identifier: MIT */
#include "unit/summary/reference.h"

#include "support/open.h"

#include <math.h>
#include <stdlib.h>

#define CLOSE 1e-6 /* of scores */
#define SAME 5e-9  /* less than this is no difference to choose by */
#define MMR 0.1
#define NO_ROW (-1.0) /* below the value of any: values are from -0.1 on */

static double *numbers(size_t count) {
    double *block = calloc(count + 1, sizeof *block);
    assert_non_null(block);
    return block;
}

/* ---- Candidates --------------------------------------------------------------- */

static bool is_kind(const lede_document *d, uint32_t i, lede_summary_source from) {
    const lede_sentence *s = &d->sentences.items[i];
    int kind = d->page.blocks.items[s->block].kind;
    if (s->role == LEDE_ROLE_SET_ASIDE) {
        return false;
    }
    if (from == LEDE_SOURCE_PROSE) {
        return kind == LEDE_BLOCK_PROSE;
    }
    if (from == LEDE_SOURCE_HEADINGS) {
        return kind == LEDE_BLOCK_HEADING;
    }
    return kind == LEDE_BLOCK_LIST_ITEM || kind == LEDE_BLOCK_QUOTE ||
           kind == LEDE_BLOCK_TABLE_CELL || kind == LEDE_BLOCK_CAPTION;
}

/* The words of a sentence, marks left out; returns how many. */
static uint32_t words_of(const lede_document *d, uint32_t sentence, uint32_t *terms) {
    const lede_sentence *s = &d->sentences.items[sentence];
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->word_count; i++) {
        const lede_word *w = &d->words.items[s->first_word + i];
        if (w->kind != LEDE_WORD_MARK) {
            terms[n++] = w->term;
        }
    }
    return n;
}

static bool equal_words(const reference *r, uint32_t a, uint32_t b) {
    uint32_t *x = calloc(r->d->words.count + 1, sizeof *x);
    uint32_t *y = calloc(r->d->words.count + 1, sizeof *y);
    uint32_t n = words_of(r->d, r->sentence[a], x);
    bool equal =
        words_of(r->d, r->sentence[b], y) == n && memcmp(x, y, n * sizeof *x) == 0;
    free(x);
    free(y);
    return equal;
}

/* From the first source that has any sentence with `least` words. */
static void find_rows(reference *r, uint32_t least) {
    for (int kind = LEDE_SOURCE_PROSE; kind < LEDE_SOURCE_NONE && r->rows == 0; kind++) {
        r->source = (lede_summary_source)kind;
        for (uint32_t i = 0; i < r->d->sentences.count; i++) {
            if (r->d->sentences.items[i].words >= least && is_kind(r->d, i, r->source)) {
                r->sentence[r->rows++] = i;
            }
        }
    }
}

/* Sentences of marks alone only where there is no other. */
static void find_candidates(reference *r) {
    find_rows(r, 1);
    find_rows(r, 0);
    if (r->rows == 0) {
        r->source = LEDE_SOURCE_NONE;
    }
    for (uint32_t i = 0; i < r->rows; i++) {
        for (uint32_t j = 0; j < i && !r->repeated[i]; j++) {
            r->repeated[i] = equal_words(r, i, j);
        }
        r->distinct += !r->repeated[i];
    }
}

/* ---- Terms --------------------------------------------------------------------- */

/* Adds a word's stem, and those of its parts, to counts[stems]. */
static void count_word(const lede_document *d, const lede_word *w, double *counts,
                       double *content) {
    const lede_term *t = &d->terms.items[w->term];
    if ((w->kind != LEDE_WORD_WORD && w->kind != LEDE_WORD_HANDLE &&
         w->kind != LEDE_WORD_TAG) ||
        (t->flags & LEDE_TERM_STOP) != 0) {
        return;
    }
    *content += 1.0;
    counts[t->stem] += 1.0;
    for (uint32_t i = 0; i < t->part_count; i++) {
        const lede_term *part = &d->terms.items[d->parts.items[t->first_part + i]];
        if ((part->flags & LEDE_TERM_STOP) == 0 && part->letters > 1) {
            counts[part->stem] += 1.0;
        }
    }
}

static void count_sentence(const lede_document *d, const lede_sentence *s, double *counts,
                           double *content) {
    for (uint32_t i = 0; i < s->word_count; i++) {
        const lede_word *w = &d->words.items[s->first_word + i];
        if (w->kind != LEDE_WORD_MARK) {
            count_word(d, w, counts, content);
        }
    }
}

static void count_terms(reference *r) {
    for (uint32_t i = 0; i < r->rows; i++) {
        count_sentence(r->d, &r->d->sentences.items[r->sentence[i]],
                       r->count + (size_t)i * r->stems, &r->content[i]);
    }
    for (uint32_t w = 0; w < r->stems; w++) {
        double sentences = 0.0;
        for (uint32_t i = 0; i < r->rows; i++) {
            double n = r->count[(size_t)i * r->stems + w];
            sentences += n > 0.0;
            r->total_of[w] += n;
        }
        r->isf[w] = log(((double)r->rows + 1.0) / (sentences + 0.5));
    }
}

static double cosine(const reference *r, const double *a, const double *b) {
    double dot = 0.0, aa = 0.0, bb = 0.0;
    for (uint32_t w = 0; w < r->stems; w++) {
        double x = a[w] * r->isf[w], y = b[w] * r->isf[w];
        dot += x * y;
        aa += x * x;
        bb += y * y;
    }
    return aa > 0.0 && bb > 0.0 ? dot / (sqrt(aa) * sqrt(bb)) : 0.0;
}

static void compare_pairs(reference *r) {
    for (uint32_t i = 0; i < r->rows; i++) {
        for (uint32_t j = 0; j < r->rows; j++) {
            r->pair[(size_t)i * r->rows + j] = cosine(r, r->count + (size_t)i * r->stems,
                                                      r->count + (size_t)j * r->stems);
        }
    }
}

/* ---- The title -------------------------------------------------------------------- */

static void add_given_title(reference *r, const double *counts, const lede_document *t) {
    for (uint32_t a = 0; a < t->stems.count; a++) {
        lede_span x = t->stems.items[a];
        for (uint32_t b = 0; b < r->stems; b++) {
            lede_span y = r->d->stems.items[b];
            if (x.end - x.begin == y.end - y.begin &&
                memcmp(t->keys.items + x.begin, r->d->keys.items + y.begin,
                       x.end - x.begin) == 0) {
                r->title[b] += counts[a];
            }
        }
    }
}

static void read_given_title(reference *r) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *t = NULL;
    double content = 0.0;
    options.language = r->d->facts.language;
    assert_int_equal(lede_document_create(r->options.title, r->options.title_length,
                                          &options, &t, NULL),
                     LEDE_OK);
    double *counts = numbers(t->stems.count);
    for (uint32_t i = 0; i < t->sentences.count; i++) {
        count_sentence(t, &t->sentences.items[i], counts, &content);
    }
    add_given_title(r, counts, t);
    free(counts);
    lede_document_free(t);
}

static void read_title(reference *r) {
    double content = 0.0;
    if (r->options.no_title) {
        return;
    }
    if (r->options.title != NULL) {
        read_given_title(r);
        return;
    }
    uint32_t block = LEDE_NONE; /* all sentences of the first heading */
    for (uint32_t i = 0; i < r->d->sentences.count; i++) {
        const lede_sentence *s = &r->d->sentences.items[i];
        if (s->role == LEDE_ROLE_HEADING && (block == LEDE_NONE || block == s->block)) {
            block = s->block;
            count_sentence(r->d, s, r->title, &content);
        }
    }
}

/* ---- The formulae -------------------------------------------------------------- */

static void compute_features(reference *r) {
    for (uint32_t i = 0; i < r->rows; i++) {
        for (uint32_t j = 0; j < r->rows; j++) {
            double alike = r->pair[(size_t)i * r->rows + j];
            r->part[LEDE_PART_CENTRALITY][i] += j != i ? alike : 0.0;
            r->part[LEDE_PART_FORWARD][i] += j > i ? alike : 0.0;
        }
        const double *counts = r->count + (size_t)i * r->stems;
        for (uint32_t w = 0; w < r->stems; w++) {
            r->part[LEDE_PART_WEIGHT][i] +=
                counts[w] > 0.0 ? r->total_of[w] * r->isf[w] : 0.0;
        }
        r->part[LEDE_PART_WEIGHT][i] /= sqrt(fmax(1.0, r->content[i]));
        r->part[LEDE_PART_POSITION][i] =
            r->options.no_position ? 0.0 : exp(-(double)i / 5.0);
        r->part[LEDE_PART_TITLE][i] = cosine(r, counts, r->title);
    }
}

static void divide_by_maximum(double *values, uint32_t rows, double factor) {
    double most = 0.0;
    for (uint32_t i = 0; i < rows; i++) {
        most = fmax(most, values[i]);
    }
    for (uint32_t i = 0; i < rows && most > 0.0; i++) {
        values[i] *= factor / most;
    }
}

/* s = 0.4 D + 0.4 F + 0.4 W + 0.4 e^(-i/5) + 0.5 H; times min(1, words/5);
 * divided by its maximum. */
static void weigh_auto(reference *r) {
    static const double factors[] = {0.4, 0.4, 0.4, 0.4, 0.5};
    for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
        divide_by_maximum(r->part[p], r->rows, factors[p]);
    }
    double most = 0.0;
    for (uint32_t i = 0; i < r->rows; i++) {
        double words = r->d->sentences.items[r->sentence[i]].words;
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            r->part[p][i] *= fmin(1.0, words / 5.0);
            r->total[i] += r->part[p][i];
        }
        most = fmax(most, r->total[i]);
    }
    for (uint32_t i = 0; i < r->rows && most > 0.0; i++) {
        for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
            r->part[p][i] /= most;
        }
        r->total[i] /= most;
    }
}

static void weigh_tfidf(reference *r) {
    for (int p = 0; p < LEDE_PART_REDUNDANCY; p++) {
        double factor = p == LEDE_PART_WEIGHT ? 1.0 : 0.0;
        divide_by_maximum(r->part[p], r->rows, factor);
    }
    memcpy(r->total, r->part[LEDE_PART_WEIGHT], r->rows * sizeof *r->total);
}

reference *reference_open(const lede_document *d, const lede_summary_options *options) {
    reference *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->d = d;
    r->options = *options;
    r->stems = (uint32_t)d->stems.count;
    r->sentence = calloc(d->sentences.count + 1, sizeof *r->sentence);
    r->repeated = calloc(d->sentences.count + 1, sizeof *r->repeated);
    assert_true(r->sentence != NULL && r->repeated != NULL);
    find_candidates(r);
    r->count = numbers((size_t)r->rows * r->stems);
    r->content = numbers(r->rows);
    r->isf = numbers(r->stems);
    r->total_of = numbers(r->stems);
    r->pair = numbers((size_t)r->rows * r->rows);
    r->title = numbers(r->stems);
    r->total = numbers(r->rows);
    for (int p = 0; p < LEDE_PART_COUNT; p++) {
        r->part[p] = numbers(r->rows);
    }
    count_terms(r);
    compare_pairs(r);
    read_title(r);
    compute_features(r);
    if (options->method == LEDE_METHOD_TFIDF) {
        weigh_tfidf(r);
    } else {
        weigh_auto(r);
    }
    return r;
}

void reference_close(reference *r) {
    free(r->sentence);
    free(r->repeated);
    free(r->count);
    free(r->content);
    free(r->isf);
    free(r->total_of);
    free(r->pair);
    free(r->title);
    free(r->total);
    for (int p = 0; p < LEDE_PART_COUNT; p++) {
        free(r->part[p]);
    }
    free(r);
}

/* ---- Picking --------------------------------------------------------------- */

typedef struct replay {
    const reference *r;
    bool *taken;
    double *alike; /* largest cosine with a pick */
    double used;
    uint32_t picked;
} replay;

static double limit_of(const reference *r) {
    if (r->options.budget != LEDE_BUDGET_RATIO) {
        return r->options.amount;
    }
    return fmax(1.0, ceil(r->options.amount * (double)r->rows - 1e-9));
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
        return r->d->sentences.items[r->sentence[row]].words;
    }
    return r->options.budget == LEDE_BUDGET_CHARS
               ? code_points(r, row) + (p->picked > 0 ? 1.0 : 0.0)
               : 1.0;
}

static double value_of(const replay *p, uint32_t row) {
    bool compared = p->r->options.method == LEDE_METHOD_AUTO;
    return p->r->total[row] - (compared ? MMR * p->alike[row] : 0.0);
}

/* The most that any row left is worth; NO_ROW when none is left that fits. */
static double best_value(const replay *p, bool fitting) {
    double best = NO_ROW;
    for (uint32_t i = 0; i < p->r->rows; i++) {
        bool fits = p->used + cost_of(p, i) <= limit_of(p->r);
        if (!p->taken[i] && !p->r->repeated[i] && (fits || !fitting)) {
            best = fmax(best, value_of(p, i));
        }
    }
    return best;
}

static void take(replay *p, uint32_t row) {
    p->used += cost_of(p, row);
    p->picked++;
    p->taken[row] = true;
    for (uint32_t i = 0; i < p->r->rows; i++) {
        p->alike[i] = fmax(p->alike[i], p->r->pair[(size_t)row * p->r->rows + i]);
    }
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
    assert_true(fabs((double)(fixed) / 4294967296.0 - (wanted)) < CLOSE)

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
}

/* Would it have been among the picks without its redundancy? Then those that are
 * worth more would have left room for it. */
static lede_lost expected_loss(const replay *p, const lede_pick *picks, size_t count,
                               uint32_t row) {
    lede_budget_kind kind = p->r->options.budget;
    double total = p->r->total[row], lowest = total, cost = cost_of(p, row);
    for (size_t i = 0; i < count; i++) {
        double score = (double)picks[i].score / 4294967296.0;
        lowest = fmin(lowest, score);
        cost += score > total ? cost_of(p, row_of(p->r, picks[i].sentence)) : 0.0;
    }
    /* the first one has no separator */
    bool fits = cost <= limit_of(p->r) + (kind == LEDE_BUDGET_CHARS ? 1.0 : 0.0);
    bool counted = kind == LEDE_BUDGET_SENTENCES || kind == LEDE_BUDGET_RATIO;
    bool alike = fits && total > lowest + SAME && value_of(p, row) <= lowest + SAME;
    return alike ? LEDE_LOST_REDUNDANCY : counted ? LEDE_LOST_SCORE : LEDE_LOST_BUDGET;
}

/* The best one left; why it lost is compared only where no rounding could tell
 * otherwise. */
static void expect_next(const replay *p, const lede_summary *summary) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(summary, &count);
    lede_runner_up next = lede_summary_runner_up(summary);
    double best = best_value(p, false);
    if (next.pick.sentence == LEDE_NONE) {
        assert_true(best == NO_ROW);
        return;
    }
    uint32_t row = row_of(p->r, next.pick.sentence);
    assert_false(p->taken[row] || p->r->repeated[row]);
    assert_int_equal(next.pick.rank, 0);
    expect_scores(p, &next.pick, row);
    assert_true(value_of(p, row) > best - SAME);
    assert_true((double)next.cost == cost_of(p, row));
    assert_true((double)next.left == fmax(0.0, limit_of(p->r) - p->used));
    assert_true(p->used + (double)next.cost > limit_of(p->r));
    lede_lost wanted = expected_loss(p, picks, count, row);
    double margin = p->r->total[row] - (double)picks[0].score / 4294967296.0;
    assert_true(next.lost == wanted || fabs(margin) < SAME);
}

static void expect_facts(const replay *p, const lede_summary *summary) {
    lede_summary_facts facts = lede_summary_measure(summary);
    assert_int_equal(facts.source, p->r->source);
    assert_int_equal(facts.eligible, p->r->rows);
    assert_int_equal(facts.distinct, p->r->distinct);
    assert_int_equal(facts.sentences, p->picked);
    assert_int_equal(facts.over_budget != 0, p->used > limit_of(p->r));
}

void reference_expect(const reference *r, const lede_summary *summary) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(summary, &count);
    replay p = {.r = r, .alike = numbers(r->rows)};
    p.taken = calloc(r->rows + 1, sizeof *p.taken);
    assert_non_null(p.taken);
    for (size_t rank = 1; rank <= count; rank++) {
        const lede_pick *pick = pick_of_rank(picks, count, rank);
        uint32_t row = row_of(r, pick->sentence);
        bool anyway = rank == 1 && best_value(&p, true) == NO_ROW;
        assert_false(p.taken[row] || r->repeated[row]);
        assert_true(anyway || p.used + cost_of(&p, row) <= limit_of(r));
        assert_true(value_of(&p, row) > best_value(&p, !anyway) - SAME);
        expect_scores(&p, pick, row);
        take(&p, row);
    }
    assert_true(p.used > limit_of(r) ||
                best_value(&p, true) == NO_ROW); /* nothing left */
    expect_facts(&p, summary);
    if (count > 0) {
        expect_next(&p, summary);
    }
    free(p.taken);
    free(p.alike);
}

void reference_check(const lede_document *d, const lede_summary_options *options) {
    reference *r = reference_open(d, options);
    lede_summary *summary = open_summary(d, options);
    reference_expect(r, summary);
    lede_summary_free(summary);
    reference_close(r);
}
