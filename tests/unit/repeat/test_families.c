/* SPDX-License-Identifier: MIT */
/* Families of phrases that are part of each other. */
#include "repeat/listed.h"

#include "unit/repeat/repeat_support.h"

#define SOME 1100u /* words, so that nothing is a topic by its share */

static void no_family(void **state) {
    expect_among("A tin box. The tin box.", SOME, "stock 2 tin box\n");
    expect_among("A tin box. The tin box. An oak lid. The oak lid.", SOME,
                 "stock 2 tin box\nstock 2 oak lid\n");
    /* One word in common is no part. */
    expect_among("A tin box. The tin box. Of box lid. The box lid.", SOME,
                 "stock 2 tin box\nstock 2 box lid\n");
}

static void dearest_leads(void **state) {
    expect_among("A vast tin box. The vast tin box. Of tin box.", SOME,
                 "stock 3 tin box\n> stock 2 vast tin box\n"); /* 4 and 3 */
    expect_among("A vast red tin box. The vast red tin box. Of tin box.", SOME,
                 "stock 2 vast red tin box\n> stock 3 tin box\n"); /* equal: the first */
    expect_among("A vast red tin oak box. The vast red tin oak box. Of oak box.", SOME,
                 "stock 2 vast red tin oak box\n> stock 3 oak box\n"); /* 5 and 4 */
}

/* Parts of parts follow the same leader; parts of it only. */
static void families_of_three(void **state) {
    expect_among("A vast red dry tin oak box lid. The vast red dry tin oak box lid. "
                 "Some tin oak box. Of oak box.",
                 SOME,
                 "stock 2 vast red dry tin oak box lid\n> stock 4 oak box\n"
                 "> stock 3 tin oak box\n");
}

/* The dearer has the part of both. */
static void a_part_of_two(void **state) {
    expect_among("A vast red big dry fir oak tin box. The vast red big dry fir oak tin "
                 "box. Our tin box by dry big oak lids. One tin box by dry big oak lids.",
                 SOME,
                 "stock 2 vast red big dry fir oak tin box\n> stock 4 tin box\n"
                 "stock 2 tin box by dry big oak lids\n");
}

/* What may be passed over leads nothing that must not be: each leads alone. */
static void groups_that_lead(void **state) {
    expect_among(
        "It is for Lady Corrine. It is by Lady Corrine. So of Lady Corrine ran by. "
        "So to Lady Corrine ran on.",
        SOME, "stock 2 Lady Corrine ran\nname 4 Lady Corrine\n");
    expect_among("The boat race. A boat race. Our boat race pool. One boat race pool. A "
                 "boat, some boat, of boat, by boat, in boat, at boat.",
                 SOME, "topic 4 boat race\n> topic 2 boat race pool\n");
    /* If it is the cheaper one, it has its place in the family. */
    expect_among("So for Lady Corrine sold tin boxes. So by Lady Corrine sold tin boxes. "
                 "So of Lady Corrine.",
                 SOME, "stock 2 Lady Corrine sold tin boxes\n> name 3 Lady Corrine\n");
    /* A formula leads no phrase. */
    expect_among("It is with or without tin box lid pins. It was with or without tin box "
                 "lid pins. A tin box.",
                 SOME, "stock 3 tin box\n> formula 2 with or without tin box lid pins\n");
    expect_among("It is with or without tin box lid pin dots. It was with or without tin "
                 "box lid pin dots. A tin box.",
                 SOME,
                 "stock 3 tin box\nformula 2 with or without tin box lid pin dots\n");
}

/* The places of a variant inside the longer one are marked, free ones are not. */
static void nested_places(void **state) {
    said s;
    size_t count = 0, places = 0;
    said_open(&s, "A vast tin box. The vast tin box. Of tin box.", NULL, NULL);
    const lede_repeat *p = lede_repeats_phrases(s.r, &count);
    const lede_repeat_place *at = lede_repeats_places(s.r, &places);
    assert_int_equal(count, 2);
    for (size_t i = 0; i < count; i++) {
        const lede_repeat_place *x = &at[p[i].first_place];
        assert_int_equal(p[i].place_count, p[i].words == 3 ? 2 : 3);
        for (uint32_t k = 0; k < p[i].place_count; k++) {
            assert_int_equal(x[k].flags,
                             p[i].words == 2 && k < 2 ? LEDE_PLACE_NESTED : 0);
        }
    }
    said_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_family),         cmocka_unit_test(dearest_leads),
        cmocka_unit_test(families_of_three), cmocka_unit_test(a_part_of_two),
        cmocka_unit_test(groups_that_lead),  cmocka_unit_test(nested_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
