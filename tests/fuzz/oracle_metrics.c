/* SPDX-License-Identifier: MIT */
/* What must hold between the numbers of one text. */
#include "fuzz/oracle.h"
#include "fuzz/reference.h"
#include "unicode/properties.h"

#include <math.h>

#define COSTS 10u
#define RUN 3u /* sentences in a row that begin alike */

/* ---- Counts ------------------------------------------------------------------ */

static void check_syllables(const lede_counts *c) {
    uint64_t words = 0, least = 0;
    for (size_t i = 0; i <= LEDE_SYLLABLES_MAX; i++) {
        words += c->of_syllables[i];
        least += i * c->of_syllables[i];
    }
    ORACLE(words == c->words && least <= c->syllables);
    ORACLE(c->of_syllables[LEDE_SYLLABLES_MAX] > 0 || least == c->syllables);
    bool known = (c->word_kinds & LEDE_COUNTED_SYLLABLES) != 0;
    ORACLE(known || c->syllables == 0);
    ORACLE(c->hard_words == 0 || (c->word_kinds & LEDE_COUNTED_HARD) != 0);
}

static void check_kinds(const lede_counts *c) {
    uint32_t kinds = c->word_kinds;
    ORACLE(c->prepositions == 0 || (kinds & LEDE_COUNTED_PREPOSITIONS) != 0);
    ORACLE(c->pronouns == 0 || (kinds & LEDE_COUNTED_PRONOUNS) != 0);
    ORACLE(c->conjunctions == 0 || (kinds & LEDE_COUNTED_CONJUNCTIONS) != 0);
    ORACLE(c->plain_words == 0 || (kinds & LEDE_COUNTED_PLAIN) != 0);
    ORACLE(c->prepositions <= c->words && c->pronouns <= c->words);
    ORACLE(c->conjunctions <= c->words && c->plain_words <= c->words);
}

static void check_lists(const lede_counts *c) {
    for (size_t i = 0; i < LEDE_LIST_COUNT; i++) {
        ORACLE((c->lists >> i & 1u) != 0 || c->off_list[i] == 0);
        ORACLE(c->off_list[i] <= c->words && c->off_list_types[i] <= c->types);
        ORACLE(c->off_list_types[i] <= c->off_list[i]);
        ORACLE((c->off_list[i] == 0) == (c->off_list_types[i] == 0));
    }
}

static void check_counts(const lede_counts *c) {
    ORACLE(c->types <= c->words && (c->types == 0) == (c->words == 0));
    ORACLE(c->sentences <= c->words && (c->sentences == 0) == (c->words == 0));
    ORACLE(c->letters <= c->characters && c->words <= c->characters + c->visible);
    ORACLE(c->letters_squared >= c->letters);
    ORACLE(c->letters * c->letters <= c->words * c->letters_squared);
    ORACLE(c->long_words + c->short_words <= c->words && c->hard_words <= c->words);
    ORACLE(c->approximate <= c->words);
    ORACLE(c->commas + c->full_stops <= c->visible && c->pauses <= c->visible);
    for (size_t i = 0; i < LEDE_RUN_COUNT; i++) {
        ORACLE(c->runs[i] <= c->run_length[i] && c->run_length[i] <= c->visible);
        ORACLE((c->runs[i] == 0) == (c->run_length[i] == 0));
    }
    check_syllables(c);
    check_kinds(c);
    check_lists(c);
}

/* ---- Values -------------------------------------------------------------------- */

void oracle_value(lede_value v) {
    ORACLE(isfinite(v.value) && v.status <= LEDE_VALUE_TOO_SHORT);
    ORACLE(v.status == LEDE_VALUE_OK || v.value == 0);
    ORACLE(strcmp(lede_value_status_name(v.status), "unknown") != 0);
}

