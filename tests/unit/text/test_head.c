/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/text/rule_support.h"

#define BODY "The ferry left at dawn. Nobody waved to it."

static void found(void **state) {
    static const rule_case cases[] = {
        {"PUBLISHED: . 12:44 EST, 3 June 2013 . | . UPDATED: . 13:30 EST, 3 June 2013 "
         ". " BODY,
         "date-stamp=PUBLISHED: . 12:44 EST, 3 June 2013 . | .|"
         "date-stamp=UPDATED: . 13:30 EST, 3 June 2013 ."},
        {"By . Jane Roe . PUBLISHED: . 12:44 EST, 3 June 2013 . " BODY,
         "byline=By . Jane Roe .|date-stamp=PUBLISHED: . 12:44 EST, 3 June 2013 ."},
        {"By Jane Roe Published: 3 June 2013\n\n" BODY,
         "byline=By Jane Roe|date-stamp=Published: 3 June 2013"},
        {"Last updated at 3:31 PM on 19th July 2011. " BODY,
         "date-stamp=Last updated at 3:31 PM on 19th July 2011."},
        {"A Ferry Leaves\n\nPublished June 3, 2013\n\n" BODY,
         "date-stamp=Published June 3, 2013"},
        {"Posted on 3 June 2013 by Jane Roe\n\n" BODY,
         "date-stamp=Posted on 3 June 2013"},
    };
    static const char *const kept[] = {
        "Published in 2013, the book sold well. " BODY,
        "Published in 2013. " BODY,
        "Updated figures for 3 June 2013 were better. " BODY,
        "Published on 3 June 2013 the book sold well. " BODY,
        "He published it on 3 June 2013. " BODY,
    };
    CHECK_CASES("en", cases);
    CHECK_KEPT("en", kept);
    check_ledger_of(
        "de", "Aktualisiert am 3. Juni 2013, 12:44 Uhr\n\nDie F\xC3\xA4hre legte ab.",
        "date-stamp=Aktualisiert am 3. Juni 2013, 12:44 Uhr");
    check_ledger_of("fr",
                    "Publi\xC3\xA9 le 3 juin 2013 \xC3\xA0 12:44\n\nLe bateau est parti.",
                    "date-stamp=Publi\xC3\xA9 le 3 juin 2013 \xC3\xA0 12:44");
}

/* Every sentence that a piece covers is set aside, the first behind them is not. */
static void sentences(void **state) {
    opened o;
    opened_text(
        &o, "By . Jane Roe . PUBLISHED: . 12:44 EST, 3 June 2013 . | . The ferry left.",
        "en");
    size_t last = o.d.sentences.count - 1;
    assert_true(last >= 4);
    for (size_t i = 0; i < last; i++) {
        assert_int_equal(o.d.sentences.items[i].role, LEDE_ROLE_SET_ASIDE);
    }
    assert_int_equal(o.d.sentences.items[last].role, LEDE_ROLE_BODY);
    assert_int_equal(o.d.sentences.items[last].aside, 0);
    assert_int_equal(o.d.facts.words, 3);
    opened_close(&o);
}

/* One rule kept leaves the pieces of the other. */
static void one_kept(void **state) {
    static const char text[] =
        "By . Jane Roe . PUBLISHED: . 3 June 2013 . The ferry left.";
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    options.keep_rules = LEDE_RULE_BIT(LEDE_RULE_BYLINE);
    opened_bytes(&o, text, strlen(text), &options);
    assert_int_equal(o.d.ledger.count, 1);
    assert_int_equal(o.d.ledger.items[0].rule, LEDE_RULE_DATE_STAMP);
    assert_int_equal(o.d.facts.words, 6);
    opened_close(&o);
}

/* Its pieces are few, whatever the text. */
static void hostile(void **state) {
    static char text[60000];
    size_t n = 0;
    while (n + 20 < sizeof text) {
        n = add_text(text, n, "By . Jane Roe . ", 16);
    }
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    opened o;
    options.language = "en";
    opened_bytes(&o, text, n, &options);
    assert_in_range(o.d.ledger.count, 1, 16);
    opened_close(&o);
}

/* What is aside at the front of a sentence is counted in 16 bits. */
static void long_lines(void **state) {
    static const struct {
        const char *before, *mark, *behind;
    } lines[] = {{"By Jane Roe", " |", " The ferry left."},
                 {"LONDON", " -", " The ferry left."},
                 {"LONDON", " _", " The ferry left."},
                 {"By", " :", " Jane Roe. The ferry left."}};
    static char text[140000];
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        size_t n = add_text(text, 0, lines[i].before, strlen(lines[i].before));
        for (uint32_t marks = 0; marks < UINT16_MAX + 3u; marks++) {
            n = add_text(text, n, lines[i].mark, 2);
        }
        n = add_text(text, n, lines[i].behind, strlen(lines[i].behind));
        lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
        opened o;
        options.language = "en";
        opened_bytes(&o, text, n, &options);
        assert_int_equal(o.d.ledger.count, 0);
        assert_int_equal(o.d.facts.set_aside_words, 0);
        opened_close(&o);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(found), cmocka_unit_test(sentences), cmocka_unit_test(one_kept),
        cmocka_unit_test(hostile), cmocka_unit_test(long_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
