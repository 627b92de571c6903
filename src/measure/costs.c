/* SPDX-License-Identifier: MIT */
#include "measure/costs.h"

#include "measure/grade.h"

/* Sums minus those of a sentence. What is distinct (types) is left as it is: no
 * headline asks for it. */
static void take_away(lede_counts *from, const lede_counts *s) {
    from->sentences -= s->sentences;
    from->words -= s->words;
    from->syllables -= s->syllables;
    from->letters -= s->letters;
    from->characters -= s->characters;
    from->visible -= s->visible;
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
static void keep(lede_metrics *m, lede_cost cost) {
    size_t at = m->cost_count;
    if (at == METRICS_COSTS && m->costs[at - 1].cost >= cost.cost) {
        return;
    }
    at = at < METRICS_COSTS ? m->cost_count++ : at - 1;
    for (; at > 0 && m->costs[at - 1].cost < cost.cost; at--) {
        m->costs[at] = m->costs[at - 1];
    }
    m->costs[at] = cost;
}

static void find_each(lede_metrics *m, counter *c, double whole) {
    double without = 0;
    for (uint32_t i = 0; i < m->sentences; i++) {
        if (m->counted[i] == 0) {
            continue;
        }
        lede_counts rest = m->counts, sentence;
        counter_count(c, i, 1, &sentence);
        take_away(&rest, &sentence);
        if (grade_hardness(m, &rest, &without) && whole > without) {
            keep(m, (lede_cost){i, whole - without});
        }
    }
}

/* One after the other is left out, the dearest first. */
static void add_up(lede_metrics *m, counter *c, double whole) {
    lede_counts rest = m->counts, sentence;
    for (size_t i = 0; i < m->cost_count; i++) {
        double without = whole;
        counter_count(c, m->costs[i].sentence, 1, &sentence);
        take_away(&rest, &sentence);
        m->cost_together[i] = i > 0 ? m->cost_together[i - 1] : 0;
        if (grade_hardness(m, &rest, &without)) {
            m->cost_together[i] = whole - without;
        }
    }
}

void costs_find(lede_metrics *m, counter *c) {
    double whole = 0;
    if (m->counts.sentences > 1 && grade_hardness(m, &m->counts, &whole)) {
        find_each(m, c, whole);
        add_up(m, c, whole);
    }
}
