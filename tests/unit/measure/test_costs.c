/* SPDX-License-Identifier: MIT */
#include "measure/costs.h"

#include "unit/measure/scored.h"

/* Dale and Chall's score as a grade: between the middles of their bands. */
static double banded(double score) {
    static const double knots[][2] = {{4.5, 4},    {5.5, 5.5}, {6.5, 7.5}, {7.5, 9.5},
                                      {8.5, 11.5}, {9.5, 14},  {10.5, 16}};
    size_t last = sizeof knots / sizeof *knots - 1, i = 0;
    if (score <= knots[0][0] || score >= knots[last][0]) {
        return score <= knots[0][0] ? knots[0][1] : knots[last][1];
    }
    while (score >= knots[i + 1][0]) {
        i++;
    }
    double slope = (knots[i + 1][1] - knots[i][1]) / (knots[i + 1][0] - knots[i][0]);
    return knots[i][1] + (score - knots[i][0]) * slope;
}

static double mean_grade(const scored *s) {
    size_t dale = lede_formula_find("dale_chall_1948");
    lede_grade g = lede_metrics_grade(s->m);
    double sum = 0;
    for (uint32_t i = 0; i < g.formula_count; i++) {
        double value = lede_metrics_value(s->m, g.formulas[i]).value;
        sum += g.formulas[i] == dale ? banded(value) : value;
    }
    return sum / g.formula_count;
}

/* The text without a sentence, scored by itself, has the grades that the cost says. */
static scored without(const scored *whole, uint32_t sentence) {
    size_t sentences = 0, n = 0;
    const lede_sentence *s = lede_document_sentences(whole->d, &sentences);
    const char *text = lede_document_text(whole->d, &n);
    lede_span span = s[sentence].span;
    char *rest = malloc(n + 1);
    assert_non_null(rest);
    memcpy(rest, text, span.begin);
    memcpy(rest + span.begin, text + span.end, n - span.end);
    rest[n - (span.end - span.begin)] = '\0';
    scored alone = score(rest);
    free(rest);
    return alone;
}

static void costs_are_exact(void **state) {
    scored whole = score(six_sentences);
    size_t count = 0;
    const lede_cost *costs = lede_metrics_costs(whole.m, &count);
    assert_true(count >= 2);
    assert_int_equal(costs[0].sentence, 1);
    for (size_t i = 0; i < count; i++) {
        scored alone = without(&whole, costs[i].sentence);
        assert_true(near(costs[i].cost, mean_grade(&whole) - mean_grade(&alone)));
        assert_true(i == 0 || costs[i].cost <= costs[i - 1].cost);
        if (i == 0) {
            assert_true(near(lede_metrics_without(whole.m, 1).value,
                             lede_metrics_grade(alone.m).median.value));
        }
        drop(&alone);
    }
    assert_true(near(lede_metrics_cost_of(whole.m, 1), costs[0].cost));
    assert_true(lede_metrics_cost_of(whole.m, 0) == 0);
    assert_true(near(lede_metrics_without(whole.m, 0).value,
                     lede_metrics_grade(whole.m).median.value));
    drop(&whole);
}

/* Of characters in runs too, which no word has. */
static void costs_of_characters(void **state) {
    static const char text[] =
        "\xE4\xBB\x8A\xE6\x97\xA5\xE3\x81\xAF\xE8\x89\xAF\xE3\x81\x84\xE3\x80\x82"
        "\xE5\xBD\xBC\xE3\x81\xAF\xE7\xB5\x8C\xE6\xB8\x88\xE7\x94\xA3\xE6\xA5\xAD"
        "\xE7\x9C\x81\xE3\x81\xAE\xE5\x9B\xBD\xE9\x9A\x9B\xE8\xB2\xBF\xE6\x98\x93"
        "\xE6\x8B\x85\xE5\xBD\x93\xE3\x81\xA0\xE3\x80\x82";
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    char first[] = "\xE4\xBB\x8A\xE6\x97\xA5\xE3\x81\xAF\xE8\x89\xAF\xE3\x81\x84\xE3\x80"
                   "\x82";
    scored whole = score_with(text, "ja", options),
           rest = score_with(first, "ja", options);
    size_t count = 0;
    const lede_cost *costs = lede_metrics_costs(whole.m, &count);
    assert_int_equal(count, 1);
    assert_int_equal(costs[0].sentence, 1);
    assert_true(near(costs[0].cost,
                     value_of(&rest, "ja_tateisi") - value_of(&whole, "ja_tateisi")));
    drop(&whole);
    drop(&rest);
}

