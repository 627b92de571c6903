/* SPDX-License-Identifier: MIT */
#include "measure/quantities.h"

#include "base/real.h"

#include <stdbool.h>

typedef struct sample {
    const lede_counts *c;
    bool whole; /* averages as on worksheets */
} sample;

/* Beyond it every double is a whole number. */
#define WHOLE_FROM 0x1p52

/* Half up, as on paper: -2.5 gives -2. */
static double nearest(double x) {
    if (!(x > -WHOLE_FROM && x < WHOLE_FROM)) {
        return x;
    }
    double up = x + 0.5;
    double whole = (double)(int64_t)up;
    return whole > up ? whole - 1.0 : whole;
}

static double undefined(void) {
    return real_ln(-1.0);
}

static double divide(double x, double y) {
    return y > 0.0 || y < 0.0 ? x / y : undefined();
}

static double ratio(uint64_t x, uint64_t y) {
    return divide((double)x, (double)y);
}

static double power(double x, int n) {
    double product = x;
    for (int i = 1; i < n; i++) {
        product *= x;
    }
    return product;
}

/* Counts of a user need not agree with each other. */
static uint64_t less(uint64_t x, uint64_t y) {
    return x > y ? x - y : 0;
}

/* ---- Averages ------------------------------------------------------------ */

static double unit(const sample *s) {
    (void)s;
    return 1.0;
}

static double per_sentence(const sample *s, uint64_t x) {
    double average = ratio(x, s->c->sentences);
    return s->whole ? nearest(average) : average;
}

/* 100 x / words: the product may be too large for an integer. */
static double in_words(const sample *s, uint64_t x, double words) {
    double number = divide(words * (double)x, (double)s->c->words);
    return s->whole ? nearest(number) : number;
}

static double per_100_words(const sample *s, uint64_t x) {
    return in_words(s, x, 100.0);
}

static double per_word(const sample *s, uint64_t x) {
    return s->whole ? per_100_words(s, x) / 100.0 : ratio(x, s->c->words);
}

static double in_sentences(const sample *s, uint64_t x, double sentences) {
    double number = divide(sentences * (double)x, (double)s->c->sentences);
    return s->whole ? nearest(number) : number;
}

static double per_unit(const sample *s, uint64_t x) {
    double units = (double)s->c->sentences + (double)s->c->pauses;
    double average = divide((double)x, units);
    return s->whole ? nearest(average) : average;
}

static double per_blank(const sample *s) {
    return ratio(s->c->visible, less(s->c->words, 1));
}

static double per_100_types(const sample *s, uint64_t x) {
    double number = divide(100.0 * (double)x, (double)s->c->types);
    return s->whole ? nearest(number) : number;
}

static double type_ratio(const sample *s) {
    return ratio(s->c->types, s->c->words);
}

/* ---- Quantities of several steps ------------------------------------------- */

static uint64_t from_syllables(const sample *s, unsigned least) {
    uint64_t words = 0;
    for (unsigned n = least; n <= LEDE_SYLLABLES_MAX; n++) {
        words += s->c->of_syllables[n];
    }
    return words;
}

/* Muñoz Baquedano divides the sum of squares by words, and corrects that by
 * n / (n - 1). */
static double mean_over_variance(const sample *s) {
    double n = (double)s->c->words;
    double mean = divide((double)s->c->letters, n);
    double variance = divide((double)s->c->letters_squared, n) - mean * mean;
    return variance > 0.0 ? divide(n, n - 1.0) * mean / variance : undefined();
}

static double linsear_points(const sample *s) {
    return per_sentence(s, s->c->words) + 2.0 * per_sentence(s, from_syllables(s, 3));
}

static double bezirci_yilmaz_root(const sample *s) {
    const uint64_t *words = s->c->of_syllables;
    double weighted = 0.84 * per_sentence(s, words[3]) + 1.5 * per_sentence(s, words[4]) +
                      3.5 * per_sentence(s, words[5]) + 26.25 * per_sentence(s, words[6]);
    return real_sqrt(per_sentence(s, s->c->words) * weighted);
}

static double ovix(const sample *s) {
    if (s->c->types == 0 || s->c->words < 2) {
        return undefined();
    }
    double n = real_ln((double)s->c->words);
    double base = 2.0 - real_ln((double)s->c->types) / n;
    return base > 0.0 ? divide(n, real_ln(base)) : undefined();
}

static double familiar_share(const sample *s) {
    return per_word(s, less(s->c->words, s->c->off_list[LEDE_LIST_DALE_3000]));
}

/* Share of deleted words that readers can fill in: Bormuth 1969, p. 152. */
static double bormuth(const sample *s) {
    double length = per_sentence(s, s->c->words);
    return 0.886593 - 0.083640 * per_word(s, s->c->letters) +
           0.161911 * power(familiar_share(s), 3) - 0.021401 * length +
           0.000577 * power(length, 2) - 0.000005 * power(length, 3);
}

/* Share of right answers at which a passage counts as understood. */
static double criterion(const sample *s) {
    (void)s;
    return 0.35;
}

/* ---- Japanese -------------------------------------------------------------- */

static double percent_of_runs(const sample *s, lede_run script) {
    double all = 0.0;
    for (int i = 0; i < LEDE_RUN_COUNT; i++) {
        all += (double)s->c->runs[i];
    }
    return divide(100.0 * (double)s->c->runs[script], all);
}

/* A text without a script has runs of no length. */
static double run_length(const sample *s, lede_run script) {
    return s->c->runs[script] == 0 ? 0.0
                                   : ratio(s->c->run_length[script], s->c->runs[script]);
}

/* ---- The table ------------------------------------------------------------- */

#define QUANTITY(id, name, counts, needs, expression)                                    \
    static double value_##id(const sample *s) {                                          \
        return expression;                                                               \
    }
#include "measure/quantities.def"
#undef QUANTITY

static double (*const values[QUANTITY_COUNT])(const sample *s) = {
#define QUANTITY(id, name, counts, needs, expression) value_##id,
#include "measure/quantities.def"
#undef QUANTITY
};

double quantities_value(quantity_id id, const lede_counts *counts, uint32_t flags) {
    const sample s = {counts, (flags & LEDE_FORMULA_INTEGER_INPUTS) != 0};
    return values[id](&s);
}
