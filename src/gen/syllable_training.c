/* SPDX-License-Identifier: MIT */
/*
 * A candidate with sum s is a nucleus with probability 1 / (1 + e^-s), so a word has
 * a probability for each count of nuclei. Learning makes the counts of the first
 * pronunciations likely: the slope at each candidate is the probability that it is a
 * nucleus, given that the count is right, less the probability as it stands. Steps
 * are scaled by the squares met so far, and weights are averaged over the passes.
 */
#include "gen/syllable_training.h"

#include "base/real.h"

#include <stdlib.h>
#include <string.h>

#define PASSES 40u
#define RATE 0.4F
#define SLOWEST 0.1F /* share of the rate that is left in the end */
#define SCALE 16.0F  /* a weight of 1.0 is written as 16 */
#define LARGEST 127
#define BELIEF_PASSES 2u
#define SURE 0.9995F /* such words are not looked at further */
#define SIZE (TRAINING_CANDIDATES + 1)

/* ---- Reading ------------------------------------------------------------------ */

static bool is_word(const char *text, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (text[i] < 'a' || text[i] > 'z') {
            return false;
        }
    }
    return n > 0;
}

/* "3/2" -> first and legal counts; without a vowel sound, a word still counts one. */
static bool read_counts(const char *p, const char *end, training_word *word) {
    bool more = true;
    while (more) {
        uint32_t count = 0;
        const char *digits = p;
        for (; p < end && *p >= '0' && *p <= '9' && p < digits + 2; p++) {
            count = count * 10 + (uint32_t)(*p - '0');
        }
        more = p < end && *p == '/';
        if (p == digits || count > TRAINING_CANDIDATES || (p < end && !more)) {
            return false;
        }
        p++;
        count = count > 0 ? count : 1;
        word->first = word->legal == 0 ? count : word->first;
        word->legal |= 1u << count;
    }
    return true;
}

static const char *read_line(training_set *set, const char *begin, const char *end) {
    const char *tab = memchr(begin, '\t', (size_t)(end - begin));
    training_word word = {.text = begin};
    if (tab == NULL || !read_counts(tab + 1, end, &word)) {
        return "a line is a word, a tab and its counts";
    }
    word.n = (uint32_t)(tab - begin);
    if (word.n > SYLLABLE_WORD || !is_word(begin, word.n)) {
        return NULL;
    }
    if (!VEC_RESERVE(&set->words, &memory_default, 1)) {
        return "no memory";
    }
    set->words.items[set->words.count++] = word;
    return NULL;
}

const char *training_read(training_set *set, const char *bytes, size_t n,
                          uint32_t *line) {
    const char *wrong = NULL;
    *line = 0;
    for (size_t at = 0; at < n && wrong == NULL;) {
        const char *newline = memchr(bytes + at, '\n', n - at);
        size_t end = newline != NULL ? (size_t)(newline - bytes) : n;
        ++*line;
        wrong = end > at ? read_line(set, bytes + at, bytes + end) : NULL;
        at = end + 1;
    }
    return wrong == NULL && set->words.count == 0 ? "no words" : wrong;
}

/* ---- Seeing ------------------------------------------------------------------- */

static uint64_t next_random(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state * UINT64_C(0x2545F4914F6CDD1D) >> 32;
}

static bool is_vowel(uint64_t around, unsigned shift) {
    return (around >> shift & ((1u << SYLLABLE_BITS) - 1)) >= SYLLABLE_VOWEL;
}

/* A vowel is a nucleus, but not right behind another; a consonant is none. */
static float belief(uint64_t around) {
    if (!is_vowel(around, SYLLABLE_MIDDLE)) {
        return -2.5F;
    }
    return is_vowel(around, SYLLABLE_MIDDLE + SYLLABLE_BITS) ? -1.0F : 1.5F;
}