/* The value of formula i is the sum of its terms. */
void oracle_formula(size_t i, const lede_counts *c, uint32_t flags) {
    lede_formula_term terms[LEDE_FORMULA_TERMS];
    lede_value v = lede_formula_compute(i, c, flags);
    size_t count = lede_formula_terms(i, c, flags, terms);
    double sum = 0;
    oracle_value(v);
    ORACLE(count == (v.status == LEDE_VALUE_OK ? lede_formula_at(i)->part_count : 0));
    for (size_t k = 0; k < count; k++) {
        ORACLE(isfinite(terms[k].amount));
        ORACLE(terms[k].factor == lede_formula_at(i)->parts[k].factor);
        sum += terms[k].factor * terms[k].amount;
    }
    ORACLE(count == 0 || sum == v.value);
    bool bands = lede_formula_at(i)->band_count > 0;
    ORACLE((lede_formula_band(i, v.value) != NULL) == bands);
}

/* Is the reason why there is no value the truth? */
static void check_status(size_t i, lede_value v, const lede_counts *c) {
    const lede_formula_info *info = lede_formula_at(i);
    bool syllables = (c->word_kinds & LEDE_COUNTED_SYLLABLES) != 0;
    ORACLE(v.status != LEDE_VALUE_OK || (info->lists & ~c->lists) == 0);
    switch (v.status) {
    case LEDE_VALUE_OK:
    case LEDE_VALUE_TOO_SHORT:
    case LEDE_VALUE_LANGUAGE:
    case LEDE_VALUE_LIST_MISSING:
        ORACLE(c->words > 0 && c->sentences > 0);
        break;
    case LEDE_VALUE_NO_SYLLABLES:
        ORACLE(c->words > 0 && !syllables);
        break;
    default:
        ORACLE(c->letters == 0); /* figures are no words */
    }
}

static void check_flags(size_t i, lede_value v, const lede_counts *c) {
    const lede_formula_info *info = lede_formula_at(i);
    uint32_t minimum = info->minimum_words + info->minimum_sentences > 0
                           ? info->minimum_words
                           : LEDE_MINIMUM_WORDS;
    bool below = c->words < minimum || c->sentences < info->minimum_sentences;
    ORACLE(((v.flags & LEDE_VALUE_BELOW_MINIMUM) != 0) == below);
    ORACLE((v.flags & LEDE_VALUE_LONG_UNITS) == 0 || c->words > 60 * c->sentences);
    ORACLE(((v.flags & LEDE_VALUE_UNVERIFIED) != 0) ==
           (info->evidence == LEDE_EVIDENCE_UNVERIFIED));
}

/* Of a part, or with SIZE_MAX of the whole, whose counts are c. */
static void check_values(const lede_document *d, const lede_metrics *m, size_t part,
                         const lede_counts *c) {
    const char *language = lede_document_measure(d).language;
    for (size_t i = 0; lede_formula_at(i) != NULL; i++) {
        lede_value v = lede_metrics_part_value(m, part, i);
        oracle_value(v);
        if (lede_formula_is_for(i, language)) {
            check_status(i, v, c);
            check_flags(i, v, c);
        } else {
            ORACLE(v.status == LEDE_VALUE_LANGUAGE);
        }
    }
    ORACLE(lede_metrics_part_value(m, part, SIZE_MAX).status == LEDE_VALUE_LANGUAGE);
}

static void check_grade(lede_grade g) {
    oracle_value(g.median);
    ORACLE((g.median.status == LEDE_VALUE_OK) == (g.formula_count > 0));
    ORACLE(g.formula_count == 0 || (g.low <= g.median.value && g.median.value <= g.high));
    ORACLE(isfinite(g.low) && isfinite(g.high));
    ORACLE(g.main == LEDE_NONE || lede_formula_at(g.main) != NULL);
    ORACLE(g.ease == LEDE_NONE || lede_formula_at(g.ease) != NULL);
    for (uint32_t i = 0; i < g.formula_count; i++) {
        ORACLE(lede_formula_at(g.formulas[i]) != NULL);
    }
}

/* ---- Parts --------------------------------------------------------------------- */

/* What is distinct in the whole may be so in several parts. */
static void check_distinct(const lede_counts *whole, const lede_counts *part,
                           uint64_t types) {
    ORACLE(types >= whole->types && part->types <= whole->types);
    for (size_t i = 0; i < LEDE_LIST_COUNT; i++) {
        ORACLE(part->off_list_types[i] <= whole->off_list_types[i]);
    }
    ORACLE(part->lists == whole->lists && part->word_kinds == whole->word_kinds);
}

