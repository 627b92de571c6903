/* SPDX-License-Identifier: MIT */
/* Each rule alone, one after the other in their order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/describe.h"
#include "unit/text/text_support.h"

/* A text and the number of the entry that is its terminator, or the acronym with
 * a stop of its own. Closers behind it are skipped. */
typedef struct judged {
    const char *text;
    uint32_t entry;
    int wanted;
} judged;

static boundary describe_entry(const lede_document *d, uint32_t entry) {
    view v = {.d = d, .words = d->words.items, .end = (uint32_t)d->words.count};
    uint32_t next = 0;
    boundary b = describe(&v, entry, &next);
    assert_non_null(b.after);
    return b;
}

static void check(const judged *c) {
    opened o;
    opened_text(&o, c->text, NULL);
    boundary b = describe_entry(&o.d, c->entry);
    evidence seen;
    int found = boundary_judge(&b, &seen).why;
    opened_close(&o);
    if (found != c->wanted) {
        fail_msg("\"%s\": %d, expected %d", c->text, found, c->wanted);
    }
}

#define CHECK_ALL(cases)                                                                 \
    do {                                                                                 \
        for (size_t i = 0; i < COUNT(cases); i++) {                                      \
            check(&(cases)[i]);                                                          \
        }                                                                                \
    } while (0)

#define NO BOUNDARY_NONE

static void glued(void **state) {
    static const judged cases[] = {
        {"the order.The guns", 2, LEDE_END_GLUED},
        {"the Order.The guns", 2, LEDE_END_GLUED},
        {"the Order.Guns fell", 2, NO}, /* a name may look so */
        {"the order.A gun", 2, LEDE_END_GLUED},
        {"the order.B gun", 2, NO},
        {"the order!The guns", 2, LEDE_END_GLUED},
        {"the order!the guns", 2, NO},
        {"the order).The guns", 3, NO}, /* a stop behind no word */
        {"the order.\xE2\x80\x9DThe guns", 2, LEDE_END_GLUED},
        {"\xE6\xBC\xA2\xE3\x80\x82\xE5\xAD\x97", 1, LEDE_END_TERMINATOR},
        {"\xE6\xBC\xA2\xE3\x80\x82\xE3\x80\x8D\xE3\x81\xA8", 1, NO},
        {"\xE6\xBC\xA2\xE3\x80\x82\xE3\x80\x8D\xE5\xAD\x97", 1, LEDE_END_TERMINATOR},
        {"\xE6\xBC\xA2\xE3\x80\x82\xE3\x81\xA8", 1, LEDE_END_TERMINATOR},
    };
    CHECK_ALL(cases);
}

static void goes_on(void **state) {
    static const judged cases[] = {
        {"the mind. the guns", 2, NO}, /* short, and never without a stop */
        {"the mind in mind. the guns", 4, LEDE_END_FULL_STOP},
        {"the orders. the guns", 2, LEDE_END_FULL_STOP},
        {"Inc. the guns", 1, NO},
        {"14 gal. may", 2, NO}, /* a unit */
        {"1998. \xE2\x84\x96 5", 1, NO},
        {"the order. , guns", 2, NO},
        {"the order. ; guns", 2, NO},
        {"the order. ) guns", 2, NO},
        {"the order. - but", 2, NO},
        {"the order. - But", 2, LEDE_END_FULL_STOP},
        {"the order! but", 2, LEDE_END_TERMINATOR},
        {"the Order! but", 2, NO},
        {"\"order!\" but", 2, NO},
        {"the order... but", 2, NO},
        {"the order! - but", 2, NO},
    };
    CHECK_ALL(cases);
}

static void ellipsis(void **state) {
    static const judged cases[] = {
        {"the order... But", 2, LEDE_END_ELLIPSIS},
        {"the order\xE2\x80\xA6 But", 2, LEDE_END_ELLIPSIS},
        {"the order... I said", 2, NO},
        {"the order... I. Newton", 2, LEDE_END_ELLIPSIS},
        {"the [...] Order", 2, NO},
        {"the order...\" I said", 2, LEDE_END_ELLIPSIS},
    };
    CHECK_ALL(cases);
}

static void terminators_and_symbols(void **state) {
    static const judged cases[] = {
        {"the order! But", 2, LEDE_END_TERMINATOR},
        {"the order? 5 men", 2, LEDE_END_TERMINATOR},
        {"(the order). But", 4, LEDE_END_FULL_STOP},
        {"(the order). 5", 4, LEDE_END_FULL_STOP},
    };
    CHECK_ALL(cases);
}

static void titles(void **state) {
    static const judged cases[] = {
        {"saw Mr. Smith", 2, NO}, {"saw mr. Smith", 2, NO},
        {"saw Mr. The", 2, NO},   {"saw Mr. 5", 2, NO},
        {"in St. Malo", 2, NO},   {"in Main St. The", 3, LEDE_END_STARTER},
    };
    CHECK_ALL(cases);
}

static void numbered(void **state) {
    static const judged cases[] = {
        {"at No. 4", 2, NO},
        {"see p. IV", 2, NO},
        {"see p. B", 2, NO},
        {"Fig. (4)", 1, NO},
        {"Sec. (b)", 1, NO},
        {"see vol. The", 2, LEDE_END_FULL_STOP}, /* an ordinary word */
        {"see Fig. Four of", 2, LEDE_END_FULL_STOP},
    };
    CHECK_ALL(cases);
}

