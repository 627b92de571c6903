/* SPDX-License-Identifier: MIT */
#include "fuzz/oracle.h"

#define ONE (INT64_C(1) << 32)

/* ---- What may be chosen ------------------------------------------------------ */

/* Sentences of marks alone count where no other sentence has words. */
static bool has_words(const lede_document *d) {
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        if (s->words > 0 && s->role != LEDE_ROLE_SET_ASIDE) {
            return true;
        }
    }
    return false;
}

static lede_summary_source source_of(int block_kind) {
    return block_kind == LEDE_BLOCK_PROSE     ? LEDE_SOURCE_PROSE
           : block_kind == LEDE_BLOCK_HEADING ? LEDE_SOURCE_HEADINGS
                                              : LEDE_SOURCE_LISTS;
}

/* The sentences of each source that may be chosen. */
typedef struct eligible {
    uint8_t *from; /* lede_summary_source of each sentence; LEDE_SOURCE_NONE */
    uint32_t count[LEDE_SOURCE_NONE];
    lede_summary_source best; /* the first that has any */
} eligible;

static eligible find_eligible(const lede_document *d) {
    eligible e = {malloc(d->sentences.count + 1), {0}, LEDE_SOURCE_NONE};
    bool words = has_words(d);
    ORACLE(e.from != NULL);
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        lede_summary_source from = source_of(d->page.blocks.items[s->block].kind);
        bool none = s->role == LEDE_ROLE_SET_ASIDE || (words && s->words == 0);
        e.from[i] = (uint8_t)(none ? LEDE_SOURCE_NONE : from);
        if (!none) {
            e.count[from]++;
            e.best = from < e.best ? from : e.best;
        }
    }
    return e;
}

/* ---- Cost ---------------------------------------------------------------------- */

static uint64_t count_chars(const lede_document *d, lede_span span) {
    uint64_t chars = 0;
    for (uint32_t at = span.begin; at < span.end; at++) {
        bool pair =
            d->page.text[at] == '\n' && at > span.begin && d->page.text[at - 1] == '\r';
        chars += ((unsigned char)d->page.text[at] & 0xC0u) != 0x80u && !pair;
    }
    return chars;
}

/* Of a sentence alone, in the unit of the budget. */
static double cost_of(const lede_document *d, size_t i, lede_budget_kind kind) {
    const lede_sentence *s = &d->sentences.items[i];
    return kind == LEDE_BUDGET_WORDS   ? (double)document_shown_words(d, s)
           : kind == LEDE_BUDGET_CHARS ? (double)count_chars(d, s->span)
                                       : 1.0;
}

/* Do two sentences say the same words? */
static bool same_words(const lede_document *d, uint32_t a, uint32_t b) {
    const lede_sentence *x = &d->sentences.items[a], *y = &d->sentences.items[b];
    uint32_t i = 0, j = 0;
    for (;;) {
        const lede_word *v = &d->words.items[x->first_word];
        const lede_word *w = &d->words.items[y->first_word];
        while (i < x->word_count && v[i].kind == LEDE_WORD_MARK) {
            i++;
        }
        while (j < y->word_count && w[j].kind == LEDE_WORD_MARK) {
            j++;
        }
        if (i == x->word_count || j == y->word_count) {
            return i == x->word_count && j == y->word_count;
        }
        if (v[i++].term != w[j++].term) {
            return false;
        }
    }
}

/* Of equal sentences only the first may be chosen. */
static bool is_repeat(const lede_document *d, const eligible *e, size_t i) {
    for (size_t k = 0; k < i; k++) {
        if (e->from[k] == e->best && same_words(d, (uint32_t)k, (uint32_t)i)) {
            return true;
        }
    }
    return false;
}

static bool fits_any(const lede_document *d, const eligible *e,
                     const lede_summary_options *o) {
    for (size_t i = 0; i < d->sentences.count; i++) {
        if (e->best != LEDE_SOURCE_NONE && e->from[i] == e->best &&
            cost_of(d, i, o->budget) <= o->amount && !is_repeat(d, e, i)) {
            return true;
        }
    }
    return false;
}