/* Sums: every member up to `types` is one. */
static void add_counts(lede_counts *to, const lede_counts *c) {
    uint64_t sums[offsetof(lede_counts, types) / sizeof(uint64_t)];
    uint64_t more[sizeof sums / sizeof *sums];
    memcpy(sums, to, sizeof sums);
    memcpy(more, c, sizeof sums);
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        sums[i] += more[i];
    }
    memcpy(to, sums, sizeof sums);
    to->types += c->types;
}

static bool is_outside(const lede_sentence *s) {
    return s->role == LEDE_ROLE_SET_ASIDE || s->role == LEDE_ROLE_METADATA;
}

/* Ascending in place and level, the own heading last. */
static void check_path(const lede_document *d, const lede_metrics_part *p) {
    unsigned level = 0;
    ORACLE(p->path_count <= LEDE_HEADING_LEVELS);
    for (uint32_t i = 0; i < p->path_count; i++) {
        const lede_sentence *s = &d->sentences.items[p->path[i]];
        const lede_block *b = &d->page.blocks.items[s->block];
        ORACLE(p->path[i] <= p->first_sentence && b->kind == LEDE_BLOCK_HEADING);
        ORACLE(i == 0 || (p->path[i] > p->path[i - 1] && b->level > level));
        level = b->level;
    }
    ORACLE(p->heading == LEDE_NONE ||
           (p->path_count > 0 && p->path[p->path_count - 1] == p->heading));
}

static void check_part(const lede_document *d, const lede_metrics *m, size_t i) {
    size_t count = 0;
    const lede_metrics_part *p = &lede_metrics_parts(m, &count)[i];
    size_t end = (size_t)p->first_sentence + p->sentence_count;
    ORACLE(p->sentence_count > 0 && end <= d->sentences.count);
    size_t first = p->first_sentence, last = end - 1;
    while (is_outside(&d->sentences.items[first])) {
        first++;
    }
    while (is_outside(&d->sentences.items[last])) {
        last--;
    }
    ORACLE(p->span.begin == d->sentences.items[first].span.begin);
    ORACLE(p->span.end == d->sentences.items[last].span.end);
    ORACLE(p->heading == LEDE_NONE || p->heading == p->first_sentence);
    check_path(d, p);
    ORACLE(i == 0 || p[-1].first_sentence + p[-1].sentence_count <= p->first_sentence);
    ORACLE(p->counts.sentences > 0);
    check_counts(&p->counts);
    check_values(d, m, i, &p->counts);
    check_grade(lede_metrics_part_grade(m, i));
}

static void check_parts(const lede_document *d, const lede_metrics *m, lede_unit unit) {
    const lede_counts *whole = lede_metrics_counts(m);
    lede_counts sum = {0};
    size_t count = 0;
    const lede_metrics_part *parts = lede_metrics_parts(m, &count);
    for (size_t i = 0; i < count; i++) {
        check_part(d, m, i);
        add_counts(&sum, &parts[i].counts);
    }
    ORACLE(unit != LEDE_UNIT_FILE || count == 0);
    ORACLE(unit != LEDE_UNIT_SENTENCE || count == whole->sentences);
    if (unit != LEDE_UNIT_FILE) {
        ORACLE(memcmp(&sum, whole, offsetof(lede_counts, types)) == 0);
    }
    for (size_t i = 0; i < count; i++) {
        check_distinct(whole, &parts[i].counts, sum.types);
    }
}

/* ---- Statistics ------------------------------------------------------------------ */

static void check_distribution(const lede_distribution *d) {
    const double ascending[] = {d->least,        d->quartiles[0], d->quartiles[1],
                                d->quartiles[2], d->p90,          d->most};
    for (size_t i = 1; i < sizeof ascending / sizeof *ascending; i++) {
        ORACLE(ascending[i - 1] <= ascending[i]);
    }
    ORACLE(d->least <= d->mean && d->mean <= d->most);
    ORACLE(isfinite(d->deviation) && d->deviation >= 0);
    ORACLE(d->least < d->most || d->deviation == 0);
    ORACLE(d->count > 0 || (d->sum == 0 && d->most == 0));
    ORACLE(d->count * d->least <= d->sum && d->sum <= d->count * d->most);
}

