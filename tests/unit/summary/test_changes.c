/* SPDX-License-Identifier: MIT */
/* What a change of the text changes in its summary, and what it must not. */
#include "support/open.h"
#include "support/texts.h"
#include "text/document.h"

#define TEXTS 120

/* ---- Everything of a summary
 * ----------------------------------------------------------- */

static lede_summary_options all_of(lede_method method) {
    lede_summary_options o = budget_of(LEDE_BUDGET_RATIO, 1);
    o.method = method;
    return o;
}

/* The same picks with the same scores; sentence numbers may be others. */
static void expect_same_picks(const lede_summary *a, const lede_summary *b) {
    size_t m = 0, n = 0;
    const lede_pick *x = lede_summary_picks(a, &m), *y = lede_summary_picks(b, &n);
    assert_int_equal(m, n);
    for (size_t i = 0; i < m; i++) {
        assert_int_equal(x[i].rank, y[i].rank);
        assert_true(x[i].score == y[i].score);
        assert_memory_equal(x[i].parts, y[i].parts, sizeof x[i].parts);
    }
}

static void expect_same_summaries(const text_buffer *a, const text_buffer *b,
                                  lede_summary_options o) {
    lede_document *x = open_bytes(a->bytes, a->n), *y = open_bytes(b->bytes, b->n);
    for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
        o.method = (lede_method)method;
        lede_summary *s = open_summary(x, &o), *t = open_summary(y, &o);
        expect_same_picks(s, t);
        lede_summary_free(s);
        lede_summary_free(t);
    }
    lede_document_free(x);
    lede_document_free(y);
}

/* ---- What must change nothing -------------------------------------------------------
 */

static void test_label_behind(void **state) {
    for (uint64_t seed = 0; seed < TEXTS; seed++) {
        text_buffer t = text_made(seed, 8), more = {0};
        text_add(&more, t.bytes, t.n);
        text_put(&more, "\n\nADVERTISEMENT\n");
        expect_same_summaries(&t, &more, budget_of(LEDE_BUDGET_SENTENCES, 3));
        expect_same_summaries(&t, &more, budget_of(LEDE_BUDGET_RATIO, 0.5));
        text_free(&t);
        text_free(&more);
    }
}

static void test_line_ends(void **state) {
    for (uint64_t seed = 0; seed < TEXTS + TEXT_ARTICLES; seed++) {
        text_buffer t =
            seed < TEXT_ARTICLES ? text_article((size_t)seed) : text_made(seed, 8);
        text_buffer other = {0};
        for (size_t i = 0; i < t.n; i++) {
            text_add(&other, t.bytes[i] == '\n' ? "\r\n" : &t.bytes[i],
                     t.bytes[i] == '\n' ? 2 : 1);
        }
        expect_same_summaries(&t, &other, budget_of(LEDE_BUDGET_SENTENCES, 3));
        expect_same_summaries(&t, &other, budget_of(LEDE_BUDGET_CHARS, 300));
        text_free(&t);
        text_free(&other);
    }
}

/* ---- Order ----------------------------------------------------------------------------
 */

static text_buffer paragraphs(uint64_t seed, bool swapped) {
    text_buffer t = {0}, part[2] = {{0}, {0}};
    for (int p = 0; p < 2; p++) {
        for (size_t s = 2 + text_below(&seed, 6); s > 0; s--) {
            text_sentence(&part[p], &seed);
            text_put(&part[p], " Later they mended. ");
        }
    }
    text_add(&t, part[swapped].bytes, part[swapped].n);
    text_put(&t, "\n\n");
    text_add(&t, part[!swapped].bytes, part[!swapped].n);
    text_free(&part[0]);
    text_free(&part[1]);
    return t;
}

/* NULL: another sentence of the same words is the first of them there. */
static const lede_pick *find_pick(const lede_document *d, const lede_summary *s,
                                  const char *text, size_t n) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    for (size_t i = 0; i < count; i++) {
        lede_span span = d->sentences.items[picks[i].sentence].span;
        if (span.end - span.begin == n &&
            memcmp(d->page.text + span.begin, text, n) == 0) {
            return &picks[i];
        }
    }
    return NULL;
}

/* No part of a score but for redundancy, which is of the order of choice. */
static void expect_close(const lede_pick *a, const lede_pick *b, int64_t most) {
    for (int part = 0; part < LEDE_PART_REDUNDANCY; part++) {
        int64_t off = a->parts[part] - b->parts[part];
        assert_true(off <= most && off >= -most);
    }
}

/* Where a paragraph stands does not count, where it is not asked for: rounding apart, and
 * what a random walk that has nearly come to rest is off. */
static void test_swapped_paragraphs(void **state) {
    static const lede_method methods[] = {LEDE_METHOD_CENTRALITY, LEDE_METHOD_TFIDF,
                                          LEDE_METHOD_LEXRANK};
    for (uint64_t seed = 0; seed < 3 * TEXTS; seed++) {
        text_buffer t = paragraphs(seed, false), u = paragraphs(seed, true);
        lede_document *d = open_bytes(t.bytes, t.n), *e = open_bytes(u.bytes, u.n);
        lede_summary_options o = all_of(methods[seed % 3]);
        o.no_position = 1;
        lede_summary *s = open_summary(d, &o), *r = open_summary(e, &o);
        size_t count = 0, found = 0;
        const lede_pick *picks = lede_summary_picks(s, &count);
        for (size_t i = 0; i < count; i++) {
            lede_span span = d->sentences.items[picks[i].sentence].span;
            const lede_pick *other =
                find_pick(e, r, d->page.text + span.begin, span.end - span.begin);
            found += other != NULL;
            expect_close(&picks[i], other != NULL ? other : &picks[i],
                         o.method == LEDE_METHOD_LEXRANK ? 8590 : 4);
        }
        assert_int_equal(lede_summary_measure(r).sentences, count);
        assert_true(found > 0 && found + 2 >= count);
        lede_summary_free(s);
        lede_summary_free(r);
        lede_document_free(d);
        lede_document_free(e);
        text_free(&t);
        text_free(&u);
    }
}

