/* SPDX-License-Identifier: MIT */
/* One summary of several documents. */
#include "summary/summary.h"
#include "unit/summary/together_support.h"

static const uint32_t same_order[] = {0, 1, 2};

static void expect_equal(const lede_summary *a, const lede_summary *b) {
    assert_int_equal(a->picks.count, b->picks.count);
    for (size_t i = 0; i < a->picks.count; i++) {
        expect_equal_pick(&a->picks.items[i], &b->picks.items[i], same_order);
        assert_int_equal(a->picks.items[i].score, b->picks.items[i].score);
    }
    assert_int_equal(a->next.pick.sentence, b->next.pick.sentence);
    assert_int_equal(a->facts.eligible, b->facts.eligible);
    assert_int_equal(a->facts.chars, b->facts.chars);
}

/* Of one document, joined with others that say nothing, what it has alone. */
static void test_alone(void **state) {
    for (int m = 0; m < LEDE_METHOD_COUNT; m++) {
        text_buffer t = text_article(3);
        lede_document *d[] = {open_text(""), open_bytes(t.bytes, t.n), open_text("")};
        lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 5);
        o.method = (lede_method)m;
        lede_summary *alone = open_summary(d[1], &o), *s = sum_up(d, 3, &o);
        lede_summary *one = sum_up(&d[1], 1, &o);
        expect_equal(one, alone);
        assert_int_equal(s->facts.documents, 3);
        for (size_t i = 0; i < s->picks.count; i++) {
            assert_int_equal(s->picks.items[i].document, 1);
            s->picks.items[i].document = 0;
        }
        s->next.pick.document = 0;
        expect_equal(s, alone);
        lede_summary_free(one);
        lede_summary_free(alone);
        lede_summary_free(s);
        for (size_t i = 0; i < 3; i++) {
            lede_document_free(d[i]);
        }
        text_free(&t);
    }
}

static const lede_pick *find_pick(const lede_summary *s, uint32_t document,
                                  uint32_t sentence) {
    for (size_t i = 0; i < s->picks.count; i++) {
        const lede_pick *p = &s->picks.items[i];
        if (p->document == document && p->sentence == sentence) {
            return p;
        }
    }
    return NULL;
}

static void expect_moved(const lede_summary *a, const lede_summary *b,
                         const uint32_t *to) {
    assert_int_equal(a->picks.count, b->picks.count);
    for (size_t i = 0; i < a->picks.count; i++) {
        const lede_pick *p = &a->picks.items[i];
        const lede_pick *q = find_pick(b, to[p->document], p->sentence);
        assert_non_null(q);
        expect_equal_pick(p, q, to);
    }
}

/* The order of the documents is that of the picks and nothing more, of every method that
 * has no order among documents; here no two scores are equal, and the sentence that two
 * of them have is left out. */
static void test_order(void **state) {
    static const uint32_t to[] = {1, 2, 0};
    lede_document *d[] = {open_with(harbour_text, "en", 1),
                          open_with("The coast\n\nTwo boats came by the wall at noon. "
                                    "Their crews slept in the harbour hall.",
                                    "en", 1),
                          open_with(sturm_text, "de", 1)};
    lede_document *moved[] = {d[2], d[0], d[1]};
    for (int m = 0; m < LEDE_METHOD_LEAD; m++) {
        lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 4);
        o.method = (lede_method)m;
        lede_summary *a = sum_up(d, 3, &o), *b = sum_up(moved, 3, &o);
        expect_moved(a, b, to);
        lede_summary_free(a);
        lede_summary_free(b);
    }
    for (size_t i = 0; i < 3; i++) {
        lede_document_free(d[i]);
    }
}

static void test_seeds(void **state) {
    trio t = open_trio(0);
    lede_summary_options o = budget_of(LEDE_BUDGET_WORDS, 60);
    o.explain = 1;
    lede_summary *first = sum_up(t.d, TRIO, &o);
    for (uint64_t seed = 1; seed < 40; seed++) {
        trio other = open_trio(seed * UINT64_C(0x9E3779B97F4A7C15));
        lede_summary *s = sum_up(other.d, TRIO, &o);
        expect_equal(s, first);
        assert_memory_equal(s->picks.items[0].words, first->picks.items[0].words,
                            sizeof first->picks.items[0].words);
        lede_summary_free(s);
        close_trio(&other);
    }
    lede_summary_free(first);
    close_trio(&t);
}

