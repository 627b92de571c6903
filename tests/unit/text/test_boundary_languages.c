/* SPDX-License-Identifier: MIT */
/* Rules that need what the lists of a language say: test_boundary.c has English. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/judged.h"

typedef struct judged_in {
    const char *language; /* NULL: English */
    judged place;
} judged_in;

static void check_all(const judged_in *cases, size_t count) {
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        failed += check(cases[i].language, &cases[i].place);
    }
    assert_int_equal(failed, 0);
}

#define CHECK_ALL(cases) check_all(cases, COUNT(cases))

/* Figures with a stop, where a language counts so. */
static void ordinals(void **state) {
    static const judged_in cases[] = {
        {"de", {"am 3|. Mai kam", ORDINAL, NO}},
        {"de", {"im 19|. Jahrhundert", ORDINAL, NO}},
        {"de", {"im XX|. Jahrhundert", ORDINAL, NO}},
        {"de", {"der 3|. Hund", ORDINAL, NO}}, /* by the word before */
        {"de", {"der 3|. Die", SCORE, ANY}},
        {"de", {"Haus 3|. Hund", SCORE, ANY}},
        {"de", {"der 1998|. Hund", SCORE, ANY}}, /* a year is none */
        {"de", {"der 3|.) Hund", SCORE, ANY}},
        {"de", {"der 3|! Hund", SCORE, ANY}},
        {"de", {"der 3|. 5", SCORE, ANY}},
        {"de", {"am 30|. 9. 2019", ORDINAL, NO}},
        {"cs", {"roku 3|. Roku", ORDINAL, NO}},
        {"cs", {"pondělí 3|. Praha", ORDINAL, NO}},
        {"cs", {"most 3|. Praha", SCORE, ANY}},
        {"fi", {"luku 3|. Maailmansota", ORDINAL, NO}},
        {"fi", {"luku 3|. Helsinki", SCORE, ANY}},
        {NULL, {"in the 3|. May", SCORE, ANY}},
    };
    CHECK_ALL(cases);
}

/* Abbreviations in parts that a list has without spaces. */
static void spaced(void **state) {
    static const judged_in cases[] = {
        {"de", {"in u|. A. Wien", SPACED, NO}},
        {"de", {"in z. B|. Wien", CONNECTOR, NO}},
        {"de", {"die U|. A. Wien", SPACED, NO}},
        {"de", {"in u|. X. Wien", SCORE, ANY}},
        {"de", {"in z|. B. Wien", NUMBERED, NO}},
        {"de", {"in k|. A. Wien", SPACED, NO}},
        {"pl", {"rok n|. E. Potem", SPACED, NO}},
        {"ru", {"как т|. н. Дом", GOES_ON, NO}},
        {"ru", {"как т. н|. Дом", CONNECTOR, NO}},
        {"ru", {"и т. д|. Дом", CLOSING, STOP}},
        {"ru", {"и т. п|. Дом", CLOSING, STOP}},
    };
    CHECK_ALL(cases);
}

static void titles(void **state) {
    static const judged_in cases[] = {
        {"de", {"sah Dr|. Huber", TITLE, NO}},  {"fr", {"voir Mme|. Durand", TITLE, NO}},
        {"ru", {"на ул|. Мира", TITLE, NO}},    {"pl", {"na ul|. Mostowa", TITLE, NO}},
        {"hi", {"और डॉ|. राय", TITLE, NO}},     {"ar", {"قال د|. سامي", TITLE, NO}},
        {"el", {"είδε δρ|. Νίκος", TITLE, NO}}, {"es", {"con Sra|. Ruiz", TITLE, NO}},
    };
    CHECK_ALL(cases);
}

