/* SPDX-License-Identifier: MIT */
/* Abbreviations of several parts, written with spaces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/spaced.h"
#include "unit/text/place.h"

/* A bar before the stop that is asked about. */
typedef struct part {
    const char *text;
    uint32_t classes; /* of the abbreviation whose last part it is */
    bool goes_on;     /* more of it follows */
} part;

static int check(const part *c) {
    place p;
    place_open(&p, c->text, NULL);
    uint32_t classes = spaced_classes(&p.b);
    bool goes_on = spaced_goes_on(&p.b);
    place_close(&p);
    bool right = classes == c->classes && goes_on == c->goes_on;
    if (!right) {
        print_error("\"%s\": classes %#x, goes on %d\n", c->text, (unsigned)classes,
                    goes_on);
    }
    return !right;
}

static void check_all(const part *cases, size_t count) {
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        failed += check(&cases[i]);
    }
    assert_int_equal(failed, 0);
}

static void two_parts(void **state) {
    static const part cases[] = {
        {"at 5 p|. m. The", 0, true},
        {"at 5 p. m|. The", LEDE_TERM_MAY_END, false},
        {"cheese, e|. g. Brie", 0, true},
        {"cheese, e. g|. Brie", LEDE_TERM_CONNECTOR, false},
        {"her Ph|. D. The", 0, true}, /* lists are folded */
        {"her Ph. D|. The", LEDE_TERM_MAY_END, false},
        {"P|. M. The", 0, true}, /* the sentence's first word */
        {"P. M|. The", LEDE_TERM_MAY_END, false},
        {"p|. x. The", 0, false},
        {"p. x|. The", 0, false},
        {"x|. m. The", 0, false},
        {"p|. m", 0, false}, /* the second has no stop */
        {"p|. m, the", 0, false},
        {"p m|. The", 0, false},
        {"p, m|. The", 0, false},
        {"p . m|. The", 0, false}, /* the first stop stands off */
        {"p |. m. The", 0, false},
        {"p. m |. The", 0, false},
        {"p.m|. The", 0, false}, /* one word: the lists know it as it is */
        {"p|.) m. The", 0, false},
        {"p|. (m. The", 0, false},
        {"p|! m. The", 0, false},
        {"p.! m|. The", 0, false},
        {"p|. m! The", 0, false},
        {"p|. m.! The", 0, true}, /* ".!" begins with the stop */
        {"p... m|. The", 0, false},
        {"p|... m. The", 0, false},
    };
    check_all(cases, COUNT(cases));
}

static void more_parts(void **state) {
    static const part cases[] = {
        {"in 5 b|. c. e. The", 0, true},
        {"in 5 b. c|. e. The", LEDE_TERM_MAY_END, true}, /* "b.c" is one, too */
        {"in 5 b. c. e|. The", LEDE_TERM_MAY_END, false},
        {"of U|. S. S. R. The", 0, true},
        {"of U. S|. S. R. The", LEDE_TERM_MAY_END, true},
        {"of U. S. S|. R. The", 0, true},
        {"of U. S. S. R|. The", LEDE_TERM_MAY_END, false},
        {"of x. U. S. S. R|. The", LEDE_TERM_MAY_END, false},
        {"of x. U. S|. S. R. The", LEDE_TERM_MAY_END, true},
        {"of U. S. R|. The", 0, false},
        {"of U. S. S|. The", 0, false},
    };
    check_all(cases, COUNT(cases));
}

/* Nothing before the sentence and nothing behind the block is looked at. */
static void edges(void **state) {
    static const part cases[] = {
        {"m|. The", 0, false},
        {"|. The", 0, false},
        {"p|.", 0, false},
        {"p|. m.", 0, true},
        {"p. m|.", LEDE_TERM_MAY_END, false},
    };
    check_all(cases, COUNT(cases));
    place p;
    place_open(&p, "at p. m|. The", NULL);
    assert_int_equal(spaced_classes(&p.b), LEDE_TERM_MAY_END);
    p.b.first = p.b.before; /* the sentence begins behind "p." */
    assert_int_equal(spaced_classes(&p.b), 0);
    place_close(&p);
    place_open(&p, "at p|. m. The", NULL);
    assert_true(spaced_goes_on(&p.b));
    p.b.end = p.b.mark + 2; /* the block ends before the second stop */
    assert_false(spaced_goes_on(&p.b));
    place_close(&p);
}

/* A part is short, and keys of any length fit where they are put together. */
static void long_parts(void **state) {
    static const part cases[] = {
        {"abcdefgh|. abcdefgh. abcdefgh. abcdefgh. The", 0, false},
        {"abcdefgh. abcdefgh. abcdefgh. abcdefgh|. The", 0, false},
        {"abcdefghi|. m. The", 0, false},
        {"p. abcdefghi|. The", 0, false},
        {"\xEF\xAC\x83\xEF\xAC\x83|. \xEF\xAC\x83\xEF\xAC\x83. The", 0, false},
        {"\xEF\xAC\x83\xEF\xAC\x83. \xEF\xAC\x83\xEF\xAC\x83. \xEF\xAC\x83\xEF\xAC\x83. "
         "\xEF\xAC\x83\xEF\xAC\x83|. The",
         0, false}, /* folded, a ligature is three letters */
        {"\xCE\x90\xCE\x90|. \xCE\x90\xCE\x90. \xCE\x90\xCE\x90. \xCE\x90\xCE\x90. The",
         0, false},
    };
    check_all(cases, COUNT(cases));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_parts),
        cmocka_unit_test(more_parts),
        cmocka_unit_test(edges),
        cmocka_unit_test(long_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
