/* SPDX-License-Identifier: MIT */
#include "measure/headline.h"

#include "measure/formulas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void knows_all_three_places(void **state) {
    (void)state;
    assert_true(headline_has("flesch_kincaid")); /* main */
    assert_true(headline_has("es_szigriszt"));   /* ease */
    assert_true(headline_has("smog"));           /* in the middle of a list */
    assert_true(headline_has("lix"));            /* of other languages */
    assert_false(headline_has("flesch_"));
    assert_false(headline_has("mog"));
    assert_false(headline_has(""));
}

/* The table of CSV has these columns; a formula without its record would be lost. */
static void is_a_small_part_of_the_formulas(void **state) {
    size_t count = 0, all = 0;
    (void)state;
    for (; formulas_at(all) != NULL; all++) {
        count += headline_has(formulas_at(all)->id) ? 1 : 0;
    }
    assert_true(count > 20 && count < all / 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_all_three_places),
        cmocka_unit_test(is_a_small_part_of_the_formulas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
