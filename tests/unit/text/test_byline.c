/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/rule_support.h"

#define BODY "The ferry left at dawn and the town slept. Nobody waved to it."

static void english(void **state) {
    static const rule_case cases[] = {
        {"By Jane Roe\n\n" BODY, "byline=By Jane Roe"},
        {"BY JANE ROE\n\n" BODY, "byline=BY JANE ROE"},
        {"A Ferry Leaves\n\nBy Jane Roe and Tom van Poe, Staff Writers\n\n" BODY,
         "byline=By Jane Roe and Tom van Poe, Staff Writers"},
        {"By J. R. Roe and Dr. Tom Poe\n\n" BODY, "byline=By J. R. Roe and Dr. Tom Poe"},
        {"By Staff Writer\n\n" BODY, "byline=By Staff Writer"},
        {"Written by Roe\n\n" BODY, "byline=Written by Roe"},
        {"A Ferry Leaves the Town. By Jane Roe. Harbour Post Foreign Service. " BODY,
         "byline=By Jane Roe. Harbour Post Foreign Service."},
        {"By . Jane Roe . " BODY, "byline=By . Jane Roe ."},
        {"By . Jane Roe and . Tom Poe . " BODY, "byline=By . Jane Roe and . Tom Poe ."},
        {"By. Harbour Mail Reporter. " BODY, "byline=By. Harbour Mail Reporter."},
        {"By Jane Roe | " BODY, "byline=By Jane Roe |"},
        {BODY "\n\nTom Poe and Jane Roe contributed to this report.",
         "byline=Tom Poe and Jane Roe contributed to this report."},
        {BODY " The Post's Tom Poe contributed to this article.",
         "byline=The Post's Tom Poe contributed to this article."},
    };
    static const char *const kept[] = {
        "By noon the ships had left. " BODY,
        "By law he must go. " BODY,
        "By 2020 the plant had closed. " BODY,
        "By Monday Jane Roe had left. " BODY,
        "By Jane Roe's own account the ferry was late. " BODY,
        "By George! " BODY,
        "By Land and Sea\n\n" BODY,
        "By Slow Ferry\n\nThe slow ferry left. " BODY,
        "\"By Jane Roe.\" " BODY,
        "Jane Roe came by. " BODY,
        "Many people contributed to this report. " BODY,
        "She contributed to this report. " BODY,
        BODY " It was written by Jane Roe. " BODY,
    };
    CHECK_CASES("en", cases);
    CHECK_KEPT("en", kept);
}

static void german(void **state) {
    static const rule_case cases[] = {
        {"Von Anna Muster\n\nDie F\xC3\xA4hre legte ab.", "byline=Von Anna Muster"},
        {"Von Anna Muster und Hans von Beispiel, Berlin. Die F\xC3\xA4hre legte ab.",
         "byline=Von Anna Muster und Hans von Beispiel, Berlin."},
        {"Ein Gastbeitrag von Anna Muster\n\nDie F\xC3\xA4hre legte ab.",
         "byline=Ein Gastbeitrag von Anna Muster"},
    };
    static const char *const kept[] = {
        "Von Menschen und M\xC3\xA4usen\n\nDie F\xC3\xA4hre legte ab.",
        "Von Anna Muster hat niemand etwas geh\xC3\xB6rt. Die F\xC3\xA4hre legte ab.",
        "Von hier aus f\xC3\xA4hrt die F\xC3\xA4hre. Sie legte ab.",
    };
    CHECK_CASES("de", cases);
    CHECK_KEPT("de", kept);
}

static void other_languages(void **state) {
    static const rule_case french[] = {
        {"Par Jean Exemple et Marie de La Tour\n\nLe bateau est parti.",
         "byline=Par Jean Exemple et Marie de La Tour"},
        {"Propos recueillis par Jean Exemple\n\nLe bateau est parti.",
         "byline=Propos recueillis par Jean Exemple"},
    };
    static const char *const kept[] = {
        "Par temps de pluie, le bateau reste au port.",
        "Par Jean Exemple, on sait que le bateau est l\xC3\xA0."};
    CHECK_CASES("fr", french);
    CHECK_KEPT("fr", kept);
    check_ledger_of("es", "Por Ana Ejemplo\n\nEl barco ha salido.",
                    "byline=Por Ana Ejemplo");
    check_ledger_of("es", "Por la noche sale el barco. Nadie lo mira.", "");
    check_ledger_of("nl", "Door Jan de Vries\n\nDe boot is weg.",
                    "byline=Door Jan de Vries");
    check_ledger_of(
        "ru", "\xD0\x9F\xD0\xBE \xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB5.", "");
}

/* An article begins once; a name behind "By" in its midst is a part of it. */
static void head_only(void **state) {
    static const char text[] = BODY " " BODY " " BODY " " BODY " By Jane Roe. " BODY;
    check_ledger_of("en", text, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english), cmocka_unit_test(german),
        cmocka_unit_test(other_languages), cmocka_unit_test(head_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
