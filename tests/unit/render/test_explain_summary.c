/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/explain.h"
#include "unit/base/base_support.h"

#include <math.h>

static const char article[] = "One two. Three four.";

/* One document, whose path is not told. */
#define TEXTS(s)                                                                         \
    (&(const explain_texts){(const lede_document *const[]){&(s)->document}, NULL})

/* Two sentences; the first is picked, the second is next. */
static void open_article(sample *s) {
    sample_open(s, article);
    sample_block(s, article, LEDE_BLOCK_PROSE);
    sample_sentence(s, "One two.", LEDE_END_FULL_STOP);
    sample_sentence(s, "Three four.", LEDE_END_FULL_STOP);
    sample_pick(s, 0, 1);
    s->summary.picks.items[0].alike = LEDE_NONE;
    s->summary.next.pick = (lede_pick){.sentence = 1, .alike = 0};
    s->summary.facts.limit = 1;
}

static void expect_pick(const sample *s, const lede_pick *pick, const char *wanted) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    explain_pick(&o, TEXTS(s), pick);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, wanted);
}

#define ONE (INT64_C(1) << 32)

static void test_pick(void **state) {
    sample s;
    open_article(&s);
    lede_pick pick = {.sentence = 1, .rank = 3, .alike = LEDE_NONE, .score = ONE};
    pick.parts[LEDE_PART_WEIGHT] = ONE;
    expect_pick(&s, &pick,
                "    sentence 2 at 1:10, rank 3: score 1.0000 = weight 1.0000\n");
    pick.parts[LEDE_PART_TITLE] = ONE / 8;
    pick.parts[LEDE_PART_REDUNDANCY] = -ONE / 16;
    pick.score += ONE / 8 - ONE / 16;
    pick.alike = 0;
    expect_pick(&s, &pick,
                "    sentence 2 at 1:10, rank 3: score 1.0625 = weight 1.0000 + title "
                "0.1250 + redundancy -0.0625 (like sentence 1)\n");
    pick = (lede_pick){.sentence = 0, .rank = 1, .alike = LEDE_NONE};
    expect_pick(&s, &pick, "    sentence 1 at 1:1, rank 1: score 0.0000\n");
    sample_close(&s);
}

/* The figures of a line: the first is the sum of the others, to the last digit. */
static void expect_sum(const char *line) {
    const char *at = strstr(line, "score ") + strlen("score ");
    char *end = NULL;
    double score = strtod(at, &end), sum = 0.0;
    assert_true(fabs(score) < 100.0);
    for (at = strpbrk(end, "0123456789-"); at != NULL; at = strpbrk(end, "0123456789-")) {
        sum += strtod(at, &end);
    }
    assert_true(fabs(score - sum) < 1e-9);
}

static void test_figures_add_up(void **state) {
    sample s;
    kept k = {0};
    out o;
    uint64_t seed = 7;
    open_article(&s);
    for (int i = 0; i < 2000; i++) {
        lede_pick pick = {.rank = 1, .alike = LEDE_NONE};
        for (int part = 0; part < LEDE_PART_COUNT; part++) {
            int64_t size = (int64_t)(next_random(&seed) % (uint64_t)ONE);
            pick.parts[part] = part == LEDE_PART_REDUNDANCY ? -size : size;
            pick.score += pick.parts[part];
        }
        out_init(&o, kept_sink(&k));
        explain_pick(&o, TEXTS(&s), &pick);
        assert_int_equal(out_flush(&o), LEDE_OK);
        expect_sum(k.bytes);
        kept_free(&k);
    }
    sample_close(&s);
}

static void expect_not_chosen(const sample *s, const char *reason) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    explain_not_chosen(&o, TEXTS(s), &s->summary);
    assert_int_equal(out_flush(&o), LEDE_OK);
    assert_non_null(strstr(k.bytes, "    next best: Three four.\n"));
    assert_non_null(strstr(k.bytes, reason));
    kept_free(&k);
}

static void test_reasons(void **state) {
    sample s;
    open_article(&s);
    s.summary.picks.items[0].score = ONE;
    expect_not_chosen(&s, "only 1 sentence was wanted, and it scored higher\n");
    s.summary.facts.limit = 2;
    expect_not_chosen(&s, "only 2 sentences were wanted, and they scored higher\n");
    s.summary.next.pick.score = ONE; /* ties go to the first */
    expect_not_chosen(&s, "only 2 sentences were wanted, and they scored no lower\n");
    s.summary.next.pick.score = 0;
    s.summary.next.lost = LEDE_LOST_REDUNDANCY;
    expect_not_chosen(&s, "too much like sentence 1\n");
    s.summary.next.lost = LEDE_LOST_BUDGET;
    s.summary.next.cost = 9;
    s.summary.next.left = 1;
    s.summary.facts.limit = 10;
    s.summary.facts.budget = LEDE_BUDGET_WORDS;
    expect_not_chosen(&s, "it takes 9 of the words, and only 1 of 10 are left\n");
    s.summary.facts.budget = LEDE_BUDGET_CHARS;
    expect_not_chosen(&s, "it takes 9 of the characters, and only 1 of 10 are left\n");
    sample_close(&s);
}

static void test_nothing_left(void **state) {
    sample s;
    kept k = {0};
    out o;
    json_writer j;
    open_article(&s);
    s.summary.next.pick.sentence = LEDE_NONE;
    out_init(&o, kept_sink(&k));
    explain_not_chosen(&o, TEXTS(&s), &s.summary);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "    next best: none, every distinct sentence was chosen\n");
    out_init(&o, kept_sink(&k));
    jw_init(&j, &o);
    explain_next(&j, TEXTS(&s), &s.summary, NULL);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "\"budget\":{\"unit\":\"sentences\",\"limit\":1},\"next\":null");
    sample_close(&s);
}

/* Of two documents, here the same twice: what is not of the one at hand names its path.
 */
static void test_several(void **state) {
    static const char *const paths[] = {"a.txt", "b.txt"};
    sample s;
    kept k = {0};
    out o;
    json_writer j;
    open_article(&s);
    const lede_document *const documents[] = {&s.document, &s.document};
    const explain_texts texts = {documents, paths};
    lede_pick pick = {.rank = 1, .alike = 1};
    out_init(&o, kept_sink(&k));
    explain_pick(&o, &texts, &pick);
    pick.alike_document = 1;
    explain_pick(&o, &texts, &pick);
    pick.document = 1;
    pick.rank = 0;
    explain_pick(&o, &texts, &pick);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "    sentence 1 at 1:1, rank 1: score 0.0000 (like sentence 2)\n"
                    "    sentence 1 at 1:1, rank 1: score 0.0000 (like sentence 2 of "
                    "b.txt)\n"
                    "    sentence 1 of b.txt at 1:1: score 0.0000 (like sentence 2)\n");
    out_init(&o, kept_sink(&k));
    jw_init(&j, &o);
    jw_object_begin(&j);
    explain_causes(&j, &texts, &pick);
    jw_object_end(&j);
    assert_int_equal(out_flush(&o), LEDE_OK);
    kept_expect(&k, "{\"alike\":2,\"alike_path\":\"b.txt\",\"words\":[]}");
    sample_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pick),    cmocka_unit_test(test_figures_add_up),
        cmocka_unit_test(test_reasons), cmocka_unit_test(test_nothing_left),
        cmocka_unit_test(test_several),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
