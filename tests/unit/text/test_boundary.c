/* SPDX-License-Identifier: MIT */
/* Each rule alone, in their order: places that it ends, places that it holds back, and
 * places next to them that it leaves to the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/judged.h"

static void check_all(const judged *cases, size_t count) {
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        failed += check(NULL, &cases[i]);
    }
    assert_int_equal(failed, 0);
}

#define CHECK_ALL(cases) check_all(cases, COUNT(cases))

static void glued(void **state) {
    static const judged cases[] = {
        {"the order|.The guns", GLUED, GLUE},
        {"the Order|.The guns", GLUED, GLUE},
        {"the Order|.Guns fell", GLUED, NO}, /* a name may look so: "Node.Js" */
        {"the order|.A gun", GLUED, GLUE},
        {"the order|.B gun", GLUED, NO},
        {"the order|!The guns", GLUED, GLUE},
        {"the Order|!The guns", GLUED, GLUE},
        {"the order|!the guns", GLUED, NO},
        {"the (order)|.The guns", GLUED, NO}, /* a stop behind no word */
        {"the order|.”The guns", GLUED, GLUE},
        {"the order|. The guns", SCORE, ANY},
        {"the order |****The guns", GLUED, NO},
        /* The stop is of the word behind it. */
        {"they use |.NET there", GLUED, NO},
        {"they go |...Then", GLUED, NO},
        {"they use it |. Then", SCORE, ANY},
        {"do they go |?Yes", GLUED, GLUE},
        {"is it |!important", GLUED, NO},
        /* Scripts with marks of their own, and those without spaces, need none. */
        {"the order|؟The guns", GLUED, TERM},
        {"the order|؟the guns", GLUED, TERM},
        {"the order|?漢", GLUED, TERM},
        {"the order|?ひ", GLUED, TERM},
        {"the order|?カタ", GLUED, TERM},
        {"the order|?שלום", GLUED, NO},
    };
    CHECK_ALL(cases);
}

/* Marks that end a sentence without a space. */
static void glued_final(void **state) {
    static const judged cases[] = {
        {"漢|。字", GLUED, TERM},
        {"漢|。と", GLUED, TERM},
        {"使用 API |。然后", GLUED, TERM},
        {"「漢|。」字字字字字字字字字。", GLUED, TERM},
        {"「漢|。」と", GLUED, NO}, /* a particle */
        {"（漢|。）と", GLUED, NO},
        {"（漢|。）字", GLUED, TERM},
        {"（漢|。）。", GLUED, NO},
        {"字（漢|。）。字", GLUED, NO},
        {"「漢|。」字字。", GLUED, NO}, /* who said it: a short rest */
        {"「漢|。」字字，字。", GLUED, TERM},
        {"「漢|！」字字字字字字字字字。", GLUED, NO}, /* a cry, whatever the rest */
        {"字：「漢|。」字字。", GLUED, TERM},         /* the quotation was introduced */
        {"字：「漢|！」字字", GLUED, TERM},
        {"《漢|。字》", GLUED, NO}, /* inside a title */
        {"《漢》字|。字", GLUED, TERM},
    };
    CHECK_ALL(cases);
}

static void goes_on(void **state) {
    static const judged cases[] = {
        {"the order|. , guns", GOES_ON, NO}, {"the order|. ; guns", GOES_ON, NO},
        {"the order|? : guns", GOES_ON, NO}, {"the order|. ) guns", GOES_ON, NO},
        {"the order|. - but", GOES_ON, NO},  {"the order|. - , but", GOES_ON, NO},
        {"the order|. - But", SCORE, ANY},   {"the order|! - but", GOES_ON, NO},
        {"the order|. ’Twas", SCORE, ANY}, /* an apostrophe that opens a word */
        {"the order|. ’ twas", GOES_ON, NO}, {"in 1998|. № 5", GOES_ON, NO},
        {"in 1998|. § 5", SCORE, ANY},       {"漢|。 the guns", TERMINATOR, TERM},
    };
    CHECK_ALL(cases);
}

