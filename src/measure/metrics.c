/* SPDX-License-Identifier: MIT */
#include "measure/metrics.h"

#include "base/error.h"
#include "lang/user_list.h"
#include "lang/word_lists.h"
#include "measure/casing.h"
#include "measure/costs.h"
#include "measure/counts.h"
#include "measure/diversity.h"
#include "measure/formulas.h"
#include "measure/grade.h"
#include "measure/lengths.h"
#include "measure/style.h"
#include "measure/units.h"
#include "text/facts.h"

#include <string.h>

/* A language without data is read by the neutral pack, but the code says what it is. */
bool metrics_has_formula(const lede_document *d, size_t formula) {
    const char *code = d->pack == pack_neutral() ? d->facts.language : d->pack->info.code;
    return formulas_at(formula) != NULL && formulas_is_for(formula, code);
}

lede_value metrics_value(const lede_metrics *m, const lede_counts *counts,
                         size_t formula) {
    lede_value v = formulas_compute(formula, counts, m->formula_flags);
    if (counts->words > 0 && counts->letters == 0) { /* figures only */
        v.value = 0;
        v.status = LEDE_VALUE_NO_WORDS;
    }
    /* It has words, but headings and fragments only. */
    if (v.status == LEDE_VALUE_NO_WORDS && m->statistics.fragment_words > 0) {
        v.status = LEDE_VALUE_NO_SENTENCES;
    }
    return v;
}

/* ---- Lists ----------------------------------------------------------------- */

/* The compiled-in lists that a user's list of the same name does not replace. */
static uint8_t compiled_lists(const language_pack *pack, uint32_t replaced) {
    uint32_t known = word_lists_known(pack);
    uint32_t lists = (known & WORD_LIST_DALE_3000) != 0 ? 1u << LEDE_LIST_DALE_3000 : 0u;
    lists |= (known & WORD_LIST_SPACHE_1974) != 0 ? 1u << LEDE_LIST_SPACHE_1974 : 0u;
    return (uint8_t)(lists & ~replaced);
}

/* Names of lists stand in the order of lede_list. */
static uint32_t list_bit(const user_list *list) {
    size_t count = 0;
    return 1u << (user_list_named(list) - user_list_names(&count));
}

static uint8_t lists_with(const lede_metrics *m, const lede_metrics_options *options,
                          size_t term) {
    uint32_t found = m->facts[term].lists;
    uint32_t on = (found & WORD_LIST_DALE_3000) != 0 ? 1u << LEDE_LIST_DALE_3000 : 0u;
    on |= (found & WORD_LIST_SPACHE_1974) != 0 ? 1u << LEDE_LIST_SPACHE_1974 : 0u;
    lede_span span = m->d->terms.items[term].key;
    const char *key = m->d->keys.items + span.begin;
    for (size_t i = 0; i < options->list_count; i++) {
        uint32_t bit = list_bit(options->lists[i]);
        bool has =
            user_list_knows(options->lists[i], m->d->pack, key, span.end - span.begin);
        on = has ? on | bit : on & ~bit;
    }
    return (uint8_t)on;
}

/* Names are on all lists already. */
static void look_up_lists(lede_metrics *m, const lede_metrics_options *options) {
    uint32_t given = 0;
    for (size_t i = 0; i < options->list_count; i++) {
        given |= list_bit(options->lists[i]);
    }
    m->counts.lists = compiled_lists(m->d->pack, given) | given;
    for (size_t i = 0; i < m->terms; i++) {
        if (m->on_lists[i] == 0) {
            m->on_lists[i] = lists_with(m, options, i);
        }
    }
}

/* ---- Words and sentences ----------------------------------------------------- */

static bool allocate(lede_metrics *m) {
    size_t bytes = 0;
    m->terms = m->d->terms.count;
    m->sentences = m->d->sentences.count;
    if (!size_multiply(m->terms + 1, sizeof *m->facts, &bytes)) {
        return false;
    }
    m->facts = memory_allocate(m->allocator, bytes);
    m->on_lists = memory_allocate(m->allocator, m->terms + 1);
    m->counted = memory_allocate(m->allocator, m->sentences + 1);
    return m->facts != NULL && m->on_lists != NULL && m->counted != NULL;
}

/* ---- Statistics -------------------------------------------------------------- */