static void enumerators(void **state) {
    static const judged cases[] = {
        {"1. Open the box", 1, NO},
        {"123. Open the box", 1, NO},
        {"1987. Open the box", 1, LEDE_END_FULL_STOP},
        {"b. Open the box", 1, NO},
        {"IV. Open the box", 1, NO},
        {"iv. The box", 1, LEDE_END_FULL_STOP},
        {"Yes. Open the box", 1, LEDE_END_FULL_STOP},
        {"day 1. Open the box", 2, LEDE_END_FULL_STOP},
    };
    CHECK_ALL(cases);
}

static void initials(void **state) {
    static const judged cases[] = {
        {"Harold T. Brandt", 2, NO},
        {"Mr T. Brandt", 2, NO},
        {"vitamin C. Since then", 2, LEDE_END_STARTER},
        {"vitamin C. Brandt", 2, NO}, /* by the score: no vowel */
        {"Harold T. The", 2, LEDE_END_STARTER},
        {"Harold T. A. Brandt", 2, NO}, /* an initial, not the article */
        {"A. Brandt", 1, NO},
    };
    CHECK_ALL(cases);
}

static void connectors(void **state) {
    static const judged cases[] = {
        {"cheese, e.g. Brie", 2, NO},    {"cheese, e.g. The", 2, NO},
        {"Smith vs. Jones", 2, NO},      {"Moreau et al. Then", 3, LEDE_END_STARTER},
        {"Moreau et al. Men", 3, NO},    {"Moreau et al. Men saw men", 3, LEDE_END_SCORE},
        {"Moreau et al. (2004)", 3, NO}, {"in Oslo, ca. The", 4, LEDE_END_STARTER},
    };
    CHECK_ALL(cases);
}

static void before_numbers(void **state) {
    static const judged cases[] = {
        {"on Jan. 12", 2, NO},       {"at Tarn Inc. 500", 3, NO},
        {"at 5 p.m. 12 men", 2, NO}, {"by U.S. 12", 1, NO},
        {"in bldg. 12", 2, NO},      {"the end. 12 men", 2, LEDE_END_FULL_STOP},
    };
    CHECK_ALL(cases);
}

static void scores(void **state) {
    static const judged cases[] = {
        {"by U.S. Congress", 1, NO},
        {"by U.S. The", 1, LEDE_END_STARTER},
        {"at 5 p.m. Monday", 2, NO},
        {"at 5 p.m. The", 2, LEDE_END_STARTER},
        {"at Tarn Inc. Men", 3, NO},
        {"at Tarn Inc. They", 3, LEDE_END_STARTER},
        {"at Tarn Inc. Mr. Smith came", 3, NO},
        {"the harbour. Men", 2, LEDE_END_FULL_STOP},
        {"the harbour. \"Men", 2, LEDE_END_FULL_STOP},
        /* followed by a small letter elsewhere */
        {"the abt. Men saw abt. five", 2, NO},
        /* no vowel, never seen without its stop */
        {"the xyz. Then", 2, LEDE_END_FULL_STOP},
        {"at 5 p.m. Mr. Smith", 2, LEDE_END_SCORE},
        {"at 5 p.m. Boats left", 2, NO},
        {"at 5 p.m. Boats left the boats", 2, LEDE_END_SCORE},
        {"the \"abt.\" Men saw abt. five", 3, LEDE_END_FULL_STOP},
        {"the abt. Men saw abt. five abt", 2, LEDE_END_FULL_STOP},
        {"after 5 km. Men", 3, LEDE_END_FULL_STOP}, /* a unit */
        {"the bcd. Men", 2, NO},
        {"the bcd. Men of bcd", 2, LEDE_END_FULL_STOP},
        {"the BCD. Men", 2, LEDE_END_FULL_STOP},
    };
    CHECK_ALL(cases);
}

/* Classes that hold only where the word is written with a capital. */
static void capitals(void **state) {
    static const judged cases[] = {
        {"they all sat. Mary stood", 3, LEDE_END_FULL_STOP},
        {"they met Sat. Mary came", 3, NO},
        {"on Sat. 12", 2, NO},
        {"they sat. 12 men", 2, LEDE_END_FULL_STOP},
        {"saw Gen. Marrick", 2, NO},
        {"of that gen. Marrick", 3, LEDE_END_FULL_STOP},
    };
    CHECK_ALL(cases);
}

/* A stop with a space before it is of the word behind it. */
static void attached(void **state) {
    static const judged cases[] = {
        {"they use .NET there", 2, NO},
        {"they use it . Then", 3, LEDE_END_FULL_STOP},
        {"they go ...Then", 2, NO},
        {"do they go ?Yes", 3, LEDE_END_GLUED},
        {"is it !important", 2, NO},
        {"\u4f7f\u7528 API \u3002\u7136\u540e", 3, LEDE_END_TERMINATOR},
    };
    CHECK_ALL(cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glued),       cmocka_unit_test(goes_on),
        cmocka_unit_test(ellipsis),    cmocka_unit_test(terminators_and_symbols),
        cmocka_unit_test(titles),      cmocka_unit_test(numbered),
        cmocka_unit_test(enumerators), cmocka_unit_test(initials),
        cmocka_unit_test(connectors),  cmocka_unit_test(before_numbers),
        cmocka_unit_test(scores),      cmocka_unit_test(capitals),
        cmocka_unit_test(attached),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
