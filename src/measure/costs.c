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

/* ---- Candidates ------------------------------------------------------------- */

#define SLOPES 8u /* counts of words that one formula asks for, at most */

/* How the main formula changes with each count, in the direction of harder. */
typedef struct slopes {
    double sentence; /* one more of them */
    double word;
    double of[SLOPES];
    size_t field[SLOPES];
    size_t count;
} slopes;

static double change(const lede_metrics *m, const lede_counts *more, double whole) {
    lede_value v = metrics_value(m, more, m->headline.main);
    double difference = v.status == LEDE_VALUE_OK ? v.value - whole : 0;
    return difference * formulas_at(m->headline.main)->direction;
}

static slopes find_slopes(const lede_metrics *m) {
    lede_counts more = m->counts;
    double whole = metrics_value(m, &more, m->headline.main).value;
    slopes s = {.count = 0};
    more.sentences++;
    s.sentence = change(m, &more, whole);
    more.sentences--;
    more.words++;
    s.word = change(m, &more, whole);
    more.words--;
    for (size_t i = 0; i < tally_fields && s.count < SLOPES; i++) {
        ++*tally_member(&more, i);
        s.of[s.count] = change(m, &more, whole);
        s.field[s.count] = i;
        s.count += s.of[s.count] > 0 || s.of[s.count] < 0;
        --*tally_member(&more, i);
    }
    return s;
}

static double rough_cost(const lede_metrics *m, const counter *c, const slopes *by,
                         const lede_sentence *s) {
    const lede_word *w = &m->d->words.items[s->first_word], *end = w + s->word_count;
    double cost = by->sentence + by->word * s->words;
    for (; w < end; w++) {
        if (w->kind == LEDE_WORD_MARK) {
            continue;
        }
        for (size_t i = 0; i < by->count; i++) {
            uint64_t n = tally_count(&c->tallies[w->term], by->field[i]);
            cost += by->of[i] * (double)n;
        }
    }
    return cost;
}

/* All sentences of an article; of a longer text those that cost most by the slopes of
 * the main formula, which a sentence among many hardly bends. */
static size_t find_candidates(const lede_metrics *m, const counter *c,
                              lede_cost candidates[CANDIDATES]) {
    bool all = m->counts.sentences <= CANDIDATES;
    slopes by = {.count = 0};
    size_t count = 0;
    if (!all) {
        by = find_slopes(m);
    }
    for (uint32_t i = 0; i < m->sentences; i++) {
        if (m->counted[i] != 0) {
            double cost = all ? 0 : rough_cost(m, c, &by, &m->d->sentences.items[i]);
            keep(candidates, &count, CANDIDATES, (lede_cost){i, cost});
        }
    }
    return count;
}

/* ---- Costs ------------------------------------------------------------------- */

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
        m->without[i] = grade_headline(m, &rest);
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