/* Fills in a word's candidates from number `at` on; without places, only counts. */
static uint32_t see_word(training_set *set, const syllable_model *m, training_word *word,
                         uint32_t at) {
    syllable_walk walk = {word->text, word->n, 0, 0};
    word->candidate_begin = at;
    for (; syllable_walk_next(m, &walk); at++) {
        if (set->places == NULL) {
            continue;
        }
        uint32_t *places = set->places + (size_t)at * SYLLABLE_WINDOWS;
        for (uint32_t i = 0; i < SYLLABLE_WINDOWS; i++) {
            places[i] = syllable_place(&m->windows[i], walk.around);
        }
        set->beliefs[at] = belief(walk.around);
    }
    word->candidate_count = (uint16_t)(at - word->candidate_begin);
    return at;
}

static uint32_t see_words(training_set *set, const syllable_model *m) {
    uint32_t at = 0;
    for (size_t i = 0; i < set->words.count; i++) {
        at = see_word(set, m, &set->words.items[i], at);
    }
    return at;
}

bool training_prepare(training_set *set, const syllable_model *m) {
    uint64_t random = UINT64_C(0x9E3779B97F4A7C15);
    size_t count = see_words(set, m);
    set->places = malloc((count * SYLLABLE_WINDOWS + 1) * sizeof *set->places);
    set->beliefs = malloc((count + 1) * sizeof *set->beliefs);
    set->order = malloc(set->words.count * sizeof *set->order);
    if (set->places == NULL || set->beliefs == NULL || set->order == NULL) {
        return false;
    }
    (void)see_words(set, m);
    for (size_t i = 0; i < set->words.count; i++) {
        set->words.items[i].fold = (uint8_t)(next_random(&random) % TRAINING_FOLDS);
    }
    return true;
}

/* ---- Learning ----------------------------------------------------------------- */

typedef struct learning {
    const training_set *set;
    float *now;     /* weights */
    float *squares; /* of all steps, of each weight */
    double *sums;   /* of the weights after each pass */
    float rate;
    float faith; /* how much of the belief still counts */
} learning;

/* Probabilities of a word's candidates and of the counts they may add up to. */
typedef struct chances {
    size_t n;
    float nucleus[TRAINING_CANDIDATES];
    float before[SIZE][SIZE]; /* [i][k]: k nuclei among the first i candidates */
    float right[SIZE][SIZE];  /* [i][k]: the rest makes the right count of k so far */
} chances;

static float probability(float sum) {
    sum = sum > 30.0F ? 30.0F : sum < -30.0F ? -30.0F : sum;
    return (float)(1.0 / (1.0 + real_exp(-(double)sum)));
}

static void sum_up(const learning *l, const training_word *word, chances *c) {
    c->n = word->candidate_count;
    for (size_t i = 0; i < c->n; i++) {
        size_t at = word->candidate_begin + i;
        const uint32_t *places = l->set->places + at * SYLLABLE_WINDOWS;
        float sum = l->faith * l->set->beliefs[at];
        for (uint32_t w = 0; w < SYLLABLE_WINDOWS; w++) {
            sum += l->now[places[w]];
        }
        c->nucleus[i] = probability(sum);
    }
}

static void chain(const training_word *word, chances *c) {
    memset(c->before[0], 0, sizeof c->before[0]);
    c->before[0][0] = 1.0F;
    for (size_t i = 0; i < c->n; i++) {
        float p = c->nucleus[i];
        c->before[i + 1][0] = c->before[i][0] * (1.0F - p);
        for (size_t k = 1; k <= i + 1; k++) {
            float none = k <= i ? c->before[i][k] * (1.0F - p) : 0.0F;
            c->before[i + 1][k] = none + c->before[i][k - 1] * p;
        }
    }
    for (size_t k = 0; k <= c->n; k++) {
        size_t count = k > 0 ? k : 1; /* no nucleus counts as one */
        c->right[c->n][k] = word->first == count ? 1.0F : 0.0F;
    }
    for (size_t i = c->n; i-- > 0;) {
        float p = c->nucleus[i];
        for (size_t k = 0; k <= i; k++) {
            c->right[i][k] = (1.0F - p) * c->right[i + 1][k] + p * c->right[i + 1][k + 1];
        }
    }
}