/* Within the budget, or the one best sentence when none is. */
static void check_budget(const lede_document *d, const eligible *e,
                         const lede_summary_facts *f, const lede_summary_options *o) {
    double used = o->budget == LEDE_BUDGET_WORDS   ? (double)f->words
                  : o->budget == LEDE_BUDGET_CHARS ? (double)f->chars
                                                   : (double)f->sentences;
    if (o->budget == LEDE_BUDGET_RATIO) {
        ORACLE(!f->over_budget);
        ORACLE(used <= 1.0 || used - 1.0 < o->amount * (double)f->eligible);
        ORACLE(o->amount < 1.0 || f->sentences == f->distinct);
    } else if (f->over_budget) {
        ORACLE(f->sentences == 1 && used > o->amount && !fits_any(d, e, o));
    } else {
        ORACLE(used <= o->amount);
    }
}

/* ---- Picks ----------------------------------------------------------------------- */

/* A score is the sum of its parts, each of which is a share of one, but for those of
 * learnt weights: these have no bounds. */
static void check_score(const lede_pick *pick, const lede_summary_facts *f) {
    int64_t sum = 0;
    for (int part = 0; part < LEDE_PART_REDUNDANCY; part++) {
        ORACLE(f->learnt || pick->parts[part] <= ONE + 1);
        ORACLE(f->learnt || pick->parts[part] >= 0);
        sum += pick->parts[part];
    }
    int64_t redundancy = pick->parts[LEDE_PART_REDUNDANCY];
    ORACLE(redundancy <= 0 && redundancy >= -10 * ONE - 100);
    ORACLE(redundancy == 0 || pick->alike != LEDE_NONE);
    ORACLE(sum + redundancy == pick->score);
}

/* Of the sentence, the largest amounts first, each word once. */
static void check_words(const lede_document *d, const lede_pick *pick, int explain) {
    const lede_sentence *s = &d->sentences.items[pick->sentence];
    ORACLE(pick->word_count <= (explain ? LEDE_PICK_WORDS : 0));
    for (uint32_t i = 0; i < pick->word_count; i++) {
        const lede_pick_word *w = &pick->words[i];
        ORACLE(w->word >= s->first_word && w->word < s->first_word + s->word_count);
        ORACLE(d->words.items[w->word].kind != LEDE_WORD_MARK);
        ORACLE(w->amount > 0);
        ORACLE(i == 0 || w->amount <= pick->words[i - 1].amount);
        for (uint32_t k = 0; k < i; k++) {
            ORACLE(pick->words[k].word != w->word);
        }
    }
}

static bool in_ledger(const lede_document *d, lede_span span) {
    for (size_t i = 0; i < d->ledger.count; i++) {
        lede_span entry = d->ledger.items[i].span;
        if (span.begin < entry.end && entry.begin < span.end) {
            return true;
        }
    }
    return false;
}

/* The best one left is none of the picks, and there is one unless all are taken. */
static void check_runner_up(const lede_document *d, const lede_summary *s, int explain) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    lede_runner_up next = lede_summary_runner_up(s);
    lede_summary_facts facts = lede_summary_measure(s);
    if (next.pick.sentence == LEDE_NONE) {
        ORACLE(count == facts.distinct);
        return;
    }
    ORACLE(count < facts.distinct && next.pick.sentence < d->sentences.count);
    ORACLE(next.pick.rank == 0 && next.cost > next.left && next.left <= facts.limit);
    check_score(&next.pick, &facts);
    check_words(d, &next.pick, explain);
    for (size_t i = 0; i < count; i++) {
        ORACLE(picks[i].sentence != next.pick.sentence);
        ORACLE(picks[i].alike == LEDE_NONE ||
               (picks[i].rank > 1 && picks[i].alike != picks[i].sentence));
    }
}

/* ---- The order of choice -------------------------------------------------------------
 */

