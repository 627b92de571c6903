/* SPDX-License-Identifier: MIT */
#include "measure/word_order.h"

#define SPAN WORD_ORDER_SPAN

/*
 * A factor ends where types/words falls below 0.720 = 18/25, that is where
 * 25 types - 18 words falls below 0: a new type adds 7 to it, a repeated one takes
 * 18 off.
 */
#define FACTOR_NEW 7
#define FACTOR_REPEATED (-18)

static word_factors close_factors(uint64_t whole, uint64_t rest_words, int64_t balance) {
    uint64_t types = ((uint64_t)balance + 18 * rest_words) / 25;
    return (word_factors){whole, rest_words, types};
}

/*
 * The text is walked there and back, the way back counted on from the way there, so
 * that where a word was met last never has to be forgotten: what was met on the way
 * there lies before every factor of the way back.
 */
typedef struct walk {
    const diversity_words *words;
    word_use *uses;
    uint32_t at;           /* steps done */
    uint32_t factor;       /* the step that the factor at hand began with */
    int64_t balance;       /* of it */
    uint64_t factors;      /* that have ended */
    uint64_t window_types; /* of windows that may reach beyond the end */
} walk;

/* What a word adds to the balance of its factor. A look at two numbers, for a jump could
 * not be foreseen. */
static const int64_t factor_steps[2] = {FACTOR_NEW, FACTOR_REPEATED};

/*
 * Reads on to `end` and gives the types of these words. A word is the first of its type
 * in each window that begins behind the last such word and holds it: in as many as the
 * two are apart, but for the width of a window.
 */
static uint64_t read_on(walk *w, uint32_t end) {
    const uint32_t *terms = w->words->terms;
    size_t begin = w->at, factor = w->factor;
    uint64_t types = 0, window_types = 0;
    int64_t balance = w->balance;
    for (size_t i = begin; i < end;) {
        word_use *use = &w->uses[terms[i]];
        size_t last = use->last;
        i++;
        use->last = (uint32_t)i;
        use->count++;
        types += last <= begin;
        window_types += i - last < SPAN ? i - last : SPAN;
        balance += factor_steps[last > factor];
        if (balance < 0) {
            w->factors++;
            factor = i;
            balance = 0;
        }
    }
    w->at = end;
    w->factor = (uint32_t)factor;
    w->balance = balance;
    w->window_types += window_types;
    return types;
}

static word_factors read_back(const diversity_words *words, word_use *uses) {
    uint32_t n = (uint32_t)words->count, factor = n;
    const uint32_t *term = words->terms + n;
    uint64_t factors = 0;
    int64_t balance = 0;
    for (uint32_t i = n; i < 2 * n; i++) {
        word_use *use = &uses[*--term];
        uint32_t last = use->last;
        use->last = i + 1;
        balance += factor_steps[last > factor];
        if (balance < 0) {
            factors++;
            factor = i + 1;
            balance = 0;
        }
    }
    return close_factors(factors, 2 * n - factor, balance);
}

/* The types of the windows that begin in the last words and are cut off by the end.
 * uses: zeros, and so again. */
static uint64_t cut_window_types(const diversity_words *words, word_use *uses) {
    size_t first = words->count < SPAN ? 0 : words->count - (SPAN - 1);
    uint64_t types = 0, sum = 0;
    for (size_t i = words->count; i > first; i--) {
        word_use *use = &uses[words->terms[i - 1]];
        types += use->last == 0;
        use->last = 1;
        sum += types;
    }
    for (size_t i = first; i < words->count; i++) {
        uses[words->terms[i]].last = 0;
    }
    return sum;
}

word_order word_order_of(const diversity_words *words, word_use *uses) {
    uint32_t n = (uint32_t)words->count;
    word_order order = {0};
    walk w = {.words = words, .uses = uses};
    uint64_t cut = cut_window_types(words, uses);
    while (n - w.at >= SPAN) {
        order.segment_types += read_on(&w, w.at + SPAN);
    }
    read_on(&w, n);
    order.window_types = w.window_types - cut;
    order.forward = close_factors(w.factors, n - w.factor, w.balance);
    order.backward = read_back(words, uses);
    return order;
}