/* The words of the sentences that count, in their order. */
static bool measure_diversity(lede_metrics *m) {
    const lede_document *d = m->d;
    size_t count = (size_t)m->counts.words, bytes = 0, n = 0;
    if (!size_multiply(count + 1, sizeof(uint32_t), &bytes)) {
        return false;
    }
    uint32_t *terms = memory_allocate(m->allocator, bytes);
    if (terms == NULL) {
        return false;
    }
    for (size_t i = 0; i < m->sentences; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        const lede_word *w = &d->words.items[s->first_word];
        for (uint32_t k = 0; m->counted[i] != 0 && k < s->word_count; k++) {
            if (w[k].kind != LEDE_WORD_MARK) {
                terms[n++] = w[k].term;
            }
        }
    }
    diversity found;
    diversity_words words = {terms, n, m->terms};
    bool fine = diversity_measure(&words, m->allocator, &found);
    if (fine) {
        memcpy(m->statistics.diversity, found.values, sizeof found.values);
        m->statistics.hapaxes = found.hapaxes;
    }
    memory_free(m->allocator, terms, bytes);
    return fine;
}

static double seconds(uint64_t words, uint32_t per_minute) {
    return per_minute > 0 ? (double)words * 60.0 / per_minute : 0;
}

/* Where words are characters, as in Chinese, so are those of the speeds. */
static void measure_time(lede_metrics *m) {
    list_speed speed = word_lists_speed(m->d->pack);
    lede_statistics *s = &m->statistics;
    s->words_per_minute = speed.reading;
    s->speaking_words_per_minute = speed.speaking;
    s->reading_seconds = seconds(m->counts.words, speed.reading);
    s->speaking_seconds = seconds(m->counts.words, speed.speaking);
}

static bool find_frequent(lede_metrics *m) {
    static const lede_hit_kind kinds[] = {LEDE_HIT_HARD_WORD, LEDE_HIT_LONG_WORD,
                                          LEDE_HIT_NOMINALISATION};
    bool fine = true;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && fine; i++) {
        fine = frequent_find(m, kinds[i], &m->frequent[kinds[i]]);
    }
    return fine;
}

static bool measure_style(lede_metrics *m, const measured *all, bool keep_hits) {
    measure_time(m);
    return measure_diversity(m) &&
           style_measure(all, &m->statistics, keep_hits ? &m->hits : NULL,
                         &m->opener_runs) &&
           find_frequent(m);
}

/* ---- All of it --------------------------------------------------------------- */

static bool count_parts(lede_metrics *m, lede_unit unit, counter *c) {
    if (!units_divide(m, unit)) {
        return false;
    }
    for (size_t i = 0; i < m->parts.count; i++) {
        lede_metrics_part *p = &m->parts.items[i];
        counter_count(c, p->first_sentence, p->sentence_count, &p->counts);
    }
    return true;
}

static bool build(lede_metrics *m, const lede_metrics_options *options) {
    counter c;
    if (!allocate(m)) {
        return false;
    }
    units_judge(m->d, m->counted);
    if (!facts_of_terms(m->d, options->vocabulary, m->facts)) {
        return false;
    }
    measured all = {m->d, m->allocator, m->facts, m->counted};
    casing_apply(m);
    look_up_lists(m, options);
    bool fine = counter_open(&c, m) && lengths_measure(&all, &m->statistics);
    if (fine) {
        counter_count(&c, 0, (uint32_t)m->sentences, &m->counts);
        m->headline = headline_of(m->d->pack);
        m->grade = grade_of(m, &m->counts);
        costs_find(m, &c);
        fine = count_parts(m, options->unit, &c);
    }
    counter_close(&c);
    return fine && measure_style(m, &all, options->keep_hits != 0);
}

lede_status metrics_build(lede_metrics *m, const lede_document *d,
                          const lede_metrics_options *options, lede_error *error) {
    m->d = d;
    m->formula_flags = options->formula_flags;
    return build(m, options) ? LEDE_OK : error_no_memory(error);
}

void metrics_free(lede_metrics *m) {
    memory_free(m->allocator, m->facts, (m->terms + 1) * sizeof *m->facts);
    memory_free(m->allocator, m->on_lists, m->terms + 1);
    memory_free(m->allocator, m->counted, m->sentences + 1);
    VEC_FREE(&m->parts, m->allocator);
    VEC_FREE(&m->hits, m->allocator);
    VEC_FREE(&m->opener_runs, m->allocator);
}
