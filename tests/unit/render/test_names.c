/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/names.h"

typedef const char *(*name_function)(int value);

/* Every value up to `last` has a name of its own; beyond there is none. */
static void expect_names(name_function name, int last) {
    for (int i = 0; i <= last; i++) {
        assert_non_null(name(i));
        assert_string_not_equal(name(i), "unknown");
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(name(i), name(k));
        }
    }
    assert_string_equal(name(last + 1), "unknown");
    assert_string_equal(name(-1), "unknown");
    assert_string_equal(name(INT32_MAX), "unknown");
}

static void test_every_value_has_a_name(void **state) {
    (void)state;
    expect_names(names_status, LEDE_INTERNAL);
    expect_names(names_block_kind, LEDE_BLOCK_DESCRIPTION);
    expect_names(names_word_kind, LEDE_WORD_MARK);
    expect_names(names_sentence_end, LEDE_END_LIST);
    expect_names(names_boundary_rule, LEDE_BOUNDARY_SCORE);
    expect_names(names_rule, LEDE_RULE_SHARE);
    expect_names(names_omission_kind, LEDE_OMITTED_COUNT - 1);
    expect_names(names_score_part, LEDE_PART_COUNT - 1);
    expect_names(names_summary_source, LEDE_SOURCE_NONE);
    expect_names(names_value_status, LEDE_VALUE_TOO_SHORT);
    expect_names(names_scale, LEDE_SCALE_INDEX);
    expect_names(names_evidence, LEDE_EVIDENCE_UNVERIFIED);
    expect_names(names_list, LEDE_LIST_COUNT - 1);
    expect_names(names_diversity, LEDE_DIVERSITY_COUNT - 1);
    expect_names(names_hit_kind, LEDE_HIT_COUNT - 1);
    expect_names(names_opener, LEDE_OPENER_COUNT - 1);
}

static void test_spelling(void **state) {
    (void)state;
    assert_string_equal(names_status(LEDE_NO_MEMORY), "no-memory");
    assert_string_equal(names_block_kind(LEDE_BLOCK_TABLE_CELL), "table-cell");
    assert_string_equal(names_word_kind(LEDE_WORD_URL), "url");
    assert_string_equal(names_sentence_end(LEDE_END_FULL_STOP), "full-stop");
    assert_string_equal(names_rule(LEDE_RULE_DATE_STAMP), "date-stamp");
    assert_string_equal(names_omission_kind(LEDE_OMITTED_LINK_TARGET), "link-target");
    assert_string_equal(names_score_part(LEDE_PART_REDUNDANCY), "redundancy");
    assert_string_equal(names_value_status(LEDE_VALUE_LANGUAGE), "language-unsupported");
    assert_string_equal(names_scale(LEDE_SCALE_CLOZE), "cloze");
    assert_string_equal(names_evidence(LEDE_EVIDENCE_TWO), "S2");
    assert_string_equal(names_list(LEDE_LIST_BAMBERGER), "bamberger-vanecek");
    assert_string_equal(names_diversity(LEDE_DIVERSITY_HONORE), "honore_r");
    assert_string_equal(names_hit_kind(LEDE_HIT_HARD_WORD), "hard-word");
    assert_string_equal(names_opener(LEDE_OPENER_ARTICLE), "article");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_value_has_a_name),
        cmocka_unit_test(test_spelling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