static void check_lengths(const lede_document *d, const lede_metrics *m) {
    const lede_statistics *s = lede_metrics_statistics(m);
    const lede_counts *c = lede_metrics_counts(m);
    check_distribution(&s->sentence_words);
    check_distribution(&s->paragraph_words);
    check_distribution(&s->paragraph_sentences);
    ORACLE(s->sentence_words.count == c->sentences && s->sentence_words.sum == c->words);
    ORACLE(s->paragraph_words.sum == c->words);
    ORACLE(s->paragraph_sentences.sum == c->sentences);
    ORACLE(s->over_30 <= s->over_25 && s->over_25 <= s->over_20);
    ORACLE(s->over_20 <= c->sentences && s->questions + s->exclamations <= c->sentences);
    ORACLE(s->rhythm >= 0 && s->rhythm <= s->sentence_words.most);
    for (size_t i = 0; i < 3; i++) {
        ORACLE((s->longest[i] != LEDE_NONE) == (i < c->sentences));
        ORACLE(i >= c->sentences || lede_metrics_counts_sentence(m, s->longest[i]));
    }
    if (c->sentences > 0) {
        const lede_sentence *all = d->sentences.items;
        ORACLE(all[s->longest[0]].words == s->sentence_words.most);
        ORACLE(all[s->shortest].words == s->sentence_words.least);
    }
}

static int compare_lengths(const void *a, const void *b) {
    uint32_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x > y) - (x < y);
}

static uint64_t count_visible(const lede_document *d, lede_span span) {
    uint64_t visible = 0;
    for (size_t at = span.begin; at < span.end;) {
        reference_point point = reference_decode(d->page.text + at, span.end - at);
        unicode_class class = unicode_class_of(point.code);
        visible += class != UC_SPACE && class != UC_LINE_END && class != UC_CONTROL;
        at += point.bytes;
    }
    return visible;
}

/* The same in the plainest way. */
static void check_sentences(const lede_document *d, const lede_metrics *m) {
    const lede_distribution *found = &lede_metrics_statistics(m)->sentence_words;
    uint32_t *lengths = calloc(d->sentences.count + 1, sizeof *lengths);
    size_t n = 0;
    uint64_t visible = 0;
    for (uint32_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        if (lede_metrics_counts_sentence(m, i)) {
            lengths[n++] = s->words;
            visible += count_visible(d, s->span);
        }
    }
    qsort(lengths, n, sizeof *lengths, compare_lengths);
    double median = n > 0 ? ((double)lengths[(n - 1) / 2] + lengths[n / 2]) / 2 : 0;
    ORACLE(found->quartiles[1] == median && found->least == lengths[0]);
    ORACLE(found->most == (n > 0 ? lengths[n - 1] : 0));
    ORACLE(visible == lede_metrics_counts(m)->visible);
    free(lengths);
}

static void check_words(const lede_metrics *m) {
    const lede_statistics *s = lede_metrics_statistics(m);
    const lede_counts *c = lede_metrics_counts(m);
    uint64_t openers = 0;
    for (size_t i = 0; i < LEDE_OPENER_COUNT; i++) {
        openers += s->openers[i];
    }
    ORACLE(openers == c->sentences);
    ORACLE(s->hapaxes <= c->types && s->headings <= s->fragments);
    ORACLE(c->types - s->hapaxes <= (c->words - s->hapaxes) / 2);
    ORACLE(s->fragments <= s->fragment_words);
    ORACLE(isfinite(s->reading_seconds) && s->reading_seconds >= 0);
    ORACLE(isfinite(s->speaking_seconds) && s->speaking_seconds >= 0);
    for (size_t i = 0; i < LEDE_DIVERSITY_COUNT; i++) {
        oracle_value(s->diversity[i]);
        ORACLE(s->diversity[i].status == LEDE_VALUE_OK ||
               s->diversity[i].status == LEDE_VALUE_TOO_SHORT ||
               (c->words == 0 && s->diversity[i].status == LEDE_VALUE_NO_WORDS));
    }
    ORACLE(s->diversity[LEDE_DIVERSITY_TTR].value <= 1);
}

