/* SPDX-License-Identifier: MIT */
#include "unit/measure/style_support.h"

#include "measure/passive.h"

static void expect_passive(const char *text, const char *wanted) {
    expect_hits(text, LEDE_HIT_PASSIVE, wanted);
}

static void test_participles(void **state) {
    expect_passive("The boat was repaired in May.", "was repaired|");
    expect_passive("The boat was built here and isn't sold.", "was built|isn't sold|");
    expect_passive("It has been taken away and will be sold.", "been taken|be sold|");
    expect_passive("The boat was a hundred feet long.", "");
    expect_passive("The boat is red, indeed.", "");
}

static void test_between(void **state) {
    expect_passive("The boat was quickly repaired.", "was quickly repaired|");
    expect_passive("The boat was not repaired.", "was not repaired|");
    expect_passive("It was never very quickly repaired.", "");
    expect_passive("It was perhaps never repaired.", "was perhaps never repaired|");
}

static void test_what_parts_them(void **state) {
    expect_passive("The boat was, finished or not, away.", "");
    expect_passive("It was here. Repaired boats came.", "");
    expect_passive("It was the repaired boat.", "");
    expect_passive("It was in repaired order.", "");
    expect_passive("It was boat repaired.", "");
}

static void test_ends(void **state) {
    expect_passive("It was", "");
    expect_passive("was", "");
    expect_passive("repaired was", "");
}

/* The reach, entry by entry. */
static void test_length(void **state) {
    subject s;
    subject_open_style(&s, "It was quickly quietly repaired, was it?", NULL);
    assert_int_equal(passive_length(&s.m, 1, 5), 4);
    assert_int_equal(passive_length(&s.m, 1, 4), 0); /* the sentence ends before */
    assert_int_equal(passive_length(&s.m, 6, 9), 0);
    subject_close(&s);
}

/* A sentence with two of them is one passive sentence. */
static void test_sentences(void **state) {
    subject s;
    subject_open_style(&s, "It was seen and was sold. It was sold. It is here.", NULL);
    style x = style_of(&s);
    assert_int_equal(x.s.hits[LEDE_HIT_PASSIVE], 3);
    assert_int_equal(x.s.passive_sentences, 2);
    style_free(&x);
    subject_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_participles),     cmocka_unit_test(test_between),
        cmocka_unit_test(test_what_parts_them), cmocka_unit_test(test_ends),
        cmocka_unit_test(test_length),          cmocka_unit_test(test_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