/* The sentence that both have is taken once, from the first; position begins anew. */
static void test_places(void **state) {
    trio t = open_trio(3);
    lede_summary_options o = budget_of(LEDE_BUDGET_RATIO, 1.0);
    lede_summary *s = sum_up(t.d, 2, &o);
    assert_int_equal(s->facts.distinct, s->facts.eligible - 1);
    assert_int_equal(s->picks.count, s->facts.distinct);
    assert_non_null(find_pick(s, 0, 1));
    assert_null(find_pick(s, 1, 1));
    /* what is left of the second document begins with its second sentence */
    const lede_pick *first = find_pick(s, 0, 1), *other = find_pick(s, 1, 2);
    assert_true(first->parts[LEDE_PART_POSITION] > 0);
    assert_int_equal(first->parts[LEDE_PART_POSITION], other->parts[LEDE_PART_POSITION]);
    assert_true(other->parts[LEDE_PART_TITLE] > 0); /* boat: the title of its own */
    for (size_t i = 1; i < s->picks.count; i++) {
        const lede_pick *p = &s->picks.items[i - 1], *q = p + 1;
        assert_true(p->document < q->document ||
                    (p->document == q->document && p->sentence < q->sentence));
    }
    lede_summary_free(s);
    close_trio(&t);
}

/* Words and likenesses are those of the pick's own document. */
static void test_own_indices(void **state) {
    trio t = open_trio(4);
    lede_summary_options o = budget_of(LEDE_BUDGET_RATIO, 1.0);
    size_t named = 0, elsewhere = 0;
    o.explain = 1;
    lede_summary *s = sum_up(t.d, TRIO, &o);
    for (size_t i = 0; i < s->picks.count; i++) {
        const lede_pick *p = &s->picks.items[i];
        const lede_sentence *at = &t.d[p->document]->sentences.items[p->sentence];
        for (uint32_t w = 0; w < p->word_count; w++) {
            assert_in_range(p->words[w].word, at->first_word,
                            at->first_word + at->word_count - 1);
        }
        named += p->word_count;
        if (p->alike != LEDE_NONE) {
            assert_non_null(find_pick(s, p->alike_document, p->alike));
            elsewhere += p->alike_document != p->document;
        }
    }
    assert_true(named > 20);
    assert_true(elsewhere > 0);
    lede_summary_free(s);
    close_trio(&t);
}

/* A dateline stands before the first word that counts. */
static void test_behind_dateline(void **state) {
    lede_document *d[] = {
        open_with(boats_text, "en", 7),
        open_with("LONDON, Jan 3 (Reuters) - Seagulls sleep.", "en", 7)};
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 9);
    o.explain = 1;
    lede_summary *s = sum_up(d, 2, &o);
    const lede_pick *p = find_pick(s, 1, 0);
    assert_non_null(p);
    assert_int_equal(d[1]->sentences.items[0].aside > 0, 1);
    assert_int_equal(p->word_count, 2);
    assert_int_equal(p->words[0].word, d[1]->sentences.items[0].first_word);
    lede_summary_free(s);
    lede_document_free(d[0]);
    lede_document_free(d[1]);
}

/* The first sentences of all, then the second ones. */
static void test_lead(void **state) {
    trio t = open_trio(6);
    lede_summary_options o = budget_of(LEDE_BUDGET_SENTENCES, 4);
    o.method = LEDE_METHOD_LEAD;
    lede_summary *s = sum_up(t.d, TRIO, &o);
    assert_int_equal(s->picks.count, 4);
    assert_int_equal(find_pick(s, 0, 1)->rank, 1);
    assert_int_equal(find_pick(s, 1, 2)->rank, 2);
    assert_int_equal(find_pick(s, 2, 1)->rank, 3);
    assert_int_equal(find_pick(s, 0, 2)->rank, 4);
    assert_string_equal(s->facts.language, "en");
    assert_int_equal(s->facts.in_language, 2);
    lede_summary_free(s);
    close_trio(&t);
}

static lede_status refuse(const lede_document *const *d, size_t count, const char *why) {
    lede_summary *s = (lede_summary *)&s;
    lede_error error;
    lede_status status = lede_summary_create_together(d, count, NULL, &s, &error);
    assert_null(s);
    assert_string_equal(error.text, why);
    return status;
}

static void test_arguments(void **state) {
    trio t = open_trio(7);
    const lede_document *d[] = {t.d[0], NULL};
    assert_int_equal(refuse(d, 0, "there is no document"), LEDE_INVALID_ARGUMENT);
    assert_int_equal(refuse(NULL, 1, "document is NULL"), LEDE_INVALID_ARGUMENT);
    assert_int_equal(refuse(d, 2, "document is NULL"), LEDE_INVALID_ARGUMENT);
    assert_int_equal(lede_summary_create_together(d, 1, NULL, NULL, NULL),
                     LEDE_INVALID_ARGUMENT);
    close_trio(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alone),       cmocka_unit_test(test_order),
        cmocka_unit_test(test_seeds),       cmocka_unit_test(test_places),
        cmocka_unit_test(test_own_indices), cmocka_unit_test(test_lead),
        cmocka_unit_test(test_arguments),   cmocka_unit_test(test_behind_dateline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
