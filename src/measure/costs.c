/* SPDX-License-Identifier: MIT */
#include "measure/costs.h"

#include "measure/formulas.h"
#include "measure/grade.h"

/* Sentences that are tried: all of an article. */
#define CANDIDATES 64u

/* Sums minus those of a sentence. What is distinct or visible is left as it is: no
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

/* What leaving out a sentence changes by the main formula, in the direction of
 * harder; 0: it cannot be told. */
static double rough_cost(const lede_metrics *m, const lede_counts *sentence,
                         lede_value whole) {
    lede_counts rest = m->counts;
    take_away(&rest, sentence);
    lede_value v = metrics_value(m, &rest, m->headline.main);
    double change = v.status == LEDE_VALUE_OK ? whole.value - v.value : 0;
    return change * formulas_at(m->headline.main)->direction;
}

/* The dearest by the main formula, most of which any other agrees with. */
static size_t find_candidates(const lede_metrics *m, const counter *c,
                              lede_cost candidates[CANDIDATES]) {
    lede_counts sentence;
    size_t count = 0;
    lede_value whole = metrics_value(m, &m->counts, m->headline.main);
    for (uint32_t i = 0; i < m->sentences; i++) {
        if (m->counted[i] != 0) {
            counter_sum(c, i, &sentence);
            keep(candidates, &count, CANDIDATES,
                 (lede_cost){i, rough_cost(m, &sentence, whole)});
        }
    }
    return count;
}

static void find_each(lede_metrics *m, const counter *c, double whole) {
    lede_cost candidates[CANDIDATES];
    size_t count = find_candidates(m, c, candidates);
    for (size_t i = 0; i < count; i++) {
        lede_counts rest = m->counts, sentence;
        double without = 0;
        counter_sum(c, candidates[i].sentence, &sentence);
        take_away(&rest, &sentence);
        if (grade_hardness(m, &rest, &without) && whole > without) {
            keep(m->costs, &m->cost_count, METRICS_COSTS,
                 (lede_cost){candidates[i].sentence, whole - without});
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
    }
}

void costs_find(lede_metrics *m, const counter *c) {
    double whole = 0;
    if (m->counts.sentences > 1 && m->headline.main != LEDE_NONE &&
        grade_hardness(m, &m->counts, &whole)) {
        find_each(m, c, whole);
        add_up(m, c, whole);
    }
}