/* Of a long text the dearest sentence is found wherever it stands. */
static void costs_of_a_long_text(void **state) {
    static const char easy[] = "the dog ran to the gate. ";
    size_t n = sizeof easy - 1, times = 200;
    char *text = malloc(times * n + sizeof six_sentences);
    assert_non_null(text);
    for (size_t i = 0; i < times; i++) {
        memcpy(text + i * n, easy, n);
    }
    memcpy(text + times * n, six_sentences, sizeof six_sentences);
    scored s = score(text);
    size_t count = 0;
    assert_int_equal(lede_metrics_costs(s.m, &count)[0].sentence, times + 1);
    scored alone = without(&s, (uint32_t)times + 1);
    assert_true(near(lede_metrics_costs(s.m, &count)[0].cost,
                     mean_grade(&s) - mean_grade(&alone)));
    drop(&alone);
    drop(&s);
    free(text);
}

/* A text of sentences given by how often each comes. */
static char *repeated(const char *const *sentences, const size_t *times, size_t count) {
    size_t n = 1, at = 0;
    for (size_t i = 0; i < count; i++) {
        n += strlen(sentences[i]) * times[i];
    }
    char *text = malloc(n);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < times[i]; k++) {
            memcpy(text + at, sentences[i], strlen(sentences[i]));
            at += strlen(sentences[i]);
        }
    }
    text[at] = '\0';
    return text;
}

static void expect_dearest(const char *text, uint32_t formula_flags, uint32_t sentence) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    options.formula_flags = formula_flags;
    scored s = score_with(text, "en", options);
    size_t count = 0;
    const lede_cost *costs = lede_metrics_costs(s.m, &count);
    assert_true(count > 0);
    assert_int_equal(costs[0].sentence, sentence);
    drop(&s);
}

/* Its grades fall more with the only hard word than they would rise with another. */
static void costs_of_the_only_hard_word(void **state) {
    static const char short_one[] = "We all go to the big old red barn on the hill. ";
    static const char long_one[] =
        "We all go to the big old red barn on the hill and eat all go to the big old red "
        "barn on the hill and eat all go to the big old. ";
    static const char *const sentences[] = {short_one, long_one, "It is an invitation. ",
                                            short_one};
    static const size_t times[] = {100, 40, 1, 20};
    char *text = repeated(sentences, times, sizeof times / sizeof *times);
    expect_dearest(text, 0, 140);
    free(text);
}

/* Averages that are rounded move in jumps, which no slope foretells. */
static void costs_of_a_long_worksheet(void **state) {
    static const char *const parts[] = {"We all go to the big old red barn on the hill. ",
                                        "We ", "go to the big barn ", "and go. ",
                                        "The dog ran and ran. "};
    static const size_t times[] = {80, 1, 2000, 1, 20};
    char *text = repeated(parts, times, sizeof times / sizeof *times);
    expect_dearest(text, LEDE_FORMULA_INTEGER_INPUTS, 80);
    free(text);
}

/* Where a language has no grade, its main formula is taken, in the direction of harder.
 */
static void costs_without_grades(void **state) {
    lede_metrics_options options = LEDE_METRICS_OPTIONS_INIT;
    scored s = score_with("El perro duerme. La administraci\xC3\xB3n municipal comunicar"
                          "\xC3\xA1 oportunamente las modificaciones "
                          "correspondientes. Llueve mucho.",
                          "es", options);
    size_t count = 0;
    const lede_cost *costs = lede_metrics_costs(s.m, &count);
    assert_int_equal(lede_metrics_grade(s.m).median.status, LEDE_VALUE_LANGUAGE);
    assert_true(count > 0);
    assert_int_equal(costs[0].sentence, 1);
    assert_true(costs[0].cost > 0);
    assert_true(lede_metrics_without(s.m, 1).value > value_of(&s, "es_szigriszt"));
    drop(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(costs_are_exact),
        cmocka_unit_test(costs_of_characters),
        cmocka_unit_test(costs_of_a_long_text),
        cmocka_unit_test(costs_of_the_only_hard_word),
        cmocka_unit_test(costs_of_a_long_worksheet),
        cmocka_unit_test(costs_without_grades),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