/* Many writers open sentences with them. */
static void small_letters(void **state) {
    static const judged cases[] = {
        {"the mind|. the guns", GOES_ON, NO}, /* short, and never without a stop */
        {"the mind in mind|. the guns", SCORE, ANY},
        {"the orders|. the guns", SCORE, ANY},
        {"the gal in gal|. the", SCORE, ANY},                /* known without */
        {"gal of 14 gal|. may", GOES_ON, NO},                /* a unit */
        {"so. so. so. so. the mind|. the guns", SCORE, ANY}, /* their habit */
        {"Inc|. the guns", GOES_ON, NO},
        {"at 5 p.m|. the guns", GOES_ON, NO},
        {"plan b|. the guns", GOES_ON, NO},
        {"the (order)|. the guns", SCORE, ANY},
        {"the +|. the guns", GOES_ON, NO},
        {"the order|.\" the guns", GOES_ON, NO},
        {"the order|! but", SCORE, ANY},
        {"the Order|! but", GOES_ON, NO},
        {"the Order|!! but", SCORE, ANY},
        {"the Order|؟ but", GOES_ON, NO},
        {"\"order|!\" but", GOES_ON, NO},
        {"the order|... but", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

static void ellipsis(void **state) {
    static const judged cases[] = {
        {"the order|... But", SCORE, ANY},
        {"the order|… But", SCORE, ANY},
        {"the order|. . . But", SCORE, ANY},
        {"the order|... I said", ELLIPSIS, NO},
        {"the order|... I. Newton", SCORE, ANY},
        {"the order|...\" I said", SCORE, ANY},
        {"the [|...] Order", ELLIPSIS, NO},
        {"the [|…] Order", ELLIPSIS, NO},
        {"the order|... 漢", ELLIPSIS, NO},
        {"the order|... (The end.)", ELLIPSIS, DOTS},
        {"the order|... (The end!)", ELLIPSIS, DOTS},
        {"the order|... (The end)", SCORE, ANY},
        {"the order|... (the end.)", SCORE, ANY},
        {"the order |... (The end.)", SCORE, ANY},
        {"the order|... (The end.", SCORE, ANY},
        {"raak|. ...en toen", ELLIPSIS, STOP}, /* it opens the next sentence */

    };
    CHECK_ALL(cases);
}

/* Marks that mean nothing but an end. */
static void terminators(void **state) {
    static const judged cases[] = {
        {"the order|! But", SCORE, ANY},
        {"the order|? 5 men", SCORE, ANY},
        {"the order|؟ But", TERMINATOR, TERM},
        {"the order|؟ 5 men", TERMINATOR, TERM},
        {"the order|‽ But", TERMINATOR, TERM},
        {"漢|。 But", TERMINATOR, TERM},
        {"the order|. ! But", TERMINATOR, TERM},
        {"\"the order|!\" שלום", TERMINATOR, NO}, /* who said it */
        {"said: \"the order|!\" שלום", SCORE, ANY},
        {"(the order|!) שלום", SCORE, ANY},
        {"\"the order|!\" But", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

static void titles(void **state) {
    static const judged cases[] = {
        {"saw Mr|. Smith", TITLE, NO},
        {"saw mr|. Smith", TITLE, NO},
        {"saw Mr|. The", TITLE, NO},
        {"saw Mr|. 5", TITLE, NO},
        {"saw Mr|. \"Smith", SCORE, ANY},
        {"saw (Mr|.) Smith", SCORE, ANY},
        {"in St|. Malo", TITLE, NO},
        {"in Main St|. The", TITLE, START},
        {"saw Gen|. Marrick", TITLE, NO},
        {"of that gen|. Marrick", SCORE, ANY}, /* no title in small letters */
    };
    CHECK_ALL(cases);
}

static void numbered(void **state) {
    static const judged cases[] = {
        {"at No|. 4", NUMBERED, NO},
        {"see p|. IV", NUMBERED, NO},
        {"see p|. B", NUMBERED, NO},
        {"Fig|. (4)", NUMBERED, NO},
        {"Sec|. (b)", NUMBERED, NO},
        {"Sec|. (by", SCORE, ANY},
        {"see (p|.) 5", SCORE, ANY},
        {"see vol|. The", SCORE, ANY}, /* an ordinary word */
        {"see Fig|. Four of", SCORE, ANY},
        {"she said no|. I left", SCORE, ANY}, /* no Roman number */
        {"see p. 5|. Men", NUMBERED, STOP},   /* the number is the abbreviation's */
        {"see Mr. 5|. Men", NUMBERED, STOP},
        {"see 5|. Men", SCORE, ANY},
        {"see p. 5|. (Men", SCORE, ANY},
        {"№|. 5", NUMBERED, NO},
        {"the N°|. 5", NUMBERED, NO},
        {"the N° |. 5", SCORE, ANY},
        {"the N°|. Men", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

static void enumerators(void **state) {
    static const judged cases[] = {
        {"1|. Open the box", ENUMERATOR, NO},  {"123|. Open the box", ENUMERATOR, NO},
        {"(1|. Open the box", ENUMERATOR, NO}, {"1|.) Open the box", ENUMERATOR, NO},
        {"1987|. Open the box", SCORE, ANY},   {"1|! Open the box", SCORE, ANY},
        {"b|. Open the box", ENUMERATOR, NO},  {"IV|. Open the box", ENUMERATOR, NO},
        {"iv|. The box", SCORE, ANY},          {"Yes|. Open the box", SCORE, ANY},
        {"day 1|. Open the box", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

/* Dates are alike in all languages; their words are in the packs. */
static void ordinals(void **state) {
    static const judged cases[] = {
        {"on 30|. 9. 2019", ORDINAL, NO}, {"on 30. 9|. 2019", ORDINAL, NO},
        {"on 30.) 9|. 2019", SCORE, ANY}, {"on 30|. 9 men", SCORE, ANY},
        {"on 300|. 9. 2019", SCORE, ANY}, {"on 9|. 2019", SCORE, ANY},
        {"on 30|.) 9. 2019", SCORE, ANY}, {"on 30|! 9. 2019", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

static void spaced(void **state) {
    static const judged cases[] = {
        {"in L|. A. Men", SPACED, NO},         {"in L. A|. Then", INITIAL, START},
        {"in B|. C. E. Men", SPACED, NO},      {"in B. C|. E. Men", SPACED, NO},
        {"in B. C. E|. Then", INITIAL, START}, {"in l. a|. Then", SCORE, ANY},
        {"in L|.) A. Men", SCORE, ANY},        {"in L|! A. Men", SCORE, ANY},
        {"in L|. B. Men", INITIAL, NO},
    };
    CHECK_ALL(cases);
}

static void initials(void **state) {
    static const judged cases[] = {
        {"Harold T|. Brandt", INITIAL, NO},
        {"Mr T|. Brandt", INITIAL, NO},
        {"\"A|. Brandt", ENUMERATOR, NO},
        {"vitamin C|. Since then", INITIAL, START},
        {"plan D|. Brandt", NAME, NO},
        {"plan D|. Brandt, brandt", SCORE, ANY},
        {"Harold T|. The", INITIAL, START},
        {"Harold T|. A. Brandt", INITIAL, NO}, /* an initial, not the article */
        {"vitamin C|. A. Brandt", INITIAL, NO},
        {"Harold T|. שלום", INITIAL, NO},
        {"Harold (T|.) Brandt", SCORE, ANY},
        {"Harold T|! Brandt", SCORE, ANY},
        {"Harold t|. Brandt", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

static void connectors(void **state) {
    static const judged cases[] = {
        {"cheese, e.g|. Brie", CONNECTOR, NO}, {"cheese, e.g|. The", CONNECTOR, NO},
        {"Smith vs|. Jones", CONNECTOR, NO},   {"Smith (vs|.) Jones", SCORE, ANY},
        {"Moreau et al|. Then", SCORE, ANY}, /* may end, too */
        {"Moreau et al|. Men", NAME, NO},      {"Moreau et al|. Men saw men", SCORE, ANY},
        {"in Oslo, ca|. The", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

static void before_numbers(void **state) {
    static const judged cases[] = {
        {"on Jan|. 12", BEFORE_NUMBER, NO},
        {"at Tarn Inc|. 500", BEFORE_NUMBER, NO},
        {"at 5 p.m|. 12 men", BEFORE_NUMBER, NO},
        {"by U.S|. 12", BEFORE_NUMBER, NO},
        {"in bldg|. 12", BEFORE_NUMBER, NO},
        {"Moreau et al|. (2004)", BEFORE_NUMBER, NO},
        {"Moreau et al|. (men)", SCORE, ANY},
        {"at (Tarn Inc|.) 500", SCORE, ANY},
        {"on Sat|. 12", BEFORE_NUMBER, NO},
        {"they sat|. 12 men", SCORE, ANY},
        {"the end|. 12 men", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

/* What closes an enumeration, and a capital. */
static void closing(void **state) {
    static const judged cases[] = {
        {"nails, etc|. The", CLOSING, STOP},
        {"nails, etc|. Lawyers", CLOSING, STOP},
        {"nails, etc|. שלום", CLOSING, STOP},
        {"nails, etc|. 12 men", BEFORE_NUMBER, NO},
        {"nails, etc|. the", GOES_ON, NO},
        {"(nails, etc|.) Lawyers", SCORE, ANY},
        {"nails, etc|. \"Lawyers", SCORE, ANY},
        {"nails, e.g|. Lawyers", CONNECTOR, NO},
    };
    CHECK_ALL(cases);
}

/* Scripts without capitals. */
static void caseless(void **state) {
    static const judged cases[] = {
        {"שלום|. שלום", CASELESS, STOP},     {"שלום|. the", GOES_ON, NO},
        {"שלום|. 12", CASELESS, STOP},       {"שלום|. (12", CASELESS, STOP},
        {"שלום ש|. שלום", CASELESS, NO}, /* a single letter */
        {"(שלום ש|.) שלום", CASELESS, STOP}, {"שלום ש|. Men", SCORE, ANY},
        {"שלום|. Men", SCORE, ANY},          {"שלום|! שלום", SCORE, ANY},
        {"the order|. שלום", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

/* Behind an abbreviation, a capital that the text has in no other form. */
static void names(void **state) {
    static const judged cases[] = {
        {"by U.S|. Congress", NAME, NO},
        {"by U.S|. The", SCORE, ANY},
        {"by U.S|. Congress of congress", SCORE, ANY},
        {"by u.s|. Congress", NAME, NO},
        {"at 5 p.m|. Monday", NAME, NO},
        {"at 5 p.m|. Boats left", SCORE, ANY},
        {"at 5 p.m|. Boats left the boats", SCORE, ANY},
        {"at 5 p.m|. Mr. Smith", SCORE, ANY}, /* a unit, and a title */
        {"after 5 km|. Men", SCORE, ANY},
        {"at Tarn Inc|. Men", NAME, NO},
        {"at Tarn Inc|. They", SCORE, ANY},
        {"at Tarn Inc|. Mr. Smith came", NAME, NO},
        {"at Tarn Inc|. שלום", NAME, NO},
        {"at (Tarn Inc|.) Men", SCORE, ANY},
        {"they met Sat|. Mary came", NAME, NO},
        {"they all sat|. Mary stood", SCORE, ANY},
        /* labels of numbers */
        {"Ord|. No. 312", NAME, NO},
        {"the Order|. No. 312", SCORE, ANY},
        {"the ord|. No. 312", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

/* Abbreviations that no list knows. */
static void attested(void **state) {
    static const judged cases[] = {
        {"the abt|. Men saw abt. five", NAME, NO}, /* elsewhere a small letter follows */
        {"the \"abt|.\" Men saw abt. five", SCORE, ANY},
        {"the abt|. Men saw abt. five abt", SCORE, ANY},
        {"the xyz|. Then", SCORE, ANY},
        {"the bcd|. Men", NAME, NO}, /* no vowel */
        {"the bcd|. Men of bcd", SCORE, ANY},
        {"the bcd|. Men, men", SCORE, ANY},
        {"the BCD|. Men", SCORE, ANY},
    };
    CHECK_ALL(cases);
}

/* What no rule decides. */
static void scores(void **state) {
    static const judged cases[] = {
        {"the orders|. the guns", SCORE, STOP},
        {"the order|. - But", SCORE, STOP},
        {"the order|! But", SCORE, TERM},
        {"the order|! but", SCORE, TERM},
        {"the order|? 5 men", SCORE, TERM},
        {"the order|... But", SCORE, DOTS},
        {"the order|... I. Newton", SCORE, DOTS},
        {"the order|...\" I said", SCORE, DOTS},
        {"see vol|. The", SCORE, STOP},
        {"day 1|. Open the box", SCORE, STOP},
        {"the end|. 12 men", SCORE, STOP},
        {"by U.S|. The", SCORE, START},
        {"at 5 p.m|. The", SCORE, START},
        {"at Tarn Inc|. They", SCORE, START},
        {"Moreau et al|. Then", SCORE, START},
        {"at 5 p.m|. Mr. Smith", SCORE, SCORED},
        {"at 5 p.m|. Boats left the boats", SCORE, SCORED},
        {"after 5 km|. Men", SCORE, STOP},
        {"of that gen|. Marrick", SCORE, STOP},
        {"the harbour|. Men", SCORE, STOP},
        {"the harbour|. \"Men", SCORE, STOP},
        {"(the order)|. But", SCORE, STOP},
        {"(the order)|. 5", SCORE, STOP},
        {"the order |:-) Men", SCORE, SCORED},
        {"the order |**** Men", SCORE, SCORED},
        {"the order|. (The", SCORE, STOP},
    };
    CHECK_ALL(cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glued),       cmocka_unit_test(glued_final),
        cmocka_unit_test(goes_on),     cmocka_unit_test(small_letters),
        cmocka_unit_test(ellipsis),    cmocka_unit_test(terminators),
        cmocka_unit_test(titles),      cmocka_unit_test(numbered),
        cmocka_unit_test(enumerators), cmocka_unit_test(ordinals),
        cmocka_unit_test(spaced),      cmocka_unit_test(initials),
        cmocka_unit_test(connectors),  cmocka_unit_test(before_numbers),
        cmocka_unit_test(closing),     cmocka_unit_test(caseless),
        cmocka_unit_test(names),       cmocka_unit_test(attested),
        cmocka_unit_test(scores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
