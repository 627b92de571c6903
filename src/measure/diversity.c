/* SPDX-License-Identifier: MIT */
#include "measure/diversity.h"

#include "base/memory.h"
#include "base/real.h"
#include "measure/word_order.h"

#include <string.h>

#define SPAN WORD_ORDER_SPAN
#define SAMPLE 42u        /* words of a sample (HD-D) */
#define MTLD_MINIMUM 100u /* words (Koizumi 2012) */
#define LN_10 0x1.26bb1bbb55516p+1

static lede_value value_of(double x) {
    return (lede_value){x, LEDE_VALUE_OK, 0};
}

static const lede_value too_short = {0.0, LEDE_VALUE_TOO_SHORT, 0};

/* top/bottom; where that would be a division by zero, the text is too short. */
static lede_value quotient(double top, double bottom) {
    return bottom != 0.0 ? value_of(top / bottom) : too_short;
}

/* ---- How often each type occurs ------------------------------------------------- */

/* Types by their frequency, and what can be summed over it. */
typedef struct spectrum {
    double words;
    double types;
    double hapaxes;
    double pairs; /* of words, in order, of one type: sum over types of x(x - 1) */
    double drawn; /* types to be met in a sample of 42 words, on average */
} spectrum;

/*
 * types_of: the number of types of each frequency. A type of x words is not met in a
 * sample with the chance of a sample that misses x - 1 of them and then the next too:
 * (N - 42 - x + 1)/(N - x + 1). So the chances come one from the other as x grows, in
 * sums of positive numbers alone.
 */
static spectrum spectrum_of(const uint32_t *types_of, size_t words) {
    uint64_t types = 0, pairs = 0;
    double met = 0.0, drawn = 0.0;
    size_t rest = words;
    for (uint64_t x = 1; rest > 0; x++) {
        double left = (double)words - (double)(x - 1);
        met += left > SAMPLE ? (1.0 - met) * (SAMPLE / left) : 1.0 - met;
        drawn += (double)types_of[x] * met;
        types += types_of[x];
        pairs += types_of[x] * x * (x - 1);
        rest -= types_of[x] * x;
    }
    return (spectrum){(double)words, (double)types, (double)types_of[1], (double)pairs,
                      drawn};
}

/* False: no memory. */
static bool read_spectrum(const diversity_words *w, const word_use *uses,
                          const lede_allocator *allocator, spectrum *out) {
    size_t bytes = (w->count + 1) * sizeof(uint32_t);
    uint32_t *types_of = memory_allocate(allocator, bytes);
    if (types_of == NULL) {
        return false;
    }
    memset(types_of, 0, bytes);
    for (size_t i = 0; i < w->term_count; i++) {
        types_of[uses[i].count]++;
    }
    *out = spectrum_of(types_of, w->count);
    memory_free(allocator, types_of, bytes);
    return true;
}

/* ---- Measures ---------------------------------------------------------------------- */

static void measure_ratios(const spectrum *s, lede_value *values) {
    double n = s->words, v = s->types;
    double ln_n = real_ln(n), ln_v = real_ln(v);
    values[LEDE_DIVERSITY_TTR] = value_of(v / n);
    values[LEDE_DIVERSITY_ROOT] = value_of(v / real_sqrt(n));
    values[LEDE_DIVERSITY_CTTR] = value_of(v / real_sqrt(2.0 * n));
    values[LEDE_DIVERSITY_C] = quotient(ln_v, ln_n);
    values[LEDE_DIVERSITY_S] =
        v < 2.0 ? too_short : quotient(real_ln(ln_v), real_ln(ln_n));
    /* Both in logarithms to base 10, as their authors had them. */
    double log_n = ln_n / LN_10, log_v = ln_v / LN_10;
    values[LEDE_DIVERSITY_U] = quotient(log_n * log_n, log_n - log_v);
    values[LEDE_DIVERSITY_MAAS] = quotient(log_n - log_v, log_n * log_n);
    values[LEDE_DIVERSITY_HONORE] = quotient(100.0 * ln_n, 1.0 - s->hapaxes / v);
    values[LEDE_DIVERSITY_BRUNET] = value_of(real_exp(ln_n * real_exp(-0.172 * ln_v)));
}

static void measure_frequencies(const spectrum *s, lede_value *values) {
    double n = s->words;
    values[LEDE_DIVERSITY_YULE_K] = value_of(10000.0 * s->pairs / (n * n));
    values[LEDE_DIVERSITY_SIMPSON] = quotient(s->pairs, n * (n - 1.0));
    values[LEDE_DIVERSITY_HDD] = n < SAMPLE ? too_short : value_of(s->drawn / SAMPLE);
}

/* Words to a factor. What is left counts as the part of a factor that its types/words
 * has gone of the way from 1 to 0.720. */
static lede_value factor_length(const word_factors *f, double words) {
    double part = f->rest_words > 0 ? 25.0 * (double)(f->rest_words - f->rest_types) /
                                          (7.0 * (double)f->rest_words)
                                    : 0.0;
    return quotient(words, (double)f->whole + part);
}

static void measure_order(const word_order *o, size_t words, lede_value *values) {
    size_t segments = words / SPAN, windows = words < SPAN ? 0 : words - (SPAN - 1);
    values[LEDE_DIVERSITY_MSTTR] =
        quotient((double)o->segment_types, (double)segments * SPAN);
    values[LEDE_DIVERSITY_MATTR] =
        quotient((double)o->window_types, (double)windows * SPAN);
    /* Without one factor forward there is none backward: no word comes twice. */
    lede_value there = factor_length(&o->forward, (double)words);
    lede_value back = factor_length(&o->backward, (double)words);
    there.value = (there.value + back.value) / 2.0;
    bool below = there.status == LEDE_VALUE_OK && words < MTLD_MINIMUM;
    there.flags = below ? LEDE_VALUE_BELOW_MINIMUM : 0;
    values[LEDE_DIVERSITY_MTLD] = there;
}

static bool measure_words(const diversity_words *w, const lede_allocator *allocator,
                          word_use *uses, diversity *out) {
    spectrum s;
    word_order order = word_order_of(w, uses);
    if (!read_spectrum(w, uses, allocator, &s)) {
        return false;
    }
    measure_ratios(&s, out->values);
    measure_frequencies(&s, out->values);
    measure_order(&order, w->count, out->values);
    out->types = (uint64_t)s.types;
    out->hapaxes = (uint64_t)s.hapaxes;
    return true;
}

static void measure_nothing(diversity *out) {
    *out = (diversity){.types = 0};
    for (size_t i = 0; i < LEDE_DIVERSITY_COUNT; i++) {
        out->values[i].status = LEDE_VALUE_NO_WORDS;
    }
}

bool diversity_measure(const diversity_words *w, const lede_allocator *allocator,
                       diversity *out) {
    size_t bytes = 0;
    measure_nothing(out);
    if (w->count == 0) {
        return true;
    }
    if (w->count > DIVERSITY_WORDS ||
        !size_multiply(w->term_count, sizeof(word_use), &bytes)) {
        return false;
    }
    word_use *uses = memory_allocate(allocator, bytes);
    if (uses == NULL) {
        return false;
    }
    memset(uses, 0, bytes);
    bool done = measure_words(w, allocator, uses, out);
    memory_free(allocator, uses, bytes);
    return done;
}
