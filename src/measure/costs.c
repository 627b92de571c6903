/* SPDX-License-Identifier: MIT */
#include "measure/costs.h"

#include "measure/grade.h"

#define ARTICLE 64u    /* sentences of a text in which all are tried */
#define CANDIDATES 32u /* and how many are in a longer one */

typedef struct cost_list {
    lede_cost costs[CANDIDATES];
    size_t count;
} cost_list;

/* Sums minus those of a sentence. What is distinct (types) is left as it is: no
 * headline asks for it. */
static void take_away(lede_counts *from, const lede_counts *s) {
    from->sentences -= s->sentences;
    from->words -= s->words;
    from->syllables -= s->syllables;
    from->letters -= s->letters;
    from->characters -= s->characters;
    for (size_t i = 0; i <= LEDE_SYLLABLES_MAX; i++) {
        from->of_syllables[i] -= s->of_syllables[i];
    }
    from->long_words -= s->long_words;
    from->short_words -= s->short_words;
    from->hard_words -= s->hard_words;
    from->plain_words -= s->plain_words;
    from->prepositions -= s->prepositions;
    from->pronouns -= s->pronouns;
    from->conjunctions -= s->conjunctions;
    from->letters_squared -= s->letters_squared;
    from->pauses -= s->pauses;
    from->approximate -= s->approximate;
    for (size_t i = 0; i < LEDE_LIST_COUNT; i++) {
        from->off_list[i] -= s->off_list[i];
    }
    from->visible -= s->visible;
    for (size_t i = 0; i < LEDE_RUN_COUNT; i++) {
        from->runs[i] -= s->runs[i];
        from->run_length[i] -= s->run_length[i];
    }
    from->commas -= s->commas;
    from->full_stops -= s->full_stops;
}

/* The dearest first; of equals the one that stands first. */
static bool is_before(lede_cost a, lede_cost b) {
    return a.cost > b.cost || (a.cost >= b.cost && a.sentence < b.sentence);
}

static void keep(lede_cost *costs, size_t *count, size_t most, lede_cost cost) {
    size_t at = *count;
    if (at == most && !is_before(cost, costs[at - 1])) {
        return;
    }
    at = at < most ? (*count)++ : at - 1;
    for (; at > 0 && is_before(cost, costs[at - 1]); at--) {
        costs[at] = costs[at - 1];
    }
    costs[at] = cost;
}

static double cost_of(const lede_metrics *m, const counter *c, uint32_t sentence,
                      double whole) {
    lede_counts rest = m->counts, sums;
    double without = 0;
    counter_sum(c, sentence, &sums);
    take_away(&rest, &sums);
    return grade_hardness(m, &rest, &without) ? whole - without : 0;
}

/* ---- Candidates ------------------------------------------------------------- */

/* What one more of a count changes in the hardness. */
static double slope(const lede_metrics *m, const lede_counts *more, double whole) {
    double with = 0;
    return grade_hardness(m, more, &with) ? with - whole : 0;
}

/* Of each term what one more of it changes in the hardness, by its slopes; returns the
 * slope of the sentences. */
static double weigh_terms(const lede_metrics *m, const counter *c, double whole,
                          double *weights) {
    lede_counts more = m->counts;
    more.words++;
    double word = slope(m, &more, whole);
    more.words--;
    for (size_t i = 0; i < m->terms; i++) {
        weights[i] = word;
    }
    for (size_t f = 0; f < tally_fields; f++) {
        ++*tally_member(&more, f);
        double change = slope(m, &more, whole);
        --*tally_member(&more, f);
        for (size_t i = 0; (change > 0 || change < 0) && i < m->terms; i++) {
            weights[i] += change * (double)tally_count(&c->tallies[i], f);
        }
    }
    more.sentences++;
    return slope(m, &more, whole);
}

static double weight_of(const lede_document *d, const lede_sentence *s,
                        const double *weights) {
    const lede_word *w = &d->words.items[s->first_word], *end = w + s->word_count;
    double sum = 0;
    for (; w < end; w++) {
        sum += w->kind != LEDE_WORD_MARK ? weights[w->term] : 0;
    }
    return sum;
}

/* The dearest by the slopes, which a sentence among many hardly bends. False: no
 * memory. */
static bool find_candidates(const lede_metrics *m, const counter *c, double whole,
                            cost_list *candidates) {
    size_t bytes = 0;
    double *weights = size_multiply(m->terms + 1, sizeof *weights, &bytes)
                          ? memory_allocate(m->allocator, bytes)
                          : NULL;
    if (weights == NULL) {
        return false;
    }
    double sentence = weigh_terms(m, c, whole, weights);
    for (uint32_t i = 0; i < m->sentences; i++) {
        if (m->counted[i] != 0) {
            double cost = weight_of(m->d, &m->d->sentences.items[i], weights);
            keep(candidates->costs, &candidates->count, CANDIDATES,
                 (lede_cost){i, sentence + cost});
        }
    }
    memory_free(m->allocator, weights, bytes);
    return true;
}

/* ---- Costs ------------------------------------------------------------------- */

static void try_sentence(lede_metrics *m, const counter *c, uint32_t i, double whole) {
    double cost = cost_of(m, c, i, whole);
    if (cost > 0) {
        keep(m->costs, &m->cost_count, METRICS_COSTS, (lede_cost){i, cost});
    }
}

/* Of an article all are tried, and where counts matter that no word has: of text whose
 * words are characters. */
static bool find_each(lede_metrics *m, const counter *c, double whole) {
    cost_list candidates = {.count = 0};
    if (m->counts.sentences > ARTICLE && m->counts.approximate == 0) {
        if (!find_candidates(m, c, whole, &candidates)) {
            return false;
        }
        for (size_t i = 0; i < candidates.count; i++) {
            try_sentence(m, c, candidates.costs[i].sentence, whole);
        }
        return true;
    }
    for (uint32_t i = 0; i < m->sentences; i++) {
        if (m->counted[i] != 0) {
            try_sentence(m, c, i, whole);
        }
    }
    return true;
}

/* One after the other is left out, the dearest first. */
static void add_up(lede_metrics *m, const counter *c, double whole) {
    lede_counts rest = m->counts, sentence;
    for (size_t i = 0; i < m->cost_count; i++) {
        double without = whole;
        counter_sum(c, m->costs[i].sentence, &sentence);
        take_away(&rest, &sentence);
        m->cost_together[i] = i > 0 ? m->cost_together[i - 1] : 0;
        if (grade_hardness(m, &rest, &without)) {
            m->cost_together[i] = whole - without;
        }
        m->without[i] = grade_headline(m, &rest);
    }
}

bool costs_find(lede_metrics *m, const counter *c) {
    double whole = 0;
    if (m->counts.sentences < 2 || !grade_hardness(m, &m->counts, &whole)) {
        return true;
    }
    if (!find_each(m, c, whole)) {
        return false;
    }
    add_up(m, c, whole);
    return true;
}
