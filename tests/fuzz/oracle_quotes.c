/* SPDX-License-Identifier: MIT */
/* Quotations judged anew: every word compared with every place of every source. */
#include "fuzz/oracle.h"
#include "repeat/verbatim.h"
#include "repeat/verbatim_row.h"

typedef struct judge {
    const lede_quotes *q;
    verbatim_keys keys;
    verbatim_row summary;
    verbatim_row sources[ORACLE_SOURCES];
    uint32_t begin; /* tokens of the quotation at hand */
    uint32_t end;
} judge;

static bool are_equal(const verbatim_row *a, uint32_t i, const verbatim_row *b,
                      uint32_t j, uint32_t n) {
    for (uint32_t k = 0; k < n; k++) {
        if (a->numbers.items[i + k] != b->numbers.items[j + k]) {
            return false;
        }
    }
    return true;
}

/* Does any source have all words of the quotation in a row? */
static bool is_in_a_row(const judge *j) {
    uint32_t n = j->end - j->begin;
    for (size_t s = 0; s < j->q->source_count; s++) {
        const verbatim_row *r = &j->sources[s];
        for (uint32_t at = 0; at + n <= r->numbers.count; at++) {
            if (are_equal(&j->summary, j->begin, r, at, n)) {
                return true;
            }
        }
    }
    return false;
}

static void check_span(lede_span span, const lede_document *d) {
    size_t n = 0;
    (void)lede_document_text(d, &n);
    ORACLE(span.begin < span.end && span.end <= n);
}

/* Words of two spans are equal; how many there are. */
static uint32_t check_same(const judge *j, uint32_t source_number, lede_span passage,
                           lede_span summary) {
    const verbatim_row *r = &j->sources[source_number];
    uint32_t a = verbatim_row_at(r, passage.begin), b = verbatim_row_at(r, passage.end);
    uint32_t c = verbatim_row_at(&j->summary, summary.begin);
    uint32_t d = verbatim_row_at(&j->summary, summary.end);
    ORACLE(b > a && b - a == d - c);
    ORACLE(are_equal(&j->summary, c, r, a, b - a));
    return b - a;
}

/* What is the same and what was added are all of the quotation, in its order. */
static void check_steps(const judge *j, const lede_quote *quote) {
    uint32_t at = j->begin;
    bool front = (quote->notes & LEDE_QUOTE_FRONT_ONLY) != 0;
    for (uint32_t i = 0; i < quote->step_count; i++) {
        const lede_quote_step *s = &j->q->steps.items[quote->first_step + i];
        ORACLE(s->op <= LEDE_QUOTE_ADDED);
        if (s->op != LEDE_QUOTE_ADDED) {
            ORACLE(s->source < j->q->source_count);
            check_span(s->passage, j->q->sources[s->source]);
        }
        if (s->op == LEDE_QUOTE_REMOVED) {
            continue;
        }
        check_span(s->summary, j->q->summary);
        ORACLE(verbatim_row_at(&j->summary, s->summary.begin) == at);
        at = verbatim_row_at(&j->summary, s->summary.end);
        if (s->op == LEDE_QUOTE_SAME) {
            (void)check_same(j, s->source, s->passage, s->summary);
        } else {
            ORACLE(s->source == LEDE_NONE);
        }
    }
    ORACLE(quote->step_count == 0 || front || at == j->end);
}

static void check_passage(const judge *j, const lede_quote *quote) {
    if (quote->source == LEDE_NONE) {
        ORACLE(quote->state == LEDE_QUOTE_UNCHECKED ||
               quote->state == LEDE_QUOTE_MISSING);
        ORACLE(quote->step_count == 0);
        return;
    }
    ORACLE(quote->source < j->q->source_count);
    check_span(quote->passage, j->q->sources[quote->source]);
    ORACLE(quote->first_sentence <= quote->last_sentence);
    ORACLE(quote->last_sentence < j->q->sources[quote->source]->sentences.count);
    if (quote->state == LEDE_QUOTE_VERBATIM) {
        ORACLE(check_same(j, quote->source, quote->passage, quote->span) == quote->words);
    }
}

/* What stands in a row somewhere is never altered or missing, what does not is never
 * verbatim. */
static void check_state(const judge *j, const lede_quote *quote) {
    bool row = is_in_a_row(j);
    ORACLE(quote->state < LEDE_QUOTE_STATES);
    if (quote->state == LEDE_QUOTE_VERBATIM) {
        ORACLE(row);
    }
    if (quote->state == LEDE_QUOTE_ALTERED || quote->state == LEDE_QUOTE_MISSING) {
        ORACLE(!row);
    }
}

static void check_quote(judge *j, const lede_quote *quote) {
    check_span(quote->span, j->q->summary);
    j->begin = verbatim_row_at(&j->summary, quote->span.begin);
    j->end = verbatim_row_at(&j->summary, quote->span.end);
    ORACLE(j->end - j->begin == quote->words && quote->words > 0);
    check_passage(j, quote);
    check_steps(j, quote);
    check_state(j, quote);
}

static void check_facts(const lede_quotes *q) {
    lede_quotes_facts facts = lede_quotes_measure(q);
    size_t count = 0, sum = 0, failed = 0;
    const lede_quote *list = lede_quotes_list(q, &count);
    for (size_t i = 0; i < LEDE_QUOTE_STATES; i++) {
        sum += facts.states[i];
    }
    for (size_t i = 0; i < count; i++) {
        failed += lede_quotes_fails(q, &list[i]) != 0;
    }
    ORACLE(facts.units == count && sum == count && facts.failed == failed);
}

void oracle_quotes(const lede_quotes *q) {
    judge j = {.q = q, .keys = {.allocator = &memory_default}};
    j.summary = (verbatim_row){.allocator = &memory_default, .keeps_signs = true};
    ORACLE(q->source_count <= ORACLE_SOURCES);
    ORACLE(verbatim_row_read(&j.summary, q->summary, &j.keys));
    for (size_t i = 0; i < q->source_count; i++) {
        j.sources[i] = (verbatim_row){.allocator = &memory_default};
        ORACLE(verbatim_row_read(&j.sources[i], q->sources[i], &j.keys));
    }
    check_facts(q);
    for (size_t i = 0; i < q->list.count; i++) {
        check_quote(&j, &q->list.items[i]);
    }
    for (size_t i = 0; i < q->source_count; i++) {
        verbatim_row_free(&j.sources[i]);
    }
    verbatim_row_free(&j.summary);
    verbatim_keys_free(&j.keys);
}

void oracle_same_quotes(const lede_quotes *a, const lede_quotes *b) {
    ORACLE(a->list.count == b->list.count && a->steps.count == b->steps.count);
    for (size_t i = 0; i < a->list.count; i++) {
        const lede_quote *x = &a->list.items[i], *y = &b->list.items[i];
        ORACLE(x->kind == y->kind && x->state == y->state && x->notes == y->notes);
        ORACLE(x->span.begin == y->span.begin && x->span.end == y->span.end);
        ORACLE(x->source == y->source && x->passage.begin == y->passage.begin &&
               x->passage.end == y->passage.end);
    }
    for (size_t i = 0; i < a->steps.count; i++) {
        const lede_quote_step *x = &a->steps.items[i], *y = &b->steps.items[i];
        ORACLE(x->op == y->op && x->source == y->source &&
               x->passage.begin == y->passage.begin &&
               x->summary.begin == y->summary.begin);
    }
}