/* The distinct terms of content of a sentence. */
typedef struct terms {
    uint8_t *has; /* stems */
    uint32_t count;
} terms;

static void add_stem(terms *t, uint32_t stem) {
    t->count += t->has[stem] == 0;
    t->has[stem] = 1;
}

static void add_parts(terms *t, const lede_document *d, const lede_term *whole) {
    for (uint32_t i = 0; i < whole->part_count; i++) {
        const lede_term *part = &d->terms.items[d->parts.items[whole->first_part + i]];
        if ((part->flags & LEDE_TERM_STOP) == 0 && part->letters > 1) {
            add_stem(t, part->stem);
        }
    }
}

static terms terms_of(const lede_document *d, uint32_t sentence) {
    const lede_sentence *s = &d->sentences.items[sentence];
    terms t = {calloc(d->stems.count + 1, 1), 0};
    ORACLE(t.has != NULL);
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        const lede_word *w = &d->words.items[i];
        bool lexical = w->kind == LEDE_WORD_WORD || w->kind == LEDE_WORD_HANDLE ||
                       w->kind == LEDE_WORD_TAG;
        if (lexical && (d->terms.items[w->term].flags & LEDE_TERM_STOP) == 0) {
            add_stem(&t, d->terms.items[w->term].stem);
            add_parts(&t, d, &d->terms.items[w->term]);
        }
    }
    return t;
}

/* Six distinct terms each, of which they share four and half of the smaller's. */
static bool tell_the_same(const lede_document *d, uint32_t a, uint32_t b) {
    terms x = terms_of(d, a), y = terms_of(d, b);
    uint32_t shared = 0, smaller = x.count < y.count ? x.count : y.count;
    for (size_t i = 0; i < d->stems.count; i++) {
        shared += x.has[i] != 0 && y.has[i] != 0;
    }
    free(x.has);
    free(y.has);
    return smaller >= 6 && shared >= 4 && 2 * shared >= smaller;
}

typedef struct ranks {
    const lede_document *d;
    const lede_summary_options *options;
    const lede_pick **by_rank; /* from 1 */
    size_t count;
    bool *told; /* from 1: one of those before it tells the same */
} ranks;

static ranks find_ranks(const lede_document *d, const lede_pick *picks, size_t count,
                        const lede_summary_options *o) {
    ranks r = {d, o, calloc(count + 1, sizeof *r.by_rank), count, NULL};
    r.told = calloc(count + 1, sizeof *r.told);
    ORACLE(r.by_rank != NULL && r.told != NULL);
    for (size_t i = 0; i < count; i++) {
        ORACLE(picks[i].rank >= 1 && picks[i].rank <= count);
        ORACLE(r.by_rank[picks[i].rank] == NULL);
        r.by_rank[picks[i].rank] = &picks[i];
    }
    for (size_t rank = 2; rank <= count && o->method != LEDE_METHOD_LEAD; rank++) {
        for (size_t k = 1; k < rank && k <= 256 && !r.told[rank]; k++) {
            r.told[rank] =
                tell_the_same(d, r.by_rank[k]->sentence, r.by_rank[rank]->sentence);
        }
    }
    return r;
}

/* What was used of the budget, and how many were chosen, before a rank. */
static double used_before(const ranks *r, size_t rank) {
    double used = 0.0;
    for (size_t k = 1; k < rank; k++) {
        double separator = r->options->budget == LEDE_BUDGET_CHARS && k > 1 ? 1.0 : 0.0;
        used += cost_of(r->d, r->by_rank[k]->sentence, r->options->budget) + separator;
    }
    return used;
}

/* Is it one of those before a rank, or does it tell the same as one? */
static bool is_told(const ranks *r, size_t rank, uint32_t sentence) {
    for (size_t k = 1; k < rank; k++) {
        if (r->by_rank[k]->sentence == sentence ||
            tell_the_same(r->d, r->by_rank[k]->sentence, sentence)) {
            return true;
        }
    }
    return false;
}