static void check_costs(const lede_metrics *m) {
    size_t count = 0;
    const lede_cost *costs = lede_metrics_costs(m, &count);
    ORACLE(count <= COSTS && count <= lede_metrics_counts(m)->sentences);
    ORACLE(lede_metrics_cost_of(m, 0) == 0);
    for (size_t i = 0; i < count; i++) {
        ORACLE(isfinite(costs[i].cost) && isfinite(lede_metrics_cost_of(m, i + 1)));
        ORACLE(costs[i].cost > 0);
        ORACLE(i == 0 || costs[i - 1].cost >= costs[i].cost);
        ORACLE(lede_metrics_counts_sentence(m, costs[i].sentence));
    }
    ORACLE(count == 0 || lede_metrics_cost_of(m, 1) == costs[0].cost);
}

/* ---- Style ----------------------------------------------------------------------- */

static void check_hit(const lede_document *d, const lede_hit *hit) {
    const lede_sentence *s = &d->sentences.items[hit->sentence];
    ORACLE(hit->kind < LEDE_HIT_COUNT && hit->word_count > 0);
    ORACLE(hit->first_word >= s->first_word);
    ORACLE((uint64_t)hit->first_word + hit->word_count <=
           (uint64_t)s->first_word + s->word_count);
    ORACLE(d->words.items[hit->first_word].kind != LEDE_WORD_MARK);
}

static void check_hits(const lede_document *d, const lede_metrics *m, bool kept) {
    const lede_statistics *s = lede_metrics_statistics(m);
    uint32_t found[LEDE_HIT_COUNT] = {0};
    size_t count = 0;
    const lede_hit *hits = lede_metrics_hits(m, &count);
    ORACLE(kept || count == 0);
    for (size_t i = 0; i < count; i++) {
        ORACLE(hits[i].sentence < d->sentences.count);
        ORACLE(lede_metrics_counts_sentence(m, hits[i].sentence));
        check_hit(d, &hits[i]);
        ORACLE(i == 0 || hits[i - 1].first_word <= hits[i].first_word);
        found[hits[i].kind]++;
    }
    for (size_t i = 0; i < LEDE_HIT_COUNT; i++) {
        ORACLE(!kept || found[i] == s->hits[i]);
        ORACLE(s->hits[i] == 0 || (s->hit_kinds >> i & 1u) != 0);
    }
    ORACLE(s->passive_sentences <= s->hits[LEDE_HIT_PASSIVE]);
}

static void check_opener_runs(const lede_document *d, const lede_metrics *m) {
    size_t count = 0;
    const lede_opener_run *runs = lede_metrics_opener_runs(m, &count);
    for (size_t i = 0; i < count; i++) {
        const lede_opener_run *r = &runs[i];
        ORACLE(r->sentences >= RUN && r->last_sentence < d->sentences.count);
        ORACLE(r->last_sentence - r->first_sentence >= r->sentences - 1);
        ORACLE(lede_metrics_counts_sentence(m, r->first_sentence));
        ORACLE(lede_metrics_counts_sentence(m, r->last_sentence));
        ORACLE(r->term < d->terms.count);
        ORACLE(i == 0 || runs[i - 1].last_sentence < r->first_sentence);
    }
}

void oracle_metrics(const lede_document *d, const lede_metrics *m,
                    const lede_metrics_options *options) {
    const lede_counts *whole = lede_metrics_counts(m);
    check_counts(whole);
    check_values(d, m, SIZE_MAX, whole);
    check_grade(lede_metrics_grade(m));
    for (size_t i = 0; lede_formula_at(i) != NULL; i++) {
        lede_value v = lede_metrics_value(m, i);
        oracle_formula(i, whole, options->formula_flags);
        ORACLE(v.status != LEDE_VALUE_OK ||
               v.value == lede_formula_compute(i, whole, options->formula_flags).value);
    }
    check_parts(d, m, options->unit);
    check_lengths(d, m);
    check_sentences(d, m);
    check_words(m);
    check_costs(m);
    check_hits(d, m, options->keep_hits != 0);
    check_opener_runs(d, m);
}
