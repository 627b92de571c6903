/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "measure/formulas.h"
#include "render/counts.h"

/* Every member has its own place: a number put into one is read from that one only. */
static void members_are_their_own(void **state) {
    (void)state;
    for (size_t i = 0; counts_name(i) != NULL; i++) {
        size_t n = strlen(counts_name(i)), set = 0;
        assert_int_equal(counts_find(counts_name(i), n), i);
        assert_int_equal(counts_find(counts_name(i), n - 1), SIZE_MAX);
        for (size_t word = 0; word < sizeof(lede_counts) / sizeof(uint64_t); word++) {
            lede_counts counts = {0};
            memset((char *)&counts + word * sizeof(uint64_t), 1, sizeof(uint64_t));
            set += counts_value(i, &counts) != 0 ? 1 : 0;
        }
        assert_int_equal(set, 1);
    }
    assert_int_equal(counts_find("of_syllables", 12), SIZE_MAX);
}

/* What formulas say they are made of is known here, or is several numbers. */
static void formulas_name_members(void **state) {
    static const char *const several[] = {"of_syllables", "off_list", "off_list_types",
                                          "runs", "run_length"};
    const lede_formula_info *info = NULL;
    (void)state;
    for (size_t f = 0; (info = formulas_at(f)) != NULL; f++) {
        for (uint32_t i = 0; i < info->part_count; i++) {
            const char *at = info->parts[i].counts;
            for (size_t n; *at != '\0'; at += n + (at[n] == ' ' ? 1 : 0)) {
                n = strcspn(at, " ");
                bool known = counts_find(at, n) != SIZE_MAX;
                for (size_t k = 0; k < sizeof several / sizeof *several; k++) {
                    known = known ||
                            (strlen(several[k]) == n && memcmp(several[k], at, n) == 0);
                }
                assert_true(known);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_their_own),
        cmocka_unit_test(formulas_name_members),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