static void numbers(void **state) {
    static const judged_in cases[] = {
        {"de", {"siehe Nr|. 5", NUMBERED, NO}},
        {"de", {"in der Hauptstr|. 5", BEFORE_NUMBER, NO}},
        {"de", {"in der Hauptstr. 5|. Wien", NUMBERED, STOP}}, /* of the street */
        {"de", {"Nägel usw|. 5", BEFORE_NUMBER, NO}},
        {"ru", {"см. рис|. 5", NUMBERED, NO}},
        {"ru", {"в 1905 г|. 5", BEFORE_NUMBER, NO}},
        {"zh", {"No|. 5", NUMBERED, NO}},
    };
    CHECK_ALL(cases);
}

static void closing(void **state) {
    static const judged_in cases[] = {
        {"de", {"Nägel usw|. Wien", CLOSING, STOP}},
        {"de", {"Nägel usw|. in", GOES_ON, NO}},
        {"de", {"Nägel, z.b|. Wien", CONNECTOR, NO}},
        {"it", {"chiodi ecc|. Roma", CLOSING, STOP}},
        {"sv", {"spik o.s.v|. Malmö", CLOSING, STOP}},
        {"ar", {"كتب إلخ|. بيت", CLOSING, STOP}},
    };
    CHECK_ALL(cases);
}

static void names(void **state) {
    static const judged_in cases[] = {
        {"de", {"der Gebr|. Hollerbach", NAME, NO}},
        {"de", {"der Gebr|. Die", SCORE, ANY}},
        {"de", {"der Gebr|. Hund ein hund", SCORE, ANY}},
        {"ru", {"в обл|. Петров", NAME, NO}},
        {"ru", {"в 1905 г|. Петров", SCORE, ANY}}, /* behind a number: a unit */
        {"it", {"la s.p.a|. Rossi", NAME, NO}},
    };
    CHECK_ALL(cases);
}

/* An elided starter opens a sentence, an elided name does not. */
static void elisions(void **state) {
    static const judged_in cases[] = {
        {"it", {"la s.p.a|. L'inchiesta", SCORE, ANY}},
        {"it", {"la s.p.a|. L’inchiesta", SCORE, ANY}},
        {"it", {"la s.p.a|. L'Aquila", NAME, NO}},
        {"it", {"la s.p.a|. X'inchiesta", NAME, NO}},
        {"fr", {"la s.a|. L'enquête", SCORE, ANY}},
        {"fr", {"la s.a|. L'Oréal", NAME, NO}},
    };
    CHECK_ALL(cases);
}

static void caseless(void **state) {
    static const judged_in cases[] = {
        {"hi", {"यह घर|. वह", CASELESS, STOP}},
        {"hi", {"यह कि.मी|. घर", CASELESS, NO}},
        {"hi", {"यह कि.मी|. वह", CASELESS, STOP}}, /* may end, and a starter */
        {"ar", {"كان ق.م|. بيت", CASELESS, NO}},
        {"ar", {"كان ق.م|. لكن", CASELESS, STOP}},
        {"ar", {"كان بيت|. بيت", CASELESS, STOP}},
    };
    CHECK_ALL(cases);
}

/* What only some languages take for the end of a sentence. */
static void marks(void **state) {
    static const judged_in cases[] = {
        {"el", {"το πλοίο|; Κανείς", TERMINATOR, TERM}},
        {"el", {"το Πλοίο|; κανείς", GOES_ON, NO}},
        {"hi", {"यह घर|। वह", TERMINATOR, TERM}},
        {"hi", {"यह घर|।वह", GLUED, TERM}},
        {"ar", {"هل بيت|؟ لكن", TERMINATOR, TERM}},
        {"ja", {"「雨|。」と言う。", GLUED, NO}},
        {"ja", {"雨|。晴れ", GLUED, TERM}},
        {"zh", {"“雨|！”他说", GLUED, NO}},
        {"zh", {"他说：“雨|！”他", GLUED, TERM}},
    };
    CHECK_ALL(cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ordinals), cmocka_unit_test(spaced),   cmocka_unit_test(titles),
        cmocka_unit_test(numbers),  cmocka_unit_test(closing),  cmocka_unit_test(names),
        cmocka_unit_test(elisions), cmocka_unit_test(caseless), cmocka_unit_test(marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