static void step(learning *l, size_t candidate, float slope) {
    const uint32_t *places = l->set->places + candidate * SYLLABLE_WINDOWS;
    for (uint32_t w = 0; w < SYLLABLE_WINDOWS; w++) {
        uint32_t at = places[w];
        l->squares[at] += slope * slope;
        l->now[at] += l->rate * slope / (float)real_sqrt((double)l->squares[at]);
    }
}

static void learn_word(learning *l, const training_word *word) {
    chances c;
    if (word->candidate_count > TRAINING_CANDIDATES) {
        return;
    }
    sum_up(l, word, &c);
    chain(word, &c);
    float right = c.right[0][0];
    if (right > SURE || right < 1e-12F) {
        return;
    }
    for (size_t i = 0; i < c.n; i++) {
        float on = 0.0F;
        for (size_t k = 0; k <= i; k++) {
            on += c.before[i][k] * c.right[i + 1][k + 1];
        }
        float slope = c.nucleus[i] * on / right - c.nucleus[i];
        if (slope > 1e-4F || slope < -1e-4F) {
            step(l, word->candidate_begin + i, slope);
        }
    }
}

static void shuffle(uint32_t *order, size_t n, uint64_t *random) {
    for (size_t i = n; i > 1; i--) {
        size_t other = (size_t)(next_random(random) % i);
        uint32_t last = order[i - 1];
        order[i - 1] = order[other];
        order[other] = last;
    }
}

static void learn_passes(learning *l, size_t n) {
    const training_set *set = l->set;
    uint64_t random = UINT64_C(88172645463325252);
    for (uint32_t pass = 0; pass < PASSES; pass++) {
        float done = (float)pass / (float)PASSES;
        l->rate = RATE * (1.0F - (1.0F - SLOWEST) * done);
        l->faith = pass < BELIEF_PASSES ? (float)(BELIEF_PASSES - pass) : 0.0F;
        shuffle(set->order, n, &random);
        for (size_t i = 0; i < n; i++) {
            learn_word(l, &set->words.items[set->order[i]]);
        }
        for (uint32_t i = 0; pass > 0 && i < SYLLABLE_WEIGHTS; i++) {
            l->sums[i] += (double)l->now[i];
        }
    }
}

static int8_t rounded(float weight) {
    int value = (int)(weight * SCALE + (weight < 0.0F ? -0.5F : 0.5F));
    return (int8_t)(value > LARGEST ? LARGEST : value < -LARGEST ? -LARGEST : value);
}

bool training_learn(const training_set *set, uint32_t left_out,
                    int8_t weights[SYLLABLE_WEIGHTS]) {
    learning l = {.set = set};
    size_t n = 0;
    l.now = calloc(SYLLABLE_WEIGHTS, sizeof *l.now);
    l.squares = malloc(SYLLABLE_WEIGHTS * sizeof *l.squares);
    l.sums = calloc(SYLLABLE_WEIGHTS, sizeof *l.sums);
    bool room = l.now != NULL && l.squares != NULL && l.sums != NULL;
    for (size_t i = 0; room && i < set->words.count; i++) {
        if (set->words.items[i].fold != left_out) {
            set->order[n++] = (uint32_t)i;
        }
    }
    for (uint32_t i = 0; room && i < SYLLABLE_WEIGHTS; i++) {
        l.squares[i] = 1.0F;
    }
    if (room) {
        learn_passes(&l, n);
    }
    for (uint32_t i = 0; room && i < SYLLABLE_WEIGHTS; i++) {
        weights[i] = rounded((float)(l.sums[i] / (PASSES - 1)));
    }
    free(l.now);
    free(l.squares);
    free(l.sums);
    return room;
}

void training_free(training_set *set) {
    VEC_FREE(&set->words, &memory_default);
    free(set->places);
    free(set->beliefs);
    free(set->order);
}