/* A sentence that tells the same as a chosen one comes when nothing else fits. */
static void check_told(const ranks *r, size_t rank, const eligible *e, uint64_t limit) {
    double separator = r->options->budget == LEDE_BUDGET_CHARS ? 1.0 : 0.0;
    double left = (double)limit - used_before(r, rank) - separator;
    for (uint32_t i = 0; i < r->d->sentences.count; i++) {
        bool fits = e->from[i] == e->best && cost_of(r->d, i, r->options->budget) <= left;
        ORACLE(!fits || is_repeat(r->d, e, i) || is_told(r, rank, i));
    }
}

#define MOST_SENTENCES 48 /* of a text whose sentences are all compared */

/* Of those that tell nothing again, and of those that do, what is chosen first is worth
 * most: nothing gains by what is chosen before it. */
static void check_ranks(const lede_document *d, const lede_summary *s, const eligible *e,
                        const lede_summary_options *o) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    ranks r = find_ranks(d, picks, count, o);
    bool first = true;
    for (size_t rank = 2; rank <= count; rank++) {
        bool fell = r.by_rank[rank - 1]->score >= r.by_rank[rank]->score;
        ORACLE(fell || (r.told[rank] && !r.told[rank - 1]));
        ORACLE(r.told[rank] || !r.told[rank - 1]);
        if (r.told[rank] && first && d->sentences.count <= MOST_SENTENCES) {
            check_told(&r, rank, e, lede_summary_measure(s).limit);
            first = false; /* behind it as little fits */
        }
    }
    free(r.by_rank);
    free(r.told);
}

/* The picks ascend, and none says what another does. */
static void check_picks(const lede_document *d, const lede_summary *s, int explain) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    lede_summary_facts facts = lede_summary_measure(s);
    for (size_t i = 0; i < count; i++) {
        check_score(&picks[i], &facts);
        check_words(d, &picks[i], explain);
        ORACLE(picks[i].sentence < d->sentences.count);
        ORACLE(i == 0 || picks[i - 1].sentence < picks[i].sentence);
        ORACLE(
            !in_ledger(d, document_counted(d, &d->sentences.items[picks[i].sentence])));
        for (size_t k = 0; k < i; k++) {
            ORACLE(!same_words(d, picks[k].sentence, picks[i].sentence));
        }
    }
}

static void check_facts(const lede_document *d, const lede_pick *picks, size_t count,
                        const lede_summary_facts *f) {
    uint64_t words = 0, chars = count > 0 ? count - 1 : 0;
    for (size_t i = 0; i < count; i++) {
        const lede_sentence *chosen = &d->sentences.items[picks[i].sentence];
        words += document_shown_words(d, chosen);
        chars += count_chars(d, d->sentences.items[picks[i].sentence].span);
    }
    ORACLE(f->sentences == count && f->words == words && f->chars == chars);
    ORACLE(count <= f->distinct && f->distinct <= f->eligible);
}

static uint32_t count_distinct(const lede_document *d, const eligible *e) {
    uint32_t distinct = 0;
    for (size_t i = 0; i < d->sentences.count; i++) {
        distinct +=
            e->best != LEDE_SOURCE_NONE && e->from[i] == e->best && !is_repeat(d, e, i);
    }
    return distinct;
}

void oracle_summary(const lede_document *d, const lede_summary *s,
                    const lede_summary_options *options) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    lede_summary_facts facts = lede_summary_measure(s);
    eligible e = find_eligible(d);
    ORACLE(facts.source == e.best);
    ORACLE(facts.eligible == (e.best < LEDE_SOURCE_NONE ? e.count[e.best] : 0));
    ORACLE((count > 0) == (facts.eligible > 0));
    for (size_t i = 0; i < count; i++) {
        ORACLE(e.from[picks[i].sentence] == e.best);
    }
    check_picks(d, s, options->explain);
    check_ranks(d, s, &e, options);
    check_runner_up(d, s, options->explain);
    ORACLE(facts.distinct == count_distinct(d, &e));
    check_facts(d, picks, count, &facts);
    check_budget(d, &e, &facts, options);
    free(e.from);
}
