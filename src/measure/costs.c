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

/* What one less of a count takes off the hardness. */
static double slope(const lede_metrics *m, const lede_counts *less, double whole) {
    double without = 0;
    return grade_hardness(m, less, &without) ? whole - without : 0;
}

/* What one less takes off: a sentence, a word, and what words add to. */
typedef struct slopes {
    double sentence;
    double word;
    double fields[TALLY_FIELDS_MAX];
    uint8_t numbers[TALLY_FIELDS_MAX]; /* of these fields; the others change nothing */
    size_t count;
} slopes;

/* Of what no word of the text adds to nothing is asked. */
static slopes find_slopes(const lede_metrics *m, double whole) {
    slopes found = {.count = 0};
    lede_counts less = m->counts;
    less.words--;
    found.word = slope(m, &less, whole);
    less.words++;
    for (size_t i = 0; i < tally_fields; i++) {
        uint64_t *member = tally_member(&less, i);
        double change = 0;
        if (*member > 0) {
            --*member;
            change = slope(m, &less, whole);
            ++*member;
        }
        if (change > 0 || change < 0) {
            found.numbers[found.count] = (uint8_t)i;
            found.fields[found.count++] = change;
        }
    }
    less.sentences--;
    found.sentence = slope(m, &less, whole);
    return found;
}

static double cost_by_slopes(const counter *c, const lede_sentence *s, const slopes *by) {
    const lede_word *w = &c->m->d->words.items[s->first_word], *end = w + s->word_count;
    double cost = by->sentence + by->word * s->words;
    while (w < end) {
        const lede_word *stop = end - w < TALLY_WORDS ? end : w + TALLY_WORDS;
        tally sum = tally_words(c->tallies, w, stop);
        for (size_t i = 0; i < by->count; i++) {
            cost += by->fields[i] * (double)tally_count(&sum, by->numbers[i]);
        }
        w = stop;
    }
    return cost;
}

/* The dearest by the slopes, which a sentence among many hardly bends. */
static void find_candidates(const lede_metrics *m, const counter *c, double whole,
                            cost_list *candidates) {
    slopes by = find_slopes(m, whole);
    for (uint32_t i = 0; i < m->sentences; i++) {
        if (m->counted[i] != 0) {
            double cost = cost_by_slopes(c, &m->d->sentences.items[i], &by);
            keep(candidates->costs, &candidates->count, CANDIDATES, (lede_cost){i, cost});
        }
    }
}

/* ---- Costs ------------------------------------------------------------------- */

static void try_sentence(lede_metrics *m, const counter *c, uint32_t i, double whole) {
    double cost = cost_of(m, c, i, whole);
    if (cost > 0) {
        keep(m->costs, &m->cost_count, METRICS_COSTS, (lede_cost){i, cost});
    }
}

/* Slopes tell nothing of averages that are rounded, and not all where counts matter that
 * no word has: of text whose words are characters. */
static bool has_slopes(const lede_metrics *m) {
    return m->counts.approximate == 0 &&
           (m->formula_flags & LEDE_FORMULA_INTEGER_INPUTS) == 0;
}

/* Of an article all are tried. */
static void find_each(lede_metrics *m, const counter *c, double whole) {
    cost_list candidates = {.count = 0};
    if (m->counts.sentences > ARTICLE && has_slopes(m)) {
        find_candidates(m, c, whole, &candidates);
        for (size_t i = 0; i < candidates.count; i++) {
            try_sentence(m, c, candidates.costs[i].sentence, whole);
        }
        return;
    }
    for (uint32_t i = 0; i < m->sentences; i++) {
        if (m->counted[i] != 0) {
            try_sentence(m, c, i, whole);
        }
    }
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

void costs_find(lede_metrics *m, const counter *c) {
    double whole = 0;
    if (m->counts.sentences >= 2 && grade_hardness(m, &m->counts, &whole)) {
        find_each(m, c, whole);
        add_up(m, c, whole);
    }
}