/* ---- Twice ----------------------------------------------------------------------------
 */

/* A text said twice has no more to choose from, and nothing is chosen twice; the first
 * sentences are the same. What is said twice weighs otherwise, so the others need not be.
 */
static void test_text_twice(void **state) {
    for (uint64_t seed = 0; seed < TEXTS; seed++) {
        text_buffer t = paragraphs(seed, false), twice = {0};
        text_add(&twice, t.bytes, t.n);
        text_put(&twice, "\n\n");
        text_add(&twice, t.bytes, t.n);
        lede_document *d = open_bytes(t.bytes, t.n);
        lede_document *e = open_bytes(twice.bytes, twice.n);
        for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
            lede_summary_options o = all_of((lede_method)method);
            lede_summary *s = open_summary(d, &o), *r = open_summary(e, &o);
            size_t m = 0, n = 0;
            const lede_pick *x = lede_summary_picks(s, &m);
            const lede_pick *y = lede_summary_picks(r, &n);
            assert_int_equal(m, n);
            assert_int_equal(lede_summary_measure(s).distinct,
                             lede_summary_measure(r).distinct);
            assert_int_equal(2 * lede_summary_measure(s).eligible,
                             lede_summary_measure(r).eligible);
            for (size_t i = 0; i < m; i++) {
                assert_int_equal(x[i].sentence, y[i].sentence); /* the first of each */
            }
            lede_summary_free(s);
            lede_summary_free(r);
        }
        lede_document_free(d);
        lede_document_free(e);
        text_free(&t);
        text_free(&twice);
    }
}

static uint32_t rank_of(const lede_summary *s, uint32_t sentence) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    for (size_t i = 0; i < count; i++) {
        if (picks[i].sentence == sentence) {
            return picks[i].rank;
        }
    }
    fail_msg("sentence %u is not chosen", sentence);
    return 0;
}

/* What a page repeats does not become what it is about: each method chooses the same
 * sentences whether a notice stands there once or eight times. */
static void test_notice_again(void **state) {
    static const char notice[] = "Sign up for the weekly letter of the harbour office. ";
    for (uint64_t seed = 0; seed < TEXTS; seed++) {
        text_buffer once = paragraphs(seed, false), often = {0};
        text_put(&once, notice);
        text_add(&often, once.bytes, once.n);
        for (int i = 0; i < 7; i++) {
            text_put(&often, notice);
        }
        lede_document *d = open_bytes(once.bytes, once.n);
        lede_document *e = open_bytes(often.bytes, often.n);
        for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_COUNT; method++) {
            lede_summary_options o = all_of((lede_method)method);
            lede_summary *s = open_summary(d, &o), *r = open_summary(e, &o);
            uint32_t last = (uint32_t)d->sentences.count - 1;
            assert_int_equal(rank_of(r, last), rank_of(s, last));
            lede_summary_free(s);
            lede_summary_free(r);
        }
        lede_document_free(d);
        lede_document_free(e);
        text_free(&once);
        text_free(&often);
    }
}

/* ---- Words that are asked for ---------------------------------------------------------
 */

static void expect_raised(const lede_document *d, uint32_t sentence,
                          lede_summary_options plain, lede_summary_options asked) {
    lede_summary *before = open_summary(d, &plain), *after = open_summary(d, &asked);
    size_t count = 0;
    (void)lede_summary_picks(before, &count);
    assert_true(rank_of(after, sentence) <= rank_of(before, sentence));
    lede_summary_free(before);
    lede_summary_free(after);
}

/* A sentence of which all words stand in the title, or in the query, is chosen no later
 * than without: nothing is as much like it. Fragments are worth less of all. */
static void expect_raised_by_its_words(const lede_document *d, uint32_t sentence) {
    const lede_sentence *s = &d->sentences.items[sentence];
    for (int method = LEDE_METHOD_AUTO; method < LEDE_METHOD_LEAD; method++) {
        lede_summary_options plain = all_of((lede_method)method), asked;
        plain.mmr = 0.0;
        plain.no_title = 1;
        asked = plain;
        asked.query = d->page.text + s->span.begin;
        asked.query_length = s->span.end - s->span.begin;
        expect_raised(d, sentence, plain, asked);
        asked = plain;
        asked.no_title = 0;
        asked.title = d->page.text + s->span.begin;
        asked.title_length = s->span.end - s->span.begin;
        if (method == LEDE_METHOD_AUTO) {
            expect_raised(d, sentence, plain, asked);
        }
    }
}

static void test_asked_for(void **state) {
    static const char text[] =
        "Captains mend tarred ropes on cold mornings. Farmers plant late apples along "
        "the "
        "eastern lanes. Bakers knead sour dough behind broken windows. Captains and "
        "farmers sold apples and ropes. Nobody photographed the eastern windows that "
        "morning. Visitors bought bread from bakers and fish from captains.";
    lede_document *d = open_text(text);
    assert_int_equal(d->sentences.count, 6);
    for (uint32_t i = 0; i < 6; i++) {
        expect_raised_by_its_words(d, i);
    }
    lede_document_free(d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_label_behind),       cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_swapped_paragraphs), cmocka_unit_test(test_text_twice),
        cmocka_unit_test(test_notice_again),       cmocka_unit_test(test_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
